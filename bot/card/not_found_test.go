package card

import (
	"testing"

	"rapporteur/bot/card/cardtest"
	"rapporteur/briefing"
)

func TestNotFound(t *testing.T) {
	t.Parallel()
	day, next := cardtest.Date(2031, 3, 12), cardtest.Date(2031, 3, 13)
	for _, row := range []struct {
		articles int
		about    string
		from, to briefing.Day
		want     Markdown
	}{
		{0, "x", day, day, ""},
		{1, "", day, day, "No news found for that date."},
		{1, "x", day, next, "No news about that found for those dates."},
		{1, "x", briefing.Day{}, briefing.Day{}, "No news about that found."},
	} {
		if got := notFound("news", briefing.Coverage{Articles: row.articles}, row.about, row.from, row.to); got != row.want {
			t.Errorf("%+v: %q", row, got)
		}
	}
}
