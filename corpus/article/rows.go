package article

import (
	"strings"
	"unicode"

	"rapporteur/corpus/span"
)

// A row is a line that is not blank, trimmed.
type row struct {
	span.Span
	apart bool // a blank line, or the start of the file, stands before it
}

func rowsOf(text string) []row {
	var rows []row
	apart := true
	for at := 0; at < len(text); {
		end := at + strings.IndexByte(text[at:]+"\n", '\n')
		if s := trim(text, span.Span{Start: at, End: end}); s.Empty() {
			apart = true
		} else {
			rows = append(rows, row{s, apart})
			apart = false
		}
		at = end + 1
	}
	return rows
}

// trim is s without the white space at its ends.
func trim(text string, s span.Span) span.Span {
	in := s.Of(text)
	lead := len(in) - len(strings.TrimLeftFunc(in, isBlank))
	s.Start += lead
	s.End = s.Start + len(strings.TrimRightFunc(in[lead:], isBlank))
	return s
}

// isBlank reports whether r is white space, with or without width.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }
