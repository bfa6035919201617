package story

import (
	"slices"

	"rapporteur/corpus/text/english"
)

func speech(r *reading) []float64 {
	said := english.Set("said says told added say")
	return r.each(func(s *sentence) float64 {
		return if1(slices.ContainsFunc(s.words, func(w int32) bool { return said[r.lex.words[w].text] }))
	})
}

func byline(r *reading) []float64 {
	return r.each(func(s *sentence) float64 { return if1(contains(s.text, " | ", "(Reuters)", " -- ", "Photo")) })
}
