package identity

import (
	"rapporteur/corpus/people"
)

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
