package story

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/corpus/span"
)

// Web pages read as text often leave the head of the page, a picture credit or an agency's
// dateline glued to a sentence. It is shown without them; the rest is still a span of the article.

const clock = `\d{1,2}[.:]\d{2} (?:[ap]\.?m\.? )?(?:GMT|BST|UK|ET|EDT|EST|PDT|UTC|CET)\b`

// stamp is the time of publication, after the head of the page and before a caption or the first sentence.
var stamp = regexp.MustCompile(`(?:Last updated:? )?(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?,? )?` +
	`(?:\d{1,2} \p{L}{3,9},? (?:19|20)\d\d|\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, (?:19|20)\d\d)(?: Last updated at)?[;,]?(?: -)? ` +
	`(?:` + clock + `|\d{1,2}:\d{2} (?:[AaPp]m|[AP]M|[ap]\.m|[AP]\.M)\b\.?(?: [A-Z]{2,3}\b)?)(?: Help)?\s+`)

// leader is what may come before the first word of the real sentence.
var leader = regexp.MustCompile(`^(?:` +
	`(?:Photograph|Photo|Picture|Image|Video): [^.]{2,40}?(?:/(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty Images|Getty|Corbis|Rex)[\w /]{0,12}?|AP|EPA|Reuters|Getty Images) ` +
	`|(?:AP|AFP|Reuters) Photo ` +
	`|(?:[A-Z][\w ]{1,30}, via )?(?:AP|AFP) ` +
	`|[^a-z]{3,40}(?:, [A-Z][a-z.]+(?: [A-Z][a-z]+)?)? (?:-|--|–|—)\s+` +
	`)([A-Z"“0-9])`)

const headLimit = 600 // how far into a sentence glued text can reach, in bytes

// A piece is a part of a sentence that is shown alone. A head is the head of a page, without a full stop.
type piece struct {
	span span.Span
	head bool
}

// pieces is a sentence of text without glued parts, and a long enough head of the page before a time stamp.
func pieces(text string, s span.Span) []piece {
	var out []piece
	begin := s.Of(text)[:min(s.Len(), headLimit)]
	if stamped(begin) {
		if m := stamp.FindStringIndex(begin); m != nil {
			head := strings.TrimRight(begin[:m[0]], " ")
			if len(strings.Fields(head)) >= fewestHead {
				out = append(out, piece{span.Span{Start: s.Start, End: s.Start + len(head)}, true})
			}
			s.Start += m[1]
		}
	}
	s.Start += filed(s.Of(text)[:min(s.Len(), headLimit)])
	begin = s.Of(text)[:min(s.Len(), headLimit)]
	if maybeLed(begin) {
		if m := leader.FindStringSubmatchIndex(begin); m != nil {
			s.Start += m[2]
		}
	}
	s.Start += seam(s.Of(text))
	if !s.Empty() {
		out = append(out, piece{s, false})
	}
	return out
}

// filed is where an agency's report begins, after "HARROWGATE (Reuters) - "; 0 when there is none.
func filed(begin string) int {
	if strings.IndexByte(begin, '(') < 0 {
		return 0
	}
	for _, agency := range []string{"(AP)", "(AFP)", "(Reuters)", "(Xinhua)", "(UPI)", "(CNN)", "(IANS)"} {
		_, after, ok := strings.Cut(begin, agency)
		if !ok {
			continue
		}
		report := strings.TrimLeft(after, " \t\n-–—")
		dashed := strings.ContainsAny(after[:len(after)-len(report)], "-–—")
		if c := firstRune(report); dashed && (unicode.IsUpper(c) || unicode.IsDigit(c) || strings.ContainsRune("\"“", c)) {
			return len(begin) - len(report)
		}
	}
	return 0
}

// stamped spares most sentences the regular expression: a stamp has a year, and a zone or a half of the day.
func stamped(begin string) bool {
	return contains(begin, " 20", " 19") &&
		(contains(begin, " AM", " PM", " Am", " Pm", " am", " pm", " A.M", " P.M", " a.m", " p.m") || zoned(begin))
}

// zoned reports whether t may have a clock time.
func zoned(t string) bool {
	return contains(t, " GMT", " BST", " UK", " ET", " EDT", " EST", " PDT", " UTC", " CET")
}

// maybeLed spares nearly all sentences the regular expression.
func maybeLed(begin string) bool {
	place := begin[:min(3, len(begin))] // "OSLO, Norway --"
	return hasPrefix(begin, "Photo", "Image:", "Picture:", "Video:", "AP ", "AFP ", "Reuters Photo ") ||
		strings.Contains(begin[:min(len(begin), 40)], ", via ") ||
		!strings.ContainsAny(place, "abcdefghijklmnopqrstuvwxyz") && contains(begin, "—", "–", " -")
}

const fewestHead = 6 // how many words a page's head needs to be shown
