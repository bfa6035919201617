package story

import (
	"math"
	"slices"

	"rapporteur/corpus/text/english"
)

// When two figures are for the same quantity.
const (
	mostFigures = 3   // disagreements shown
	sameSubject = 0.3 // cosine of the sentences, with their figures
	sameSize    = 5.0 // the larger over the smaller; beyond, they count different things
	sharedWords = 3   // content words in both sentences, the unit included
	sameRate    = 0.6 // cosine for rates and lengths of time
	rounding    = 0.1 // how much "about 15,000" may differ from 15,420
)

// rates are stems of units that count nothing: two percentages, or lengths of time, are mostly of different things.
var rates = english.Set("percent per mph kph degre point second minut hour day week month year time")

// figures lists pairs of sentences of different articles with different numbers for one thing. Neither is right.
func (c *composer) figures() []Item {
	var out []Item
	for i, s := range c.told {
		if len(out) >= 2*mostFigures {
			break
		}
		if _, ok := c.soleFigure(s); !ok || c.background(s) || !c.standing(s) || !c.wanted(i) {
			continue
		}
		for _, j := range c.likeness(i).near {
			if j < i || c.figured[i] || c.figured[j] {
				continue
			}
			if a, b, ok := c.disagree(i, j); ok {
				out = append(out, c.figureItem(i, a, b), c.figureItem(j, b, a))
				break
			}
		}
	}
	return out
}

func (c *composer) figureItem(i int, own, other string) Item {
	same := c.tellers(i)
	for _, j := range same {
		c.figured[j] = true
	}
	return c.item(Figures, same, "Says "+own+"; another article says "+other+". "+c.reportedBy(same)+".")
}

// disagree reports whether two sentences of different publishers have different numbers for one thing, and which.
func (c *composer) disagree(i, j int) (a, b string, ok bool) {
	s, t := c.told[i], c.told[j]
	cosine, shared := s.vec.meet(t.vec)
	if c.tellerNames[s.at] == c.tellerNames[t.at] || !c.standing(t) || !c.wanted(j) || shared < sharedWords {
		return "", "", false
	}
	x, okX := c.soleFigure(s)
	y, okY := c.soleFigure(t)
	if !okX || !okY || x.unit != y.unit || x.agrees(y) || y.agrees(x) ||
		math.Max(x.value, y.value) > sameSize*math.Min(x.value, y.value) {
		return "", "", false
	}
	least := sameSubject
	if rates[x.unit] {
		least = sameRate
	}
	return x.text, y.text, cosine >= least
}

// soleFigure is the only figure of a sentence that counts something; what would or might be is none.
func (c *composer) soleFigure(s *sentence) (figure, bool) {
	if slices.ContainsFunc(s.words, func(w int32) bool { return supposing[c.lex.words[w].text] }) {
		return figure{}, false
	}
	all := c.figuresIn(s)
	if len(all) != 1 || c.numbers(s) != 1 {
		return figure{}, false
	}
	return all[0], true
}

// agrees reports whether f allows g: "more than 100" allows 125, "about 15,000" allows 15,420.
func (f figure) agrees(g figure) bool {
	switch {
	case f.value == g.value:
		return true
	case f.bound == least && f.value < g.value, f.bound == most && f.value > g.value:
		return true
	}
	return f.bound != exactly && math.Abs(f.value-g.value) <= rounding*math.Max(f.value, g.value)
}

var supposing = english.Set(`if would could might may should unless earlier previously originally
	initially hypothetical`)
