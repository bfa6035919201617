package story

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
)

// Bounds of a headline, in words.
const (
	shortestHeadline = 6
	longestHeadline  = 50
	longestHead      = 32 // of the head of a page: beyond, it is several lines in one
)

const gluedLines = 2 // how many sentences at the start of an article may have lines of the page glued to them

// alone reports whether the sentence can be read without any other: whole, and in the newspaper's own voice.
func (r *reading) alone(s *sentence) bool {
	return len(s.words) >= shortestHeadline && len(s.words) <= longestHeadline &&
		(whole(s.text) || s.head && len(s.words) <= longestHead && begins(s.text)) && !r.leansOn(s) && !r.speaks(s) &&
		!furniture(s.text) && !verbless(s.text) && !pictured(s.text) && (s.place >= gluedLines || !runIn(s.text))
}

// standing is alone, computed once and only when needed.
func (r *reading) standing(s *sentence) bool {
	if !s.judged {
		s.judged, s.stands = true, r.alone(s)
	}
	return s.stands
}

const closingMarks = "\"'”’)]»"

// whole reports whether the text begins and ends as a sentence does, with its brackets and quotation marks closed.
func whole(t string) bool { return begins(t) && ended(t) && balanced(t) }

// begins reports whether the text begins as a sentence of the newspaper, not with a quotation.
func begins(t string) bool {
	first := firstRune(t)
	return unicode.IsUpper(first) || unicode.IsDigit(first)
}

func ended(t string) bool {
	body := strings.TrimRight(t, closingMarks)
	return body != "" && strings.ContainsAny(body[len(body)-1:], ".!")
}

// balanced reports whether brackets and quotation marks are in pairs.
func balanced(t string) bool {
	open := 0
	for _, c := range t {
		switch c {
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return false
			}
		}
	}
	return open == 0 && strings.Count(t, "“") == strings.Count(t, "”") && strings.Count(t, `"`)%2 == 0
}

// page matches parts of a page: pictures, time stamps, headings.
var page = regexp.MustCompile(`[Pp]hoto(?:graph)?s?(?: by|:)|\b[A-Z]+ Photo\b|\bGetty Images|\b[Ff]ile photo|\b[Pp]ictured\b|[|•]|\\\*|` +
	`\b` + clock + `|^\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\b)|^\p{Lu}\p{Ll}{2,9}\.? \d{1,2}(?:, \d{4})?:|^(?:Last updated|Updated|Published)\b|` +
	`^(?:\p{Lu}[\p{Lu}'’.-]+ ){4}|\bhttps?://|@\w|` +
	`\b(?:this|our) (?:blog|live blog|page|newsletter|website)\b|\((?:left|right|above|below|L|R|C)\)`)

func furniture(t string) bool { return maybePage(t) && page.MatchString(t) }

// maybePage spares most sentences the regular expression.
func maybePage(t string) bool {
	return strings.ContainsAny(t, "|•\\@") || dayHeading(t) || capitals(t) || zoned(t) ||
		contains(t, "hoto", "Getty", "ictured", "blog", "this page", "our page", "newsletter", "website", "http",
			"(left)", "(right)", "(above)", "(below)", "(L)", "(R)", "(C)") ||
		hasPrefix(t, "Last updated", "Updated", "Published")
}

// dayHeading reports whether t may begin with a time or a day: "9.30am", "May 4, 2010:".
func dayHeading(t string) bool {
	head, _, ok := strings.Cut(t[:min(len(t), longestDay)], ":")
	return unicode.IsDigit(firstRune(t)) || ok && strings.ContainsFunc(head, unicode.IsDigit)
}

const longestDay = 51 // bounds a day with its colon, in bytes: ten letters of four bytes, and ". 31, 2031:".

// capitals reports whether t may begin with four words in capitals.
func capitals(t string) bool {
	for range 4 {
		word, rest, ok := strings.Cut(t, " ")
		if !ok || len(word) < 2 || strings.ContainsFunc(word, unicode.IsLower) {
			return false
		}
		t = rest
	}
	return true
}

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

// speaks reports whether someone says "I" outside quotation marks: the writer, or a speaker whose marks were lost.
func (r *reading) speaks(s *sentence) bool {
	inside := false
	word := strings.Builder{}
	for _, c := range s.text + " " {
		if unicode.IsLetter(c) {
			word.WriteRune(c)
			continue
		}
		if !inside && selves[word.String()] {
			return true
		}
		word.Reset()
		switch c {
		case '“', '«':
			inside = true
		case '”', '»':
			inside = false
		case '"':
			inside = !inside
		}
	}
	return false
}

var selves = english.Set("I We we You you My my Our our Us me your Your")
