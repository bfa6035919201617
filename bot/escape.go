package bot

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// markdown is text in Discord's markup. Foreign words become markdown only through
// escape, so that the compiler catches those that did not.
type markdown string

// always are the characters that mean something wherever they stand. Brackets suffice
// against links, and the angle against mentions, timestamps and commands.
const always = "\\*_~|`[]<>@"

// escape makes foreign words into markdown that shows exactly those words on one line:
// no mark-up, no mention, no link, nothing invisible.
func escape(s string) markdown {
	s = plain(s)
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i, r := range s {
		if strings.ContainsRune(always, r) || r == ':' && strings.HasPrefix(s[i:], "://") || opensBlock(s, i) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return markdown(b.String())
}

// opensBlock reports whether the character at i would begin a heading, a list or small
// print, which it does only at the start of a line.
func opensBlock(s string, i int) bool {
	switch s[i] {
	case '#', '-', '+':
		return i == 0
	case '.', ')':
		return i > 0 && strings.Trim(s[:i], "0123456789") == ""
	}
	return false
}

// maxStacked is how many marks one letter may carry after composition. No script needs
// more; with more, marks climb over the lines above and below.
const maxStacked = 4

// plain is s on one line, in composed form, with nothing in it that cannot be seen:
// controls, directional overrides, zero widths, tags and fillers go, and so do marks
// piled on one letter; runs of space become one.
func plain(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	for {
		settled := visible([]rune(norm.NFC.String(s)))
		if settled == s {
			return s
		}
		s = settled // what has gone may have stood between two characters that now compose
	}
}

// visible is what can be seen of runes, on one line.
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
		case stacked == maxStacked:
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
	return runes[i] == '\u200D' && i > 0 && i+1 < len(runes) && pictorial(runes[i-1]) && pictorial(runes[i+1])
}

func pictorial(r rune) bool {
	return r == '\uFE0F' || unicode.Is(unicode.So, r) || r >= 0x1F3FB && r <= 0x1F3FF
}
