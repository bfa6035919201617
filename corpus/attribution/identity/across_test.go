package identity

import (
	"testing"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/span"
)

func TestAcross(t *testing.T) {
	named := func(name string, basis attribution.Basis, sure float64) attribution.Speaker {
		return attribution.Speaker{Span: span.Span{Start: 1, End: 5}, Name: name, Basis: basis, Confidence: sure}
	}
	const pier = "Let us face it, the pier is older than any of us and must be rebuilt before the winter storms"
	const pierToo = "Let's face it: the pier is older than any of us, and must be rebuilt before the winter storms."
	const cost = "the harbour plan will cost the town nothing at all in the next twelve years"
	tellings := []Telling{
		0: {Article: "a", Words: pier, Speaker: named("Annika Holt", attribution.Named, 0.97), Form: attribution.Direct},
		1: {Article: "b", Words: pierToo, Bare: true, Speaker: attribution.Speaker{Basis: attribution.Unattributed}},
		2: {Article: "c", Words: pier, Speaker: attribution.Speaker{Span: span.Span{Start: 3, End: 5},
			Basis: attribution.Unattributed}, Form: attribution.Direct},
		3: {Article: "d", Words: pier, Speaker: attribution.Speaker{Span: span.Span{Start: 0, End: 9},
			Basis: attribution.Anonymous}, Form: attribution.Direct},
		4: {Article: "a", Words: cost, Speaker: named("Annika Holt", attribution.Named, 0.97), Form: attribution.Indirect},
		5: {Article: "b", Words: cost, Speaker: named("Peter Lund", attribution.Named, 0.97), Form: attribution.Indirect},
		6: {Article: "c", Words: cost, Speaker: attribution.Speaker{Basis: attribution.Unattributed}},
		7: {Article: "a", Words: "ferries run on Sundays between Dolna and the northern islands of Velmar",
			Speaker: named("Ivo Marek", attribution.Named, 0.97), Form: attribution.Indirect},
		8: {Article: "b", Words: "Ferries run on Sundays between Dolna and the northern islands of Velmar.", Bare: true},
		9: {Article: "a", Words: "we will never again sell a single ferry to a foreign company from the south",
			Speaker: named("Ivo Marek", attribution.Pronoun, 0.97), Form: attribution.Direct},
		10: {Article: "b", Words: "We will never again sell a single ferry to a foreign company from the south", Bare: true},
	}
	got := Across(tellings, Alike(tellings))
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
