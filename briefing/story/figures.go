package story

import (
	"math"

	"rapporteur/corpus/text/english"
)

// When two figures are taken to be for the same quantity.
const (
	mostFigures = 3   // disagreements told
	sameSubject = 0.3 // cosine of the sentences, their figures left in
	sameSize    = 5.0 // the larger over the smaller: beyond, they count different things
	sharedWords = 3   // content words that both sentences have, the unit among them
	sameRate    = 0.6 // cosine, where the unit is one of rates or of time
	rounding    = 0.1 // by how much "about 15,000" may differ from 15,420 and be the same
)

// rates are stems of units that count nothing: of two percentages, and of two stretches
// of time, most are of different things.
var rates = english.Set("percent per mph kph degre point second minut hour day week month year time")

// figures lists pairs of sentences of different articles that give different
// numbers of the same thing. Both stand, each with its sources; neither is right.
func (c *composer) figures() []Item {
	var out []Item
	for i := range c.reading.told {
		if len(out) >= 2*mostFigures {
			break
		}
		s := &c.reading.told[i]
		if _, ok := c.soleFigure(s); !ok || c.background(s) || !c.standing(s) || !c.wanted(i) {
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

// disagree reports whether two sentences of different publishers give different numbers
// of one thing, and which.
func (c *composer) disagree(i, j int) (a, b string, ok bool) {
	s, t := &c.reading.told[i], &c.reading.told[j]
	if c.tellerNames[s.at] == c.tellerNames[t.at] || !c.standing(t) || !c.wanted(j) || common(s.vec, t.vec) < sharedWords {
		return "", "", false
	}
	x, ok := c.soleFigure(s)
	if !ok {
		return "", "", false
	}
	y, ok := c.soleFigure(t)
	if !ok || x.unit != y.unit || x.agrees(y) || y.agrees(x) || math.Max(x.value, y.value) > sameSize*math.Min(x.value, y.value) {
		return "", "", false
	}
	least := sameSubject
	if rates[x.unit] {
		least = sameRate
	}
	return x.text, y.text, s.vec.dot(t.vec) >= least
}

// soleFigure is the one figure of a sentence that says how much there is. Of several,
// which answers to which is a guess; and what would, could or might be is no figure.
func (c *composer) soleFigure(s *sentence) (figure, bool) {
	for _, w := range s.words {
		if supposing[c.lex.words[w].text] {
			return figure{}, false
		}
	}
	all := c.figuresIn(s)
	if len(all) != 1 || c.numbers(s) != 1 {
		return figure{}, false
	}
	return all[0], true
}

// agrees reports whether what f says of a quantity leaves room for g: "more than 100"
// for 125, "about 15,000" for 15,420.
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
