package main

import "math"

// An adam is the optimiser of Kingma and Ba (2015), with the gradient's norm held under a limit.
type adam struct {
	m, v []float32
	step int
}

func newAdam(n int) *adam { return &adam{m: make([]float32, n), v: make([]float32, n)} }

const meanDecay, squareDecay, normLimit = 0.9, 0.98, 5

// update moves w against the gradient g at the rate, with weights decaying.
func (a *adam) update(w, g []float32, rate, decay float32) {
	norm := 0.0
	for _, x := range g {
		norm += float64(x) * float64(x)
	}
	scale := float32(min(1, normLimit/math.Sqrt(norm+1e-12)))
	a.step++
	c1 := float32(1 - math.Pow(meanDecay, float64(a.step)))
	c2 := float32(1 - math.Pow(squareDecay, float64(a.step)))
	for i, x := range g {
		x *= scale
		a.m[i] = meanDecay*a.m[i] + (1-meanDecay)*x
		a.v[i] = squareDecay*a.v[i] + (1-squareDecay)*x*x
		w[i] -= rate * (a.m[i]/c1/(float32(math.Sqrt(float64(a.v[i]/c2)))+1e-8) + decay*w[i])
	}
}
