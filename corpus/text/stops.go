package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
)

// stops reports whether the full stop at stop ends a sentence. Marks are the stop and the closing
// quotation marks or brackets behind it; word follows them.
func (c *cutter) stops(stop int, marks string, word nextWord) bool {
	token := c.token(stop)
	closed := len(marks) > 1
	switch {
	case token == "":
		return !word.digit || closed
	case c.numbered(token, stop):
		return false
	case closed:
		return true
	case initial(token):
		return token == "I" && starts(word.text) || c.begins(word, token)
	case strings.Contains(token, "."):
		return c.acronym(token, word)
	}
	switch kindOf(token) {
	case never:
		return false
	case beforeNumber:
		return !word.digit
	case seldom:
		return c.begins(word, token)
	case sometimes:
		return !word.digit && c.begins(word, token)
	}
	return true
}

// token is the word before the full stop at stop, with inner stops and without opening marks: "U.S", "Corp", "3.5".
func (c *cutter) token(stop int) string {
	before := c.s[c.start:stop]
	rest := strings.TrimRightFunc(before, func(r rune) bool { return isWordRune(r) || r == '.' || r == '&' })
	return strings.TrimLeft(before[len(rest):], ".")
}

// numbered reports whether token is the number of a list's item, which begins the sentence: "1. The first".
func (c *cutter) numbered(token string, stop int) bool {
	return len(token) <= 3 && stop-len(token) <= c.start+1 && strings.Trim(token, "0123456789") == ""
}

// initial reports whether token is a lone capital, as in "George W. Bush".
func initial(token string) bool {
	r, n := utf8.DecodeRuneInString(token)
	return n == len(token) && unicode.IsUpper(r)
}

// acronym decides after a token with stops inside: "U.S.", "p.m.", "Ph.D.", "$3.5".
func (c *cutter) acronym(token string, word nextWord) bool {
	switch {
	case token[0] >= '0' && token[0] <= '9':
		return !strings.HasSuffix(token, "p.m") && !strings.HasSuffix(token, "a.m") || !clockWord(word.text)
	case token == "a.m" || token == "p.m":
		return !word.digit && len(word.text) > 1 && !clockWord(word.text)
	case token == "e.g" || token == "i.e":
		return false
	case !dotted(token): // "example.com"
		return true
	case len(token) == 3 && token[0] >= 'A' && token[0] <= 'Z': // "U.S. Court": more often an adjective than a noun
		return starts(word.text)
	}
	return !word.digit && c.begins(word, token)
}

// dotted reports whether single letters, or the short parts of a degree, stand between the stops of token.
func dotted(token string) bool {
	for part := range strings.SplitSeq(token, ".") {
		if utf8.RuneCountInString(part) > 2 {
			return false
		}
	}
	return true
}

// clockWord reports whether a word that follows "p.m." may go on with the time.
func clockWord(w string) bool {
	return english.ClockWords.Has(w) || kindOf(w) == sometimes
}

// begins reports whether word begins a sentence after an abbreviation that may or may not end one:
// sentences often begin with it, it is quoted, or the article also has it with a small letter, so
// that it is no name (the orthographic heuristic of Kiss and Strunk, "Unsupervised Multilingual
// Sentence Boundary Detection", Computational Linguistics 32, 2006).
func (c *cutter) begins(word nextWord, token string) bool {
	switch {
	case word.digit || word.dash:
		return false
	case starts(word.text), word.adverb:
		return true
	case word.opened:
		return !initial(token)
	case initial(token) || len(word.text) < 4 || kindOf(word.text) != whole:
		return false
	}
	return strings.Contains(c.s, " "+strings.ToLower(word.text)+" ")
}

// reporting is the most words between a question and the verb that says who asked it.
const reporting = 5

// tells reports whether the words from i, behind a closed quotation, name its speaker, so that the
// sentence continues: `"Why now?" Anna Berg asked.`
func (c *cutter) tells(i int) bool {
	rest := c.s[i:]
	for n := 0; n < reporting; n++ {
		end := strings.IndexAny(rest, spaces+",.;:?!\"“”")
		if end < 0 {
			end = len(rest)
		}
		word := rest[:end]
		if kindOf(word) == never {
			end += len(rest[end:]) - len(strings.TrimPrefix(rest[end:], "."))
		}
		if word == "" || word == "He" || word == "She" || word == "They" {
			return false
		}
		if english.QuoteVerbs.Has(word) {
			return n > 0 && (word == "told" || endsClause(rest[end:]))
		}
		if !upper(word) && (n == 0 || word != "of" && word != "the") {
			return false
		}
		rest = strings.TrimLeft(rest[end:], spaces)
	}
	return false
}

// endsClause reports whether a reporting verb ends its clause or continues with a time or place,
// not with speech of its own.
func endsClause(rest string) bool {
	rest = strings.TrimLeft(rest, spaces)
	if rest == "" || rest[0] == '.' || rest[0] == ';' {
		return true
	}
	if after, found := strings.CutPrefix(rest, ","); found {
		return !strings.ContainsAny(after[:min(len(after), 4)], "\"“‘'`")
	}
	if word, _, more := strings.Cut(rest, " "); more && settings[word] {
		return true
	}
	day := strings.Index(rest, "day")
	return day > 0 && upper(rest) && english.DayNames.Has(strings.ToLower(rest[:day+len("day")]))
}

// settings begin a time or a place.
var settings = english.Set("in on at during after when while")

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func lowerBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLower(r)
}

// lowerWord reports whether w begins with a small letter and has no capital after
// it: "iPhone" and "eBay" may begin a sentence.
func lowerWord(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r) && !strings.ContainsFunc(w[n:], unicode.IsUpper)
}
