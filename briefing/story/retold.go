package story

import (
	"cmp"
	"math"
	"slices"
)

// resembling is the cosine from which two sentences of different articles are taken
// to tell much the same, for counting; to be one story they must tell the same word
// by word, see tellers.
const resembling = 0.4

// mostNear bounds how many sentences are compared with one word by word.
const mostNear = 25

// A likeness is how the other articles tell what one sentence does.
type likeness struct {
	echo       float64 // sum over the other articles of their best cosine
	near       []int   // the sentences of other articles that most resemble it
	articles   int     // how many articles those are of
	publishers int     // independent ones among them
}

// likenesses compares every sentence to be told with every other.
func (r *reading) likenesses() []likeness {
	if r.like != nil {
		return r.like
	}
	r.like = make([]likeness, len(r.told))
	best := make([]float32, r.articles)
	r.resemble(r.told, func(i int, sim []float32) {
		clear(best)
		l := &r.like[i]
		for j, x := range sim {
			if at := r.told[j].at; at != r.told[i].at {
				best[at] = max(best[at], x)
				if x > resembling {
					l.near = append(l.near, j)
				}
			}
		}
		slices.SortStableFunc(l.near, func(a, b int) int { return cmp.Compare(sim[b], sim[a]) })
		l.near = slices.Clip(l.near[:min(len(l.near), mostNear)])
		r.summarise(l, r.told[i].at, best)
	})
	return r.like
}

// summarise fills in a likeness from the best cosine of each article.
func (r *reading) summarise(l *likeness, own int, best []float32) {
	seen := map[string]bool{r.tellerNames[own]: true}
	for at, x := range best {
		if x > 0.1 {
			l.echo += float64(x)
		}
		if x > resembling {
			l.articles++
			seen[r.tellerNames[at]] = true
		}
	}
	l.publishers = len(seen) - 1
}

// resemble gives f, for each sentence to be told, its cosine with each of all, by
// way of the words they share.
func (r *reading) resemble(all []sentence, f func(i int, sim []float32)) {
	posts := make([][]weight, len(r.lex.words))
	for i := range all {
		for _, t := range all[i].vec {
			posts[t.stem] = append(posts[t.stem], weight{int32(i), t.w})
		}
	}
	sim := make([]float32, len(all))
	for i := range r.told {
		clear(sim)
		for _, t := range r.told[i].vec {
			for _, p := range posts[t.stem] {
				sim[p.stem] += p.w * t.w
			}
		}
		f(i, sim)
	}
}

func (r *reading) ofLikeness(f func(likeness) float64) []float64 {
	out := make([]float64, len(r.told))
	for i, l := range r.likenesses() {
		out[i] = f(l)
	}
	return out
}

func retold(r *reading) []float64 {
	return r.ofLikeness(func(l likeness) float64 { return math.Log1p(float64(l.articles)) })
}

func publishers(r *reading) []float64 {
	return r.ofLikeness(func(l likeness) float64 { return float64(l.publishers) })
}

func echo(r *reading) []float64 { return r.ofLikeness(func(l likeness) float64 { return l.echo }) }

// toldBefore is the log of how many sentences of the days before come near.
func toldBefore(r *reading) []float64 {
	out := make([]float64, len(r.told))
	r.resemble(r.around, func(i int, sim []float32) {
		n := 0.0
		for j, x := range sim {
			if x > 0.35 && r.before(&r.around[j]) {
				n++
			}
		}
		out[i] = math.Log1p(n)
	})
	return out
}
