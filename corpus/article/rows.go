package article

import (
	"strings"
	"unicode"

	"rapporteur/corpus/span"
)

// A row is a line that is not blank, trimmed.
type row struct {
	span.Span
	apart bool // after a blank line or the start of the file
}

func rowsOf(text string) []row {
	var rows []row
	apart := true
	at := 0
	for line := range strings.Lines(text) {
		if s := trim(text, span.Span{Start: at, End: at + len(line)}); s.Empty() {
			apart = true
		} else {
			rows = append(rows, row{s, apart})
			apart = false
		}
		at += len(line)
	}
	return rows
}

// trim cuts the white space from both ends of s.
func trim(text string, s span.Span) span.Span {
	in := s.Of(text)
	lead := len(in) - len(strings.TrimLeftFunc(in, isBlank))
	s.Start += lead
	s.End = s.Start + len(strings.TrimRightFunc(in[lead:], isBlank))
	return s
}

// isBlank reports whether r is white space, of any width or none.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }
