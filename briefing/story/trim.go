package story

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/corpus/span"
)

// Web pages read as text often leave the head of the page, the credit of a picture
// or the dateline of an agency glued to a sentence. A sentence is shown without
// them; what is left is still a span of the article.

const clock = `\d{1,2}[.:]\d{2} (?:[ap]\.?m\.? )?(?:GMT|BST|UK|ET|EDT|EST|PDT|UTC|CET)\b`

// stamp is the hour of publication: before it stands the page's own head, after it
// a caption or the first sentence.
var stamp = regexp.MustCompile(`(?:Last updated:? )?(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?,? )?` +
	`(?:\d{1,2} \p{L}{3,9},? (?:19|20)\d\d|\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, (?:19|20)\d\d)(?: Last updated at)?[;,]?(?: -)? ` +
	`(?:` + clock + `|\d{1,2}:\d{2} (?:[AaPp]m|[AP]M|[ap]\.m|[AP]\.M)\b\.?(?: [A-Z]{2,3}\b)?)(?: Help)?\s+`)

// leader is what may stand before the first word of a sentence in earnest.
var leader = regexp.MustCompile(`^(?:` +
	`(?:Photograph|Photo|Picture|Image|Video): [^.]{2,40}?(?:/(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty Images|Getty|Corbis|Rex)[\w /]{0,12}?|AP|EPA|Reuters|Getty Images) ` +
	`|(?:AP|AFP|Reuters) Photo ` +
	`|(?:[A-Z][\w ]{1,30}, via )?(?:AP|AFP) ` +
	`|[^a-z]{3,40}(?:, [A-Z][a-z.]+(?: [A-Z][a-z]+)?)? (?:-|--|–|—)\s+` +
	`)([A-Z"“0-9])`)

// headLimit is how far into a sentence the glue can reach, in bytes.
const headLimit = 600

// A piece is a part of a sentence that is told by itself. A head is the head of a
// page, which has no full stop.
type piece struct {
	span span.Span
	head bool
}

// pieces is what a sentence of text is without what is glued to it: the head of the
// page where it stands before the hour and is long enough to tell something, and the
// sentence in earnest.
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

// filed is where the report of a news agency begins, behind "HARROWGATE (Reuters) - "
// and whatever stands before it; 0 where there is none.
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

// stamped spares nearly all sentences the regular expression: an hour of publication has
// a zone or a half of the day, and a year before it.
func stamped(begin string) bool {
	if !strings.Contains(begin, " 20") && !strings.Contains(begin, " 19") {
		return false
	}
	for _, half := range []string{" AM", " PM", " Am", " Pm", " am", " pm", " A.M", " P.M", " a.m", " p.m"} {
		if strings.Contains(begin, half) {
			return true
		}
	}
	return zoned(begin)
}

// zoned reports whether t may have a clock in it.
func zoned(t string) bool {
	for _, zone := range []string{" GMT", " BST", " UK", " ET", " EDT", " EST", " PDT", " UTC", " CET"} {
		if strings.Contains(t, zone) {
			return true
		}
	}
	return false
}

// maybeLed spares nearly all sentences the regular expression.
func maybeLed(begin string) bool {
	for _, credit := range []string{"Photo", "Image:", "Picture:", "Video:", "AP ", "AFP ", "Reuters Photo "} {
		if strings.HasPrefix(begin, credit) {
			return true
		}
	}
	if strings.Contains(begin[:min(len(begin), 40)], ", via ") {
		return true
	}
	place := begin[:min(3, len(begin))] // "OSLO, Norway --"
	return strings.IndexFunc(place, func(c rune) bool { return 'a' <= c && c <= 'z' }) < 0 &&
		(strings.ContainsAny(begin, "—–") || strings.Contains(begin, " -"))
}

// fewestHead is how many words a page's head must have to be told in place of what
// stands after it.
const fewestHead = 6
