package article

import (
	"sort"

	"rapporteur/corpus/span"
)

// A builder assembles the text of an article and the map from its parts to bytes of the file.
type builder struct {
	text []byte
	runs span.Map
}

// keep appends bytes that are the same in the file, at offset at.
func (b *builder) keep(s string, at int) {
	if s == "" {
		return
	}
	from := span.Span{Start: at, End: at + len(s)}
	if n := len(b.runs); n > 0 {
		if last := &b.runs[n-1]; last.File.End == at && last.Text.Len() == last.File.Len() {
			b.text = append(b.text, s...)
			last.Text.End, last.File.End = len(b.text), from.End
			return
		}
	}
	b.put(s, from)
}

// put appends s, which the file writes differently, at from.
func (b *builder) put(s string, from span.Span) {
	start := len(b.text)
	b.text = append(b.text, s...)
	b.runs = append(b.runs, span.Run{Text: span.Span{Start: start, End: len(b.text)}, File: from})
}

// join appends line ends or a space that are not in the file.
func (b *builder) join(s string) {
	at := 0
	if n := len(b.runs); n > 0 {
		at = b.runs[n-1].File.End
	}
	b.put(s, span.Span{Start: at, End: at})
}

// result is the text and its map; the map is nil when the text is the file itself.
func (b *builder) result() (string, span.Map) {
	if len(b.runs) == 1 && b.runs[0].Text == b.runs[0].File {
		return string(b.text), nil
	}
	return string(b.text), b.runs
}

// through joins two maps: m from a text to its decoded source, and source from there to the file.
func through(m, source span.Map) span.Map {
	if len(source) == 0 {
		return m
	}
	out := make(span.Map, 0, len(m))
	at := 0 // where the last run ends in the file
	for _, r := range m {
		switch {
		case r.File.Empty():
			r.File = span.Span{Start: at, End: at}
			out = append(out, r)
		case r.Text.Len() != r.File.Len():
			r.File = source.File(r.File)
			out = append(out, r)
		default:
			out = divide(out, r, source)
		}
		at = out[len(out)-1].File.End
	}
	return out
}

// divide appends a run whose bytes map one to one, cut where the runs of source meet.
func divide(out span.Map, r span.Run, source span.Map) span.Map {
	shift := r.Text.Start - r.File.Start
	first := sort.Search(len(source), func(i int) bool { return source[i].Text.End > r.File.Start })
	for _, s := range source[first:] {
		cut := span.Span{Start: max(r.File.Start, s.Text.Start), End: min(r.File.End, s.Text.End)}
		if cut.Empty() {
			break
		}
		to := span.Span{Start: cut.Start + shift, End: cut.End + shift}
		out = append(out, span.Run{Text: to, File: source.File(cut)})
	}
	return out
}

// shifted moves a map of a text of n bytes by at bytes of the file, in place.
func shifted(m span.Map, at, n int) span.Map {
	if at == 0 {
		return m
	}
	if len(m) == 0 {
		m = span.Map{{Text: span.Span{End: n}, File: span.Span{End: n}}}
	}
	for i := range m {
		m[i].File.Start += at
		m[i].File.End += at
	}
	return m
}
