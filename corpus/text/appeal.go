package text

import (
	"slices"
	"strings"
	"sync"

	"rapporteur/corpus/text/english"
)

// appeal reports whether a sentence asks the reader for money, an address, consent or a comment: it has one plain
// appeal, or two self-references and speaks to the reader. A sentence that reports speech is news.
func appeal(s string) bool {
	if !addresses(s) && !strings.Contains(s, "omments") && !strings.Contains(s, "discussion") || reports(s) {
		return false
	}
	low := strings.ToLower(s)
	if containsAny(low, plainAppeals()...) {
		return true
	}
	found := 0
	for _, p := range appeals() {
		if strings.Contains(low, p) {
			found++
		}
	}
	return found > 1 && addresses(s)
}

var plainAppeals = sync.OnceValue(english.AppealPhrases.Entries)

var appeals = sync.OnceValue(english.SelfReferences.Entries)

// addresses reports whether a sentence speaks to the reader or of its own article.
func addresses(s string) bool {
	switch firstWord(s) {
	case "Subscribe", "Sign", "Join", "Support":
		return true
	}
	return hasWord(s, english.ReaderWords) || containsAny(s, "this article", "this story")
}

// reports reports whether a sentence may report speech: it has a quotation mark or a verb of saying.
func reports(s string) bool {
	return strings.ContainsAny(s, "\"“”„«»") || hasWord(s, english.ReportVerbs)
}

func containsAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

func hasWord(s string, list english.List) bool {
	for w := range wordsIn(s) {
		if list.Has(w) {
			return true
		}
	}
	return false
}
