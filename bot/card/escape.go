package card

import (
	"strings"

	"rapporteur/bot/discord"
)

// markdown is text in Discord's markup. Foreign words become markdown only through
// escape, so that the compiler catches those that did not.
type Markdown string

// always are the characters that mean something wherever they stand. Brackets suffice
// against links, and the angle against mentions, timestamps and commands.
const always = "\\*_~|`[]<>@"

// escape makes foreign words into markdown that shows exactly those words on one line:
// no mark-up, no mention, no link, nothing invisible.
func Escape(s string) Markdown {
	s = discord.PlainText(s)
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i, r := range s {
		if strings.ContainsRune(always, r) || r == ':' && strings.HasPrefix(s[i:], "://") || opensBlock(s, i) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return Markdown(b.String())
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
