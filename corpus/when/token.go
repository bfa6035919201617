package when

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

// A token is a word or a number of a sentence.
type token struct {
	span.Span
	word
	num     int  // value of a number in digits; -1 for a word
	digits  int8 // how many digits it has
	suffix  byte // 't' for "21st", 's' for "1980s", 'm' for "3pm"; 0 for none
	capital bool
	upper   bool // all capitals
	own     bool // followed by 's or ’s
	gap     gap  // what stands before it
	starts  start
}

// A gap is what stands between two tokens.
type gap uint8

const (
	gapNone   gap = iota // nothing: the start, or "Q3"
	gapSpace             // white space
	gapComma             // a comma, then space
	gapDot               // a full stop, then space
	gapHyphen            // a hyphen or dash, no space
	gapDash              // a dash with space about it
	gapSlash             // a slash
	gapPoint             // a full stop or comma with no space: "3.5"
	gapColon             // a colon, no space: "10:35"
	gapTick              // an apostrophe: "'90s"
	gapMoney             // a sign of currency or number: "$1990"
	gapBreak             // anything else: quotation marks, brackets, semicolons
)

// near reports whether an expression may go on after the gap.
func (g gap) near() bool { return g == gapSpace || g == gapHyphen }

// scan appends the tokens of the sentence at s to out.
func scan(text string, s span.Span, out []token) []token {
	sc := scanner{text: text, at: s.Start, end: s.End, out: out}
	for sc.at < sc.end {
		switch r, n := sc.next(); {
		case isDigit(r):
			sc.number()
		case unicode.IsLetter(r):
			sc.letters()
		default:
			sc.mark(r)
			sc.at += n
		}
	}
	return sc.out
}

type scanner struct {
	text    string
	at, end int
	out     []token
	gap     gap
	space   bool // white space was seen since the last token
	buf     [24]byte
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit[T rune | byte](c T) bool { return c >= '0' && c <= '9' }

// next is the character at which the scanner stands, and its size.
func (sc *scanner) next() (rune, int) { return utf8.DecodeRuneInString(sc.text[sc.at:sc.end]) }

// marks has the gaps of single marks; all others break an expression. A full stop or comma is a gapPoint instead
// where a token touches it.
var marks = map[rune]gap{
	',': gapComma, '.': gapDot, '/': gapSlash, ':': gapColon, '-': gapHyphen, '–': gapHyphen, '—': gapHyphen, '‑': gapHyphen,
	'−': gapHyphen, '\'': gapTick, '`': gapTick, '’': gapTick, '‘': gapTick, '$': gapMoney, '#': gapMoney, '@': gapMoney,
	'£': gapMoney, '€': gapMoney, '¥': gapMoney, '№': gapMoney,
}

// mark adds a character that is neither letter nor digit to the gap.
func (sc *scanner) mark(r rune) {
	if unicode.IsSpace(r) && r != '\v' && r != '\f' {
		sc.blank()
		return
	}
	g := marks[r]
	switch {
	case g == gapNone:
		sc.gap = gapBreak
	case g == gapMoney, sc.gap == gapNone, sc.gap == gapDot && g == gapComma,
		sc.gap == gapSpace && (g == gapTick || g == gapDot || g == gapComma): // "Jan . 21", as some texts come
		sc.gap = g
	case sc.gap == gapSpace && g == gapHyphen:
		sc.gap = gapDash
	default:
		sc.gap = gapBreak
	}
}

func (sc *scanner) blank() {
	sc.space = true
	switch sc.gap {
	case gapNone:
		sc.gap = gapSpace
	case gapHyphen:
		sc.gap = gapDash
	case gapColon, gapSlash, gapTick:
		sc.gap = gapBreak
	}
}

// before returns the gap and starts a new one.
func (sc *scanner) before() gap {
	g := sc.gap
	if !sc.space && (g == gapDot || g == gapComma) {
		g = gapPoint
	}
	if len(sc.out) == 0 && g != gapMoney {
		g = gapNone
	}
	sc.gap, sc.space = gapNone, false
	return g
}

func (sc *scanner) number() {
	g, start, n := sc.before(), sc.at, 0
	for sc.at < sc.end && isDigit(sc.text[sc.at]) {
		if sc.at-start < 9 {
			n = n*10 + int(sc.text[sc.at]-'0')
		}
		sc.at++
	}
	t := token{num: n, digits: int8(min(sc.at-start, 100)), gap: g}
	if sc.at < sc.end && isLetter(sc.text[sc.at]) {
		t.suffix = sc.suffix()
	}
	t.Span = span.Span{Start: start, End: sc.at}
	t.own = sc.possessive()
	t.starts = t.starting()
	sc.out = append(sc.out, t)
}

var suffixes = map[string]byte{"st": 't', "nd": 't', "rd": 't', "th": 't', "s": 's', "am": 'm', "pm": 'm'}

// suffix reads letters that touch a number: the end of an ordinal, a decade or a time. It leaves any others and
// returns '?'.
func (sc *scanner) suffix() byte {
	to := sc.at
	for to < sc.end && isLetter(sc.text[to]) {
		to++
	}
	kind := suffixes[string(fold(sc.text[sc.at:to], &sc.buf))]
	if kind == 0 {
		return '?'
	}
	sc.at = to
	return kind
}

func (sc *scanner) letters() {
	g, start := sc.before(), sc.at
	upper := true
	for sc.at < sc.end {
		r, n := sc.next()
		if !unicode.IsLetter(r) {
			break
		}
		upper = upper && (r < 'a' || r >= utf8.RuneSelf)
		sc.at += n
	}
	s := sc.text[start:sc.at]
	t := token{Span: span.Span{Start: start, End: sc.at}, num: -1, gap: g, capital: s[0] < 'a', upper: upper}
	var known bool
	t.word, known = lexicon[string(fold(s, &sc.buf))]
	if !known && !t.capital && len(s) > 4 && s[len(s)-2:] == "ed" && s[len(s)-3] != 'e' {
		t.tense = past
	}
	if sc.skipAddress(s) {
		return
	}
	t.own = sc.possessive()
	t.starts = t.starting()
	sc.out = append(sc.out, t)
}

// skipAddress skips a web address, whose digits are no dates.
func (sc *scanner) skipAddress(s string) bool {
	rest := sc.text[sc.at:sc.end]
	web := (s == "http" || s == "https") && len(rest) > 3 && rest[:3] == "://"
	if !web && (s != "www" || len(rest) < 2 || rest[0] != '.') {
		return false
	}
	for sc.at < sc.end && sc.text[sc.at] > ' ' {
		sc.at++
	}
	sc.gap = gapBreak
	return true
}

// possessive reads a following 's, which belongs to the word before it.
func (sc *scanner) possessive() bool {
	rest := sc.text[sc.at:sc.end]
	for _, s := range [...]string{"'s", "’s", "'S"} {
		if len(rest) >= len(s) && rest[:len(s)] == s && (len(rest) == len(s) || !isLetter(rest[len(s)])) {
			sc.at += len(s)
			return true
		}
	}
	return false
}

// fold is s in lower case, in a buffer that a map can be asked with without an allocation. A word longer than the
// buffer is not in the lexicon and folds to nothing.
func fold(s string, buf *[24]byte) []byte {
	if len(s) > len(buf) {
		return nil
	}
	for i := range len(s) {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return buf[:len(s)]
}

func plainNumber(t *token, most int8) bool {
	return t.digits > 0 && t.digits <= most && t.suffix == 0
}

// shortYear is the year of two digits by the rule of POSIX: 69 to 99 are before 2000 (strptime, %y).
func shortYear(y int) int {
	if y >= 69 {
		return 1900 + y
	}
	return 2000 + y
}
