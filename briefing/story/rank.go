package story

// Settings of the walk, from Brin and Page (1998) and TextRank.
const (
	damping = 0.85
	steps   = 15
)

// walked is TextRank (Mihalcea and Tarau 2004): how often a walk visits a sentence that steps from one to another
// in proportion to their cosine. With vectors of length 1, the matrix of all cosines is V·Vᵀ less its diagonal, so
// a step is two passes over the words and the matrix is never built. The walk goes on only from sentences that
// could be shown: captions and lists that run into one another are all alike.
func walked(r *reading) []float64 {
	n := len(r.told)
	chance, next := make([]float64, n), make([]float64, n)
	for i := range chance {
		chance[i] = 1
	}
	in := r.each(func(s *sentence) float64 {
		return if1(len(s.words) <= longestHeadline && !r.afterwards(s) && !r.background(s) && !s.planned(r.to) &&
			!r.leansOn(s) && ended(s.text))
	})
	degree := make([]float64, n)
	sum := make([]float64, len(r.lex.words))
	r.step(in, degree, sum)
	for range steps {
		for i := range chance {
			if degree[i] > 0 {
				chance[i] *= in[i] / degree[i]
			}
		}
		r.step(chance, next, sum)
		for i := range chance {
			chance[i] = 1 - damping + damping*next[i]
		}
	}
	return chance
}

// step gives each sentence what all others give it: their share in from times the cosine. sum has
// room for one number per stem.
func (r *reading) step(from, to, sum []float64) {
	clear(sum)
	for i := range r.told {
		for _, t := range r.told[i].vec {
			sum[t.stem] += from[i] * float64(t.w)
		}
	}
	for i := range r.told {
		to[i] = 0
		for _, t := range r.told[i].vec {
			to[i] += sum[t.stem] * float64(t.w)
		}
		if len(r.told[i].vec) > 0 {
			to[i] = max(0, to[i]-from[i]) // not from itself
		}
	}
}
