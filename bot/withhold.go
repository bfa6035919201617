package bot

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Errors may quote what they were about, and that may be a member's words, which the
// operator's log is not to hold.

// quotedText is a string as %q prints it.
var quotedText = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// withheld is an error for the log, without the quotations that share a word with what
// was typed.
func withheld(err error, typed []string) string {
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

// typed is everything that a member typed or chose.
func (r Request) typed() []string {
	all := []string{r.Message}
	for _, value := range r.Options {
		all = append(all, value)
	}
	return all
}

// typed is everything that a member has typed so far.
func (d interactionData) typed() []string {
	_, options := d.path()
	var all []string
	for _, o := range options {
		all = append(all, o.text())
	}
	return all
}
