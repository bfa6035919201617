//go:build goexperiment.simd && amd64

package main

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestVectorKernels holds that vector instructions add in the order of plain
// code, to the bit: else the model would depend on how the trainer was built.
func TestVectorKernels(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	row := func() []float32 {
		out := make([]float32, 4*block)
		for i := range out {
			out[i] = rng.Float32() - 0.5
		}
		return out
	}
	var a [fan]float32
	var x [fan][]float32
	for k := range fan {
		a[k], x[k] = rng.Float32(), row()
	}
	y := row()
	z := slices.Clone(y)
	addRows(y, &a, &x)
	addRowsPlain(z, &a, &x)
	if !slices.Equal(y, z) {
		t.Error("addRows differs")
	}
	four := [4][]float32(x[:4])
	if got, want := dots(y, &four), dotsPlain(y, &four); got != want {
		t.Errorf("dots are %v, want %v", got, want)
	}
}
