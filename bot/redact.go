package bot

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Errors may quote what they were about, which may be a member's words. The log must not
// hold those.

// quotedText is a string as %q prints it.
var quotedText = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// withheld is an error for the log, without the quotations that share a word with what
// was typed.
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
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
