package story

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/corpus/text/english"
	"rapporteur/corpus/when"
)

// A figure is a number in a sentence and what it counts.
type figure struct {
	text  string // as printed, with its unit: "80 million crowns"
	value float64
	unit  string // stem of what is counted
	bound bound
}

// A bound is how the words before a number qualify it.
type bound int

const (
	exactly bound = iota
	about         // "about 100", "nearly 100"
	least         // "more than 100"
	most          // "up to 100"
)

// bounds are the words before a number, the last one or two, and what they make of it.
var bounds = map[string]bound{
	"more than": least, "greater than": least, "higher than": least, "at least": least, "over": least, "above": least,
	"exceeding": least, "than": most, "up to": most, "at most": most, "under": most, "below": most, "maximum": most,
	"about": about, "some": about, "around": about, "roughly": about, "nearly": about, "almost": about,
	"approximately": about, "estimated": about,
}

func boundBy(before []string) bound {
	n := len(before)
	if n == 0 {
		return exactly
	}
	last := letters(before[n-1])
	if n > 1 {
		if b, ok := bounds[letters(before[n-2])+" "+last]; ok {
			return b
		}
	}
	return bounds[last]
}

// numbers counts the numbers in digits outside dates and brackets, where they convert the one before.
func (r *reading) numbers(s *sentence) int {
	n, inside := 0, false
	for _, w := range strings.Fields(s.text) {
		inside = inside || strings.HasPrefix(w, "(")
		for _, part := range strings.FieldsFunc(w, func(c rune) bool { return c == '-' || c == '–' || c == '/' }) {
			if _, ok := numeral(part); ok && !inside && !r.inDate(s, part) {
				n++
			}
		}
		inside = inside && !strings.Contains(w, ")")
	}
	return n
}

var scales = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
}

// figuresIn finds the numbers that count something, without dates and years.
func (r *reading) figuresIn(s *sentence) []figure {
	words := strings.Fields(s.text)
	var out []figure
	for k, w := range words {
		value, ok := numeral(w)
		if !ok || value >= 1900 && value < 2100 && !strings.Contains(w, ",") || r.inDate(s, w) {
			continue
		}
		if strings.ContainsAny(w[:1], "$£€") {
			f := figure{text: trimEnds(w), value: value, unit: w[:1], bound: boundBy(words[:k])}
			if k+1 < len(words) && scales[letters(words[k+1])] > 0 {
				f.value *= scales[letters(words[k+1])]
				f.text += " " + trimEnds(words[k+1])
			}
			out = append(out, f)
			continue
		}
		if f, ok := counted(words[k:], value); ok {
			f.bound = boundBy(words[:k])
			out = append(out, f)
		}
	}
	return out
}

// counted is the figure at the start of the words. Its unit is the first word after the number and its scales.
func counted(words []string, value float64) (figure, bool) {
	f := figure{value: value}
	for n, w := range words[1:min(len(words), 5)] {
		low := letters(w)
		switch {
		case scales[low] > 0:
			f.value *= scales[low]
			continue
		case low == "" || english.NonUnits.Has(low) || english.RankingStopWords.Has(low):
			return f, false
		}
		f.unit, f.text = english.LightStem(low), trimEnds(strings.Join(words[:n+2], " "))
		return f, true
	}
	return f, false
}

// numeral reads "12,000", "2.75" and "$80"; not "22-year" or "A4".
func numeral(w string) (float64, bool) {
	w = strings.TrimLeft(strings.TrimRight(w, ".,;:!?)\"”’'"), "$£€(\"“‘'")
	if w == "" || strings.IndexFunc(w, func(c rune) bool { return !unicode.IsDigit(c) && c != ',' && c != '.' }) >= 0 {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v, err == nil && v > 0
}

func letters(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) }))
}

func trimEnds(s string) string { return strings.Trim(s, ".,;:!?()\"“”'") }

// inDate reports whether the number is part of a date.
func (r *reading) inDate(s *sentence, w string) bool {
	has := func(d when.Date) bool { return strings.Contains(d.Of(s.article.Text), trimEnds(w)) }
	return slices.ContainsFunc(s.dates, has)
}
