package discord

import (
	"strings"
	"testing"
	"unicode"
)

// A text at a limit stays whole, and a longer one is cut.
func TestTruncateAtTheLimit(t *testing.T) {
	t.Parallel()
	for _, letter := range []string{"a", "é", "😀", "👩\u200D🚒", "e\u0301"} {
		for _, limit := range []int{MaxLabelLength, MaxDescription, 1500, MaxMessageContent} {
			whole := strings.Repeat(letter, limit/Length(letter))
			if got := Truncate(whole, limit); got != whole {
				t.Errorf("%d of %d units are cut to %d", Length(whole), limit, Length(got))
			}
			got := Truncate(whole+letter, limit)
			if n := Length(got); n > limit || !strings.HasSuffix(got, "…") || n < limit-2*Length(letter) {
				t.Errorf("%d units over %d are cut to %d: …%q", Length(letter), limit, n, got[max(0, len(got)-20):])
			}
		}
	}
}

// Every invisible character of Unicode goes.
func TestInvisibleCharactersGo(t *testing.T) {
	t.Parallel()
	n := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !unicode.In(r, unicode.Cf, unicode.Cc) || unicode.IsSpace(r) {
			continue
		}
		n++
		if got := PlainText("a" + string(r) + "b"); got != "ab" {
			t.Errorf("%U survives: %q", r, got)
		}
	}
	if n < 200 {
		t.Errorf("only %d characters were tried", n)
	}
}

func TestCutting(t *testing.T) {
	t.Parallel()
	const family = "👨\u200D👩\u200D👧"
	for _, row := range []struct {
		in    string
		limit int
		want  string
	}{
		{"short", 5, "short"},
		{"one two three four", 14, "one two three…"},
		{"unbreakable", 5, "unbr…"},
		{"a, and so on and on", 3, "a…"},
		{family + family, 9, family + "…"},
		{family + family, 8, "…"},
		{"e\u0301e\u0301e\u0301", 4, "e\u0301…"},
	} {
		if got := Truncate(row.in, row.limit); got != row.want || Length(got) > row.limit {
			t.Errorf("cut(%q, %d) = %q, want %q", row.in, row.limit, got, row.want)
		}
	}
	for _, row := range []struct {
		in    string
		limit int
		want  string
	}{
		{"One. Two. Three.", 100, "One. Two. Three."},
		{"One. Two. Three.", 10, "One. Two."},
		{"“One,” he said. “Two.” Three.", 23, "“One,” he said. “Two.”"},
		{"One 3.5 percent or so. More", 24, "One 3.5 percent or so."},
		{"No end in sight of this sentence", 10, ""},
	} {
		if got := WholeSentences(row.in, row.limit); got != row.want {
			t.Errorf("sentences(%q, %d) = %q, want %q", row.in, row.limit, got, row.want)
		}
	}
}

// Marks piled on a letter would hide the lines above and below.
func TestMarksDoNotPileUp(t *testing.T) {
	t.Parallel()
	piled := "Z" + strings.Repeat("\u0338\u0327\u0489", 20) + "a\u0301"
	if got := PlainText(piled); len([]rune(got)) > 1+4+1 || !strings.HasSuffix(got, "á") {
		t.Errorf("%q keeps %d characters", piled, len([]rune(got)))
	}
	if want := "Việt Nam, עִבְרִית, กี่"; PlainText(want) != want {
		t.Errorf("%q loses marks: %q", want, PlainText(want))
	}
}
