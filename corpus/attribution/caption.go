package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

// A caption is an attribution made by a mark alone: "Quill: The bridge is safe", a transcript's "QUILL: …", "Quill:
// “…”", "“…” — Mara Quill". The tagger is not asked for these; they are few and their shape is plain.
type caption struct{ source, cue, content span.Span } // of the passage

// captionConfidence is how many of the captions found in PolNeAR's train articles its
// annotators take for attributions too: 130 of 149.
const captionConfidence = 0.87

// captions finds those of the passage that no statement of its own has taken. Repeated reports whether a name
// stands before a colon elsewhere in the article, as the names of a transcript do.
func (b *builder) captions(own []Statement, repeated func(name string) bool) []Statement {
	var out []Statement
	add := func(c caption) {
		if c.content.Empty() || b.taken(c.content, own) || b.taken(c.content, out) {
			return
		}
		out = append(out, b.captioned(c))
	}
	add(b.label(repeated))
	add(b.signed())
	for _, q := range b.passage.Quotes {
		add(b.named(q.Span))
	}
	return out
}

// captioned is the statement of a caption.
func (b *builder) captioned(c caption) Statement {
	at := func(s span.Span) span.Span {
		return span.Span{Start: b.passage.Start + s.Start, End: b.passage.Start + s.End}
	}
	st := Statement{
		Speaker:    Speaker{Span: at(c.source), Basis: Named},
		Cue:        at(c.cue),
		Content:    []span.Span{at(c.content)},
		Speech:     true,
		Confidence: captionConfidence,
	}
	st.Form = b.form(st.Content)
	st.Sentence = b.sentence(st.Cue.Start)
	return st
}

// taken reports whether the statements hold half of s already.
func (b *builder) taken(s span.Span, statements []Statement) bool {
	held := 0
	for _, st := range statements {
		for _, c := range st.Content {
			held += max(0, min(c.End, s.End+b.passage.Start)-max(c.Start, s.Start+b.passage.Start))
		}
	}
	return 2*held >= s.Len()
}

// label reads a name and a colon at the passage's beginning. The words after it are the name's where they are
// quoted, where the name is printed in capitals as transcripts do, or where it stands so elsewhere in the article.
func (b *builder) label(repeated func(string) bool) caption {
	colon := -1
	for i := range min(len(b.passage.Words), maxName+1) {
		if b.word(i) == ":" {
			colon = i
			break
		}
	}
	if colon < 1 || len(b.passage.Words)-colon < 4 || !b.isName(0, colon) {
		return caption{}
	}
	words := b.passage.Words
	c := caption{
		source:  span.Span{Start: words[0].Start, End: words[colon-1].End},
		cue:     words[colon],
		content: span.Span{Start: words[colon+1].Start, End: words[len(words)-1].End},
	}
	name := c.source.Of(b.passage.Text)
	quoted := len(b.passage.Quotes) > 0 && b.passage.Quotes[0].Start <= words[colon+1].Start
	if quoted || name == strings.ToUpper(name) && len(name) > 2 || repeated(name) {
		return c
	}
	return caption{}
}

// headline reads the title as a name, a colon and what the person says, where the
// article credits that name with a statement: "Quill: I will not stand again".
func (b *builder) headline(all []Statement) []Statement {
	c := b.label(func(name string) bool {
		last := name[strings.LastIndexByte(name, ' ')+1:]
		for _, st := range all {
			if strings.Contains(st.Speaker.Of(b.doc.Text), last) {
				return true
			}
		}
		return false
	})
	if c.content.Empty() || b.taken(c.content, all) {
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
		switch {
		case unicode.IsUpper(r):
		case k > i && isParticle(w):
		case k > i && onlyMarks(w) && w != "." && w != "?" && w != "!":
		default:
			return false
		}
	}
	return j > i
}

// isParticle reports whether a word may stand in lower case within a name or a title.
func isParticle(w string) bool {
	switch w {
	case "of", "the", "and", "de", "von", "al", "at", "for":
		return true
	}
	return false
}

// signed reads a passage that is a quotation, a dash and a name. Its marks may be
// of any shape: writers of letters mix them.
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
	return caption{
		source:  span.Span{Start: words[dash+1].Start, End: words[end-1].End},
		cue:     words[dash],
		content: span.Span{Start: words[0].Start, End: words[dash-1].End},
	}
}

func isDoubleMark(w string) bool {
	return w == "“" || w == "”" || w == "\"" || w == "``" || w == "''"
}

// named reads the name that a colon puts before the quotation q.
func (b *builder) named(q span.Span) caption {
	words := b.passage.Words
	first := 0
	for first < len(words) && words[first].Start < q.Start {
		first++
	}
	if q.Len() < 25 {
		return caption{}
	}
	if first > 1 && b.word(first-1) == ":" {
		start := first - 1
		for start > 0 && first-start <= maxName && b.isName(start-1, start) {
			start--
		}
		if start < first-1 && (start == 0 || onlyMarks(b.word(start-1)) && b.word(start-1) != ",") {
			name := span.Span{Start: words[start].Start, End: words[first-2].End}
			return caption{source: name, cue: words[first-1], content: q}
		}
	}
	return caption{}
}

func isDash(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return r == '—' || r == '–' || r == '―' || r == '-'
}
