package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// clause is what the sentence of a pronoun shows about it.
type clause struct {
	sentence int
	tags     bool // it only tags what the sentence says before it
	governs  bool // it is the subject of the main clause
	first    int  // where it opens a further clause, the entity of the first subject; else nobody
}

// clauseOf reads the sentence of the pronoun at.
func (t *threads) clauseOf(at span.Span) clause {
	k := sentenceAt(t.doc, at.Start)
	c := clause{sentence: k, tags: t.tags(at, k), first: nobody}
	c.governs = t.governs(at, k, c.tags)
	if t.coordinates(at, k) {
		c.first = t.firstSubject(at, k)
	}
	return c
}

// tags reports whether the pronoun at only tags what its sentence says before it: "…,” he said", "…, she added".
func (t *threads) tags(at span.Span, k int) bool {
	before := strings.TrimRight(t.leading(at.Start, k), " ")
	if strings.HasSuffix(before, "”") || strings.HasSuffix(before, "\"") || strings.HasSuffix(before, "''") {
		return true
	}
	after := strings.TrimLeft(t.doc.Text[at.End:min(len(t.doc.Text), at.End+12)], " ")
	verb := strings.TrimRight(after[:max(0, strings.IndexAny(after+" ", " .,\n"))], " ")
	rest := strings.TrimLeft(strings.TrimPrefix(after, verb), " ")
	return strings.HasSuffix(before, ",") && english.TagVerbs.Has(verb) &&
		(rest == "" || strings.ContainsAny(rest[:1], ".,\n"))
}

// spokenOf reports whether the quotation in sentence k names entity e, who is then unlikely to be its speaker.
func (t *threads) spokenOf(e, k int) bool {
	return e != nobody && slices.ContainsFunc(t.mentionsIn(e, k), func(i int) bool { return t.mentions[i].Quoted })
}

// isFresh reports whether the body first names entity e in sentence k or the two before.
func (t *threads) isFresh(e, k int) bool {
	debut := t.cast[e].debut
	return debut >= 0 && t.mentions[debut].Sentence <= k && t.back(t.mentions[debut].Sentence, k) <= 2
}

// governs reports whether the pronoun at is the subject of the main clause of sentence k: it opens the sentence or
// follows a quotation. No later name there is its own (Chomsky's Principle C): in "he told Vale", he is not Vale.
func (t *threads) governs(at span.Span, k int, tags bool) bool {
	w := strings.ToLower(at.Of(t.doc.Text))
	return (w == "he" || w == "she") && (tags || strings.TrimSpace(t.leading(at.Start, k)) == "")
}

// namedAfter reports whether sentence k names e, unquoted, behind the pronoun at, which then seldom means e.
func (t *threads) namedAfter(e int, at span.Span, k int) bool {
	return e != nobody && slices.ContainsFunc(t.mentionsIn(e, k),
		func(i int) bool { return t.mentions[i].Start >= at.End && !t.mentions[i].Quoted })
}

// namedIn reports whether spans name entity e: what it says itself seldom does.
func (t *threads) namedIn(spans []span.Span, e int) bool {
	return e != nobody && slices.ContainsFunc(spans, func(c span.Span) bool {
		named := t.namedFrom(e, c.Start)
		return len(named) > 0 && t.mentions[named[0]].Start < c.End
	})
}

// coordinates reports whether the pronoun at opens a clause behind a comma, semicolon or dash: ", but he", "; she".
func (t *threads) coordinates(at span.Span, k int) bool {
	before := strings.TrimRight(t.leading(at.Start, k), " ")
	if i := strings.LastIndexByte(before, ' '); i >= 0 && english.ClauseOpeners.Has(strings.ToLower(before[i+1:])) {
		before = strings.TrimRight(before[:i], " ")
	}
	return before != "" && strings.ContainsAny(before[len(before)-1:], ",;-") || strings.HasSuffix(before, "–") ||
		strings.HasSuffix(before, "—")
}

// firstSubject is whom sentence k first speaks of as a subject before the pronoun at, or nobody.
func (t *threads) firstSubject(at span.Span, k int) int {
	first := nobody
	for s := range t.metSince(k) {
		if s.sentence == k && s.subject && !s.quoted && !s.owner && s.Start < at.Start &&
			(s.entity == nobody || t.cast[s.entity].kind == people.Human) {
			first = s.entity
		}
	}
	return first
}
