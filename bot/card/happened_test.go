package card

import (
	"strings"
	"testing"

	"rapporteur/briefing"
)

func TestSpellOutDays(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"“Friday” before publication on 2026-03-14":       "“Friday” before publication on 14 March 2026",
		"“2026-03-14” names the date itself":              "“2026-03-14” names the date itself",
		"from 2026-03-01 to 2026-03-02, by “x 2026-03-01": "from 1 March 2026 to 2 March 2026, by “x 2026-03-01",
		"2026-13-45 and 12026-03-01":                      "2026-13-45 and 12026-03-01",
		"“a” on 2026-03-01 and “b” on 2026-03-02":         "“a” on 1 March 2026 and “b” on 2 March 2026",
		"": "",
	} {
		if got := spellOutDays(in); got != want {
			t.Errorf("%q reads %q, want %q", in, got, want)
		}
	}
}

// A day that is not known is left out.
func TestUnknownDays(t *testing.T) {
	t.Parallel()
	r := RenderHappened("", briefing.HappenedAnswer{
		Coverage: briefing.Coverage{Articles: 1, Publishers: 1},
		Events: []briefing.Event{{
			Text: "It rained.", Sources: []briefing.Source{{Title: "Rain", Publisher: "gazette.example"}},
		}},
	})
	text := string(r.Title + "\n" + r.Items[0].Text + "\n" + r.Foot)
	want := "What happened\n> It rained.\n-# “Rain” · gazette.example\nSearched 1 article by 1 publisher."
	if text != want {
		t.Errorf("read:\n%s\nwant:\n%s", text, want)
	}
	if strings.Contains(string(formatDays(briefing.Day{}, briefing.Day{})+formatDay(briefing.Day{})), "unknown") {
		t.Error("an unknown day is shown")
	}
}
