package tagger

import "math"

// Exp is e to the x to about six digits, the same on every machine, so that training repeats to the byte.
func Exp(x float32) float32 {
	if x < -87 {
		return 0
	}
	x = min(x, 88)
	// e^x = 2^n * e^r with |r| <= ln(2)/2; the polynomial is Taylor's.
	const log2e, ln2 = 1.4426950408889634, 0.6931471805599453
	y := x * log2e
	n := int32(y + 0.5)
	if y < -0.5 {
		n = int32(y - 0.5)
	}
	r := x - float32(n)*ln2
	p := 1 + r*(1+r*(0.5+r*(1.0/6+r*(1.0/24+r*(1.0/120)))))
	return p * math.Float32frombits(uint32(n+127)<<23)
}

// Sigmoid is the logistic function.
func Sigmoid(x float32) float32 { return 1 / (1 + Exp(-x)) }

// Tanh is the hyperbolic tangent.
func Tanh(x float32) float32 { return 1 - 2/(1+Exp(2*x)) }
