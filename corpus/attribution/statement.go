package attribution

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/attribution/linker"
	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// A builder makes statements of the relations found in one passage.
type builder struct {
	x       *Extractor
	doc     *text.Document
	unit    unit
	passage *tagger.Passage
	parts   []tagger.Part
}

// statements is those of the passage, in the order of their cues.
func (b *builder) statements(labels map[string]int) []Statement {
	var out []Statement
	for _, r := range b.x.linker.Link(b.passage, b.parts) {
		out = append(out, b.statement(r))
	}
	captions := b.captions(out, func(name string) bool {
		return labels[name] > 1 || len(labels) > 2 && labels[name] > 0 && strings.Count(b.doc.Text, name) > 1
	})
	for _, c := range captions { // what a turn of a transcript says of "we" is its speaker's
		out = slices.DeleteFunc(out, func(st Statement) bool {
			return c.Content[0].Holds(st.Cue) && (st.Speaker.Empty() || st.Speaker.Overlaps(c.Speaker.Span) ||
				firstPersons[strings.ToLower(st.Speaker.Of(b.doc.Text))])
		})
	}
	out = append(out, captions...)
	slices.SortStableFunc(out, func(a, b Statement) int { return cmp.Compare(a.Cue.Start, b.Cue.Start) })
	return out
}

func (b *builder) statement(r linker.Relation) Statement {
	cue := b.parts[r.Cue]
	st := Statement{Cue: b.span(cue), Speaker: Speaker{Basis: Unattributed}, Confidence: r.Confidence,
		Speech: b.speech(cue), Negated: b.negated(cue)}
	if r.Source >= 0 {
		st.Speaker.Span = b.span(b.parts[r.Source])
		st.Speaker.Basis = guessBasis(st.Speaker.Of(b.doc.Text))
	}
	for _, i := range r.Contents {
		c := b.content(b.parts[i], st.Cue)
		if n := len(st.Content); n > 0 && st.Content[n-1].End > c.Start {
			st.Content[n-1].End = max(st.Content[n-1].End, c.End)
		} else {
			st.Content = append(st.Content, c)
		}
	}
	st.Form = b.form(st.Content)
	st.Sentence = b.sentence(st.Cue.Start)
	return st
}

// span is the bytes of the article that the part stands at.
func (b *builder) span(p tagger.Part) span.Span { return b.passage.InArticle(b.words(p.First, p.Last)) }

// words is the bytes of the passage from the first word to the last.
func (b *builder) words(first, last int) span.Span {
	return span.Span{Start: b.passage.Words[first].Start, End: b.passage.Words[last].End}
}

// content is the part's bytes with the quotation marks that belong to it.
func (b *builder) content(p tagger.Part, cue span.Span) span.Span {
	s := b.span(p)
	for _, q := range b.passage.Quotes {
		whole := b.passage.InArticle(q.Span)
		if !whole.Overlaps(s) || whole.Overlaps(cue) {
			continue
		}
		if whole.Start < s.Start && onlyMarks(b.doc.Text[whole.Start:s.Start]) {
			s.Start = whole.Start
		}
		if whole.End > s.End && onlyMarks(b.doc.Text[s.End:whole.End]) {
			s.End = whole.End
		}
	}
	return s
}

func onlyMarks(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// form depends on how much of the content stands between quotation marks.
func (b *builder) form(content []span.Span) Form {
	quoted, all := 0, 0
	for _, c := range content {
		for _, w := range b.passage.Words {
			if !c.Holds(b.passage.InArticle(w)) || onlyMarks(w.Of(b.passage.Text)) {
				continue
			}
			all++
			if slices.ContainsFunc(b.passage.Quotes,
				func(q text.Quotation) bool { return q.Start < w.Start && w.End <= q.Inner.End }) {
				quoted++
			}
		}
	}
	switch {
	case quoted == 0:
		return Indirect
	case 10*quoted >= 9*all:
		return Direct
	}
	return Mixed
}

// sentence is the index of the sentence that holds the byte at.
func (b *builder) sentence(at int) int {
	i := b.unit.first
	for i+1 < len(b.doc.Sentences) && b.doc.Sentences[i+1].Start <= at {
		i++
	}
	return i
}

var pronouns = english.Set("he she they it we i you who his her their him them himself herself")

var firstPersons = english.Set("i we you")

// guessBasis reads the mention alone: a pronoun, a capitalised name, or neither.
func guessBasis(mention string) Basis {
	if pronouns[strings.ToLower(mention)] {
		return Pronoun
	}
	for word := range strings.FieldsSeq(mention) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			return Named
		}
	}
	return Anonymous
}
