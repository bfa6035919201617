package story

import "strings"

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

func byline(r *reading) []float64 {
	return r.each(func(s *sentence) float64 {
		return if1(strings.Contains(s.text, " | ") || strings.Contains(s.text, "(Reuters)") || strings.Contains(s.text, " -- ") || strings.Contains(s.text, "Photo"))
	})
}
