package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// givesName is the person whose name a description's own sentence gives: "The soldier, who gave his name as Oleh,".
func (t *threads) givesName(p phrase) (int, bool) {
	k := sentenceAt(t.doc, p.span.Start)
	for i := t.mentionFrom(p.span.Start); i < len(t.mentions) && t.mentions[i].Sentence <= k; i++ {
		m := t.mentions[i]
		if m.Sentence != k || m.Start <= p.span.Start || t.of[i] < 0 || m.Kind != people.Human {
			continue
		}
		if m.Start-p.span.Start > farBehind {
			break
		}
		between := strings.Fields(english.Fold(t.doc.Text[p.span.Start:m.Start]))
		named := slices.ContainsFunc(between, func(w string) bool { return naming[w] })
		return t.of[i], len(between) <= 20 && (named && slices.Contains(between, "name") ||
			len(between) > 0 && between[len(between)-1] == "named")
	}
	return 0, false
}

// naming are the verbs of giving a name.
var naming = english.Set("identified gave giving asked identifying provided used goes")

// confidant is the speaker just before, described by another's name ("the top Vale ally"), if no one was named since.
func (t *threads) confidant(p phrase, head string) (int, float64, bool) {
	if !t.doc.Ordered || !confidants[head] || p.words[0] != "the" {
		return 0, 0, false
	}
	for s := range t.metSince(0) {
		if s.Start >= p.span.Start || s.quoted || s.entity == nobody || t.cast[s.entity].kind != people.Human ||
			t.printedIn(s.entity, p) {
			continue
		}
		return s.entity, 0.88, t.spokeLately(s.entity, p) && !t.otherwise(s.entity, p) && !t.beside(s.entity, p)
	}
	return 0, 0, false
}

// spokeLately reports whether e is the last person to speak within five paragraphs; bodies that did do not count.
func (t *threads) spokeLately(e int, p phrase) bool {
	here := t.doc.Sentences[sentenceAt(t.doc, p.span.Start)].Paragraph
	for said := range t.spokenSince(0) {
		if said.at.Start >= p.span.Start || said.entity != nobody && t.cast[said.entity].kind == people.Body {
			continue
		}
		return said.entity == e && here-t.doc.Sentences[said.sentence].Paragraph <= 5
	}
	return false
}

// confidants are nouns that identify a person by another.
var confidants = english.Set("ally confidant confidante loyalist protege lieutenant deputy envoy")

// printedIn reports whether the description prints the entity's name.
func (t *threads) printedIn(e int, p phrase) bool {
	words := t.cast[e].words
	return len(words) > 0 && slices.Contains(p.words, words[len(words)-1])
}
