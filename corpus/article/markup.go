package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"rapporteur/corpus/span"
)

// A piece is the text between two tags, as written in the page.
type piece span.Span

// writeLine appends the pieces as one line: entities resolved, each run of white space becomes one space, with none
// at the ends.
func writeLine(b *builder, src string, pieces []piece) span.Span {
	start := len(b.text)
	w := words{b: b, start: start}
	for i, one := range pieces {
		if i > 0 {
			w.between(src, pieces[i-1].End, one.Start)
		}
		w.add(src, span.Span(one))
	}
	return span.Span{Start: start, End: len(b.text)}
}

// words writes the words of a line, with a space between them where the page has white space.
type words struct {
	b     *builder
	start int       // where the line begins
	space span.Span // white space passed since the last word; empty for none
}

func (w *words) add(src string, s span.Span) {
	from := s.Start // of what is not yet written
	for i := s.Start; i < s.End; {
		r, size := utf8.DecodeRuneInString(src[i:s.End])
		if r != '&' && !isBlank(r) {
			i += size
			continue
		}
		w.keep(src, span.Span{Start: from, End: i})
		if r == '&' {
			var out string
			out, size = entity(src[i:s.End])
			w.put(out, span.Span{Start: i, End: i + size})
		} else {
			w.blank(span.Span{Start: i, End: i + size})
		}
		i += size
		from = i
	}
	w.keep(src, span.Span{Start: from, End: s.End})
}

// between looks for white space outside the tags from start to end: there is some in "<b>Rain</b> <i>fell</i>" and
// none in "<b>R</b>ain".
func (w *words) between(src string, start, end int) {
	if end < start { // readable reordered the page
		w.blank(span.Span{Start: start, End: start + 1})
		return
	}
	tag, quote := false, byte(0)
	for i := start; i < end; i++ {
		switch c := src[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case tag && (c == '"' || c == '\''):
			quote = c
		case c == '<':
			tag = true
		case c == '>':
			tag = false
		case !tag:
			w.blank(span.Span{Start: i, End: i + 1})
			return
		}
	}
}

func (w *words) blank(s span.Span) {
	if w.space.Empty() {
		w.space.Start = s.Start
	}
	w.space.End = s.End
}

// flush writes the space before a word, if there is one to write.
func (w *words) flush() {
	if !w.space.Empty() && len(w.b.text) > w.start {
		w.b.put(" ", w.space)
	}
	w.space = span.Span{}
}

func (w *words) keep(src string, s span.Span) {
	if !s.Empty() {
		w.flush()
		w.b.keep(s.Of(src), s.Start)
	}
}

func (w *words) put(r string, from span.Span) {
	if strings.TrimFunc(r, isBlank) == "" {
		w.blank(from)
		return
	}
	w.flush()
	w.b.put(r, from)
}

// reference matches what can be a character reference: "&amp;", "&#10;" or "&#xa;", each also without the semicolon.
// The longest name has 32 bytes.
var reference = regexp.MustCompile(`^&(?:#[xX][0-9a-fA-F]*|#[0-9]*|[0-9A-Za-z]{1,32});?`)

// entity resolves the character reference at the start of s and returns how many bytes it takes. Letters that follow
// one without a semicolon are not part of it: "&#xaH" is a line end and an H, "&ampb" is "&" and a b. A control
// character becomes a space, and an "&" that begins no reference stays as it is.
func entity(s string) (string, int) {
	ref := reference.FindString(s)
	whole := html.UnescapeString(ref)
	if whole == ref {
		return "&", 1
	}
	for n := 2; n <= len(ref); n++ {
		out, ok := strings.CutSuffix(whole, ref[n:])
		if !ok || out != html.UnescapeString(ref[:n]) {
			continue
		}
		if strings.ContainsFunc(out, unicode.IsControl) {
			out = " "
		}
		return out, n
	}
	return "&", 1
}
