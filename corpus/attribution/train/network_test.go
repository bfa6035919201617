package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"rapporteur/corpus/attribution/tagger"
)

// fixture is a lane of random weights with a passage of n words and its labels.
func fixture(n int) (*lane, []tagger.Token, []tagger.Label) {
	rng := rand.New(rand.NewPCG(1, 2))
	learned := 50
	flat := make([]float32, tagger.WeightCount(learned))
	for i := range flat {
		flat[i] = (rng.Float32() - 0.5) * 0.3
	}
	w := tagger.NewWeights(flat, learned)
	v := &vectors{flat: make([]float32, 100*tagger.VectorSize)}
	for i := range v.flat {
		v.flat[i] = rng.Float32() - 0.5
	}
	l := newLane(w, v, learned, dropout{})
	sizes := tagger.GroupSizes(learned)
	tokens := make([]tagger.Token, n)
	for i := range tokens {
		tokens[i].Vector = int32(rng.IntN(100))
		for g := range tagger.Groups {
			tokens[i].Values[g] = int32(rng.IntN(sizes[g].Values))
		}
	}
	gold := tagger.LabelsOf([]tagger.Part{{Kind: tagger.Cue, First: 1, Last: 1},
		{Kind: tagger.ContentAfter, First: 2, Last: n - 2}}, n)
	return l, tokens, gold
}

// TestGradient compares the gradient with differences of the loss.
func TestGradient(t *testing.T) {
	l, tokens, gold := fixture(7)
	l.learn(tokens, gold, tagger.NewChain(l.w.Follow))
	rng := rand.New(rand.NewPCG(1, 3))
	sizes := []struct {
		name string
		m, g []float32
	}{
		{"embedcue", l.w.Embed[3], l.grad.Embed[3]}, {"input", l.w.Input, l.grad.Input},
		{"bias", l.w.Bias, l.grad.Bias},
		{"recur0", l.w.Recur[0], l.grad.Recur[0]}, {"recur1", l.w.Recur[1], l.grad.Recur[1]},
		{"out", l.w.Out, l.grad.Out}, {"outb", l.w.OutB, l.grad.OutB}, {"follow", l.w.Follow, l.grad.Follow}}
	for _, s := range sizes {
		for range 12 {
			i := rng.IntN(len(s.m))
			old := s.m[i]
			at := func(x float32) float64 {
				s.m[i] = x
				m := newLane(l.w, l.vectors, 50, dropout{})
				m.learn(tokens, gold, tagger.NewChain(l.w.Follow))
				return m.loss
			}
			num := (at(old+0.01) - at(old-0.01)) / 0.02
			s.m[i] = old
			if math.Abs(num-float64(s.g[i])) > 0.02*math.Max(0.1, math.Abs(num)) {
				t.Errorf("%s %d: %v want %v", s.name, i, s.g[i], num)
			}
		}
	}
}

func BenchmarkLearn(b *testing.B) {
	l, tokens, gold := fixture(45)
	c := tagger.NewChain(l.w.Follow)
	l.drop = dropout{vector: 0.05, learned: 0.3, suffix: 0.3, context: 0.15, input: 0.2, recur: 0.2, output: 0.4}
	l.rng = rand.New(rand.NewPCG(1, 2))
	for b.Loop() {
		l.learn(tokens, gold, c)
	}
}
