package attribution

import (
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// TestStructure reads short articles and looks for a speaker with words of his: what position tells where the tagger is
// silent.
func TestStructure(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("The valve was never closed, and nobody wrote it down. ", 16)
	for _, row := range []struct{ about, body, source, words string }{
		{"a verb that is rare", "“The bell is cracked,” muttered sexton Olaf Brint.", "sexton Olaf Brint", "The bell is cracked"},
		{"a verb with a particle", "“That is no bell,” fired back Dirk Hale.", "Dirk Hale", "That is no bell"},
		{"a quotation broken by a full name", "“The ropes,” said Karl Brandt, “were cut in May.”", "Karl Brandt", "were cut in May"},
		{"a description in between", "“The ropes,” said the sexton, Olaf Brint, “were cut in May.”", "the sexton, Olaf Brint", "were cut in May"},
		{"a long quotation with a comma", "“" + strings.TrimSuffix(strings.TrimSpace(long), ".") + ",” said Olaf Brint.", "Olaf Brint", "valve was never closed"},
		{"paragraphs, the name last", "“We heard the bell.\n\n“Then the ropes gave way,” Brint said.", "Brint", "We heard the bell"},
		{"guillemets with blanks", "« The bell is here », replied Luc Moreau.", "Luc Moreau", "The bell is here"},
		{"signed below", "“The bell will ring on Sunday.”\n\n— Sexton Olaf Brint", "Sexton Olaf Brint", "ring on Sunday"},
		{"announced above", "And from Provost Ida Marr:\n\n“The bell will ring on Sunday.”", "Provost Ida Marr", "ring on Sunday"},
		{"a list", "Provost Ida Marr also said:\n\n• The bell must stay in the tower\n\n• The ropes are to be replaced", "Provost Ida Marr", "ropes are to be replaced"},
		{"a transcript", "MR. BRINT: Good morning. We have a bell again.\n\nMS. MARR: And ropes, as of today.", "MR. BRINT", "have a bell again"},
		{"words within another's", "The clerk said Olaf Brint had told her that the ropes were cut.", "Olaf Brint", "the ropes were cut"},
		{"a clause before the name", "The ropes were cut in May, said the Harbour Watch Institute, which pays for them.", "Harbour Watch Institute", "ropes were cut"},
	} {
		a, err := article.Parse("a.txt", []byte("Bell of Dolna\n\nThe town met on Monday.\n\n"+row.body+"\n\nNobody else came.\n"))
		if err != nil {
			t.Fatal(err)
		}
		doc, found := text.Split(&a[0]), row.source == ""
		for _, st := range x.Statements(doc) {
			words := ""
			for _, c := range st.Content {
				words += c.Of(doc.Text) + " "
			}
			found = found || strings.Contains(st.Speaker.Of(doc.Text), row.source) && strings.Contains(words, row.words)
		}
		if !found {
			t.Errorf("%s: no statement of %q with %q in %q", row.about, row.source, row.words, row.body)
		}
	}
}

// TestNotSaid: who listens after a quotation has not said it, and what somebody has not called for is no call.
func TestNotSaid(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ body, source, words string }{
		{"Ida Marr turned to the clerk. “The tower is shut.” Olaf Brint nodded.", "Olaf Brint", "tower is shut"},
		{"Marr stopped. “We have no ropes left.” Brint shrugged.", "Brint", "no ropes left"},
		{"Brint has not called for the provost to step down.", "Brint", "step down"},
		{"Marr, who had boasted that the tower was safe, is now fighting for her post.", "who", "fighting"},
	} {
		a, err := article.Parse("a.txt", []byte("Bell of Dolna\n\nThe town met on Monday.\n\n"+row.body+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		doc := text.Split(&a[0])
		for _, st := range x.Statements(doc) {
			for _, c := range st.Content {
				if !st.Unsaid && st.Speaker.Of(doc.Text) == row.source && strings.Contains(c.Of(doc.Text), row.words) {
					t.Errorf("%q is said to have said %q", row.source, c.Of(doc.Text))
				}
			}
		}
	}
}

// TestSubjectOf finds the subject of cues in one sentence each, the cue in brackets.
func TestSubjectOf(t *testing.T) {
	for _, row := range []struct{ sentence, want string }{
		{"Marr, meanwhile, [called] the talks useful.", "Marr"},
		{"Olaf Brint left early but [declined] to say more.", "Olaf Brint"},
		{"Ida Marr stayed at home, [saying] that the tower was shut.", "Ida Marr"},
		{"It has changed its story since, [saying] she is well.", "It"},
		{"The ropes, even [claiming] that they hold, are old.", ""},
		{"On Monday Olaf Brint [announced] that he would ring.", "Olaf Brint"},
		{"Thousands came, and the provost also [admitted] that it was late.", "the provost"},
		{"Olaf Brint [was accused of] theft.", ""},
		{"[Saying] so is easy.", ""},
	} {
		start, end := strings.Index(row.sentence, "["), strings.Index(row.sentence, "]")
		plain := strings.NewReplacer("[", "", "]", "").Replace(row.sentence)
		s := structure{doc: &text.Document{Text: plain}}
		at, _ := s.subjectOf(span.Span{Start: start, End: end - 1}, wordsIn(plain, span.Span{End: len(plain)}))
		if got := at.Of(plain); got != row.want {
			t.Errorf("the subject in %q is %q, want %q", row.sentence, got, row.want)
		}
	}
}
