package story

import (
	"cmp"
	"slices"
)

// Choosing. A sentence is chosen by its score and by what its words add to those of
// the sentences chosen before: to be worth the same again it must tell something else
// (a set function with diminishing returns, Lin and Bilmes 2011). One that repeats
// much of a chosen one is not chosen, which keeps one event from filling the digest.
const (
	wordsCount = 5.0 // what a word that is sure to be an editor's adds, in standard deviations of the score
	tooNear    = 0.4 // likeness from which a sentence adds nothing
	shortlist  = 200 // sentences that are looked at, by score
)

// A picker chooses sentences of a reading one at a time.
type picker struct {
	r       *reading
	scores  []float64
	order   []int        // the shortlist, best first
	nearest []float64    // of each, the cosine with the nearest chosen
	worth   worth        // of the words of the shortlist
	grams   [][]heldGram // of each
	had     []bool       // of the grams, by number: the sentences chosen have it
}

// pick begins a choice among the sentences that may be chosen.
func (r *reading) pick(m Model, scores []float64, may func(i int) bool) *picker {
	p := &picker{r: r, scores: scores}
	var order []int
	for i := range scores {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	for _, i := range order {
		if len(p.order) < shortlist && may(i) {
			p.order = append(p.order, i)
		}
	}
	p.nearest = make([]float64, len(p.order))
	p.worth = r.worth(m, p.order)
	p.had = make([]bool, len(p.worth.chance))
	for _, i := range p.order {
		p.grams = append(p.grams, p.worth.of(r.told[i].words))
	}
	return p
}

// next is the best sentence for so many words of room, and counts as chosen from then
// on; false when there is none left that adds something.
func (p *picker) next(room int) (int, bool) {
	best, value := -1, 0.0
	for k, i := range p.order {
		if p.nearest[k] >= tooNear {
			continue
		}
		if v := p.scores[i] + wordsCount*p.worth.adds(p.grams[k], len(p.r.told[i].words), room, p.had); best < 0 || v > value {
			best, value = k, v
		}
	}
	if best < 0 {
		return 0, false
	}
	for _, t := range p.grams[best] {
		p.had[t.gram] = true
	}
	p.avoid(p.order[best])
	return p.order[best], true
}

// avoid keeps what repeats sentence i from being chosen.
func (p *picker) avoid(i int) {
	for k, j := range p.order {
		p.nearest[k] = max(p.nearest[k], alike(p.r.told[j].vec, p.r.told[i].vec))
		if j == i {
			p.nearest[k] = 1
		}
	}
}

// alike is how much of one sentence the other has told: the cosine, or the share of
// the shorter one's words that the longer has, where these are many. A short report
// of an event and a long one are far apart by cosine alone.
func alike(a, b vector) float64 {
	shorter := min(len(a), len(b))
	if shorter < 4 {
		return a.dot(b)
	}
	return max(a.dot(b), float64(common(a, b))/float64(shorter)-0.1)
}

// common counts the stems of both.
func common(a, b vector) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch x, y := a[i].stem, b[j].stem; {
		case x == y:
			n++
			i++
			j++
		case x < y:
			i++
		default:
			j++
		}
	}
	return n
}
