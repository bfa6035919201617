package card

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/bot/discord"
)

// Markdown is text in Discord's markup. Foreign words become Markdown only through
// Escape and linkLabel, so the compiler rejects those that did not.
type Markdown string

// special are the characters that mean something anywhere in a line. Escaping the
// brackets stops links; escaping the angles stops mentions, timestamps and commands.
const special = "\\*_~|`[]<>@"

// Escape makes foreign words into Markdown that shows exactly those words on one line:
// no mark-up, no mention, no link, nothing invisible.
func Escape(s string) Markdown { return escape(discord.PlainText(s), true) }

func escape(s string, startsLine bool) Markdown {
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i, r := range s {
		scheme := r == ':' && strings.HasPrefix(s[i:], "://")
		if strings.ContainsRune(special, r) || scheme || startsLine && opensBlock(s, i) {
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

var (
	// labelAddress is a web address in a title: as a label it would name another target.
	labelAddress = regexp.MustCompile(`(?i)(?:[a-z][a-z0-9+.-]*)?://[!-~]*|\bwww\.[!-~]*`)
	// lookAlike replaces each special character by one without a meaning to Discord.
	lookAlike = strings.NewReplacer("[", "(", "]", ")", `\`, "＼", "*", "＊", "_", "＿", "~", "～",
		"|", "｜", "`", "｀", "<", "＜", ">", "＞", "@", "＠")
)

// linkLabel makes foreign words into the label of a link. Discord shows backslashes in a
// label as they are, so nothing in it may need an escape: special characters become
// look-alikes, and addresses go. It is "" when nothing visible is left.
func linkLabel(s string) Markdown {
	s = labelAddress.ReplaceAllString(discord.PlainText(s), "")
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsMark(r) && r != ' ' }) {
		return ""
	}
	return escape(discord.Truncate(discord.PlainText(lookAlike.Replace(s)), maxTitle), false)
}
