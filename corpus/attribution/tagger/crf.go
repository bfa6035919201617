package tagger

// A Chain is the linear-chain conditional random field over a passage: emission scores of each word, and the scores
// of one label following another. It works with probabilities scaled at each word rather than with logarithms.
type Chain struct {
	follow []float32 // e to the score; 0 where the label may not follow
	score  []float32 // the score itself; lowest where it may not follow

	first, last [Labels]bool    // where a passage may begin and end
	into        [Labels][]uint8 // labels that may come before
}

const impossible = -1e9

// NewChain prepares the scores of labels following one another, Labels x Labels, row before column.
func NewChain(follow []float32) *Chain {
	c := &Chain{follow: make([]float32, len(follow)), score: make([]float32, len(follow))}
	for a := range Labels {
		c.first[a], c.last[a] = Label(a).opens(), Label(a).closes()
		for b := range Labels {
			i := a*Labels + b
			if Label(b).follows(Label(a)) {
				c.follow[i], c.score[i] = Exp(follow[i]), follow[i]
				c.into[b] = append(c.into[b], uint8(a))
			} else {
				c.score[i] = impossible
			}
		}
	}
	return c
}

// Best is the likeliest sequence of labels (Viterbi). Emit has the emission scores, a row of Labels for each word.
func (c *Chain) Best(emit []float32) []Label {
	n := len(emit) / Labels
	if n == 0 {
		return nil
	}
	back := make([]uint8, n*Labels)
	var now, then [Labels]float32
	for b := range Labels {
		now[b] = impossible
		if c.first[b] {
			now[b] = emit[b]
		}
	}
	for t := 1; t < n; t++ {
		then = now
		for b := range Labels {
			best, from := float32(2*impossible), uint8(0)
			for _, a := range c.into[b] {
				if v := then[a] + c.score[int(a)*Labels+b]; v > best {
					best, from = v, a
				}
			}
			now[b] = best + emit[t*Labels+b]
			back[t*Labels+b] = from
		}
	}
	at, top := 0, float32(2*impossible)
	for b := range Labels {
		if c.last[b] && now[b] > top {
			at, top = b, now[b]
		}
	}
	out := make([]Label, n)
	for t := n - 1; t >= 0; t-- {
		out[t] = Label(at)
		at = int(back[t*Labels+at])
	}
	return out
}

// Marginals are the chances of each label at each word and the logarithm of the partition function. Where pairs is
// not nil, the expected number of times that column follows row is added to it.
func (c *Chain) Marginals(emit, pairs []float32) (chances []float32, logZ float64) {
	l := newLattice(emit)
	logZ = l.forward(c)
	l.backward(c, pairs)
	for i := range l.alpha {
		l.alpha[i] *= l.beta[i]
	}
	return l.alpha, logZ
}
