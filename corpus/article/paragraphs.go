package article

import (
	"strings"
	"unicode/utf8"
)

// rewrap joins lines that were broken at a fixed width, as in mail and old archives, into paragraphs. In such a text
// most lines end in the middle of a sentence, and blank lines mark the paragraphs.
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

// ends reports whether a line ends like a sentence.
func ends(s string) bool {
	s = strings.TrimRight(s, `"'”’)»`)
	return s != "" && strings.ContainsRune(".!?:…", lastRune(s))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
