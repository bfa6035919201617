package briefing

import (
	"regexp"
	"strings"

	"rapporteur/corpus/when"
)

// What a plain question can be read as.
const (
	asWho       = "who"
	asSaid      = "said"
	asHappened  = "happened"
	asBrief     = "brief"
	asMentioned = "mentioned" // who said something about a topic; answered as who
)

// A routed is a plain question taken apart.
type routed struct {
	as     string
	phrase string // of who
	person string // of said
	about  string
	during when.Interval // zero: no date was named
	on     string        // the words of the date
	bare   string        // the question less its date and courtesies
	sure   bool          // the question has one of the shapes that mean one thing
	// instead is the shape's, for a question that asks for somebody.
	instead string
}

// route takes a question apart, knowing nothing of the corpus. A question of no known
// shape is tried once more with the words of asking spelt right.
func route(question string, asking when.ParseContext) routed {
	text := strings.TrimRight(strings.Join(strings.Fields(question), " "), " ?!.,;:")
	r := routed{as: asWho, phrase: text}
	if quoted := quotedPart(text); quoted != "" && strings.HasPrefix(strings.ToLower(text), "who") {
		r.phrase, r.sure = quoted, true
		return r
	}
	plain := courteous(text)
	r.bare = plain
	if during, at, ok := when.FindIn(plain, asking); ok {
		r.during, r.on = during, at.Of(plain)
		r.during = bounded(r.during, plain[:at.Start], asking.Today)
		r.bare = without(plain, at.Start, at.End)
	}
	mended := mendAsking(r.bare)
	switch {
	case r.shaped(plain, r.bare, false), mended != r.bare && r.shaped(mendAsking(plain), mended, false), r.shaped(plain, r.bare, true):
		return r.settle()
	case r.on != "":
		r.as, r.about = asHappened, strip(r.bare)
	}
	return r
}

var regexpSince = regexp.MustCompile(`(?i)\b(since|after|from|before|until|till)\s*$`)

// bounded is the days that "since", "after", "before" and "until" make of a date;
// before is what stands in front of it. From is zero where there is no first day.
func bounded(i when.Interval, before string, today Day) when.Interval {
	m := regexpSince.FindStringSubmatch(before)
	if m == nil || i.Days() > 366 {
		return i
	}
	open := when.Interval{From: i.From, To: today, Precision: when.RangePrecision}
	switch strings.ToLower(m[1]) {
	case "after":
		open.From = i.To.Add(1)
	case "before":
		return when.Interval{To: i.From.Add(-1), Precision: when.RangePrecision}
	case "until", "till":
		return when.Interval{To: i.To, Precision: when.RangePrecision}
	}
	if open.To.Before(open.From) {
		return i
	}
	return open
}

// shaped finds the shape of a question, one of the loose ones or of the others. What
// somebody said is looked for in the whole of it, since a date may be part of it.
func (r *routed) shaped(whole, bare string, loose bool) bool {
	for _, s := range shapes() {
		if s.loose != loose {
			continue
		}
		from := bare
		if s.as == asWho {
			from = whole
		}
		if m := s.pattern.FindStringSubmatch(from); m != nil {
			r.as, r.sure, r.instead = s.as, !s.unsure, s.instead
			r.take(s, m)
			return true
		}
	}
	return false
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
			r.about = topical(strip(m[i]))
		}
	}
}

// settle makes a question about nothing in particular a request for a digest.
func (r routed) settle() routed {
	if (r.as == asHappened || r.as == asMentioned) && r.on == "" && r.about == "" {
		r.as, r.sure = asBrief, true
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
	regexpLeading  = regexp.MustCompile(`(?i)^(?:(?:on|in|to|with|at|around|about|of|for|from|regarding|concerning|during|near|the|an?|any|some)\s+)+`)
)

// strip takes leading prepositions and marks off a topic or a name.
func strip(s string) string {
	s = strings.Trim(s, " ,;:\"“”")
	return strings.TrimSpace(regexpDangling.ReplaceAllString(regexpLeading.ReplaceAllString(s, ""), ""))
}
