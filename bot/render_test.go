package bot

import (
	"strings"
	"testing"

	"rapporteur/briefing"
)

// What was said stands out in its sentence; the sentence is whole, whatever was said.
func TestSaidWithinASentence(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ sentence, said, want string }{
		{"He said the *gates* would open, and left.", "the *gates* would open", `> He said **the \*gates\* would open**, and left.`},
		{"He called it “dear” and “late” on Monday.", "“dear” … “late”", "> He called it **“dear”** and **“late”** on Monday."},
		{"He said that  they had left.", "they had left", "> He said that **they had left**."},
		{"They had left, all of them, in the night, he said.", "They had left, all of them, in the night, he said", "> They had left, all of them, in the night, he said."},
		{"He spoke.", "words from elsewhere", "> He spoke."},
		{"He spoke.", "", "> He spoke."},
		{"Twice and twice.", "twice … Twice", "> Twice and twice."},
	} {
		if got := within(row.sentence, row.said); string(got) != row.want {
			t.Errorf("%q in %q reads\n%s, want\n%s", row.said, row.sentence, got, row.want)
		}
	}
	long := strings.Repeat("He said that they had left. ", 200)
	if got := within(long, "they had left"); units(string(got)) > quoteText+100 {
		t.Errorf("a long sentence takes %d characters", units(string(got)))
	}
}

func TestDaysAreSpelt(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"“Friday” before publication on 2026-03-14":       "“Friday” before publication on 14 March 2026",
		"“2026-03-14” names the date itself":              "“2026-03-14” names the date itself",
		"from 2026-03-01 to 2026-03-02, by “x 2026-03-01": "from 1 March 2026 to 2 March 2026, by “x 2026-03-01",
		"2026-13-45 and 12026-03-01":                      "2026-13-45 and 12026-03-01",
		"“a” on 2026-03-01 and “b” on 2026-03-02":         "“a” on 1 March 2026 and “b” on 2 March 2026",
		"": "",
	} {
		if got := spellDays(in); got != want {
			t.Errorf("%q reads %q, want %q", in, got, want)
		}
	}
}

// Marks piled on a letter would hide the lines above and below.
func TestMarksDoNotPileUp(t *testing.T) {
	t.Parallel()
	piled := "Z" + strings.Repeat("\u0338\u0327\u0489", 20) + "a\u0301"
	if got := plain(piled); len([]rune(got)) > 1+maxStacked+1 || !strings.HasSuffix(got, "á") {
		t.Errorf("%q keeps %d characters", piled, len([]rune(got)))
	}
	if want := "Việt Nam, עִבְרִית, กี่"; plain(want) != want {
		t.Errorf("%q loses marks: %q", want, plain(want))
	}
}

// A question that stands alone is not mistaken for a command's name.
func TestTryArguments(t *testing.T) {
	t.Parallel()
	alone := tryAll("all", "said", "person", "Orel")
	if alone.arg() == (Try{Command: "said", Option: "person", Value: "Orel"}).arg() {
		t.Error("a question alone is carried like any other")
	}
	if r := (briefing.BriefAnswer{}); noNews("x", r) != "" {
		t.Error("an empty corpus has news to miss")
	}
}
