package card

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/bot/discord"
)

// The spoken words stand out in their sentence, and the sentence stays whole.
func TestBoldWithin(t *testing.T) {
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
	if got := boldWithin(long, "they had left"); discord.Length(string(got)) > maxQuote+100 {
		t.Errorf("a long sentence takes %d characters", discord.Length(string(got)))
	}
}

// For any sentence and any part of it, the words shown are those of the sentence, and bold
// is the only mark-up.
func TestBoldWithinRandomText(t *testing.T) {
	t.Parallel()
	pieces := strings.Split("* _ ~ | ` [ ] ( ) < > # - + . \\ @here https://a a é 1 <t:0> “x”", " ")
	pieces = append(pieces, " ", " … ")
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
