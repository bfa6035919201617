package story

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of a headline, in words: less is a fragment, more is not read.
const (
	shortestHeadline = 6
	longestHeadline  = 50
	longestHead      = 32 // of a page: beyond, it is several lines in one
)

// gluedLines is how many sentences at the head of an article may have lines of the page
// run into them.
const gluedLines = 2

// alone reports whether a sentence can be read by somebody who sees no other: it
// is whole, leans on nothing before it, and is in the paper's own voice.
func (r *reading) alone(s *sentence) bool {
	return len(s.words) >= shortestHeadline && len(s.words) <= longestHeadline &&
		(whole(s.text) || s.head && len(s.words) <= longestHead && begins(s.text)) && !r.leansOn(s) && !r.speaks(s) &&
		!furniture(s.text) && !verbless(s.text) && !pictured(s.text) && (s.place >= gluedLines || !runIn(s.text))
}

// standing is alone, worked out once and only for the sentences that come into
// question.
func (r *reading) standing(s *sentence) bool {
	if !s.judged {
		s.judged, s.stands = true, r.alone(s)
	}
	return s.stands
}

const closingMarks = "\"'”’)]»"

// whole reports whether the text begins and ends as a sentence does, with its
// brackets and quotation marks closed.
func whole(t string) bool { return begins(t) && ended(t) && balanced(t) }

// begins reports whether the text begins as a sentence of the paper's own does: not
// with a quotation, which is somebody's.
func begins(t string) bool {
	first := firstRune(t)
	return unicode.IsUpper(first) || unicode.IsDigit(first)
}

// ended reports whether the text ends as a statement does.
func ended(t string) bool {
	body := strings.TrimRight(t, closingMarks)
	return body != "" && strings.ContainsAny(body[len(body)-1:], ".!")
}

// balanced reports whether what is opened is closed, and nothing else is.
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

// page is what stands about a page, not in the news: pictures, stamps, headings.
var page = regexp.MustCompile(`[Pp]hoto(?:graph)?s?(?: by|:)|\b[A-Z]+ Photo\b|\bGetty Images|\b[Ff]ile photo|\b[Pp]ictured\b|[|•]|\\\*|` +
	`\b` + clock + `|^\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\b)|^\p{Lu}\p{Ll}+\.? \d{1,2}(?:, \d{4})?:|^(?:Last updated|Updated|Published)\b|` +
	`^(?:\p{Lu}[\p{Lu}'’.-]+ ){4}|\bhttps?://|@\w|` +
	`\b(?:this|our) (?:blog|live blog|page|newsletter|website)\b|\((?:left|right|above|below|L|R|C)\)`)

// furniture reports whether the sentence is of the page, or has some of it in it.
func furniture(t string) bool { return maybePage(t) && page.MatchString(t) }

// maybePage spares most sentences the regular expression.
func maybePage(t string) bool {
	if strings.ContainsAny(t, "|•\\@:(") || len(t) > 1 && (t[1] < 'a' || t[1] > 'z') {
		return true
	}
	for _, w := range []string{"hoto", "Getty", "ictured", "blog", "page", "newsletter", "website", "GMT", "BST", "EDT", "EST", "PDT", "UTC", "CET", "UK", "Updated", "Published", "Last"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

// speaks reports whether somebody speaks of himself outside quotation marks: the
// writer, or a speaker whose marks were lost.
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

var selves = set("I We we You you My my Our our Us me your Your")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
