package article

import "strings"

// language tells the language of an article by the commonest words of seven, in
// its first 200 words: a trigram detector costs more than all other steps of
// parsing together. Without a clear winner it is "".
func language(a *Article) string {
	counts := make(map[string]int, 8)
	words, commonest := 0, commonWords()
	for _, s := range a.Body {
		for w := range strings.FieldsSeq(a.At(s)) {
			words++
			for _, lang := range strings.Fields(commonest[strings.ToLower(w)]) {
				counts[lang]++
			}
		}
		if words > 200 {
			break
		}
	}
	best, second := "", 0
	for lang, n := range counts {
		switch {
		case best == "" || n > counts[best] || n == counts[best] && lang < best:
			if best != "" {
				second = max(second, counts[best])
			}
			best = lang
		default:
			second = max(second, n)
		}
	}
	if counts[best]*8 < words || counts[best] < 5 || counts[best]*2 < second*3 {
		return ""
	}
	return best
}

// commonWords has, for each word, the languages among whose commonest it is.
func commonWords() map[string]string {
	return map[string]string{
		"the": "en", "of": "en nl", "and": "en", "to": "en", "in": "en de nl it", "that": "en", "for": "en", "was": "en de nl",
		"on": "en fr", "with": "en", "he": "en", "is": "en nl", "said": "en", "by": "en", "at": "en", "from": "en",
		"der": "de", "die": "de nl", "und": "de", "den": "de", "von": "de", "zu": "de", "das": "de", "mit": "de", "ist": "de", "nicht": "de",
		"le": "fr", "les": "fr", "et": "fr", "des": "fr", "du": "fr", "une": "fr", "est": "fr", "dans": "fr", "qui": "fr", "pour": "fr",
		"el": "es", "los": "es", "las": "es", "y": "es", "del": "es it", "por": "es pt", "con": "es it", "una": "es it", "que": "es fr pt", "en": "es fr nl",
		"il": "it fr", "di": "it", "che": "it", "della": "it", "per": "it", "non": "it", "sono": "it", "la": "fr es it", "un": "fr es it", "de": "fr es pt nl",
		"het": "nl", "van": "nl", "een": "nl", "dat": "nl", "niet": "nl", "zijn": "nl",
		"o": "pt", "os": "pt", "da": "pt", "do": "pt", "em": "pt", "um": "pt", "uma": "pt", "não": "pt", "com": "pt",
	}
}
