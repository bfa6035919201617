package gold

import (
	"strings"
)

// Words are the runs of ASCII letters and digits of s, in lower case.
func Words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
}

// Budget is how many words a digest is given against a reference of n.
func Budget(n int) int { return max(20, n) }

// Rouge is ROUGE-n F1 of the words of a digest against those of a reference.
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
