package text

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

// bullet is the mark before an item of a list.
var bullet = regexp.MustCompile(`^(?:[•‣▪◦●■►*·]|&bull;|[–—-])\s+`)

// unbullet is the paragraph p without the bullet before it. A dash before a few words stays, since
// it signs the words above.
func unbullet(s string, p span.Span) span.Span {
	words := p.Of(s)
	loc := bullet.FindStringIndex(words)
	if loc == nil || loc[1] == len(words) {
		return p
	}
	if mark, _ := utf8.DecodeRuneInString(words); strings.ContainsRune("-–—", mark) && len(words) < maxSignature {
		return p
	}
	p.Start += loc[1]
	return p
}

// The parts of a dateline, as in the Associated Press Stylebook: the place in capitals, a country or state, a day,
// the agency in brackets, a dash. In texts that lost their marks, two spaces stand for brackets and dash.
const (
	place  = `[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’-]+(?: [A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.'’-]+){0,3}`
	state  = `(?:, (?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ÿĀ-Ž.]+ ?){1,3})?`
	dated  = `(?:,? (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?)?`
	agency = `(?:AP|AFP|UPI|PA|Reuters|REUTERS|CNN|dpa|Bloomberg|Xinhua|TASS|Interfax|Kyodo|ANSA|The Canadian Press|` +
		`CP|IANS|PTI)`
	wire   = `/[A-Za-z -]{3,24}/`
	dashes = `\s*(?:--?|–|—|_|―)(?:\s+|$)`
)

var dateline = regexp.MustCompile(`^(?:` +
	`(?:` + place + state + dated + `,? ?)?\((?:` + agency + `|[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ÿĀ-Ž /]{1,24})\)` + dashes +
	`|` + place + state + dated + dashes +
	`|` + place + state + dated + ` (?:` + agency + `|` + wire + `)` + dashes +
	`|` + place + state + dated + ` [A-ZÀ-ÞĀ-Ž]\w{1,9}  ` +
	`)`)

// datelineIn is the dateline that opens the paragraph p, or empty. What follows, if anything, must
// begin a sentence, so "NATO - the alliance - said" has none.
func datelineIn(s string, p span.Span) span.Span {
	if first, _ := utf8.DecodeRuneInString(s[p.Start:]); first != '(' && !upper(s[p.Start:]) {
		return span.Span{}
	}
	head := p.Of(s)
	if len(head) < 2 || head[0] != '(' && head[1] >= 'a' && head[1] <= 'z' {
		return span.Span{}
	}
	loc := dateline.FindStringIndex(head[:min(len(head), 120)])
	if loc == nil {
		return span.Span{}
	}
	if rest := strings.TrimLeft(head[loc[1]:], "\"“‘'"); rest != "" && !upper(rest) &&
		!(rest[0] >= '0' && rest[0] <= '9') {
		return span.Span{}
	}
	return span.Span{Start: p.Start, End: p.Start + len(strings.TrimRight(head[:loc[1]], spaces))}
}
