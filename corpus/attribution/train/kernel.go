//go:build !(goexperiment.simd && amd64)

package main

// addRows adds a[0]*x[0] + a[1]*x[1] + ... to y. Lengths are multiples of block.
func addRows(y []float32, a *[fan]float32, x *[fan][]float32) { addRowsPlain(y, a, x) }

// dots is the inner products of y with each x. Lengths are multiples of block.
func dots(y []float32, x *[4][]float32) [4]float32 { return dotsPlain(y, x) }
