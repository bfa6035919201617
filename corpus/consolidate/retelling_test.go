package consolidate

import (
	"testing"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/span"
)

func TestAcross(t *testing.T) {
	named := func(name string, basis attribution.Basis, sure float64) attribution.Speaker {
		return attribution.Speaker{Span: span.Span{Start: 1, End: 5}, Name: name, Basis: basis, Confidence: sure}
	}
	tellings := []Telling{
		0:  {Article: "a", Speaker: named("Annika Holt", attribution.Named, 0.97), Form: attribution.Direct},
		1:  {Article: "b", Bare: true, Speaker: attribution.Speaker{Basis: attribution.Unattributed}},
		2:  {Article: "c", Speaker: attribution.Speaker{Span: span.Span{Start: 3, End: 5}, Basis: attribution.Unattributed}, Form: attribution.Direct},
		3:  {Article: "d", Speaker: attribution.Speaker{Span: span.Span{Start: 0, End: 9}, Basis: attribution.Anonymous}, Form: attribution.Direct},
		4:  {Article: "a", Speaker: named("Annika Holt", attribution.Named, 0.97), Form: attribution.Indirect},
		5:  {Article: "b", Speaker: named("Peter Lund", attribution.Named, 0.97), Form: attribution.Indirect},
		6:  {Article: "c", Speaker: attribution.Speaker{Basis: attribution.Unattributed}},
		7:  {Article: "a", Speaker: named("Ivo Marek", attribution.Named, 0.97), Form: attribution.Indirect},
		8:  {Article: "b", Bare: true},
		9:  {Article: "a", Speaker: named("Ivo Marek", attribution.Pronoun, 0.97), Form: attribution.Direct},
		10: {Article: "b", Bare: true},
	}
	got := Across(tellings, [][]int{{0, 1, 2, 3}, {4, 5, 6}, {7, 8}, {9, 10}})
	for _, row := range []struct {
		at       int
		name     string
		conflict bool
		why      string
	}{
		{1, "Annika Holt", false, "a bare line takes the speaker of the same words, quoted"},
		{2, "Annika Holt", false, "so does a pronoun that could not be resolved"},
		{3, "", false, "an unnamed source stays unnamed"},
		{4, "Annika Holt", true, "where articles disagree both stand"},
		{5, "Peter Lund", true, "where articles disagree both stand"},
		{6, "", false, "and none is lent"},
		{8, "", false, "indirect words make a bare line nobody's"},
		{10, "", false, "a resolved pronoun lends nothing"},
	} {
		if g := got[row.at]; g.Name != row.name || g.Conflict != row.conflict {
			t.Errorf("%d is %q, conflicting %v: %s", row.at, g.Name, g.Conflict, row.why)
		}
	}
	if got[1].Evidence == "" || got[1].Confidence >= 0.97 {
		t.Errorf("a lent speaker is %+v, want evidence and less confidence", got[1].Speaker)
	}
}
