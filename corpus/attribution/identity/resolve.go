package identity

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// Resolve says who is meant by the speaker of each statement of an article, from evidence inside the article alone.
// It returns the statements with Name, Basis, Confidence and Evidence of their Speaker set, and all else as it was;
// mentions are those that people.Mentions found in doc.
//
// Where the article is out of order (doc.Ordered is false) a pronoun is resolved
// only by what stands before it in its own line.
func Resolve(doc *text.Document, mentions []people.Mention,
	statements []attribution.Statement) []attribution.Statement {
	out := slices.Clone(statements)
	s := newScene(doc, mentions, out)
	t := s.threads()
	for _, st := range s.steps() {
		if speaker, ok := t.visit(st); ok {
			out[st.statement].Speaker = speaker
		}
	}
	for i := range out {
		st := &out[i]
		weak := 0 < st.Confidence && st.Confidence < doubted
		if weak || !st.Speech && st.Form == attribution.Indirect {
			st.Speaker.Confidence = min(st.Speaker.Confidence, loosely)
		}
	}
	return out
}

// loosely is the most confidence of a speaker whose cue is no word of speech ("Vale prefers", "Ost seems to want") or
// in whose statement the extractor has less confidence than doubted. Of 116 certain statements read in unread articles
// 14 were wrong, no statements or cut badly: 8 of the 20 below doubted, 6 of the 96 above.
const (
	loosely = 0.8
	doubted = 0.45
)

// visit resolves one place; where that is a statement's source it gives the speaker.
func (t *threads) visit(st step) (attribution.Speaker, bool) {
	if st.described {
		t.advance(st.at.Start)
		t.nominal(t.read(st.at))
	} else if st.statement < 0 {
		t.follow(st.at, st.pronoun)
	}
	if st.statement < 0 {
		return attribution.Speaker{}, false
	}
	speaker, entity := t.speaker(st)
	if said := t.statements[st.statement]; entity != nobody && (t.undergoes(said) || t.asked(said, entity)) {
		speaker = attribution.Speaker{Span: st.at, Basis: attribution.Unattributed}
	}
	if speaker.Basis == attribution.Anonymous && !t.read(speaker.Span).company {
		t.unnamedSpeaks(speaker.Span)
	}
	if entity != nobody || speaker.Basis == attribution.Anonymous {
		t.spoken = append(t.spoken, credit{entity, speaker.Span, sentenceAt(t.doc, st.at.Start),
			t.statements[st.statement].Content})
	}
	return speaker, true
}

// step is one place that the resolver visits: a source, or a pronoun that is none.
type step struct {
	at        span.Span
	statement int // or -1
	pronoun   pronoun
	described bool // a description that is no source
}

// steps is the places to visit, in the order of the text. Statements without a source come first and stay as given.
func (s *scene) steps() []step {
	var out []step
	for i, st := range s.statements {
		out = append(out, step{at: st.Speaker.Span, statement: i})
	}
	for _, p := range pronounsIn(s.doc) {
		if !s.isSource(p) {
			out = append(out, step{at: p, statement: -1, pronoun: pronouns[english.Fold(p.Of(s.doc.Text))]})
		}
	}
	for _, m := range s.mentions {
		if m.Kind == people.Unnamed && !m.Title && !m.Quoted && !s.isSource(m.Span) {
			out = append(out, step{at: m.Span, statement: -1, described: true})
		}
	}
	slices.SortStableFunc(out, func(a, b step) int { return cmp.Compare(a.at.Start, b.at.Start) })
	return out
}

// isSource reports whether a span is part of a statement's source.
func (s *scene) isSource(at span.Span) bool {
	source, ok := endingBehind(s.sources, at.Start)
	return ok && source.Overlaps(at)
}

// endingBehind is the first of ordered spans, none of which overlap, that ends behind byte off.
func endingBehind(spans []span.Span, off int) (span.Span, bool) {
	i, _ := slices.BinarySearchFunc(spans, off, func(o span.Span, off int) int { return cmp.Compare(o.End, off+1) })
	if i == len(spans) {
		return span.Span{}, false
	}
	return spans[i], true
}

// noteSources puts the sources in order, those that overlap as one.
func (s *scene) noteSources() {
	s.sources = nil
	for _, st := range s.statements {
		if !st.Speaker.Empty() {
			s.sources = append(s.sources, st.Speaker.Span)
		}
	}
	slices.SortFunc(s.sources, func(a, b span.Span) int { return cmp.Compare(a.Start, b.Start) })
	n := 0
	for _, at := range s.sources {
		if n > 0 && at.Start < s.sources[n-1].End {
			s.sources[n-1].End = max(at.End, s.sources[n-1].End)
			continue
		}
		s.sources[n] = at
		n++
	}
	s.sources = s.sources[:n]
}

// speaker resolves the source at a span, and gives its entity, or nobody.
func (t *threads) speaker(st step) (attribution.Speaker, int) {
	at := st.at
	none := attribution.Speaker{Span: at, Basis: attribution.Unattributed}
	if at.Empty() || at.Start < 0 || at.End > len(t.doc.Text) {
		return none, nobody
	}
	t.advance(at.Start)
	p := t.read(at)
	switch {
	case len(p.words) == 0:
		return none, nobody
	case (p.fold == "a" || p.fold == "q") && t.statements[st.statement].Cue.Of(t.doc.Text) == ":":
		return t.interviewed(at, p.fold == "a")
	case p.body != nobody:
		return attribution.Speaker{Span: at, Name: t.cast[p.body].name, Basis: attribution.Named, Confidence: 0.95,
			Evidence: "named in the statement"}, p.body
	case p.company:
		return attribution.Speaker{Span: at, Basis: attribution.Anonymous}, nobody
	case p.head >= 0 && t.mentions[p.head].Place && (t.mentions[p.head].Weak || t.whereabouts(t.statements[st.statement])):
		return none, nobody // "Washington", the capital or the man of that name; "in Dolna"
	case p.head >= 0 && t.of[p.head] >= 0:
		return t.named(p), t.of[p.head]
	}
	if pro, ok := pronouns[p.fold]; ok && !acronym(at.Of(t.doc.Text)) {
		return t.pronounSpeaker(at, pro, t.statements[st.statement])
	}
	if unspeakable[p.fold] {
		return none, nobody
	}
	return t.nominal(p)
}

// interviewed is who answers in an article of questions and answers: the person whom it says that it is an interview
// with. Nobody is named for the questions.
func (t *threads) interviewed(at span.Span, answers bool) (attribution.Speaker, int) {
	none := attribution.Speaker{Span: at, Basis: attribution.Unattributed}
	loc := interview.FindStringIndex(t.doc.Text[:min(len(t.doc.Text), 3000)])
	if loc == nil || !answers {
		return none, nobody
	}
	for i := t.mentionFrom(loc[1]); i < len(t.mentions) && t.mentions[i].Start < loc[1]+60; i++ {
		if e := t.of[i]; e >= 0 && t.mentions[i].Kind == people.Human {
			return attribution.Speaker{Span: at, Name: t.cast[e].name, Basis: attribution.Description, Confidence: 0.9,
				Evidence: fmt.Sprintf("the article is an interview with “%s”", t.cast[e].name)}, e
		}
	}
	return none, nobody
}

var interview = regexp.MustCompile(`(?i)\b(?:interview with|interview of|q ?& ?a with|questions (?:for|to)|conversation with) `)

// named is the speaker whose name stands in the source.
func (t *threads) named(p phrase) attribution.Speaker {
	m, e := t.mentions[p.head], t.cast[t.of[p.head]]
	s := attribution.Speaker{Span: p.span, Name: e.name, Basis: attribution.Named, Confidence: t.sure[p.head],
		Evidence: "named in the statement"}
	if english.Fold(m.Name) != english.Fold(e.name) {
		s.Evidence = fmt.Sprintf("“%s” is “%s” elsewhere in the article", m.Name, e.name)
	}
	return s
}

// unspeakable are sources that identify no one: first persons, and words that point to words.
var unspeakable = english.Set("i me my we us our you your which that this what whose one myself ourselves")

// pronounSpeaker resolves a pronoun that is a source.
func (t *threads) pronounSpeaker(at span.Span, p pronoun, st attribution.Statement) (attribution.Speaker, int) {
	none := attribution.Speaker{Span: at, Basis: attribution.Unattributed}
	if p.who {
		i := t.relative(at.Start)
		if i < 0 {
			return t.describedBy(at)
		}
		if t.of[i] < 0 {
			return none, nobody
		}
		name := t.cast[t.of[i]].name
		return attribution.Speaker{Span: at, Name: name, Basis: attribution.Pronoun, Confidence: 0.95,
			Evidence: fmt.Sprintf("“%s” stands directly before", t.mentions[i].Name)}, t.of[i]
	}
	kind, floor := people.Human, floorPerson
	if p.thing || p.plural {
		kind, floor = people.Body, floorBody
	}
	cs := t.candidates(at, p, kind, st.Content...)
	if len(cs) == 0 {
		return none, nobody
	}
	best := bestOf(cs)
	if !t.trusted(best, at) {
		return none, nobody
	}
	if t.eclipsed(best, at, p) {
		t.note(at, p, nobody, best.chance)
		return none, nobody
	}
	if best.chance >= 0.4 {
		t.note(at, p, best.entity, best.chance)
	}
	if best.entity == nobody || best.chance < floor || t.twinned(best, cs, p) ||
		p.plural && t.crowded(best.last.Span, at) {
		return none, nobody
	}
	name := t.cast[best.entity].name
	return attribution.Speaker{Span: at, Name: name, Basis: attribution.Pronoun, Confidence: confidence(best),
		Evidence: evidence(best, name)}, best.entity
}

// floorPerson and floorBody are the probabilities below which a pronoun stays unattributed.
const (
	floorPerson = 0.55
	floorBody   = 0.6
)

// confidence is the calibrated chance that a candidate is right.
func confidence(c candidate) float64 { return min(0.97, c.chance) }

// evidence states why a pronoun means its person.
func evidence(c candidate, name string) string {
	switch {
	case c.vector[sameSentence] == 1:
		return fmt.Sprintf("“%s” in the same sentence", name)
	case c.vector[lastSpeaker] == 1:
		return fmt.Sprintf("“%s” is the speaker just before", name)
	case c.vector[previousSentence] == 1:
		return fmt.Sprintf("“%s” in the sentence before", name)
	}
	return fmt.Sprintf("“%s” is spoken of just before", name)
}
