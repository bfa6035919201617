package tagger

// activations has the logistic function and the hyperbolic tangent in tables, whose
// steps of 1/256 change no result. Computed, they would be a third of the work of tagging.
type activations struct{ sigmoid, tanh [activationSteps + 1]float32 }

const (
	activationEnd   = 8 // beyond it both functions are flat to a three-thousandth
	activationFine  = 256
	activationSteps = 2 * activationEnd * activationFine
)

func newActivations() *activations {
	s := new(activations)
	for i := range s.sigmoid {
		x := float32(i)/activationFine - activationEnd
		s.sigmoid[i], s.tanh[i] = Sigmoid(x), Tanh(x)
	}
	return s
}

// step is the place of x in the tables.
func step(x float32) int {
	return max(0, min(int(x*activationFine+(activationSteps/2+0.5)), activationSteps))
}
