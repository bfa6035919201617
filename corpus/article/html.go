package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"rapporteur/corpus/span"
)

// parseHTML reads a web page. Which parts are the article is for readable to say;
// here they are put together from the page itself, so that every byte of the text
// is known to stand in the file.
func parseHTML(text string, file span.Map) (Article, error) {
	p, err := scan(text)
	if err != nil {
		return Article{}, err
	}
	lines, err := p.readable()
	if err != nil {
		return Article{}, err
	}
	a := Article{Format: HTML, Ordered: true, URL: p.address(), Published: p.published()}
	var b builder
	headline := p.headline()
	a.Head = p.line(&b, headline)
	for _, line := range lines {
		if line = without(line, headline); len(line) == 0 {
			continue
		}
		before := b
		b.join("\n")
		s := p.line(&b, line)
		if s.Empty() || string(b.text[s.Start:s.End]) == string(b.text[a.Head.Start:a.Head.End]) && len(a.Body) == 0 {
			b = before
			continue
		}
		a.Body = append(a.Body, s)
	}
	a.Text, a.File = b.result()
	a.File = through(a.File, file)
	a.Title = a.At(a.Head)
	if err := a.finish(); err != nil {
		return Article{}, err
	}
	if a.Language == "" {
		a.Language = p.language()
	}
	return a, nil
}

// without is line less the pieces of the headline.
func without(line, headline []piece) []piece {
	var out []piece
	for _, p := range line {
		drop := false
		for _, h := range headline {
			drop = drop || p == h
		}
		if !drop {
			out = append(out, p)
		}
	}
	return out
}

// A piece is a stretch of the page's characters between two tags, as written.
type piece span.Span

// line appends the pieces as one line: entities resolved, each stretch of white
// space made one space, none at the ends.
func (p *page) line(b *builder, pieces []piece) span.Span {
	start := len(b.text)
	w := words{b: b, start: start}
	for i, one := range pieces {
		if i > 0 {
			w.between(p.src, pieces[i-1].End, one.Start)
		}
		w.add(p.src, span.Span(one))
	}
	return span.Span{Start: start, End: len(b.text)}
}

// A words writes the words of a line, and a space between them when it must.
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

// between sees whether white space stands among the tags from start to end: there is
// some in "<b>Rain</b> <i>fell</i>", and none in "<b>R</b>ain".
func (w *words) between(src string, start, end int) {
	if end < start { // the page was put in another order
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

// flush writes the space that is due before a word.
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

// reference is what may be a character reference: "&amp;", "&#10;" or "&#xa;", each also without the semicolon.
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
