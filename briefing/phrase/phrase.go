// Package phrase says how well printed words fit words that someone half remembers: inflected,
// misspelt, with words missing or added. It knows no stores and no answers.
package phrase

import (
	"math"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/term"
)

// A Word is one word of a phrase.
type Word struct {
	Key    string             // of the package term
	Weight float64            // how much it tells sentences apart; more than 0
	Near   map[string]float64 // keys it may stand for, and how surely: below 1
}

// A Phrase is the remembered words, in order.
type Phrase []Word

// Idf is Robertson and Spärck Jones's inverse document frequency of a word in so many of all sentences, kept above 0.
func Idf(in, all int) float64 { return math.Log(1 + (float64(all)+0.5)/(float64(in)+0.5)) }

// CommonWeight is the weight of a word too common to be indexed: it tells two orders of words apart, but makes no fit.
const CommonWeight = 0.4

// Weight is the sum of the weights.
func (p Phrase) Weight() float64 {
	sum := 0.0
	for _, w := range p {
		sum += w.Weight
	}
	return sum
}

// A Fit is how well a phrase fits printed words. Shares are of the phrase's weight, from 0 to 1.
type Fit struct {
	Strong float64   // share of the words that are not common, in any order
	Cover  float64   // share of all words, in any order
	Order  float64   // share of all words, in order
	Dense  float64   // 1, or less when the words found are scattered
	Info   float64   // weight of the uncommon words found
	Words  int       // how many they are
	Span   span.Span // the aligned stretch of printed words, in bytes
	Reach  span.Span // the stretch and the few words around it that count
	first  int       // the stretch as words
	last   int
}

// Score is one number for a fit. Common words and order separate what the other words leave equal.
func (f Fit) Score() float64 { return f.Dense * (0.6*f.Strong + 0.2*f.Cover + 0.2*f.Order) }

// A stretch of so many words per word of the phrase, and a few more, is dense.
const (
	denseWords = 2.5
	denseMore  = 4
)

// What counts against an alignment.
const (
	missing = 0.35 // of the weight of a missing word
	extra   = 0.12 // of the phrase's mean weight, for an extra word
)

// In finds the stretch that fits the phrase best: the local alignment of Smith and Waterman (1981) over weighted words.
func (p Phrase) In(told []term.Term) Fit {
	total := p.Weight()
	if total == 0 || len(told) == 0 {
		return Fit{}
	}
	first, last := p.align(told, extra*total/float64(len(p)))
	if first < 0 {
		return Fit{}
	}
	f := Fit{first: first, last: last, Span: span.Span{Start: told[first].Start, End: told[last].End}}
	f.measure(p, told, total)
	f.Dense = min(1, (denseWords*float64(len(p))+denseMore)/float64(last-first+1))
	return f
}

// align is the first and last word of the best stretch, or -1.
func (p Phrase) align(told []term.Term, gap float64) (first, last int) {
	n := len(told)
	prev, row := make([]float64, n+1), make([]float64, n+1)
	from, start := make([]int, n+1), make([]int, n+1) // where the alignment in each cell began
	best, first, last := 0.0, -1, -1
	for _, w := range p {
		row[0] = 0
		for j := 1; j <= n; j++ {
			score, begin := 0.0, j
			if s := w.strength(told[j-1].Key); s > 0 {
				score, begin = prev[j-1]+s*w.Weight, j-1
				if prev[j-1] > 0 {
					begin = from[j-1]
				}
			}
			if up := prev[j] - missing*w.Weight; up > score {
				score, begin = up, from[j]
			}
			if left := row[j-1] - gap; left > score {
				score, begin = left, start[j-1]
			}
			row[j], start[j] = score, begin
			if score > best {
				best, first, last = score, begin, j-1
			}
		}
		prev, row = row, prev
		from, start = start, from
	}
	return first, last
}

// strength is how surely a key stands for the word: 1 for its own.
func (w Word) strength(key string) float64 {
	if key == w.Key {
		return 1
	}
	return w.Near[key]
}

// StandsIn reports whether the keys have the word or one it may stand for.
func (w Word) StandsIn(keys map[string]bool) bool {
	if keys[w.Key] {
		return true
	}
	for k := range w.Near {
		if keys[k] {
			return true
		}
	}
	return false
}

// slack is how many words beyond either end of the stretch may still have a word that was remembered out of place.
const slack = 4

// measure matches the words of the phrase with those of the stretch, each once.
func (f *Fit) measure(p Phrase, told []term.Term, total float64) {
	lo, hi := max(0, f.first-slack), min(len(told)-1, f.last+slack)
	f.Reach = span.Span{Start: told[lo].Start, End: told[hi].End}
	taken := make([]bool, hi-lo+1)
	next, strong := 0, 0.0
	for _, w := range p {
		if w.Weight > CommonWeight {
			strong += w.Weight
		}
		at, strength := w.find(told[lo:hi+1], taken, next)
		if at < 0 {
			continue
		}
		taken[at] = true
		f.Cover += strength * w.Weight / total
		if w.Weight > CommonWeight {
			f.Words++
			f.Info += strength * w.Weight
		}
		if at >= next {
			f.Order += strength * w.Weight / total
			next = at + 1
		}
	}
	if strong > 0 {
		f.Strong = f.Info / strong
	}
}

// find is the place of the surest word not taken yet, the nearest at or after next first.
func (w Word) find(told []term.Term, taken []bool, next int) (int, float64) {
	at, best := -1, 0.0
	for n := range told {
		j := n + next // from next to the end, then back from next
		if j >= len(told) {
			j = len(told) - 1 - n
		}
		if s := w.strength(told[j].Key); s > best && !taken[j] {
			at, best = j, s
		}
	}
	return at, best
}
