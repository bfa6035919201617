package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// presented is the speaker whom the article first calls by what he is and then by name, as leads do: "An alliance
// spokesman said …. “…,” said Ona Berg." It is the next source, within a sentence of the reporter's, named there for
// the first time, with nothing beside the name but the same office.
func (t *threads) presented(p phrase, np []string) (int, float64, bool) {
	noun := np[len(np)-1]
	sex, person := people.Describes(noun)
	if !t.doc.Ordered || !person || pluralHead(noun) || noun == "source" {
		return nobody, 0, false
	}
	next, ok := endingBehind(t.sources, p.span.End)
	for ok && next.Start < p.span.End || ok && pronouns[english.Fold(next.Of(t.doc.Text))] != (pronoun{}) {
		next, ok = endingBehind(t.sources, next.End)
	}
	if !ok || t.back(sentenceAt(t.doc, p.span.Start), sentenceAt(t.doc, next.Start)) > 1 {
		return nobody, 0, false
	}
	n := t.read(next)
	if n.head < 0 || n.company || t.of[n.head] < 0 {
		return nobody, 0, false
	}
	e := t.of[n.head]
	one, want := t.cast[e], t.wants(p)
	if len(want.words) < 2 && t.sharedWithUnnamed(p, want, nil) {
		return nobody, 0, false // "an official … the official"
	}
	name := t.mentions[n.head]
	before, after := t.around(name.Span, next)
	f := strings.Fields(english.Fold(after))
	bare := before == "" && len(one.roles) == 0 && (len(f) == 0 || english.Prepositions.Has(f[0]))
	b := strings.Fields(english.Fold(before))
	again := len(b) == 2 && b[0] == "the" && name.Role != "" // "the diplomat, Ona Berg,"
	return e, 0.88, one.kind == people.Human && one.debut == n.head && agrees(sex, one.gender) &&
		(bare || again || slices.ContainsFunc(one.roles, func(o office) bool {
			return o.meets(want) > unfitting || want.meets(o) == exact
		}))
}
