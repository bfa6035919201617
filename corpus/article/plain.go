package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
)

// The longest first line, in bytes, that is taken for a title, and the longest that
// ends as a sentence does: the longest headlines of the press stay under 200, and
// those that end in a full stop are short.
const (
	maxTitle    = 250
	maxSentence = 130
)

// isTitle reports whether the first line of a text without a header is its title,
// and not its first paragraph or the dateline above that.
func isTitle(s string) bool {
	if len(s) > maxTitle || strings.ContainsRune("-–—_", lastRune(s)) {
		return false
	}
	return len(s) <= maxSentence || !ends(s)
}

// A row is a line that is not blank, trimmed.
type row struct {
	span.Span
	apart bool // a blank line, or the start of the file, stands before it
}

// parsePlain reads the formats that are text alone. A day or an address on a line of
// its own under the title makes a header; below one, lines that no blank line parts
// are sentences in any order (Lines), all others are paragraphs.
func parsePlain(text string, file span.Map) (Article, error) {
	rows := rowsOf(text)
	if len(rows) == 0 {
		return Article{}, errEmpty
	}
	a := Article{Text: text, File: file, Format: Paragraphs, Ordered: true}
	day, address, n := header(text, rows[1:])
	if first := rows[0].Span; n > 0 || isTitle(a.At(first)) {
		a.Head, a.Title = first, strings.Join(strings.Fields(a.At(first)), " ")
		rows = rows[1:]
	}
	a.Published, a.URL = day, address
	rows = rows[n:]
	if !day.IsZero() && !parted(rows) {
		a.Format, a.Ordered = Lines, false
	} else {
		rows = rewrap(text, rows)
	}
	for _, r := range rows {
		a.Body = append(a.Body, r.Span)
	}
	return a, a.finish()
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

// header reads the day and the address that may stand under a title, in either
// order, and says how many rows they take.
func header(text string, rows []row) (day civil.Day, address string, n int) {
	for n < min(len(rows), 2) {
		s := rows[n].Of(text)
		d, ok := compactDay(s)
		if !ok {
			if iso, err := civil.Parse(s); err == nil {
				d, ok = iso, true
			}
		}
		switch {
		case ok && day.IsZero():
			day = d
		case address == "" && isAddress(s):
			address = s
		default:
			return day, address, n
		}
		n++
	}
	return day, address, n
}

func isAddress(s string) bool {
	scheme, rest, found := strings.Cut(s, "://")
	return found && rest != "" && len(scheme) <= 10 && !strings.ContainsFunc(s, unicode.IsSpace)
}

// parted reports whether blank lines stand between most of the rows.
func parted(rows []row) bool {
	n := 0
	for _, r := range rows[min(1, len(rows)):] {
		if r.apart {
			n++
		}
	}
	return n*2 > len(rows)-1
}

// rewrap makes one paragraph again of lines that were broken at a fixed width, as
// mail and old archives do: most lines are full, stop in mid-sentence, and blank
// lines mark the paragraphs.
func rewrap(text string, rows []row) []row {
	broken, joined, longest := 0, 0, 0
	for i, r := range rows {
		longest = max(longest, utf8.RuneCountInString(r.Of(text)))
		if i > 0 && !r.apart {
			joined++
			if !ends(rows[i-1].Of(text)) {
				broken++
			}
		}
	}
	if longest > 100 || joined < 3 || broken*2 < joined {
		return rows
	}
	out := rows[:0]
	for i, r := range rows {
		if i > 0 && !r.apart {
			out[len(out)-1].End = r.End
			continue
		}
		out = append(out, r)
	}
	return out
}

// ends reports whether a line stops where a sentence does.
func ends(s string) bool {
	s = strings.TrimRight(s, `"'”’)»`)
	return s != "" && strings.ContainsRune(".!?:…", lastRune(s))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
