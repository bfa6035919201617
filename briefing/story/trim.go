package story

import (
	"regexp"

	"rapporteur/corpus/span"
)

// Web pages read as text often leave the credit of a picture or the head of an
// agency's report glued to the sentence after it. A sentence is shown from where it
// begins in earnest; what is left is still a span of the article.
var glued = regexp.MustCompile(`^(?:` +
	`(?:Photograph|Photo|Picture|Image|Video): [^.]{2,40}?(?:/(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty Images|Getty|Corbis|Rex)[\w /]{0,12}?|AP|EPA|Reuters|Getty Images) ` +
	`|(?:AP|AFP|Reuters) Photo ` +
	`|[^.]{0,110}\((?:AP|AFP|Reuters|Xinhua|UPI|CNN|IANS)\)\s*(?:-|--|–|—)\s+` +
	`|[^.a-z]{3,40}(?:, [A-Z][a-z.]+(?: [A-Z][a-z]+)?)? (?:--|–|—)\s+` +
	`)([A-Z"“0-9])`)

// headLimit is how far into a sentence the glue can reach, in bytes.
const headLimit = 160

// unglued is the span of a sentence of text without what is glued before it.
func unglued(text string, s span.Span) span.Span {
	head := s.Of(text)
	head = head[:min(len(head), headLimit)]
	if m := glued.FindStringSubmatchIndex(head); m != nil {
		s.Start += m[2]
	}
	return s
}
