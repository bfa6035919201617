package identity

import (
	"strings"

	"rapporteur/corpus/people"
)

// noteSections divides the article at lines without a letter or digit ("___", "* * *"), which
// separate the items of a running report: each item names its people again.
func (s *scene) noteSections() {
	s.sections = make([]int, len(s.doc.Sentences))
	first := 0
	for k, one := range s.doc.Sentences {
		if one.Start < 0 || one.End > len(s.doc.Text) || unlettered(strings.TrimSpace(one.Of(s.doc.Text))) {
			first = k + 1
		}
		s.sections[k] = first
	}
}

// noteNarration counts the sentences outside quotation marks: quotations do not change how near a person is.
func (s *scene) noteNarration() {
	s.narration = make([]int, len(s.doc.Sentences))
	quoted, q, n := people.Quotations(s.doc), 0, 0
	for k, one := range s.doc.Sentences {
		s.narration[k] = n
		for q < len(quoted) && quoted[q].End < one.End {
			q++
		}
		if q == len(quoted) || quoted[q].Start > one.Start {
			n++
		}
	}
}

// back is how many sentences, quotations not counted, sentence k is behind another: at least 1 where they differ.
func (s *scene) back(sentence, k int) int {
	if sentence >= k {
		return 0
	}
	return max(1, s.narration[k]-s.narration[sentence])
}

// spokenOfHere reports whether the section of byte off has mentioned entity e so far.
func (t *threads) spokenOfHere(e, off int) bool {
	last, met := t.latest[e]
	return met && last >= t.sections[sentenceAt(t.doc, off)]
}
