package polnear

import (
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

// Stripped is the article, annotations moved along, without quotation marks and apostrophes, as some copies reach us.
func (a Article) Stripped() Article {
	moved := make([]int, len(a.Text)+1)
	var b strings.Builder
	for i := 0; i < len(a.Text); {
		r, n := utf8.DecodeRuneInString(a.Text[i:])
		for k := range n {
			moved[i+k] = b.Len()
		}
		if !strings.ContainsRune("\"'“”‘’`", r) {
			b.WriteString(a.Text[i : i+n])
		}
		i += n
	}
	moved[len(a.Text)] = b.Len()
	move := func(in []span.Span) []span.Span {
		var out []span.Span
		for _, s := range in {
			if t := (span.Span{Start: moved[s.Start], End: moved[s.End]}); !t.Empty() {
				out = append(out, t)
			}
		}
		return out
	}
	out := Article{Name: a.Name, Text: b.String()}
	for _, r := range a.Relations {
		if r := (Relation{move(r.Source), move(r.Cue), move(r.Content)}); len(r.Cue) > 0 && len(r.Content) > 0 {
			out.Relations = append(out.Relations, r)
		}
	}
	return out
}
