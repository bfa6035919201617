package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// salient is the person mentioned just before, where a description that no role explains is
// unlikely to mean another: "the New York businessman" after a paragraph about one. A bare office
// is never guessed this way: only the article's own words show who the senator is.
func (t *threads) salient(p phrase, head string) (int, float64, bool) {
	kind, want := callingOf(head), t.wants(p)
	if kind == official && len(want.words) < 2 ||
		kind != partisan && upperLast(strings.TrimSpace(firstWords(p.span.Of(t.doc.Text), len(nounPhrase(p.words))))) {
		return 0, 0, false
	}
	sex, _ := people.Describes(head)
	cs := t.candidates(p.span, pronoun{gender: sex}, people.Human)
	cs = slices.DeleteFunc(cs, func(c candidate) bool {
		return t.otherwise(c.entity, p) || t.conflicts(c.entity, kind) || kind == partisan && t.strangeTo(c.entity, want)
	})
	if len(cs) == 0 {
		return 0, 0, false
	}
	share(cs, t.weights)
	best := bestOf(cs)
	if best.entity == nobody || t.beside(best.entity, p) || t.otherHolder(best.entity, want, p) {
		return 0, 0, false
	}
	recent := best.vector[sameSentence]+best.vector[previousSentence]+best.vector[secondBack]+best.vector[subjectLast] > 0
	if kind == official {
		return best.entity, 0.8 * best.chance, recent && best.chance >= 0.85
	}
	return best.entity, 0.85 * best.chance, recent && best.chance >= 0.72
}

// calling is what kind of epithet a description's noun is.
type calling int

const (
	official  calling = iota
	trade             // what somebody does or is famous for
	contender         // who stands for an office
	partisan          // of a party or a creed
)

// callingOf is the kind of a noun.
func callingOf(noun string) calling {
	switch {
	case english.TradeNouns.Has(noun):
		return trade
	case contenders[noun]:
		return contender
	case people.Creed(noun):
		return partisan
	}
	return official
}

var contenders = english.Set("candidate nominee contender frontrunner runner hopeful challenger")

// strangeTo reports whether a description gives a partisan's place ("the Kentucky Republican")
// while the article prints neither that place nor an elected office with entity e.
func (t *threads) strangeTo(e int, want office) bool {
	if e == nobody || !slices.ContainsFunc(want.words,
		func(w string) bool { return people.Located(w) && !people.Creed(w) }) {
		return false
	}
	return !slices.ContainsFunc(t.cast[e].roles, func(o office) bool {
		return english.ElectedOffices.Has(o.head) &&
			(o.head != "leader" || slices.Contains(o.words, "majority") || slices.Contains(o.words, "minority")) ||
			slices.ContainsFunc(o.words, func(w string) bool { return people.Located(w) && slices.Contains(want.words, w) })
	})
}

// conflicts reports whether the article prints an office with entity e that does not go with a
// calling: a governor is not called "the businessman", nor a president "the candidate".
func (t *threads) conflicts(e int, kind calling) bool {
	if e == nobody {
		return false
	}
	return slices.ContainsFunc(t.cast[e].roles, func(o office) bool {
		own := callingOf(o.head)
		if _, person := people.Describes(o.head); !person || english.PartNouns.Has(o.head) || english.KinWords.Has(o.head) ||
			own == kind && own != official {
			return false
		}
		return own == official && (kind == trade || kind == official || !english.ElectedOffices.Has(o.head)) ||
			own == trade && kind == official
	})
}

// otherHolder reports whether the article prints the same office with another person, and not with entity e.
func (t *threads) otherHolder(e int, want office, p phrase) bool {
	held := func(i int) bool {
		return slices.ContainsFunc(t.cast[i].roles, func(o office) bool { return o.meets(want) > unfitting })
	}
	if held(e) {
		return false
	}
	for s := range t.metSince(sentenceAt(t.doc, p.span.Start) - 2*parted) {
		if s.entity != nobody && !s.quoted && s.Start < p.span.Start && t.cast[s.entity].kind == people.Human &&
			held(s.entity) {
			return true
		}
	}
	return false
}

// otherwise reports whether a description cannot mean e: nothing links it to the country, the party or the age.
func (t *threads) otherwise(e int, p phrase) bool {
	if e == nobody {
		return false
	}
	for _, w := range people.RoleWords(p.fold) {
		if w[0] == '@' && !slices.ContainsFunc(t.cast[e].roles, func(o office) bool { return slices.Contains(o.words, w) }) {
			return true
		}
	}
	for _, pair := range [...][2]string{{"republican", "democratic"}, {"gop", "democratic"}, {"republican", "democrat"},
		{"gop", "democrat"}} {
		for _, order := range [...][2]string{pair, {pair[1], pair[0]}} {
			if slices.Contains(p.words, order[0]) && slices.ContainsFunc(t.cast[e].roles,
				func(o office) bool { return slices.Contains(o.words, order[1]) }) {
				return true
			}
		}
	}
	return false
}

// beside reports whether the sentence of description p mentions entity e outside it, by name or
// earlier as a source or an object: then the description means another person.
func (t *threads) beside(e int, p phrase) bool {
	k := sentenceAt(t.doc, p.span.Start)
	if slices.ContainsFunc(t.mentionsIn(e, k), func(i int) bool {
		m := t.mentions[i]
		return !p.span.Overlaps(m.Span) && !t.before(m.Span, p.span, k)
	}) {
		return true
	}
	for s := range t.metSince(k) {
		if s.entity == e && s.sentence == k && s.Start < p.span.Start && (s.speaker || s.object) {
			return true
		}
	}
	return false
}

// before reports whether a name stands in a clause that only leads to the description: "While Vale was silent, the …".
func (t *threads) before(name, description span.Span, k int) bool {
	words := strings.Fields(strings.ToLower(t.leading(name.Start, k)))
	return len(words) > 0 && english.Subordinators.Has(words[0]) && name.End < description.Start &&
		strings.HasSuffix(strings.TrimRight(t.doc.Text[name.End:description.Start], " "), ",")
}
