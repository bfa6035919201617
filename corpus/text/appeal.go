package text

import (
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
	for _, p := range plainAppeals() {
		if strings.Contains(low, p) {
			return true
		}
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
	first := true
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isWordRune(r) }) {
		if english.ReaderWords.Has(w) {
			return true
		}
		if first && (w == "Subscribe" || w == "Sign" || w == "Join" || w == "Support") {
			return true
		}
		first = false
	}
	return strings.Contains(s, "this article") || strings.Contains(s, "this story")
}

// reports reports whether a sentence may report speech: it has a quotation mark or a verb of saying.
func reports(s string) bool {
	if strings.ContainsAny(s, "\"“”„«»") {
		return true
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isWordRune(r) }) {
		if english.ReportVerbs.Has(w) {
			return true
		}
	}
	return false
}
