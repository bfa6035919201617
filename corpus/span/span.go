// Package span has byte ranges of a text and the map that carries them back to the file on disk. Everything this
// program shows is such a range: no step copies words that it can point at.
package span

import "sort"

// Span is a range of bytes, Start included and End not. The zero Span is empty and means "none".
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Len is the number of bytes in the span.
func (s Span) Len() int { return max(0, s.End-s.Start) }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return min(s.End, t.End) > max(s.Start, t.Start) }

// Holds reports whether t lies wholly inside s.
func (s Span) Holds(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Of is the words of text at the span. It panics where the span lies outside text, as slicing does.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// A Run says that the bytes of decoded text at Text were read from the bytes of
// the file at File. Where both have one length, byte answers to byte; otherwise
// (an HTML entity, a JSON escape, a repaired character) the run is never divided.
type Run struct{ Text, File Span }

// A Map carries spans of a decoded text to the file it was read from. Runs are in order of Text and touch; in the
// file there may be gaps between them, such as markup. The empty Map is the identity.
type Map []Run

// File is the span of file bytes from which the span of text was decoded. A
// boundary inside an undivided run moves outwards to the run's own.
func (m Map) File(s Span) Span {
	if len(m) == 0 || s.Empty() {
		return s
	}
	first := m.holding(s.Start)
	last := m.holding(s.End - 1)
	out := Span{first.File.Start, last.File.End}
	if first.divisible() {
		out.Start += s.Start - first.Text.Start
	}
	if last.divisible() {
		out.End -= last.Text.End - s.End
	}
	return out
}

func (r Run) divisible() bool { return r.Text.Len() == r.File.Len() }

// holding is the run that holds byte off of the text; past either end, the nearest run.
func (m Map) holding(off int) Run {
	i := sort.Search(len(m), func(i int) bool { return m[i].Text.End > off })
	return m[min(i, len(m)-1)]
}
