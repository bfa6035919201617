package tagger

// A squasher has the logistic function and the hyperbolic tangent in a table of
// steps so fine (1/256) that the model cannot tell; they are a third of the work
// of tagging otherwise.
type squasher struct{ sigmoid, tanh [squashSteps + 1]float32 }

const (
	squashEnd   = 8 // beyond it both functions are flat to a three-thousandth
	squashFine  = 256
	squashSteps = 2 * squashEnd * squashFine
)

func newSquasher() *squasher {
	s := new(squasher)
	for i := range s.sigmoid {
		x := float32(i)/squashFine - squashEnd
		s.sigmoid[i], s.tanh[i] = Sigmoid(x), Tanh(x)
	}
	return s
}

// step is the place of x in the tables.
func step(x float32) int {
	i := int(x*squashFine + (squashSteps/2 + 0.5))
	if i < 0 {
		return 0
	}
	return min(i, squashSteps)
}
