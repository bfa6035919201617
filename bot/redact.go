package bot

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// quotedText is a string as %q prints it.
var quotedText = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// redact is an error for the log, which must not hold members' words: quotations that share
// a word with what was typed are withheld.
func redact(err error, typed []string) string {
	known := map[string]bool{}
	for _, text := range typed {
		for _, w := range words(text) {
			known[w] = true
		}
	}
	return quotedText.ReplaceAllStringFunc(err.Error(), func(quoted string) string {
		if slices.ContainsFunc(words(quoted), func(w string) bool { return known[w] }) {
			return `"(withheld)"`
		}
		return quoted
	})
}

// words are the runs of letters and digits in a text, in lower case.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}
