package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// undergoes reports whether the cue of a statement is a passive verb whose subject, the source, is told, asked or
// spoken of, and says nothing: "Vale was accused of", "Ost has been told", "it is understood".
func (s *scene) undergoes(st attribution.Statement) bool {
	source, cue := st.Speaker.Span, st.Cue
	if source.Empty() || cue.Empty() || source.End > cue.Start || cue.Start-source.End > farBehind {
		return false
	}
	words := strings.Fields(english.Fold(s.doc.Text[source.End:cue.End]))
	own := max(0, len(words)-len(strings.Fields(english.Fold(cue.Of(s.doc.Text)))))
	if i := slices.Index(words[own:], "under"); i > 0 && comes[words[own+i-1]] {
		return true // "Vale came under fire"
	}
	for i := len(words) - 1; i >= max(own, 1); i-- {
		if !english.PassiveVerbs.Has(words[i]) {
			continue
		}
		k := i - 1
		for k > 0 && !toBe[words[k]] &&
			(strings.HasSuffix(words[k], "ly") || english.Adverbs.Has(words[k]) || words[k] == "not") {
			k--
		}
		return toBe[words[k]]
	}
	return false
}

// asked reports whether a statement's cue has the form in which one person is asked to speak or may have spoken, and
// nobody says that he did: "So Vale, tell us", "did Vale say".
func (s *scene) asked(st attribution.Statement, e int) bool {
	first, _, _ := strings.Cut(english.Fold(st.Cue.Of(s.doc.Text)), " ")
	return s.cast[e].kind == people.Human && plainForms[first]
}

var plainForms = english.Set("tell say explain ask admit write")

// whereabouts reports whether a place that is the source of a statement only says where the speaker was: a preposition
// stands before it ("flew to Denmark to announce"), or it ends the address of a letter ("Dolna, Denmark: …").
func (s *scene) whereabouts(st attribution.Statement) bool {
	source, cue := st.Speaker.Span, st.Cue
	if source.End > cue.Start || cue.Empty() {
		return false
	}
	if strings.Trim(cue.Of(s.doc.Text), ":—–- ") == "" {
		return true
	}
	before := strings.Fields(english.Fold(s.leading(source.Start, sentenceAt(s.doc, source.Start))))
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return english.Prepositions.Has(last) && last != "with" // "with Denmark saying" has Denmark say it
}

var comes = english.Set("come comes came coming")

var toBe = english.Set("am is are was were be been being")

// speaksItself reports whether mention i alone is the source that it stands in: the BP of "BP
// said", not that of "BP engineers said" or "BP and its partners said".
func (s *scene) speaksItself(i int) bool {
	source, ok := endingBehind(s.sources, s.mentions[i].Start)
	if !ok || !source.Overlaps(s.mentions[i].Span) {
		return false
	}
	p := s.read(source)
	return p.head == i && !p.company
}

// crowded reports whether people whom "they" may mean stand between body and pronoun: "Velmar Water … its divers".
func (s *scene) crowded(body, at span.Span) bool {
	if body.End >= at.Start {
		return false
	}
	return slices.ContainsFunc(strings.Fields(english.Fold(s.doc.Text[body.End:at.Start])), func(w string) bool {
		_, person := people.Describes(w)
		return w == "people" || pluralHead(w) && (person || occupation(strings.TrimSuffix(w, "s")))
	})
}
