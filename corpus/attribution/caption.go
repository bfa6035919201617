package attribution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// A caption is an attribution made by a mark alone: "Quill: The bridge is safe", a transcript's "QUILL: …", "Quill:
// “…”", "“…” — Mara Quill". The tagger is not asked for these; they are few and their shape is plain.
type caption struct{ source, cue, content span.Span } // of the passage

// captionConfidence is how many of the captions in PolNeAR's train articles its annotators mark too: 130 of 149.
const captionConfidence = 0.87

// captions finds those of the passage that no statement of its own has taken. Repeated reports whether a name
// stands before a colon elsewhere in the article, as the names of a transcript do.
func (b *builder) captions(own []Statement, repeated func(name string) bool) []Statement {
	var out []Statement
	add := func(c caption) {
		if !b.taken(c.content, own) && !b.taken(c.content, out) {
			out = append(out, b.captioned(c))
		}
	}
	if c := b.label(repeated); !b.taken(c.content, out) {
		out = append(out, b.captioned(c))
	}
	add(b.signed())
	for _, q := range b.passage.Quotes {
		add(b.named(q.Span))
	}
	return out
}

// captioned is the statement of a caption.
func (b *builder) captioned(c caption) Statement {
	at := b.passage.InArticle
	content := []span.Span{at(c.content)}
	return Statement{Sentence: b.sentence(at(c.cue).Start), Speaker: Speaker{Span: at(c.source), Basis: Named},
		Cue: at(c.cue), Content: content, Form: b.form(content), Speech: true, Confidence: captionConfidence}
}

// taken reports whether s is empty, or the statements hold half of it already.
func (b *builder) taken(s span.Span, statements []Statement) bool {
	held, at := 0, b.passage.InArticle(s)
	for _, st := range statements {
		for _, c := range st.Content {
			held += max(0, min(c.End, at.End)-max(c.Start, at.Start))
		}
	}
	return 2*held >= s.Len()
}

// label reads a name and a colon at the passage's beginning. The words after it are the name's where they are
// quoted, where the name is printed in capitals as transcripts do, or where it stands so elsewhere in the article.
func (b *builder) label(repeated func(string) bool) caption {
	words := b.passage.Words
	colon := slices.IndexFunc(words[:min(len(words), maxName+1)],
		func(w span.Span) bool { return w.Of(b.passage.Text) == ":" })
	if colon < 1 || len(words)-colon < 4 || !b.isName(0, colon) {
		return caption{}
	}
	c := caption{b.words(0, colon-1), words[colon], b.words(colon+1, len(words)-1)}
	name := c.source.Of(b.passage.Text)
	quoted := len(b.passage.Quotes) > 0 && b.passage.Quotes[0].Start <= words[colon+1].Start
	if quoted || name == strings.ToUpper(name) && len(name) > 2 || repeated(name) {
		return c
	}
	return caption{}
}

// headline reads the title as a caption whose name the article credits with a statement: "Quill: I will not stand".
func (b *builder) headline(all []Statement) []Statement {
	c := b.label(func(name string) bool {
		last := name[strings.LastIndexByte(name, ' ')+1:]
		return slices.ContainsFunc(all, func(st Statement) bool { return strings.Contains(st.Speaker.Of(b.doc.Text), last) })
	})
	if b.taken(c.content, all) {
		return nil
	}
	return []Statement{b.captioned(c)}
}

// maxName is how many words a name before a colon or after a dash may have.
const maxName = 7

// isName reports whether the words from i to j, exclusive, are a name: all begin with a capital but for the small
// words within titles, and none is a verb of speech.
func (b *builder) isName(i, j int) bool {
	for k := i; k < j; k++ {
		w := b.word(k)
		if b.x.lemmas[strings.ToLower(w)] != "" {
			return false
		}
		r, _ := utf8.DecodeRuneInString(w)
		within := k > i && (particles[w] || onlyMarks(w) && w != "." && w != "?" && w != "!")
		if !unicode.IsUpper(r) && !within {
			return false
		}
	}
	return j > i
}

// particles may stand in lower case within a name or a title.
var particles = english.Set("of the and de von al at for")

// signed reads a quotation, a dash and a name. Its marks may be of any shape: writers of letters mix them.
func (b *builder) signed() caption {
	words := b.passage.Words
	end := len(words)
	if end > 0 && b.word(end-1) == "." {
		end--
	}
	dash := end - 1
	for dash > 0 && end-dash <= maxName && b.isName(dash, dash+1) {
		dash--
	}
	if dash < 2 || dash == end-1 || !isDash(b.word(dash)) || !isDoubleMark(b.word(dash-1)) || !isDoubleMark(b.word(0)) {
		return caption{}
	}
	return caption{b.words(dash+1, end-1), words[dash], b.words(0, dash-1)}
}

func isDoubleMark(w string) bool {
	return w == "“" || w == "”" || w == "\"" || w == "``" || w == "''"
}

// named reads the name that a colon puts before the quotation q.
func (b *builder) named(q span.Span) caption {
	words := b.passage.Words
	colon := -1
	for colon+1 < len(words) && words[colon+1].Start < q.Start {
		colon++
	}
	if q.Len() < 25 || colon < 1 || b.word(colon) != ":" {
		return caption{}
	}
	start := colon
	for start > 0 && colon-start < maxName && b.isName(start-1, start) {
		start--
	}
	if start == colon || start > 0 && (!onlyMarks(b.word(start-1)) || b.word(start-1) == ",") {
		return caption{}
	}
	return caption{b.words(start, colon-1), words[colon], q}
}

func isDash(w string) bool { return strings.IndexAny(w, "—–―-") == 0 }
