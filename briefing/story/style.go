package story

import "strings"

func length(r *reading) []float64 {
	return r.each(func(s *sentence) float64 { return float64(len(s.words)) })
}

func quotation(r *reading) []float64 {
	return r.each(func(s *sentence) float64 { return if1(strings.ContainsAny(s.text, "\"“”")) })
}

// share is how many of the words have the property, of all words.
func (r *reading) share(is func(word) bool) []float64 {
	return r.each(func(s *sentence) float64 {
		n := 0
		for _, w := range s.words {
			if is(r.lex.words[w]) {
				n++
			}
		}
		return float64(n) / float64(len(s.words))
	})
}

func (r *reading) holds(list ...string) []float64 {
	set := map[string]bool{}
	for _, w := range list {
		set[w] = true
	}
	return r.each(func(s *sentence) float64 {
		for _, w := range s.words {
			if set[r.lex.words[w].text] {
				return 1
			}
		}
		return 0
	})
}

func speech(r *reading) []float64 { return r.holds("said", "says", "told", "added", "say") }

func digits(r *reading) []float64 {
	return r.share(func(w word) bool { return w.text[0] >= '0' && w.text[0] <= '9' })
}

func past(r *reading) []float64 {
	return r.share(func(w word) bool {
		return w.text == "was" || w.text == "were" || w.text == "had" || strings.HasSuffix(w.text, "ed")
	})
}

func functionWords(r *reading) []float64 { return r.share(func(w word) bool { return w.stop }) }

func capitals(r *reading) []float64 {
	return r.each(func(s *sentence) float64 {
		n := 0
		for _, w := range strings.Fields(s.text) {
			if w[0] >= 'A' && w[0] <= 'Z' {
				n++
			}
		}
		return float64(n) / float64(len(s.words))
	})
}

func byline(r *reading) []float64 {
	return r.each(func(s *sentence) float64 {
		return if1(strings.Contains(s.text, " | ") || strings.Contains(s.text, "(Reuters)") || strings.Contains(s.text, " -- ") || strings.Contains(s.text, "Photo"))
	})
}
