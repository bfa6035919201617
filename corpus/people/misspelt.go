package people

import (
	"slices"
	"strings"

	"rapporteur/corpus/text/english"
)

// Bare is a printed name without titles and forms of address before it and brackets and account names behind it:
// "Sen. Jeanne Shaheen (D-N.H.)" is "Jeanne Shaheen". A name of titles alone stays.
func Bare(printed string) string {
	g := lists()
	if i := strings.IndexByte(printed, '('); i > 0 {
		printed = printed[:i]
	}
	words := strings.Fields(printed)
	start := 0
	for i := 0; i < len(words); i++ {
		w := english.Fold(words[i])
		if _, ok := g.titles[w]; !ok {
			continue
		}
		next := i + 1
		if next < len(words) && words[next] == "of" {
			next = officeAfter(g, words, next+1)
		}
		if next < len(words) && (i == 0 || start > 0 || g.given[english.Fold(words[0])] == "") {
			start = next
			i = next - 1
		}
	}
	words = words[start:]
	for len(words) > 2 && glued(words) {
		words = words[:len(words)-1]
	}
	return strings.Trim(strings.Join(words, " "), " ,;:")
}

// officeAfter is where the office that begins at word i ends; len(words) where it is none that the gazetteer knows.
func officeAfter(g *gazetteer, words []string, i int) int {
	for n := min(4, len(words)-i); n > 0; n-- {
		if g.offices[english.Fold(strings.Join(words[i:i+n], " "))] {
			return i + n
		}
	}
	return len(words)
}

// glued reports whether the last word is an account name made of an earlier word.
func glued(words []string) bool {
	if !camel(words[len(words)-1]) {
		return false
	}
	last := english.Fold(words[len(words)-1])
	return slices.ContainsFunc(words[:len(words)-1], func(w string) bool {
		f := english.Fold(w)
		return len(f) > 3 && len(last) > len(f) && strings.HasSuffix(last, f)
	})
}
