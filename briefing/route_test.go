package briefing

import (
	"testing"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/when"
)

func TestRoute(t *testing.T) {
	asking := when.ParseContext{Today: civil.Of(2026, 3, 11)} // a Wednesday
	for _, row := range []struct{ in, as, phrase, person, about, from, to string }{
		{"Who said \"total invention\"?", asWho, "total invention", "", "", "", ""},
		{"who said that the river does not read treaties?", asWho, "the river does not read treaties", "", "", "", ""},
		{"Who was it that said we cannot drown our neighbours", asWho, "we cannot drown our neighbours", "", "", "", ""},
		{"who called the talks honest", asWho, "called the talks honest", "", "", "", ""},
		{"whose words are these: not one gate moved", asWho, "not one gate moved", "", "", "", ""},
		{"who said on Friday that we would sign", asWho, "on Friday that we would sign", "", "", "", ""},
		{"What did Elina Marsk say about the gates?", asSaid, "", "Elina Marsk", "gates", "", ""},
		{"what did the water minister say about the dam last week", asSaid, "", "water minister", "dam", "2026-03-02", "2026-03-08"},
		{"what has Malkov said?", asSaid, "", "Malkov", "", "", ""},
		{"what does Holt think of the election", asSaid, "", "Holt", "election", "", ""},
		{"what Solheim said on the strike", asSaid, "", "Solheim", "strike", "", ""},
		{"did Pell say anything about sandbags?", asSaid, "", "Pell", "sandbags", "", ""},
		{"quotes by Jonas Pell about water", asSaid, "", "Jonas Pell", "water", "", ""},
		{"What happened on 5 March 2026?", asHappened, "", "", "", "2026-03-05", "2026-03-05"},
		{"what happened yesterday", asHappened, "", "", "", "2026-03-10", "2026-03-10"},
		{"what happened in Ostrel on 5 march", asHappened, "", "", "Ostrel", "2026-03-05", "2026-03-05"},
		{"what happened in Ostrel", asHappened, "", "", "Ostrel", "", ""},
		{"when did Marsk meet Malkov?", asHappened, "", "", "Marsk meet Malkov", "", ""},
		{"When was the dam finished", asHappened, "", "", "dam finished", "", ""},
		{"ferry strike 9 march 2026", asHappened, "", "", "ferry strike", "2026-03-09", "2026-03-09"},
		{"what's new?", asBrief, "", "", "", "", ""},
		{"what happened?", asBrief, "", "", "", "", ""},
		{"brief me on the strike", asBrief, "", "", "strike", "", ""},
		{"news about the ferry last week", asBrief, "", "", "ferry", "2026-03-02", "2026-03-08"},
		{"the latest", asBrief, "", "", "", "", ""},
		{"not one gate moved", asWho, "not one gate moved", "", "", "", ""},
	} {
		got := route(row.in, asking)
		if row.as != asWho {
			got.phrase = ""
		}
		if got.as != row.as || got.phrase != row.phrase || got.person != row.person || got.about != row.about ||
			got.during.From.String() != row.from || got.during.To.String() != row.to {
			if row.as == asWho && got.as == asWho && got.phrase == row.phrase {
				continue // a date in what was said narrows nothing
			}
			t.Errorf("%q is read as %s phrase %q person %q about %q from %v to %v", row.in, got.as, got.phrase, got.person, got.about, got.during.From, got.during.To)
		}
	}
}
