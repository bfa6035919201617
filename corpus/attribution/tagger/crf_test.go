package tagger

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestChainAgainstEverySequence compares with sums over all label sequences of a short passage.
func TestChainAgainstEverySequence(t *testing.T) {
	const n = 3
	rng := rand.New(rand.NewPCG(3, 4))
	follow, emit := make([]float32, Labels*Labels), make([]float32, n*Labels)
	for i := range follow {
		follow[i] = rng.Float32()
	}
	for i := range emit {
		emit[i] = 3 * rng.Float32()
	}
	var total float64
	chance := make([]float64, n*Labels)
	var best []Label
	top := math.Inf(-1)
	every(n, func(seq []Label) {
		score := 0.0
		for i, l := range seq {
			score += float64(emit[i*Labels+int(l)])
			if i > 0 {
				score += float64(follow[int(seq[i-1])*Labels+int(l)])
			}
		}
		if score > top {
			top, best = score, slices.Clone(seq)
		}
		total += math.Exp(score)
		for i, l := range seq {
			chance[i*Labels+int(l)] += math.Exp(score)
		}
	})
	c := NewChain(follow)
	if got := c.Best(emit); !slices.Equal(got, best) {
		t.Errorf("best is %v, want %v", got, best)
	}
	got, logZ := c.Marginals(emit, nil)
	if math.Abs(logZ-math.Log(total)) > 1e-3 {
		t.Errorf("log of the partition function is %v, want %v", logZ, math.Log(total))
	}
	for i, want := range chance {
		if math.Abs(float64(got[i])-want/total) > 1e-3 {
			t.Errorf("chance of label %d at word %d is %v, want %v", i%Labels, i/Labels, got[i], want/total)
		}
	}
}

// TestRefineAgainstEverySequence holds that a part moves to the likeliest borders and tells their chance.
func TestRefineAgainstEverySequence(t *testing.T) {
	const n = 4
	rng := rand.New(rand.NewPCG(11, 12))
	emit := make([]float32, n*Labels)
	for i := range emit {
		emit[i] = 2 * rng.Float32()
	}
	var total float64
	chance := map[Part]float64{}
	every(n, func(seq []Label) {
		score := 0.0
		for i, l := range seq {
			score += float64(emit[i*Labels+int(l)])
		}
		total += math.Exp(score)
		for _, p := range PartsOf(seq) {
			chance[p] += math.Exp(score)
		}
	})
	c := NewChain(make([]float32, Labels*Labels))
	l := newLattice(emit)
	l.forward(c)
	l.backward(c, nil)
	for _, kind := range []Kind{Cue, SourceAfter, ContentBefore} {
		got := []Part{{Kind: kind, First: 1, Last: 2}}
		l.refine(c, got)
		want, top := Part{}, 0.0
		for p, x := range chance {
			if p.Kind == kind && p.First <= 2 && p.Last >= 1 && x/total > top {
				want, top = p, x/total
			}
		}
		if got[0].First != want.First || got[0].Last != want.Last || math.Abs(got[0].Confidence-top) > 1e-3 {
			t.Errorf("got %+v, want %+v at %v", got[0], want, top)
		}
	}
}

// every calls f with each sequence of n labels that the chain allows.
func every(n int, f func([]Label)) {
	var grow func(seq []Label)
	grow = func(seq []Label) {
		if len(seq) == n {
			if seq[n-1].closes() {
				f(seq)
			}
			return
		}
		for l := range Label(Labels) {
			if len(seq) == 0 && l.opens() || len(seq) > 0 && l.follows(seq[len(seq)-1]) {
				grow(append(seq, l))
			}
		}
	}
	grow(nil)
}
