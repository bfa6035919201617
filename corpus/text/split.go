package text

import (
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/article"
	"rapporteur/corpus/span"
)

// Split divides an article into sentences and marks its boilerplate. Each line is a paragraph, and
// no sentence crosses one; in the Lines format neighbouring lines need not belong together.
func Split(a *article.Article) *Document {
	d := &Document{Text: a.Text, Ordered: a.Ordered, Sentences: make([]Sentence, 0, 2*len(a.Body)+1)}
	if !a.Head.Empty() {
		for _, s := range Sentences(a.Text, a.Head) {
			d.Sentences = append(d.Sentences, Sentence{Span: s, Title: true})
		}
	}
	for i, p := range a.Body {
		p = unbullet(a.Text, p)
		if dateline := datelineIn(a.Text, p); !dateline.Empty() && (i < opening || !a.Ordered) {
			d.Sentences = append(d.Sentences, Sentence{Span: dateline, Paragraph: i + 1, Dateline: true})
			p.Start = dateline.End
		}
		for _, s := range withoutCredit(a.Text, Sentences(a.Text, p)) {
			d.Sentences = append(d.Sentences, Sentence{Span: s, Paragraph: i + 1})
		}
	}
	markBoilerplate(d)
	return d
}

// opening is how many paragraphs may stand above the first: bylines, summaries, captions. Below
// them, capitals with a dash are a heading or a speaker, not a dateline.
const opening = 6

// withoutCredit cuts a picture's credit from its caption, which is news.
func withoutCredit(s string, all []span.Span) []span.Span {
	if len(all) == 0 {
		return all
	}
	last := &all[len(all)-1]
	words := last.Of(s)
	open := strings.LastIndex(words, " (")
	if open <= 0 || !strings.HasSuffix(strings.TrimRight(words, "."), ")") || !photoCredit(words[open+1:]) {
		return all
	}
	credit := span.Span{Start: last.Start + open + 1, End: last.End}
	last.End = last.Start + len(strings.TrimRight(words[:open], spaces))
	return append(all, credit)
}

// Sentences divides the paragraph p of s. The spans are in order, inside p, trimmed of white space,
// and cover everything else.
func Sentences(s string, p span.Span) []span.Span {
	out := make([]span.Span, 0, 1+p.Len()/120)
	c := cutter{s: s[:p.End], start: p.Start}
	for i := p.Start; i < p.End; {
		n := strings.IndexAny(c.s[i:], ".?!…")
		if n < 0 {
			break
		}
		end := c.after(i + n)
		if next := c.skipSpace(end); c.ends(i+n, end, next) {
			out = add(out, c.s, span.Span{Start: c.start, End: end})
			c.start = next
		}
		i = end
	}
	return add(out, c.s, span.Span{Start: c.start, End: p.End})
}

func add(out []span.Span, s string, one span.Span) []span.Span {
	in := one.Of(s)
	one.Start += len(in) - len(strings.TrimLeft(in, spaces))
	one.End -= len(in) - len(strings.TrimRight(in, spaces))
	if one.Empty() {
		return out
	}
	return append(out, one)
}

// spaces are the characters that stand between words and belong to none.
const spaces = " \t\n\v\f\r\u0085\u00a0\u1680" +
	"\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"

// closers are the marks that may stand between a full stop and the space after it.
const closers = "\"'”’»)]}"

// openers are the marks that may stand before the first word of a sentence.
const openers = "\"'“‘«([{`—–-•*"

// A cutter finds where the sentences of one paragraph end.
type cutter struct {
	s     string // up to the end of the paragraph
	start int    // of the sentence being read
}

// after is the end of the marks that close a sentence, from the first at i: "?!", `."`, "...", ". . .".
func (c *cutter) after(i int) int {
	for i < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.s[i:])
		switch {
		case strings.ContainsRune(".?!…", r), strings.ContainsRune(closers, r):
			i += n
		case strings.HasPrefix(c.s[i:], " . ") || c.s[i:] == " .", strings.HasPrefix(c.s[i:], " ."+"\""):
			i += 2
		default:
			return i
		}
	}
	return i
}

func (c *cutter) skipSpace(i int) int {
	return len(c.s) - len(strings.TrimLeft(c.s[i:], spaces))
}

// ends reports whether a sentence ends with the marks from stop to end, where the next word, if any, begins at next.
func (c *cutter) ends(stop, end, next int) bool {
	if next >= len(c.s) {
		return true
	}
	if next == end {
		return c.glued(stop, end)
	}
	word := c.next(next)
	if word.text == "" {
		return false
	}
	marks := c.s[stop:end]
	closed := strings.ContainsAny(marks, closers)
	switch {
	case word.lower, !strings.ContainsFunc(c.s[c.start:stop], isWordRune):
		return false
	case closed && word.dash && len(c.s)-next < maxSignature:
		return false
	case marks[0] == '?' || marks[0] == '!':
		return !closed || !c.tells(next)
	case marks[0] == '.' && !strings.HasPrefix(marks, ".."):
		return c.stops(stop, marks, word)
	}
	// Words left out: at the end of a sentence the mark follows it closely.
	return closed || c.s[stop-1] != ' ' || word.opened || starts(word.text)
}

// maxSignature is the most bytes of a name with its dash that signs a quotation: `"Never again." - Anna Berg, nurse`.
const maxSignature = 60

// glued finds the end of a sentence whose space was lost: `said."He`, "over.”“We". Without a
// quotation mark between them, it may be a web address.
func (c *cutter) glued(stop, end int) bool {
	marks := c.s[stop:end]
	rest := c.s[end:]
	if inner, found := strings.CutPrefix(rest, "“"); found {
		return upper(inner)
	}
	return strings.ContainsAny(marks, "\"”") && len(rest) > 1 && upper(rest) && stop > c.start && lowerBefore(c.s[:stop])
}

// A nextWord is the word after a possible end.
type nextWord struct {
	text   string // letters only, without the marks before it; a figure for a number
	opened bool   // a quotation mark stands before it
	lower  bool   // it begins with a small letter, and is no "iPhone"
	digit  bool
	adverb bool // "Initially," as sentences begin
	dash   bool // a dash stands before it, as after a dateline: "NEWPORT, Va. - The"
}

func (c *cutter) next(i int) nextWord {
	if left := strings.TrimLeft(c.s[i:], ".… "); strings.HasPrefix(c.s[i:], "..") || strings.HasPrefix(c.s[i:], "…") {
		i = len(c.s) - len(left) // words left out: "It was late. ... He went."
	}
	from := i
	i = len(c.s) - len(strings.TrimLeft(c.s[i:], openers+spaces))
	marks := c.s[from:i]
	w := nextWord{text: leadingWord(c.s[i:])}
	w.opened, w.dash = strings.ContainsAny(marks, "\"“‘«`'"), strings.ContainsAny(marks, "-–—")
	if w.text == "" && i < len(c.s) { // "$5 million", "#1", "@name"
		_, n := utf8.DecodeRuneInString(c.s[i:])
		w.text = c.s[i : i+n]
		w.lower = strings.ContainsAny(w.text, ",;:.?!…%/")
	} else if w.text != "" {
		w.adverb = strings.HasSuffix(w.text, "ly") && strings.HasPrefix(c.s[i+len(w.text):], ",")
		w.digit = w.text[0] >= '0' && w.text[0] <= '9'
		w.lower = lowerWord(w.text)
	}
	return w
}
