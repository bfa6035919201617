package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// eclipsed reports whether an unnamed person whom the pronoun at may mean as well has come between it and the
// candidate: one who spoke or acted since the article last mentioned the candidate, or who spoke and left the
// candidate an object. The pronoun then stays unattributed, whatever its probability.
func (t *threads) eclipsed(c candidate, at span.Span, p pronoun) bool {
	if c.entity == nobody {
		return false
	}
	k := sentenceAt(t.doc, at.Start)
	last, acted := -1, -1
	for s := range t.metSince(k - rivalry) {
		if s.entity != c.entity || s.quoted || s.Start >= at.Start {
			continue
		}
		last = max(last, s.End)
		if s.subject || s.speaker && !s.object {
			acted = max(acted, s.End)
		}
	}
	object := english.Fold(at.Of(t.doc.Text)) == "him"
	for s := range t.metSince(k - rivalry) {
		if s.entity != nobody || s.quoted || s.Start >= at.Start || !agrees(p.gender, s.gender) ||
			object && s.sentence == k || t.titled(s, c.entity) {
			continue
		}
		if s.speaker && t.determined(s) && s.End >= acted || t.acts(s, k) && s.End >= last && !t.toldBy(c.entity, s.Span) {
			return true
		}
	}
	return false
}

// toldBy reports whether a span lies in reported speech of entity e: who acts there is only mentioned.
func (t *threads) toldBy(e int, at span.Span) bool {
	for said := range t.spokenSince(sentenceAt(t.doc, at.Start) - reach) {
		if said.entity == e && slices.ContainsFunc(said.content, func(c span.Span) bool { return c.Holds(at) }) {
			return true
		}
	}
	return false
}

// twinned reports whether another, as frequent, stands beside the candidate, both silent: "Vale met Ost. “…,” he said".
func (t *threads) twinned(c candidate, cs []candidate, p pronoun) bool {
	if c.vector[lastSpeaker]+c.vector[lastSpeakerFar]+c.vector[saidInSentence] > 0 || p.gender == people.Unknown ||
		c.vector[sameSentence] == 1 {
		return false
	}
	return slices.ContainsFunc(cs, func(o candidate) bool {
		return o.entity != nobody && o.entity != c.entity && o.last.sentence == c.last.sentence && !o.last.quoted &&
			!o.last.owner && !c.last.pronoun && !t.complement(o.last) &&
			o.vector[genderUnknown] == 0 && o.vector[frequency] >= c.vector[frequency]
	})
}

// complement reports whether a name only completes a noun before it, as in "a former secretary for Vale".
func (t *threads) complement(s sight) bool {
	f := strings.Fields(english.Fold(t.leading(s.Start, s.sentence)))
	for len(f) > 0 && (determiners[f[len(f)-1]] || isTitle(f[len(f)-1])) {
		f = f[:len(f)-1]
	}
	return len(f) > 0 && english.Prepositions.Has(f[len(f)-1]) && f[len(f)-1] != "with"
}

// rivalry is for how many sentences an unnamed person competes for a pronoun.
const rivalry = 2

// determined reports whether a phrase begins like that of one person: "driver" alone is a label.
func (t *threads) determined(s sight) bool {
	words := strings.Fields(english.Fold(s.Of(t.doc.Text)))
	return s.pronoun || len(words) > 1 || !s.Empty() && hasOwner(s.Of(t.doc.Text))
}

// acts reports whether a person does something near sentence k: as a subject, or behind "by" in the
// sentence before. A noun joined to another by "and" may as well be an object.
func (t *threads) acts(s sight, k int) bool {
	before := strings.ToLower(t.doc.Text[max(0, s.Start-5):s.Start])
	words := strings.Fields(english.Fold(s.Of(t.doc.Text)))
	switch {
	case s.owner || !t.determined(s):
		return false
	case s.pronoun:
		return words[0] == "he" || words[0] == "she"
	case t.behindBy(s.Start):
		return k-s.sentence <= 1
	}
	return s.subject && !strings.HasSuffix(before, " and ") && !strings.HasSuffix(before, " or ")
}

// titled reports whether a definite description names an office printed with entity e, which it then means.
func (t *threads) titled(s sight, e int) bool {
	words := strings.Fields(english.Fold(s.Of(t.doc.Text)))
	np := nounPhrase(words)
	return len(np) > 1 && np[0] == "the" && !s.pronoun &&
		slices.ContainsFunc(t.cast[e].roles, func(o office) bool { return sameOffice(o.head, np[len(np)-1]) })
}
