package identity

import (
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// setOff reports whether a description set off by a comma stands before a name: "The leader of the party, Viktor
// Hale". If it ends in another person ("a lawyer for the driver, Viktor Hale"), it is not clear whose the name is.
func setOff(before string) (is, clear bool) {
	described, ok := strings.CutSuffix(strings.TrimRight(before, " "), ",")
	f := strings.Fields(english.Fold(described))
	if !ok || len(f) == 0 {
		return false, false
	}
	last := f[len(f)-1]
	_, person := people.Describes(last)
	return true, !(person || people.Creed(last)) || pluralHead(last) || !subordinate(described)
}

// beside reports whether a name stands directly behind a noun for a thing, so that all the words before it say who it
// is: "the head of the restoration unit Viktor Hale", not "the mother of the boy Viktor Hale".
func beside(before string) bool {
	f := strings.Fields(before)
	if len(f) < 4 || !english.Articles.Has(english.Fold(f[0])) {
		return false
	}
	last := f[len(f)-1]
	_, leader := people.Describes(english.Fold(f[1]))
	_, person := people.Describes(last)
	return leader && !person && lowerCased(last) && !english.Prepositions.Has(last) && !determiners[last] &&
		!english.FunctionWords.Has(last) && !english.SpeechVerbs.Has(last) && !strings.HasSuffix(last, "ing")
}

// holdsName reports whether a description contains a name set off in it, so that it can mean no other named person.
func (t *threads) holdsName(p phrase) bool {
	for i := t.mentionFrom(p.span.Start); i < len(t.mentions) && t.mentions[i].Start < p.span.End; i++ {
		m := t.mentions[i]
		if m.Kind != people.Human || !p.span.Holds(m.Span) {
			continue
		}
		before, _ := t.around(m.Span, p.span)
		if is, _ := setOff(before); is {
			return true
		}
	}
	return false
}
