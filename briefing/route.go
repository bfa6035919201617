package briefing

import (
	"regexp"
	"strings"

	"rapporteur/corpus/when"
)

// What a plain question can be read as.
const (
	asWho      = "who"
	asSaid     = "said"
	asHappened = "happened"
	asBrief    = "brief"
)

// A routed is a plain question taken apart.
type routed struct {
	as     string
	phrase string // of who
	person string // of said
	about  string
	during when.Interval // zero: no date was named
	on     string        // the words of the date
	sure   bool          // the question has one of the known shapes
}

// A shape is one way of asking, with the groups of pattern by name: person, about,
// phrase. Dates are taken out before, so shapes need not know them.
type shape struct {
	as      string
	pattern *regexp.Regexp
}

const (
	saying = `(?:say|says|said|saying|tell|tells|told|think|thinks|thought|claim|claims|claimed|argue|argued|announce|announced|warn|warned|promise|promised|mean|state|stated|comment|commented|suggest|suggested)`
	onIt   = `(?:\s+(?:anything|something|much))?(?:\s+(?:about|on|of|regarding|concerning|over|to)\s+(?P<about>.+))?`
)

// shapes are tried in order; the first that fits is taken.
var shapes = []shape{
	{asWho, regexp.MustCompile(`(?i)^who(?:\s+(?:was|is)\s+it)?(?:\s+(?:else|ever|has|had|that))*\s+(?:said|says|say|saying|told|claimed|stated|wrote|tweeted)(?:\s+(?:us|them|reporters))?(?:\s+that)?\b[\s:,]*(?P<phrase>.+)$`)},
	{asWho, regexp.MustCompile(`(?i)^(?:whose\s+(?:words|quote|line)|who\s+is\s+quoted|who\s+was\s+quoted)(?:\s+(?:is|are|was|were|as\s+saying|this|these|saying|that))*[\s:,]+(?P<phrase>.+)$`)},
	{asWho, regexp.MustCompile(`(?i)^who\s+(?P<phrase>\S+\s+.+)$`)},
	{asSaid, regexp.MustCompile(`(?i)^what\s+(?:did|does|do|has|have|had|was|is|are|were|would)\s+(?P<person>.+?)\s+(?:to\s+)?` + saying + onIt + `$`)},
	{asSaid, regexp.MustCompile(`(?i)^(?:what|everything|anything|all)\s+(?:that\s+)?(?P<person>.+?)\s+(?:has\s+|have\s+|had\s+)?` + saying + onIt + `$`)},
	{asSaid, regexp.MustCompile(`(?i)^(?:did|has|have|does)\s+(?P<person>.+?)\s+(?:ever\s+)?(?:` + saying + onIt + `|(?:mention|mentioned|discuss|discussed|address|addressed)\s+(?P<about>.+))$`)},
	{asSaid, regexp.MustCompile(`(?i)^(?:show\s+(?:me\s+)?|list\s+|give\s+me\s+)?(?:the\s+)?(?:quotes?|quotations?|statements?|remarks?|comments?|words)\s+(?:by|from|of)\s+(?P<person>.+?)(?:\s+(?:about|on|regarding|concerning)\s+(?P<about>.+))?$`)},
	{asHappened, regexp.MustCompile(`(?i)^(?:what|anything|something)(?:\s+else)?(?:\s+(?:has|had|was|is|all|important))*(?:['’]s)?\s+(?:happen|happens|happened|happening|occur|occurred|took\s+place|take\s+place|went\s+on|going\s+on|went\s+down)(?:\s+(?P<about>.+))?$`)},
	{asHappened, regexp.MustCompile(`(?i)^what\s+(?:did|does|will)\s+(?:happen|occur)(?:\s+(?P<about>.+))?$`)},
	{asHappened, regexp.MustCompile(`(?i)^when\s+(?:did|does|do|was|were|is|are|will|has|had|have|would)\s+(?P<about>.+)$`)},
	{asBrief, regexp.MustCompile(`(?i)^(?:so\s+)?what(?:['’]?s|\s+is|\s+are)?\s+(?:new|the\s+news|the\s+latest|the\s+headlines|up|in\s+the\s+news)(?:\s+(?P<about>.+))?$`)},
	{asBrief, regexp.MustCompile(`(?i)^(?:please\s+)?(?:give\s+me\s+)?(?:the\s+|a\s+|any\s+)?(?:brief(?:ing)?(?:\s+me)?|summar(?:y|ise|ize)|headlines|news|digest|latest|catch\s+me\s+up|sum\s+up|update(?:\s+me)?)(?:\s+(?P<about>.+))?$`)},
}

// route takes a question apart, knowing nothing of the corpus.
func route(question string, asking when.Asking) routed {
	text := strings.TrimRight(strings.Join(strings.Fields(question), " "), " ?!.")
	r := routed{as: asWho, phrase: text}
	if quoted := quotedPart(text); quoted != "" && strings.HasPrefix(strings.ToLower(text), "who") {
		r.phrase, r.sure = quoted, true
		return r
	}
	bare := text
	if during, at, ok := when.Spot(text, asking); ok {
		r.during, r.on = during, at.Of(text)
		bare = without(text, at.Start, at.End)
	}
	for _, s := range shapes {
		from := bare
		if s.as == asWho {
			from = text // a date may be part of what was said
		}
		if m := s.pattern.FindStringSubmatch(from); m != nil {
			r.as, r.sure = s.as, true
			r.take(s, m)
			return r.settle()
		}
	}
	if r.on != "" {
		r.as, r.about = asHappened, strip(bare)
	}
	return r
}

// take copies the groups of a match.
func (r *routed) take(s shape, m []string) {
	for i, name := range s.pattern.SubexpNames() {
		if m[i] == "" {
			continue
		}
		switch name {
		case "phrase":
			r.phrase = strings.Trim(m[i], "\"“”‘’' ")
		case "person":
			r.person = strip(m[i])
		case "about":
			r.about = strip(m[i])
		}
	}
}

// settle makes a question about nothing in particular a request for a digest.
func (r routed) settle() routed {
	if r.as == asHappened && r.on == "" && r.about == "" {
		r.as = asBrief
	}
	return r
}

// quotedPart is what stands between quotation marks, or "".
func quotedPart(s string) string {
	if m := regexpQuoted.FindStringSubmatch(s); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}

var regexpQuoted = regexp.MustCompile(`["“„«]([^"“”„«»]{3,})["”“»]`)

// without is s less the bytes from start to end and the preposition before them.
func without(s string, start, end int) string {
	head := regexpDangling.ReplaceAllString(strings.TrimRight(s[:start], " "), "")
	return strings.Join(strings.Fields(head+" "+s[end:]), " ")
}

var (
	regexpDangling = regexp.MustCompile(`(?i)(?:^|\s)(?:on|in|during|since|for|from|of|at|by|before|after|until|the|around)$`)
	regexpLeading  = regexp.MustCompile(`(?i)^(?:(?:on|in|to|with|at|around|about|of|for|from|regarding|concerning|during|near|the)\s+)+`)
)

// strip takes leading prepositions and marks off a topic or a name.
func strip(s string) string {
	s = strings.Trim(s, " ,;:\"“”")
	return strings.TrimSpace(regexpDangling.ReplaceAllString(regexpLeading.ReplaceAllString(s, ""), ""))
}
