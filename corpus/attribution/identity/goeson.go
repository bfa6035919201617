package identity

import (
	"fmt"
	"strings"
	"unicode"

	"rapporteur/corpus/attribution"
)

// continued is the index of the statement that statement i, which has no source,
// goes on from: no letter stands between the two, and the quotation is open or the
// paragraph the same. It is -1 where there is none.
func (s *scene) continued(i int) int {
	st := s.statements[i]
	if !st.Speaker.Empty() || !st.Cue.Empty() || len(st.Content) == 0 {
		return -1
	}
	start := st.Content[0].Start
	best, end := -1, -1
	for j, other := range s.statements {
		if e := endOf(other); j != i && e <= start && e > end {
			best, end = j, e
		}
	}
	if best < 0 || start > len(s.doc.Text) {
		return -1
	}
	between := s.doc.Text[end:start]
	if len(between) > 24 || strings.ContainsFunc(between, unicode.IsLetter) {
		return -1
	}
	if strings.Contains(between, "\n") {
		// One mark between two paragraphs opens the second: the first was left open.
		marks := strings.Count(between, "\"") + strings.Count(between, "“") + strings.Count(between, "''") + 2*strings.Count(between, "”")
		if !s.doc.Ordered || marks != 1 {
			return -1
		}
	} else if s.statements[best].Form == attribution.Indirect {
		return -1
	}
	return best
}

// endOf is where the last part of a statement ends.
func endOf(st attribution.Statement) int {
	end := max(st.Speaker.End, st.Cue.End)
	for _, c := range st.Content {
		end = max(end, c.End)
	}
	return end
}

// goOn gives statements without a source the speaker of the quotation that they
// go on with, in the order of the text.
func (s *scene) goOn(out []attribution.Statement) {
	for range 3 { // a speech of four paragraphs is lent from one to the next
		for i := range out {
			j := s.continued(i)
			if j < 0 || out[i].Speaker.Name != "" || out[j].Speaker.Name == "" {
				continue
			}
			from := out[j].Speaker
			out[i].Speaker = attribution.Speaker{
				Name: from.Name, Basis: attribution.Description, Confidence: 0.95 * from.Confidence,
				Evidence: fmt.Sprintf("the words go on from what “%s” said", from.Name),
			}
		}
	}
}
