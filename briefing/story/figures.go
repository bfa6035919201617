package story

import "math"

// When two figures are taken to be for the same quantity.
const (
	mostFigures = 3   // disagreements told
	sameSubject = 0.3 // cosine of the sentences, their figures left in
	sameSize    = 5.0 // the larger over the smaller: beyond, they count different things
	sharedWords = 3   // content words that both sentences have, the unit among them
)

// figures lists pairs of sentences of different articles that give different
// numbers of the same thing. Both stand, each with its sources; neither is right.
func (c *composer) figures() []Item {
	var out []Item
	for i := range c.reading.told {
		if len(out) >= 2*mostFigures {
			break
		}
		s := &c.reading.told[i]
		if len(c.figuresIn(s)) != 1 || !c.standing(s) || !c.wanted(i) {
			continue
		}
		for _, j := range c.likeness(i).near {
			if j < i || c.figured[i] || c.figured[j] {
				continue
			}
			a, b, ok := c.disagree(i, j)
			if !ok {
				continue
			}
			out = append(out, c.figureItem(i, a, b), c.figureItem(j, b, a))
			break
		}
	}
	return out
}

func (c *composer) figureItem(i int, own, other string) Item {
	same := c.tellers(i)
	for _, j := range same {
		c.figured[j] = true
	}
	return Item{Section: Figures, Places: c.places(same), Key: Key(c.reading.told[i].text),
		Why: "Says " + own + " where another article says " + other + ". Told by " + count(c.tellersOf(same), "publisher") + "."}
}

// disagree reports whether two sentences give different numbers of one thing, and
// which.
func (c *composer) disagree(i, j int) (a, b string, ok bool) {
	s, t := &c.reading.told[i], &c.reading.told[j]
	if !c.standing(t) || !c.wanted(j) || s.vec.dot(t.vec) < sameSubject || common(s.vec, t.vec) < sharedWords {
		return "", "", false
	}
	fs, ft := c.figuresIn(s), c.figuresIn(t)
	if len(fs) != 1 || len(ft) != 1 { // with more, which answers to which is a guess
		return "", "", false
	}
	x, y := fs[0], ft[0]
	ratio := math.Max(x.value, y.value) / math.Min(x.value, y.value)
	if x.unit != y.unit || x.value == y.value || ratio > sameSize {
		return "", "", false
	}
	return x.text, y.text, true
}
