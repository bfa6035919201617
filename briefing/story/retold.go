package story

import (
	"cmp"
	"math"
	"slices"

	"rapporteur/corpus/text/near"
)

// resembling is the cosine from which sentences of different articles are counted as similar; tellers decides more.
const resembling = 0.4

const mostNear = 25 // bounds how many sentences are compared word by word

// A likeness is how other articles report what one sentence says.
type likeness struct {
	near       []int // the most similar sentences of other articles, nearest first
	articles   int   // that have such sentences
	publishers int   // independent ones among them
}

// likeness compares a sentence with all others, once.
func (r *reading) likeness(i int) likeness {
	if l, ok := r.like[i]; ok {
		return l
	}
	if r.ownPosts == nil {
		r.like, r.ownPosts = map[int]likeness{}, r.posts(r.told)
	}
	s, sim := r.told[i], make([]float32, len(r.told))
	r.resemble(s, r.ownPosts, sim)
	var l likeness
	articles, publishers := map[int]bool{}, map[string]bool{r.source(s.at): true}
	for j, x := range sim {
		if at := r.told[j].at; at != s.at && x > resembling {
			l.near = append(l.near, j)
			articles[at], publishers[r.source(at)] = true, true
		}
	}
	slices.SortStableFunc(l.near, func(a, b int) int { return cmp.Compare(sim[b], sim[a]) })
	l.near = slices.Clip(l.near[:min(len(l.near), mostNear)])
	l.articles, l.publishers = len(articles), len(publishers)-1
	r.like[i] = l
	return l
}

// source is who an article's text is from: its publisher, or the same one of those that print one text.
func (r *reading) source(article int) string { return r.tellerNames[r.printed[article]] }

// posts lists the sentences with each stem, and its weight in them.
func (r *reading) posts(all []*sentence) [][]weight {
	posts := make([][]weight, len(r.lex.words))
	for i, s := range all {
		for _, t := range s.vec {
			posts[t.stem] = append(posts[t.stem], weight{int32(i), t.w})
		}
	}
	return posts
}

// resemble computes the cosine of a sentence with each posted one.
func (r *reading) resemble(s *sentence, posts [][]weight, sim []float32) {
	clear(sim)
	for _, t := range s.vec {
		for _, p := range posts[t.stem] {
			sim[p.stem] += p.w * t.w
		}
	}
}

const comesNear = 0.35 // the cosine from which a sentence of the days before says the same

// toldBefore is the log of how many sentences of the days before say the same.
func toldBefore(r *reading) []float64 {
	posts := r.posts(r.around)
	sim := make([]float32, len(r.around))
	return r.each(func(s *sentence) float64 {
		r.resemble(s, posts, sim)
		n := 0.0
		for j, x := range sim {
			if x > comesNear && r.around[j].article.Published.Before(r.from) {
				n++
			}
		}
		return math.Log1p(n)
	})
}

// tellers finds the sentences that say the same as sentence i, itself first, then the nearest. Likeness only proposes;
// near.Text decides word by word, so that two figures for one thing, or a claim and its denial, stay two stories.
func (c *composer) tellers(i int) []int {
	out := []int{i}
	own := c.near(i)
	for _, j := range c.likeness(i).near {
		if own.Same(c.near(j)) {
			out = append(out, j)
		}
	}
	return out
}

// near is sentence i as package near reads it, cached.
func (c *composer) near(i int) near.Text {
	if _, ok := c.texts[i]; !ok {
		c.texts[i] = near.Read(c.told[i].text)
	}
	return c.texts[i]
}
