package story

import (
	"cmp"
	"slices"
)

// Choosing. A sentence is chosen by its score and by what its words add to those chosen before, a set function with
// diminishing returns (Lin and Bilmes 2011). One that repeats much of a chosen one is left out.
const (
	wordsCount = 5.0 // what a certain word of an editor adds, in standard deviations of the score
	tooNear    = 0.4 // likeness from which a sentence adds nothing
	shortlist  = 200 // sentences to choose from, by score
)

// A picker chooses sentences one at a time.
type picker struct {
	r       *reading
	scores  []float64
	order   []int        // the shortlist, best first
	nearest []float64    // of each, the cosine with the nearest chosen
	worth   worth        // of the words of the shortlist
	grams   [][]heldGram // of each
	had     []bool       // by the number of the gram: a chosen sentence has it
}

// pick starts a choice among the sentences that may be chosen.
func (r *reading) pick(m Model, scores []float64, may func(i int) bool) *picker {
	p := &picker{r: r, scores: scores}
	order := make([]int, len(scores))
	for i := range scores {
		order[i] = i
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

// next chooses the best sentence for so many words of room; false when none adds anything.
func (p *picker) next(room int) (int, bool) {
	best, value := -1, 0.0
	for k, i := range p.order {
		if p.nearest[k] >= tooNear {
			continue
		}
		v := p.scores[i] + wordsCount*p.worth.adds(p.grams[k], len(p.r.told[i].words), room, p.had)
		if best < 0 || v > value {
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

// alike is how much of one sentence the other repeats: the cosine, or the share of a shorter one's words in a longer.
func alike(a, b vector) float64 {
	cosine, shared := a.meet(b)
	if shorter := min(len(a), len(b)); shorter >= 4 {
		return max(cosine, float64(shared)/float64(shorter)-0.1)
	}
	return cosine
}
