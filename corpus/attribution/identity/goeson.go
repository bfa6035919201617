package identity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rapporteur/corpus/attribution"
)

// ending is where a statement ends.
type ending struct{ off, statement int }

// endings is where the statements end, in order; among equal ends the first statement comes last.
func (s *scene) endings() []ending {
	out := make([]ending, len(s.statements))
	for i, st := range s.statements {
		out[i] = ending{endOf(st), i}
	}
	slices.SortFunc(out, func(a, b ending) int { return cmp.Or(a.off-b.off, b.statement-a.statement) })
	return out
}

// continued is the index of the statement that statement i, which has no source, continues: no letter stands
// between them, and the quotation is open or the paragraph the same. It is -1 without one.
func (s *scene) continued(i int, endings []ending) int {
	st := s.statements[i]
	if !st.Speaker.Empty() || !st.Cue.Empty() || len(st.Content) == 0 {
		return -1
	}
	start := st.Content[0].Start
	n, _ := slices.BinarySearchFunc(endings, start+1, func(e ending, off int) int { return cmp.Compare(e.off, off) })
	if n > 0 && endings[n-1].statement == i {
		n--
	}
	if n == 0 || start > len(s.doc.Text) {
		return -1
	}
	before := endings[n-1]
	between := s.doc.Text[before.off:start]
	if len(between) > 24 || strings.ContainsFunc(between, unicode.IsLetter) {
		return -1
	}
	if strings.Contains(between, "\n") {
		// One mark between two paragraphs opens the second: the first was left open.
		marks := strings.Count(between, "\"") + strings.Count(between, "“") + strings.Count(between, "''") +
			2*strings.Count(between, "”")
		if !s.doc.Ordered || marks != 1 {
			return -1
		}
	} else if s.statements[before.statement].Form == attribution.Indirect {
		return -1
	}
	return before.statement
}

// endOf is where the last part of a statement ends.
func endOf(st attribution.Statement) int {
	end := max(st.Speaker.End, st.Cue.End)
	for _, c := range st.Content {
		end = max(end, c.End)
	}
	return end
}

// goOn gives statements without a source the speaker of the quotation that they continue, in the order of the text.
func (s *scene) goOn(out []attribution.Statement) {
	endings := s.endings()
	from := make([]int, len(out))
	for i := range out {
		from[i] = s.continued(i, endings)
	}
	for range 3 { // a speech of four paragraphs is lent from one to the next
		for i, j := range from {
			if j < 0 || out[i].Speaker.Name != "" || out[j].Speaker.Name == "" {
				continue
			}
			said := out[j].Speaker
			out[i].Speaker = attribution.Speaker{Name: said.Name, Basis: attribution.Description,
				Confidence: 0.95 * said.Confidence, Evidence: fmt.Sprintf("the words go on from what “%s” said", said.Name)}
		}
	}
}
