package text

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

// Words divides s into words and marks as byte spans, close to the Penn Treebank's rules: clitics ("'s", "n't"),
// marks and currency signs stand alone; hyphenated words, figures ("1,000.5") and abbreviations with their full
// stop ("U.S.", "Gen.") stay whole. It is the one tokeniser of the project.
func Words(s string) []span.Span {
	dst := make([]span.Span, 0, len(s)/5+2)
	for i := 0; i < len(s); {
		r, n := decode(s, i)
		switch {
		case isBlank(r):
			i += n
		case isWordRune(r):
			end := wordEnd(s, i)
			dst = appendClitics(dst, s, i, end)
			i = end
		default:
			end := markEnd(s, i, r, n)
			dst = append(dst, span.Span{Start: i, End: end})
			i = end
		}
	}
	return dst
}

func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// next is the rune of s at i, or 0 past its end.
func next(s string, i int) rune {
	if i >= len(s) {
		return 0
	}
	r, _ := decode(s, i)
	return r
}

// isBlank also counts the invisible spaces in publishers' pages: the byte order mark, the
// zero-width space and the joiners.
func isBlank(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || r >= '\t' && r <= '\r'
	}
	return unicode.IsSpace(r) || r == '\uFEFF' || r >= '\u200B' && r <= '\u200D'
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(r) || isDigit(r)
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// leadingWord is the letters and digits at the start of s.
func leadingWord(s string) string { return s[:len(s)-len(strings.TrimLeftFunc(s, isWordRune))] }

// wordsIn is the runs of letters and digits in s.
func wordsIn(s string) iter.Seq[string] {
	return strings.FieldsFuncSeq(s, func(r rune) bool { return !isWordRune(r) })
}

func isASCIILetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isApostrophe reports whether r is printed as an apostrophe, straight or curly.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// wordEnd is where the word that begins at i ends.
func wordEnd(s string, i int) int {
	start, prev := i, rune(0)
	for i < len(s) {
		r, n := decode(s, i)
		switch {
		case isWordRune(r):
		case r == '.' && !joinsDot(s, start, i, prev):
			return i + abbreviationDot(s, start, i)
		case r == ',' && !(isDigit(prev) && isDigit(next(s, i+1))):
			return i
		case r == '-' || isApostrophe(r) || r == '@' || r == '_' || r == '&':
			if !isWordRune(next(s, i+n)) {
				return i
			}
		case r != '.' && r != ',':
			return i
		}
		prev = r
		i += n
	}
	return i
}

// joinsDot reports whether the full stop at i stands inside a word: "U.S",
// "2.5", "example.com"; not in "end.The", where a space was lost.
func joinsDot(s string, start, i int, prev rune) bool {
	after := next(s, i+1)
	switch {
	case isDigit(after):
		return isDigit(prev)
	case !isWordRune(after):
		return false
	case i-start == 1 || start < i-1 && s[i-2] == '.':
		return true
	}
	return unicode.IsLower(after)
}

// abbreviationDot is 1 where the full stop at i belongs to the word from start.
func abbreviationDot(s string, start, i int) int {
	word := s[start:i]
	j := strings.LastIndexByte(word, '.')
	if len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z' ||
		j >= 0 && len(word)-j == 2 && isASCIILetter(rune(word[j+1])) || isAbbreviation(word) {
		return 1
	}
	return 0
}

// appendClitics appends the word of s from start to end, its clitic apart.
func appendClitics(dst []span.Span, s string, start, end int) []span.Span {
	cut := cliticStart(s, start, end)
	if cut <= start || cut >= end {
		return append(dst, span.Span{Start: start, End: end})
	}
	return append(dst, span.Span{Start: start, End: cut}, span.Span{Start: cut, End: end})
}

// cliticStart is where the clitic at the word's end begins, or end.
func cliticStart(s string, start, end int) int {
	for i := end - 1; i > start && end-i <= len("’")+2; i-- {
		if !utf8.RuneStart(s[i]) {
			continue
		}
		r, n := decode(s, i)
		if !isApostrophe(r) {
			continue
		}
		switch tail := s[i+n : end]; {
		case strings.EqualFold(tail, "t") && i > start+1 && s[i-1]|0x20 == 'n':
			return i - 1
		case strings.EqualFold(tail, "s"), strings.EqualFold(tail, "re"), strings.EqualFold(tail, "ve"),
			strings.EqualFold(tail, "ll"), strings.EqualFold(tail, "d"), strings.EqualFold(tail, "m"):
			return i
		}
		return end
	}
	return end
}

// markEnd is where the mark at i ends: most are one rune; runs of one dash or
// full stop, and TeX's doubled quotation marks, are one mark.
func markEnd(s string, i int, r rune, n int) int {
	end := i + n
	switch r {
	case '-', '.', '–', '—':
		for next(s, end) == r {
			end += n
		}
	case '`', '\'':
		if next(s, end) == r {
			end += n
		}
	}
	return end
}
