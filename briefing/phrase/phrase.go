// Package phrase says how well words that somebody printed fit words that somebody
// half remembers: in another inflection or spelling, with words dropped, added or
// mistyped. It compares, and knows nothing of stores or answers.
package phrase

import (
	"math"

	"rapporteur/corpus/span"
	"rapporteur/corpus/store/term"
)

// A Word is one word of a phrase.
type Word struct {
	Key    string             // of the package term
	Weight float64            // what it says about which sentence is meant; more than 0
	Near   map[string]float64 // other keys it may stand for, and how sure: below 1
}

// A Phrase is the words somebody remembers, in order.
type Phrase []Word

// Idf is the weight of a word that in of all sentences hold: the inverse document
// frequency of Robertson and Spärck Jones, kept above nought.
func Idf(in, all int) float64 {
	return math.Log(1 + (float64(all)+0.5)/(float64(in)+0.5))
}

// CommonWeight is the weight of a word so common that it is not indexed: enough
// to tell two orders of the same words apart, not to make a fit.
const CommonWeight = 0.4

// Weight is the sum of the weights.
func (p Phrase) Weight() float64 {
	sum := 0.0
	for _, w := range p {
		sum += w.Weight
	}
	return sum
}

// A Fit is how well a phrase is found in words told. Shares are of the phrase's
// weight, from 0 to 1.
type Fit struct {
	Strong float64   // share of the words that are not common, in whatever order
	Cover  float64   // share of all words, in whatever order
	Order  float64   // share of all words, in order
	Dense  float64   // 1, or less where the words found lie scattered
	Info   float64   // weight of the words found that are not common
	Words  int       // how many they are
	Span   span.Span // the aligned stretch, in bytes of what was told
	Reach  span.Span // the stretch and the few words round it that were looked at
	first  int       // the stretch as words
	last   int
}

// Score is one figure for a fit. Common words and order tell apart what strong
// words leave equal, and weigh on phrases that are made of little else.
func (f Fit) Score() float64 { return f.Dense * (0.6*f.Strong + 0.2*f.Cover + 0.2*f.Order) }

// A stretch of so many words for each word of the phrase, and some more, is dense.
const (
	denseWords = 2.5
	denseMore  = 4
)

// How much a word asked for but not told, or told but not asked for, counts
// against an alignment; shares of a word's weight, and of the phrase's mean.
const (
	missing = 0.35
	extra   = 0.12
)

// In finds the stretch of told that fits the phrase best: the local alignment of
// Smith and Waterman (1981) over words, with the weights as rewards.
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

// slack is how many words beyond either end of the aligned stretch may still hold
// a word of the phrase that was remembered out of its place.
const slack = 4

// measure takes the words of the stretch, each once, for the words asked.
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

// find is the place of the surest untaken word, the nearest at or after next first.
func (w Word) find(told []term.Term, taken []bool, next int) (int, float64) {
	at, best := -1, 0.0
	try := func(j int) {
		if s := w.strength(told[j].Key); s > best && !taken[j] {
			at, best = j, s
		}
	}
	for j := next; j < len(told); j++ {
		try(j)
	}
	for j := min(next, len(told)) - 1; j >= 0; j-- {
		try(j)
	}
	return at, best
}
