package tagger

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestQuantizedProduct(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	m := make([]float32, Hidden*Gates)
	for i := range m {
		m[i] = 2*rng.Float32() - 1
	}
	var h [Hidden]float32
	for _, extreme := range []bool{false, true} {
		for i := range h {
			h[i] = 2*rng.Float32() - 1
			if extreme {
				h[i] = float32(math.Copysign(1, float64(h[i])))
			}
		}
		var got [Gates]float32
		quantizeMatrix(m).addProduct(&got, &h)
		for c := range Gates {
			want := float32(0)
			for r := range Hidden {
				want += h[r] * m[r*Gates+c]
			}
			if d := math.Abs(float64(got[c] - want)); d > 0.2 {
				t.Errorf("column %d: %v, want %v", c, got[c], want)
			}
		}
	}
}

func BenchmarkQuantizedProduct(b *testing.B) {
	p := quantizeMatrix(make([]float32, Hidden*Gates))
	var a [Gates]float32
	var h [Hidden]float32
	b.ReportAllocs()
	for b.Loop() {
		p.addProduct(&a, &h)
	}
}
