package tagger

import (
	"slices"

	"rapporteur/corpus/span"
)

// CueLevel is the level of GroupCue of a word that stood in cues cues times out of seen in the training articles.
func CueLevel(cues, seen int) uint8 {
	if seen < 2 {
		return 1 // too rare to tell
	}
	for i, rate := range [...]float64{0.8, 0.6, 0.4, 0.2, 0.08, 0.03} {
		if float64(cues) >= rate*float64(seen) {
			return uint8(CueLevels - 1 - i)
		}
	}
	if cues > 0 {
		return 2
	}
	return 0
}

// Levels from which a word counts as a frequent cue (0.4), or a cue at times (0.08).
const (
	strongLevel = CueLevels - 3
	weakLevel   = CueLevels - 5
)

// markDistances sets how far the nearest cue words stand on both sides.
func markDistances(tokens []Token) {
	for _, side := range [...]struct {
		strong, weak Group
		first, step  int
	}{
		{GroupStrongLeft, GroupWeakLeft, 0, 1},
		{GroupStrongRight, GroupWeakRight, len(tokens) - 1, -1},
	} {
		strong, weak := -1, -1
		for i := side.first; i >= 0 && i < len(tokens); i += side.step {
			values := &tokens[i].Values
			values[side.strong], values[side.weak] = distance(i, strong), distance(i, weak)
			if values[GroupCue] >= strongLevel {
				strong = i
			}
			if values[GroupCue] >= weakLevel {
				weak = i
			}
		}
	}
}

// distance buckets the words from i to the cue word; 0 where there is none.
func distance(i, cue int) int32 {
	if cue < 0 {
		return 0
	}
	bucket, _ := slices.BinarySearch([]int{1, 2, 3, 4, 5, 7, 10, 15, 25}, max(i-cue, cue-i))
	return int32(bucket + 1)
}

// Values of GroupQuote; those inside grow by where in the quotation the word is.
const (
	unquoted = iota
	openingMark
	closingMark
	insideQuote // + 5 * flags + place
)

// markQuotes sets each word's place in its quotation, and whether that is closed or carried over from before.
func markQuotes(tokens []Token, p *Passage) {
	q := 0
	for i, w := range p.Words {
		for q < len(p.Quotes) && p.Quotes[q].End <= w.Start {
			q++
		}
		if q == len(p.Quotes) || w.Start < p.Quotes[q].Start {
			continue
		}
		in := p.Quotes[q]
		switch {
		case w.Start < in.Inner.Start:
			tokens[i].Values[GroupQuote] = openingMark
		case w.Start >= in.Inner.End:
			tokens[i].Values[GroupQuote] = closingMark
		default:
			v := insideQuote + quotePlace(p, in.Inner, i)
			if in.Unclosed {
				v += 5
			}
			if in.Carried {
				v += 10
			}
			tokens[i].Values[GroupQuote] = v
		}
	}
}

// quotePlace separates the first and the last words, short quotations, and the rest.
func quotePlace(p *Passage, quote span.Span, i int) int32 {
	switch {
	case quote.End-quote.Start < 25:
		return 4
	case i == 0 || p.Words[i-1].Start < quote.Start:
		return 1
	case i == len(p.Words)-1 || p.Words[i+1].Start >= quote.End:
		return 2
	case i < len(p.Words)-2 && p.Words[i+2].Start >= quote.End || p.Words[i].End >= quote.End-3:
		return 3
	}
	return 0
}

// markPlaces sets the place in the sentence, by full stops, and whether the passage is a title and has quotations.
func markPlaces(tokens []Token, p *Passage) {
	passage := int32(0)
	switch {
	case p.Title:
		passage = 20
	case len(p.Quotes) > 0:
		passage = 10
	}
	since := int32(0)
	for i := range tokens {
		v := min(since, 4)
		switch i {
		case 0:
			v = 5
		case len(tokens) - 1:
			v = 6
		case len(tokens) - 2:
			v = 7
		}
		tokens[i].Values[GroupPlace] = passage + v
		since++
		if s := tokens[i].Values[GroupShape]; s == 11 || s == 15 {
			since = 0
		}
	}
}
