package card

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/bot/discord"
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
		{`a \#b`, "#b", `> a \\#b`},
		{"Twice and twice.", "twice … Twice", "> Twice and twice."},
	} {
		if got := boldWithin(row.sentence, row.said); string(got) != row.want {
			t.Errorf("%q in %q reads\n%s, want\n%s", row.said, row.sentence, got, row.want)
		}
	}
	long := strings.Repeat("He said that they had left. ", 200)
	if got := boldWithin(long, "they had left"); discord.Length(string(got)) > QuoteText+100 {
		t.Errorf("a long sentence takes %d characters", discord.Length(string(got)))
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
	if got := discord.PlainText(piled); len([]rune(got)) > 1+4+1 || !strings.HasSuffix(got, "á") {
		t.Errorf("%q keeps %d characters", piled, len([]rune(got)))
	}
	if want := "Việt Nam, עִבְרִית, กี่"; discord.PlainText(want) != want {
		t.Errorf("%q loses marks: %q", want, discord.PlainText(want))
	}
}

// A question that stands alone is not mistaken for a command's name.
func TestTryArguments(t *testing.T) {
	t.Parallel()
	alone := SuggestOnly("all", "said", "person", "Orel")
	if alone.encode() == (Suggestion{Command: "said", Option: "person", Value: "Orel"}).encode() {
		t.Error("a question alone is carried like any other")
	}
}

// What the articles do not tell is said of what was asked, and not where there are none.
func TestNothing(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		articles    int
		about, want string
	}{{0, "x", ""}, {0, "", ""}, {1, "x", "These articles are silent on that."}, {1, "", "These articles are silent."}} {
		got := nothing(briefing.Coverage{Articles: row.articles}, row.about, "are silent on that", "are silent")
		if string(got) != row.want {
			t.Errorf("%+v: %q", row, got)
		}
	}
}

// Whatever stands in a sentence and whatever of it was said, the words shown are those of
// the sentence, and bold is the only mark-up.
func TestSaidWithinRandomText(t *testing.T) {
	t.Parallel()
	pieces := []string{"*", "_", "~", "|", "`", "[", "]", "(", ")", "<", ">", "#", "-", "+", ".", "\\", "@here", "https://a", " ", "a", "é", "1", "<t:0>", " … ", "“x”"}
	random := rand.New(rand.NewPCG(3, 4))
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		return b.String()
	}
	bold := 0
	for range 20_000 {
		said := text(1 + random.IntN(6))
		sentence := text(random.IntN(6)) + said + text(random.IntN(6))
		got := string(boldWithin(sentence, said))
		if strings.Contains(got, "**") {
			bold++
		}
		if shown := strings.TrimPrefix(strings.ReplaceAll(got, "**", ""), "> "); shown != string(Escape(sentence)) {
			t.Fatalf("%q in %q is shown as %q", said, sentence, got)
		}
		marks := 0
		for at := 0; at < len(got); at++ {
			switch {
			case got[at] == '\\':
				at++ // the next character is escaped
			case strings.HasPrefix(got[at:], "**"):
				marks, at = marks+1, at+1
			case got[at] == '*':
				t.Fatalf("%q in %q: a lone star in %q", said, sentence, got)
			}
		}
		if marks%2 != 0 {
			t.Fatalf("%q in %q: %d marks of bold in %q", said, sentence, marks, got)
		}
	}
	if bold < 5000 {
		t.Errorf("only %d sentences have bold words", bold)
	}
}
