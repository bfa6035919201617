package gold

import (
	"strings"

	"rapporteur/briefing/story"
)

// Words are the runs of ASCII letters and digits of s, in lower case.
func Words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
}

// Budget is how many words an edition may have for a reference of n.
func Budget(n int) int { return max(20, n) }

// Rouge is ROUGE-n F1 of words against those of a reference.
func Rouge(n int, digest, reference []string) float64 {
	a, b := grams(n, digest), grams(n, reference)
	common := 0
	for g, k := range a {
		common += min(k, b[g])
	}
	return 2 * float64(common) / float64(max(1, max(0, len(digest)-n+1)+max(0, len(reference)-n+1)))
}

func grams(n int, words []string) map[string]int {
	out := make(map[string]int, len(words))
	for i := 0; i+n <= len(words); i++ {
		out[strings.Join(words[i:i+n], " ")]++
	}
	return out
}

// Score makes an edition about the day of a line, as long as the line, and returns its ROUGE-1 and ROUGE-2.
func Score(t *Topic, l Line, model story.Model) (one, two float64) {
	reference := l.Words()
	n := Budget(len(reference))
	m := t.Material(l.On)
	var got []string
	for _, item := range story.Compose(m, model, story.Options{Words: n}).Items {
		p := item.Places[0]
		got = append(got, Words(m.Articles[p.Article].At(p.Span))...)
	}
	got = got[:min(len(got), n)]
	return Rouge(1, got, reference), Rouge(2, got, reference)
}
