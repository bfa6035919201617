package article

import (
	"strings"

	"rapporteur/corpus/span"
)

// The longest title in bytes, and the longest that ends like a sentence. The longest headlines of newspapers are
// under 200 bytes, and those that end in a full stop are short.
const (
	maxTitle    = 250
	maxSentence = 130
)

// isTitle reports whether the first line of a text without a header is its title, rather than its first paragraph or
// a dateline.
func isTitle(s string) bool {
	if len(s) > maxTitle || strings.ContainsRune("-–—_", lastRune(s)) {
		return false
	}
	return len(s) <= maxSentence || !ends(s)
}

// parsePlain reads the plain-text formats. A day or an address on its own line under the title is a header. Below a
// header with a day, lines without blank lines between them are sentences in any order (Lines); all other lines are
// paragraphs.
func parsePlain(text string, file span.Map) (Article, error) {
	rows := rowsOf(text)
	if len(rows) == 0 {
		return Article{}, errEmpty
	}
	a := Article{Text: text, File: file, Format: Paragraphs, Ordered: true}
	day, address, n := header(text, rows[1:])
	if first := rows[0].Span; n > 0 || isTitle(a.At(first)) {
		a.Head, rows = first, rows[1:]
	}
	a.Published, a.URL, rows = day, address, rows[n:]
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
