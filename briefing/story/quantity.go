package story

import (
	"strconv"
	"strings"
	"unicode"

	"rapporteur/corpus/text/english"
)

// A figure is a number in a sentence and what it counts.
type figure struct {
	text  string // as printed, with its unit: "80 million crowns"
	value float64
	unit  string // stem of what is counted
	bound bound
}

// A bound is what the words before a number make of it.
type bound int

const (
	exactly bound = iota
	about         // "about 100", "nearly 100"
	least         // "more than 100"
	most          // "up to 100"
)

// boundBy reads the words before a number.
func boundBy(before []string) bound {
	last, prev := "", ""
	if n := len(before); n > 0 {
		last = letters(before[n-1])
		if n > 1 {
			prev = letters(before[n-2])
		}
	}
	switch {
	case last == "than" && (prev == "more" || prev == "greater" || prev == "higher"), last == "least" && prev == "at", last == "over", last == "above", last == "exceeding":
		return least
	case last == "than", last == "to" && prev == "up", last == "most" && prev == "at", last == "under", last == "below", last == "maximum":
		return most
	case last == "about", last == "some", last == "around", last == "roughly", last == "nearly", last == "almost", last == "approximately", last == "estimated":
		return about
	}
	return exactly
}

// numbers counts the numbers of a sentence in digits that are in no expression of time
// and not in brackets, where they convert the one before.
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

// scales are the words that multiply the number before them.
var scales = map[string]float64{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}

// figuresIn finds the numbers of a sentence that count something, leaving out dates
// and years.
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

// counted is the figure that begins the words: its number, scale and unit, which is
// the next word of content, at most two further on.
func counted(words []string, value float64) (figure, bool) {
	f := figure{value: value}
	for n, w := range words[1:min(len(words), 5)] {
		low := letters(w)
		switch {
		case scales[low] > 0:
			f.value *= scales[low]
			continue
		case english.NonUnits.Has(low):
			return f, false
		case low == "" || english.RankingStopWords.Has(low):
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

// inDate reports whether the number stands in an expression of time.
func (r *reading) inDate(s *sentence, w string) bool {
	for _, d := range s.dates {
		if strings.Contains(d.Of(s.article.Text), trimEnds(w)) {
			return true
		}
	}
	return false
}
