package briefing

import (
	"testing"

	"rapporteur/corpus/store/storetest"
)

// TestOddsAreNotAnswered asks for words that were said of somebody or something else,
// or denied: nobody said them, though what was said is offered.
func TestOddsAreNotAnswered(t *testing.T) {
	said := []string{
		"Latvia received American approval to send anti-tank missiles to Kyiv",
		"the company will hire 300 ferrymen before the summer",
		"the gates of the dam were opened on the first night",
		"Malkov will meet Holt at the border on Monday",
		"the union will accept the offer of two per cent",
		"we shall pay for the sandbags of the lower quay",
	}
	var lines []storetest.Line
	for _, s := range said {
		lines = append(lines, line("Elina Marsk said that "+s+".", "Elina Marsk", "Elina Marsk", "said", s))
	}
	lines = append(lines,
		line("Solheim is away, said Sergei Malkov.", "Sergei Malkov", "Sergei Malkov", "said", "Solheim is away"),
		line("It will rain, said Ingrid Solheim.", "Ingrid Solheim", "Ingrid Solheim", "said", "It will rain"),
		line("It may snow, said Anders Holt.", "Anders Holt", "Anders Holt", "said", "It may snow"))
	d := desk(t, storetest.Entry(t, "Marsk speaks", "wire.example", "2031-03-03", lines...))
	for _, row := range []struct {
		phrase string
		want   int // of said, or -1
	}{
		{"Latvia received approval to send anti-tank missiles", 0},
		{"latvians received US approval to send antitank missiles to Kyiv", 0},
		{"Britain received approval to send anti-tank missiles to Kyiv", -1},
		{"denmark received american approval to send anti tank missiles", -1},
		{"Latvia received German approval to send anti-tank missiles to Kyiv", -1},
		{"the company will hire 300 ferrymen", 1},
		{"the company will hire three hundred ferrymen before summer", 1},
		{"the company will hire 500 ferrymen before the summer", -1},
		{"the company will not hire 300 ferrymen before the summer", -1},
		{"gates of the dam were opened on the first night", 2},
		{"the gates of the dam were closed on the first night", -1},
		{"the gates of the dam were never opened on the first night", -1},
		{"malkov will meet holt at the border", 3},
		{"Marsk said malkov will meet holt at the border", 3},
		{"malkov will meet solheim at the border on monday", -1},
		{"solheim will meet holt at the border on monday", -1},
		{"the union will reject the offer of two per cent", -1},
		{"the union will accept the offer of four per cent", -1},
		{"the union accepts the offer of 2 per cent", 4},
		{"Karvia shall pay for the sandbags of the lower quay", 5}, // a name more, none in its place
	} {
		ans, err := d.Who(t.Context(), WhoQuestion{Phrase: row.phrase})
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case row.want < 0 && len(ans.Answers) > 0:
			t.Errorf("%q: %q", row.phrase, ans.Answers[0].Quote)
		case row.want < 0 && len(ans.DidYouMean) == 0:
			t.Errorf("%q: nothing is offered instead", row.phrase)
		case row.want >= 0 && (len(ans.Answers) != 1 || ans.Answers[0].Quote != said[row.want]):
			t.Errorf("%q: %d answers, want %q; offered %q", row.phrase, len(ans.Answers), said[row.want], ans.DidYouMean)
		}
	}
}
