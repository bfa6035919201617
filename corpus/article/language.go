package article

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// language finds the language of an article from its first 200 words and the commonest words of seven languages; ""
// if none clearly wins. A trigram detector would cost more than all other steps of parsing together.
func language(a *Article) string {
	counts := make(map[string]int, 8)
	words := 0
	for _, s := range a.Body {
		for w := range strings.FieldsSeq(a.At(s)) {
			words++
			for _, lang := range languagesOf[strings.ToLower(w)] {
				counts[lang]++
			}
		}
		if words > 200 {
			break
		}
	}
	ranked := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
	})
	ranked = append(ranked, "", "") // there may be fewer than two
	best, second := ranked[0], counts[ranked[1]]
	if counts[best]*8 < words || counts[best] < 5 || counts[best]*2 < second*3 {
		return ""
	}
	return best
}

// languagesOf lists, for each common word, the languages it is common in. It never changes.
var languagesOf = byWord(map[string]string{
	"en": "the of and to in that for was on with he is said by at from",
	"nl": "of in was is die en de het van een dat niet zijn",
	"de": "in was der die und den von zu das mit ist nicht",
	"it": "in del con una il di che della per non sono la un",
	"fr": "on le les et des du une est dans qui pour que en il la un de",
	"es": "el los las y del por con una que en la un de",
	"pt": "por que de o os da do em um uma não com",
})

func byWord(common map[string]string) map[string][]string {
	out := make(map[string][]string)
	for lang, words := range common {
		for w := range strings.FieldsSeq(words) {
			out[w] = append(out[w], lang)
		}
	}
	return out
}
