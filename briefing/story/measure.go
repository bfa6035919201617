package story

import (
	"iter"
	"math"
	"slices"

	"rapporteur/corpus/text/english"
	"rapporteur/corpus/when"
)

// A measure is one reason for or against a sentence: a number for each that may be shown. Model has its weight.
type measure struct {
	name string
	of   func(*reading) []float64
}

// measures lists all of them. A new one needs a function, a line here and a weight in model.json.
func measures() []measure {
	return []measure{
		{"walked", walked},                  // central, next to other central sentences
		{"opening words", openers},          // has words with which many articles begin
		{"topic", topic},                    // has frequent words
		{"triples", triples},                // has three words in a row that many articles have
		{"dated words", datedWords},         // resembles the sentences dated to these days
		{"told before", toldBefore},         // resembles the news of the days before
		{"byline", is((*reading).byline)},   // has a part of the page in it
		{"earlier", is((*reading).earlier)}, // about earlier days
		{"later", is((*reading).later)},     // about later days
		{"undated", is((*reading).undated)}, // has no date
		{"speech", is((*reading).speech)},   // about what somebody said
	}
}

func (r *reading) each(f func(*sentence) float64) []float64 {
	out := make([]float64, len(r.told))
	for i, s := range r.told {
		out[i] = f(s)
	}
	return out
}

// is measures 1 for what is true of a sentence.
func is(true func(*reading, *sentence) bool) func(*reading) []float64 {
	return func(r *reading) []float64 { return r.each(func(s *sentence) float64 { return if1(true(r, s)) }) }
}

func if1(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// standardise makes days comparable: a value becomes its distance from the day's mean in standard deviations, up to 4.
func standardise(col []float64) {
	var mean, spread float64
	for _, x := range col {
		mean += x
	}
	mean /= float64(len(col))
	for _, x := range col {
		spread += (x - mean) * (x - mean)
	}
	spread = math.Sqrt(spread/float64(len(col))) + 1e-3
	for i, x := range col {
		col[i] = math.Max(-4, math.Min(4, (x-mean)/spread))
	}
}

// average is the mean of f over a sentence's stems. Adding three keeps one of three words from being best by three.
func (r *reading) average(f func(stem int32) float64) []float64 {
	return r.each(func(s *sentence) float64 {
		var sum float64
		for _, t := range s.vec {
			sum += f(t.stem)
		}
		return sum / float64(len(s.vec)+3)
	})
}

// topic is the mean log of how many sentences have a sentence's stems.
func topic(r *reading) []float64 {
	n := make([]float64, len(r.lex.words))
	for _, s := range r.told {
		for _, t := range s.vec {
			n[t.stem]++
		}
	}
	return r.average(func(stem int32) float64 { return math.Log1p(n[stem]) })
}

// openers is the mean log of how many articles open with a sentence's stems.
func openers(r *reading) []float64 {
	n := make([]spread, len(r.lex.words))
	for _, s := range r.told {
		for _, t := range s.vec {
			if s.place < opening {
				n[t.stem].add(s.at)
			}
		}
	}
	return r.average(func(stem int32) float64 { return math.Log(max(1, float64(n[stem].n))) })
}

// on reports whether a sentence has a date of the edition's days.
func (r *reading) on(s *sentence) bool {
	days := when.Interval{From: r.from, To: r.to}
	return s.dated(func(d when.Interval) bool { return d.Days() <= 2 && d.Overlaps(days) })
}

func (s *sentence) dated(is func(when.Interval) bool) bool {
	return slices.ContainsFunc(s.dates, func(d when.Date) bool { return is(d.Interval) })
}

// week reports whether the interval is short enough to date something.
func week(d when.Interval) bool { return d.Days() <= 7 }

func (r *reading) earlier(s *sentence) bool {
	first, last := r.from.Add(-30), r.from.Add(-2)
	return s.dated(func(d when.Interval) bool { return week(d) && !d.To.Before(first) && !d.To.After(last) })
}

func (r *reading) later(s *sentence) bool {
	return s.dated(func(d when.Interval) bool { return week(d) && d.From.After(r.to) })
}

func (r *reading) undated(s *sentence) bool { return len(s.dates) == 0 }

func (r *reading) speech(s *sentence) bool {
	return slices.ContainsFunc(s.words, func(w int32) bool { return speaking[r.lex.words[w].text] })
}

var speaking = english.Set("said says told added say")

func (r *reading) byline(s *sentence) bool {
	return contains(s.text, " | ", "(Reuters)", " -- ", "Photo")
}

// datedWords is the likeness to the sentences, of any article, that are dated to these days.
func datedWords(r *reading) []float64 {
	dated := r.datedCentre(r.told)
	for stem, x := range r.datedCentre(r.around) {
		dated[stem] += x
	}
	return r.each(func(s *sentence) float64 {
		var sum float64
		for _, t := range s.vec {
			sum += float64(t.w) * dated[t.stem]
		}
		return sum
	})
}

// datedCentre is the sum of the vectors of sentences that are dated to these days, of length 1, by stem.
func (r *reading) datedCentre(all []*sentence) []float64 {
	c := make([]float64, len(r.lex.words))
	for _, s := range all {
		if r.on(s) {
			for _, t := range s.vec {
				c[t.stem] += float64(t.w)
			}
		}
	}
	var norm float64
	for _, x := range c {
		norm += x * x
	}
	if norm > 0 {
		for i := range c {
			c[i] /= math.Sqrt(norm)
		}
	}
	return c
}

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
	degree, sum := make([]float64, n), make([]float64, len(r.lex.words))
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

// step gives each sentence what all others give it: their share in from times the cosine. sum has room for each stem.
func (r *reading) step(from, to, sum []float64) {
	clear(sum)
	for i, s := range r.told {
		for _, t := range s.vec {
			sum[t.stem] += from[i] * float64(t.w)
		}
	}
	for i, s := range r.told {
		to[i] = 0
		for _, t := range s.vec {
			to[i] += sum[t.stem] * float64(t.w)
		}
		if len(s.vec) > 0 {
			to[i] = max(0, to[i]-from[i]) // not from itself
		}
	}
}

// A gram is two or three words in a row; the third is -1 in a pair.
type gram [3]int32

// A spread counts the articles that have something, each once, since they come one after the other.
type spread struct{ n, last int32 }

func (s *spread) add(at int) {
	if s.last != int32(at+1) {
		s.last = int32(at + 1)
		s.n++
	}
}

// triples is the mean log of the number of articles over a sentence's runs of three words (Gillick and Favre 2009).
func triples(r *reading) []float64 {
	spreads := map[gram]*spread{}
	for _, s := range r.told {
		for g := range s.triples() {
			if spreads[g] == nil {
				spreads[g] = new(spread)
			}
			spreads[g].add(s.at)
		}
	}
	for _, s := range r.around {
		for g := range s.triples() {
			if known := spreads[g]; known != nil {
				known.add(s.at)
			}
		}
	}
	return r.each(func(s *sentence) float64 {
		var sum float64
		for g := range s.triples() {
			if !r.functional(g) {
				sum += math.Log(float64(spreads[g].n))
			}
		}
		return sum / float64(len(s.words))
	})
}

func (s *sentence) triples() iter.Seq[gram] {
	return func(yield func(gram) bool) {
		for j := 0; j+3 <= len(s.words) && yield(gram(s.words[j:j+3])); j++ {
		}
	}
}

// functional reports whether all words are function words.
func (r *reading) functional(g gram) bool {
	return !slices.ContainsFunc(g[:], func(w int32) bool { return !r.lex.words[w].stop })
}
