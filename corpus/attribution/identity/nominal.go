package identity

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// nominal resolves a source that is a description: "the senator", "the State Department spokesman". Only a definite
// description of one person or body can mean somebody the article names; all others are unnamed, and the entity nobody.
func (t *threads) nominal(p phrase) (attribution.Speaker, int) {
	e, sure, ok := t.nominee(p)
	if !ok {
		return attribution.Speaker{Span: p.span, Basis: attribution.Anonymous}, nobody
	}
	t.tie(p, e)
	why := fmt.Sprintf("the article speaks of “%s” just before", t.cast[e].name)
	if role := t.printedRole(e, p); role != "" {
		why = fmt.Sprintf("the article prints “%s %s”", role, t.cast[e].name)
	}
	return attribution.Speaker{Span: p.span, Name: t.cast[e].name, Basis: attribution.Description, Confidence: sure,
		Evidence: why}, e
}

// nominee is the entity that a description means, and the chance; false where it means nobody whom the article names.
func (t *threads) nominee(p phrase) (int, float64, bool) {
	np := nounPhrase(p.words)
	if len(np) == 0 || t.holdsName(p) {
		return nobody, 0, false
	}
	if !definite(p.words) && !t.ownedByName(p) {
		return t.presented(p, np)
	}
	head := np[len(np)-1]
	if e, sure, ok := t.bodyMeant(p, np); ok {
		return e, sure, true
	}
	_, person := people.Describes(head)
	if !person && !people.Creed(head) || pluralHead(head) {
		return nobody, 0, false
	}
	if e, sure, ok := t.holder(p, np); ok {
		return e, sure, true
	}
	if e, ok := t.givesName(p); ok {
		return e, 0.93, true
	}
	if e, sure, ok := t.confidant(p, head); ok {
		return e, sure, true
	}
	printed := firstWords(p.span.Of(t.doc.Text), len(np))
	owned := english.Possessives.Has(p.words[0]) || strings.Contains(printed, "’s ") || strings.Contains(printed, "'s ")
	if !owned && !english.SourceNouns.Has(head) && t.doc.Ordered {
		if e, sure, ok := t.salient(p, head); ok {
			return e, sure, true
		}
	}
	return t.presented(p, np)
}

// tie records that the description stands for entity e, for what follows.
func (t *threads) tie(p phrase, e int) {
	k := sentenceAt(t.doc, p.span.Start)
	unnamed := func(s sight) bool { return s.entity == nobody && s.Overlaps(p.span) }
	met := max(0, len(t.seen)-lookBack)
	t.seen = append(t.seen[:met], slices.DeleteFunc(t.seen[met:], unnamed)...)
	next, _ := slices.BinarySearchFunc(t.pending, p.span.End, func(s sight, off int) int { return s.Start - off })
	kept := slices.DeleteFunc(slices.Clone(t.pending[:next]), unnamed)
	t.pending = t.pending[next-len(kept):]
	copy(t.pending, kept)
	s := sight{Span: p.span, entity: e, sentence: k, paragraph: t.doc.Sentences[k].Paragraph, sure: 0.9}
	s.subject, s.object = t.position(p.span.Start, k)
	s.speaker = t.isSource(p.span)
	s.alone = s.speaker
	t.met(s)
}

// nounPhrase is a description up to what follows its noun: "the top Democrat" of "the top Democrat on the committee".
func nounPhrase(words []string) []string {
	for i, w := range words {
		if english.Prepositions.Has(w) || w == "who" || w == "that" || w == "which" || w == "and" {
			return words[:i]
		}
	}
	return words
}

// definite reports whether a description means somebody already known.
func definite(words []string) bool {
	if len(words) == 0 {
		return false
	}
	return words[0] == "the" || words[0] == "this" || words[0] == "that" ||
		english.Possessives.Has(words[0]) || len(words) > 1 && words[0] == "former" // as headlines print it
}

// ownedByName reports whether a description begins with a name that owns the rest, as "Vale's lawyer" does.
func (t *threads) ownedByName(p phrase) bool {
	i := t.mentionFrom(p.span.Start)
	return i < len(t.mentions) && t.mentions[i].Start <= p.span.Start && t.mentions[i].Kind != people.Unnamed &&
		hasOwner(t.doc.Text[t.mentions[i].End:])
}

// firstWords is roughly the first n words of s.
func firstWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(n, len(f))], " ") + " "
}
