package briefing

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/corpus/store"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/term"
)

// A damage is a way of half remembering words.
type damage struct {
	name string
	do   func(r *rand.Rand, words []string) []string
}

func damages() []damage {
	return []damage{
		{"as printed", func(_ *rand.Rand, w []string) []string { return w }},
		{"a part", part},
		{"mistyped", mistyped},
		{"words dropped", dropped},
		{"inflected", inflected},
		{"other words", reworded},
		{"all of these", func(r *rand.Rand, w []string) []string {
			return reworded(r, mistyped(r, dropped(r, part(r, w))))
		}},
	}
}

// part is a stretch of half the words, six at least.
func part(r *rand.Rand, w []string) []string {
	n := min(len(w), max(6, len(w)/2))
	from := r.IntN(len(w) - n + 1)
	return w[from : from+n]
}

// mistyped changes a letter of two of the longer words.
func mistyped(r *rand.Rand, w []string) []string {
	out := append([]string(nil), w...)
	for range 2 {
		i := r.IntN(len(out))
		word := []rune(out[i])
		if len(word) < 5 {
			continue
		}
		at := 1 + r.IntN(len(word)-2)
		switch r.IntN(3) {
		case 0:
			word[at], word[at+1] = word[at+1], word[at]
		case 1:
			word = append(word[:at:at], word[at+1:]...)
		default:
			word[at] = rune('a' + r.IntN(26))
		}
		out[i] = string(word)
	}
	return out
}

// dropped leaves out a fifth of the words.
func dropped(r *rand.Rand, w []string) []string {
	var out []string
	for _, word := range w {
		if r.IntN(5) > 0 {
			out = append(out, word)
		}
	}
	if len(out) < 3 {
		return w
	}
	return out
}

// inflected puts words into another number or tense, as regular words have it.
func inflected(r *rand.Rand, w []string) []string {
	out := append([]string(nil), w...)
	for i, word := range out {
		if len(word) < 5 || r.IntN(2) == 0 {
			continue
		}
		switch {
		case strings.HasSuffix(word, "ing"):
			out[i] = strings.TrimSuffix(word, "ing") + "ed"
		case strings.HasSuffix(word, "ed"):
			out[i] = strings.TrimSuffix(word, "ed") + "ing"
		case strings.HasSuffix(word, "s"):
			out[i] = strings.TrimSuffix(word, "s")
		default:
			out[i] = word + "s"
		}
	}
	return out
}

// reworded puts another word for a fifth of the longer ones.
func reworded(r *rand.Rand, w []string) []string {
	other := strings.Fields("matter people government country thing important really always change support think believe great problem question")
	out := append([]string(nil), w...)
	for i, word := range out {
		if len(word) >= 5 && r.IntN(5) == 0 {
			out[i] = other[r.IntN(len(other))]
		}
	}
	return out
}

// A tally counts answers of one kind of question.
type tally struct{ asked, right, wrong, silent int }

func (y tally) String() string {
	return fmt.Sprintf("asked %4d   right %5.1f %%   wrong %5.1f %%   silent %5.1f %%", y.asked,
		100*float64(y.right)/float64(y.asked), 100*float64(y.wrong)/float64(y.asked), 100*float64(y.silent)/float64(y.asked))
}

// TestRecall asks for statements of annotated news in half-remembered words, and
// for words that nobody said: figures are kept in testdata/recall.txt.
func TestRecall(t *testing.T) {
	if testing.Short() {
		t.Skip("measures for ten seconds, and minutes under the race detector")
	}
	entries := annotated(t, "eval/polnear/dev", 1)
	d := desk(t, entries...)
	var out strings.Builder
	fmt.Fprintf(&out, "Who said it, over %d annotated articles. Words somebody said, half remembered:\n", len(entries))
	contents := said(entries)
	for _, how := range damages() {
		r := rand.New(rand.NewPCG(1, 2))
		var y tally
		for i := 0; i < len(contents); i += 41 {
			y.score(t, d, strings.Join(how.do(r, contents[i]), " "), contents[i])
		}
		fmt.Fprintf(&out, "  %-14s %v\n", how.name, y)
	}
	fmt.Fprintf(&out, "Words that nobody said; right is no answer:\n")
	elsewhere := said(annotated(t, "eval/polnear/train", 17))
	narration := narrated(entries)
	for _, kind := range []struct {
		name  string
		words [][]string
		step  int
	}{{"said elsewhere", elsewhere, 29}, {"narrated", narration, 19}} {
		for _, how := range damages()[:2] {
			r := rand.New(rand.NewPCG(3, 4))
			var y tally
			for i := 0; i < len(kind.words); i += kind.step {
				y.refuse(t, d, strings.Join(how.do(r, kind.words[i]), " "))
			}
			fmt.Fprintf(&out, "  %-14s %-10s %v\n", kind.name, how.name, y)
		}
	}
	fmt.Fprintf(&out, "Words that somebody said, but for one that is the news; right is no answer:\n")
	for _, how := range alterations() {
		var y tally
		for i := range contents {
			if words, ok := how.do(contents[i], contents[(i+7)%len(contents)]); ok && i%mostAltered == 0 {
				y.refuse(t, d, strings.Join(words, " "))
			}
		}
		fmt.Fprintf(&out, "  %-14s %v\n", how.name, y)
	}
	golden(t, "testdata/recall.txt", out.String())
}

// mostAltered: of so many contents one is altered.
const mostAltered = 7

// score asks for words and looks for them among the best answer's.
func (y *tally) score(t *testing.T, d *Desk, phrase string, want []string) {
	t.Helper()
	ans, err := d.Who(t.Context(), WhoQuestion{Phrase: phrase})
	if err != nil {
		t.Fatalf("Who(%q): %v", phrase, err)
	}
	y.asked++
	switch {
	case len(ans.Answers) == 0:
		y.silent++
	case overlap(want, strings.Fields(ans.Answers[0].Quote)) >= 0.5:
		y.right++
	default:
		y.wrong++
		t.Logf("asked %q\n of %q\n got %q", phrase, strings.Join(want, " "), ans.Answers[0].Quote)
	}
}

func (y *tally) refuse(t *testing.T, d *Desk, phrase string) {
	t.Helper()
	ans, err := d.Who(t.Context(), WhoQuestion{Phrase: phrase})
	if err != nil {
		t.Fatalf("Who(%q): %v", phrase, err)
	}
	y.asked++
	if len(ans.Answers) == 0 {
		y.right++
		return
	}
	y.wrong++
	t.Logf("nobody said %q\n got %q", phrase, ans.Answers[0].Quote)
}

// overlap is the share of the shorter text's words that both have.
func overlap(a, b []string) float64 {
	have := make(map[string]bool)
	for _, w := range a {
		have[strings.ToLower(w)] = true
	}
	n := 0
	for _, w := range b {
		if have[strings.ToLower(w)] {
			n++
		}
	}
	return float64(n) / float64(max(1, min(len(a), len(b))))
}

// said is the words of the contents long enough to be remembered.
func said(entries []store.Entry) [][]string {
	var out [][]string
	for _, e := range entries {
		for _, s := range e.Statements {
			words := strings.Fields(trimQuote(e.Article.At(s.Content[0])))
			if len(words) >= 6 && len(words) <= 40 && len(term.Keys(strings.Join(words, " "))) >= 3 {
				out = append(out, words)
			}
		}
	}
	return out
}

// narrated is the words of the sentences that no statement touches, and in whose
// article nobody says nearly the same.
func narrated(entries []store.Entry) [][]string {
	var out [][]string
	for _, e := range entries {
		for _, s := range e.Sentences {
			words := strings.Fields(e.Article.At(s.Span))
			if !s.Boilerplate && !s.Title && len(words) >= 6 && len(words) <= 40 && !touched(e, s) {
				out = append(out, words)
			}
		}
	}
	return out
}

func touched(e store.Entry, s text.Sentence) bool {
	for _, st := range e.Statements {
		if st.Cue.Overlaps(s.Span) {
			return true
		}
		for _, c := range st.Content {
			if c.Overlaps(s.Span) {
				return true
			}
		}
	}
	return false
}
