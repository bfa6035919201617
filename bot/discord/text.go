package discord

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// maxStackedMarks is how many marks one letter may carry after composition. No script needs
// more; more would cover the lines above and below.
const maxStackedMarks = 4

// PlainText is s on one line, in composed form, without invisible characters (controls, directional overrides, zero
// widths, tags, fillers) and without piles of marks on one letter. A run of spaces becomes one space.
func PlainText(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	for {
		cleaned := visible([]rune(norm.NFC.String(s)))
		if cleaned == s {
			return s
		}
		s = cleaned // a removed character may have stood between two that now compose
	}
}

// visible is runes without those that cannot be seen, on one line.
func visible(runes []rune) string {
	var b strings.Builder
	b.Grow(len(runes))
	space, stacked := false, 0
	for i, r := range runes {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case invisible(r) && !joinsEmoji(runes, i):
			continue
		case !unicode.In(r, unicode.Mn, unicode.Me):
			stacked = 0
		case stacked == maxStackedMarks:
			continue
		default:
			stacked++
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// invisible reports whether a character shows nothing: the categories Cc, Cf, Co and
// Cs, and the letters and marks that are blank.
func invisible(r rune) bool {
	switch r {
	case '\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u2800', '\u3164', '\uFFA0':
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs) || r >= 0xE0000 && r <= 0xE0FFF
}

// joinsEmoji reports whether the character at i is the joiner inside one emoji.
func joinsEmoji(runes []rune, i int) bool {
	return runes[i] == '\u200D' && i > 0 && i+1 < len(runes) && isPictograph(runes[i-1]) && isPictograph(runes[i+1])
}

func isPictograph(r rune) bool {
	return r == '\uFE0F' || unicode.Is(unicode.So, r) || r >= 0x1F3FB && r <= 0x1F3FF
}

// Length is the length of s as Discord counts it.
func Length(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// Truncate shortens s to at most limit units, at the end of a grapheme and where possible
// of a word, and marks the cut with "…".
func Truncate(s string, limit int) string {
	if Length(s) <= limit {
		return s
	}
	end, used := 0, 1
	for g := graphemes.FromString(s); g.Next(); {
		if used += Length(g.Value()); used > limit {
			break
		}
		end = g.End()
	}
	short := s[:end]
	if i := strings.LastIndexByte(short, ' '); i > len(short)*3/4 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:") + "…"
}

// WholeSentences shortens s to whole sentences of at most limit units; "" when not even the first fits.
func WholeSentences(s string, limit int) string {
	if Length(s) <= limit {
		return s
	}
	end := 0
	for i, c := range s {
		if c != '.' && c != '!' && c != '?' {
			continue
		}
		rest := strings.TrimLeft(s[i+1:], "\"'”’»)")
		stop := len(s) - len(rest)
		if Length(s[:stop]) > limit {
			break
		}
		if strings.HasPrefix(rest, " ") {
			end = stop
		}
	}
	return s[:end]
}
