package article

import (
	"strings"

	"rapporteur/corpus/span"
)

// The longest first line, in bytes, that is taken for a title, and the longest that ends as a sentence does: the
// longest headlines of the press stay under 200, and those that end in a full stop are short.
const (
	maxTitle    = 250
	maxSentence = 130
)

// isTitle reports whether the first line of a text without a header is its title, and not its first paragraph or the
// dateline above that.
func isTitle(s string) bool {
	if len(s) > maxTitle || strings.ContainsRune("-–—_", lastRune(s)) {
		return false
	}
	return len(s) <= maxSentence || !ends(s)
}

// parsePlain reads the formats that are text alone. A day or an address on a line of its own under the title makes a
// header; below one, lines that no blank line parts are sentences in any order (Lines), all others are paragraphs.
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
