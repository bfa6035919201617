package briefing

import (
	"testing"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/when"
)

func TestRoute(t *testing.T) {
	asking := when.ParseContext{Today: civil.Of(2026, 3, 11)} // a Wednesday
	for _, row := range []struct{ in, as, phrase, person, about, from, to string }{
		{"Who said \"total invention\"?", intentWho, "total invention", "", "", "", ""},
		{"who said that the river does not read treaties?", intentWho, "the river does not read treaties", "", "", "", ""},
		{"Who was it that said we cannot drown our neighbours", intentWho, "we cannot drown our neighbours", "", "", "", ""},
		{"who called the talks honest", intentWho, "called the talks honest", "", "", "", ""},
		{"whose words are these: not one gate moved", intentWho, "not one gate moved", "", "", "", ""},
		{"who said on Friday that we would sign", intentWho, "on Friday that we would sign", "", "", "", ""},
		{"What did Elina Marsk say about the gates?", intentSaid, "", "Elina Marsk", "gates", "", ""},
		{"what did the water minister say about the dam last week", intentSaid, "", "water minister", "dam", "2026-03-02", "2026-03-08"},
		{"what has Malkov said?", intentSaid, "", "Malkov", "", "", ""},
		{"what does Holt think of the election", intentSaid, "", "Holt", "election", "", ""},
		{"what Solheim said on the strike", intentSaid, "", "Solheim", "strike", "", ""},
		{"did Pell say anything about sandbags?", intentSaid, "", "Pell", "sandbags", "", ""},
		{"quotes by Jonas Pell about water", intentSaid, "", "Jonas Pell", "water", "", ""},
		{"What happened on 5 March 2026?", intentHappened, "", "", "", "2026-03-05", "2026-03-05"},
		{"what happened yesterday", intentHappened, "", "", "", "2026-03-10", "2026-03-10"},
		{"what happened in Ostrel on 5 march", intentHappened, "", "", "Ostrel", "2026-03-05", "2026-03-05"},
		{"what happened in Ostrel", intentHappened, "", "", "Ostrel", "", ""},
		{"when did Marsk meet Malkov?", intentHappened, "", "", "Marsk meet Malkov", "", ""},
		{"When was the dam finished", intentHappened, "", "", "dam finished", "", ""},
		{"ferry strike 9 march 2026", intentHappened, "", "", "ferry strike", "2026-03-09", "2026-03-09"},
		{"what's new?", intentBrief, "", "", "", "", ""},
		{"what happened?", intentBrief, "", "", "", "", ""},
		{"brief me on the strike", intentBrief, "", "", "strike", "", ""},
		{"news about the ferry last week", intentBrief, "", "", "ferry", "2026-03-02", "2026-03-08"},
		{"the latest", intentBrief, "", "", "", "", ""},
		{"not one gate moved", intentWho, "not one gate moved", "", "", "", ""},
	} {
		got := readIntent(row.in, asking)
		if row.as != intentWho {
			got.phrase = ""
		}
		if got.kind != row.as || got.phrase != row.phrase || got.person != row.person || got.about != row.about ||
			got.days.From.String() != row.from || got.days.To.String() != row.to {
			if row.as == intentWho && got.kind == intentWho && got.phrase == row.phrase {
				continue // a date in what was said narrows nothing
			}
			t.Errorf("%q is read as %s phrase %q person %q about %q from %v to %v", row.in, got.kind, got.phrase, got.person, got.about, got.days.From, got.days.To)
		}
	}
}
