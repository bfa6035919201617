package consolidate

import (
	"fmt"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/text/english"
)

// A Telling is a statement as one article tells it, or a sentence that its article credits to nobody.
type Telling struct {
	Article string              // tells articles apart
	Speaker attribution.Speaker // as Resolve found it; Name is the corpus's, by people.Merge
	Form    attribution.Form
	Bare    bool // no statement of its article: a line without cue and source
}

// A Verdict is who said a telling's words, by all articles together.
type Verdict struct {
	attribution.Speaker
	// Conflict reports that another article gives the same words to somebody else. Each telling keeps its speaker.
	Conflict bool
}

// enoughToLend is the confidence from which a speaker counts as evidence for the
// same words elsewhere. Pronouns resolved never do, so that no guess spreads.
const enoughToLend = 0.85

// Across compares the tellings of the same words: groups has the indexes of those that are alike. A telling without
// a speaker is given the one whom all the others name; where they name several people, all keep their own and are
// marked as conflicting. An unnamed source stays unnamed, whatever others print. A bare sentence takes a speaker
// only from words quoted directly, since what a reporter tells in his own words is not therefore somebody's.
func Across(tellings []Telling, groups [][]int) []Verdict {
	out := make([]Verdict, len(tellings))
	for i, t := range tellings {
		out[i].Speaker = t.Speaker
	}
	for _, g := range groups {
		weighGroup(tellings, g, out)
	}
	return out
}

func weighGroup(tellings []Telling, group []int, out []Verdict) {
	lender, several := witness(tellings, group)
	if lender < 0 {
		return
	}
	for _, i := range group {
		t := tellings[i]
		switch {
		case several:
			out[i].Conflict = t.Speaker.Name != ""
		case t.Speaker.Name != "" || t.Speaker.Basis == attribution.Anonymous || t.Article == tellings[lender].Article:
		case t.Bare && tellings[lender].Form == attribution.Indirect:
		default:
			out[i].Speaker = lend(t, tellings[lender])
		}
	}
}

// witness is the telling that names the speaker best, or -1 if none does, and whether others name somebody else.
func witness(tellings []Telling, group []int) (int, bool) {
	best, several := -1, false
	for _, i := range group {
		s := tellings[i].Speaker
		if s.Name == "" || s.Confidence < enoughToLend || s.Basis == attribution.Pronoun {
			continue
		}
		if best >= 0 && !sameName(s.Name, tellings[best].Speaker.Name) {
			several = true
		}
		if best < 0 || s.Confidence > tellings[best].Speaker.Confidence {
			best = i
		}
	}
	return best, several
}

func sameName(a, b string) bool { return english.Fold(a) == english.Fold(b) }

// lend is the speaker of a telling that another article's telling names.
func lend(t, from Telling) attribution.Speaker {
	s := t.Speaker
	s.Name = from.Speaker.Name
	s.Confidence = 0.95 * from.Speaker.Confidence
	s.Basis = attribution.Description
	if !s.Span.Empty() {
		s.Basis = attribution.Pronoun
	}
	s.Evidence = fmt.Sprintf("another article credits the same words to “%s”", from.Speaker.Name)
	return s
}
