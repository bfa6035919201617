package briefing

import (
	"regexp"
	"strings"

	"rapporteur/corpus/when"
)

// What a plain question can be read as.
const (
	intentWho       = "who"
	intentSaid      = "said"
	intentHappened  = "happened"
	intentBrief     = "brief"
	intentMentioned = "mentioned" // who said something about a topic; answered as who
)

// A intent is a plain question taken apart.
type intent struct {
	kind      string
	phrase    string // of who
	person    string // of said
	about     string
	days      when.Interval // zero: no date was named
	dateWords string        // the words of the date
	bare      string        // the question less its date and courtesies
	sure      bool          // the question has one of the shapes that mean one thing
	// instead is the shape's, for a question that asks for somebody.
	fallback string
}

// readIntent takes a question apart, knowing nothing of the corpus. A question of no known
// shape is tried once more with the words of asking spelt right.
func readIntent(question string, asking when.ParseContext) intent {
	text := strings.TrimRight(strings.Join(strings.Fields(question), " "), " ?!.,;:")
	r := intent{kind: intentWho, phrase: text}
	if quoted := quotedPart(text); quoted != "" && strings.HasPrefix(strings.ToLower(text), "who") {
		r.phrase, r.sure = quoted, true
		return r
	}
	plain := normaliseQuestion(text)
	r.bare = plain
	if during, at, ok := when.FindIn(plain, asking); ok {
		r.days, r.dateWords = during, at.Of(plain)
		r.days = openEnded(r.days, plain[:at.Start], asking.Today)
		r.bare = cutDate(plain, at.Start, at.End)
	}
	mended := fixTypos(r.bare)
	switch {
	case r.match(plain, r.bare, false), mended != r.bare && r.match(fixTypos(plain), mended, false), r.match(plain, r.bare, true):
		return r.withDefault()
	case r.dateWords != "":
		r.kind, r.about = intentHappened, trimTopic(r.bare)
	}
	return r
}

var regexpSince = regexp.MustCompile(`(?i)\b(since|after|from|before|until|till)\s*$`)

// openEnded is the days that "since", "after", "before" and "until" make of a date;
// before is what stands in front of it. From is zero where there is no first day.
func openEnded(i when.Interval, before string, today Day) when.Interval {
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

// match finds the shape of a question, one of the loose ones or of the others. What
// somebody said is looked for in the whole of it, since a date may be part of it.
func (r *intent) match(whole, bare string, loose bool) bool {
	for _, s := range questionPatterns() {
		if s.loose != loose {
			continue
		}
		from := bare
		if s.intent == intentWho {
			from = whole
		}
		if m := s.regexp.FindStringSubmatch(from); m != nil {
			r.kind, r.sure, r.fallback = s.intent, !s.ambiguous, s.fallback
			r.fill(s, m)
			return true
		}
	}
	return false
}

// fill copies the groups of a match.
func (r *intent) fill(s questionPattern, m []string) {
	for i, name := range s.regexp.SubexpNames() {
		if m[i] == "" {
			continue
		}
		switch name {
		case "phrase":
			r.phrase = strings.Trim(m[i], "\"“”‘’' ")
		case "person":
			r.person = trimTopic(m[i])
		case "about":
			r.about = withoutVague(trimTopic(m[i]))
		}
	}
}

// withDefault makes a question about nothing in particular a request for a digest.
func (r intent) withDefault() intent {
	if (r.kind == intentHappened || r.kind == intentMentioned) && r.dateWords == "" && r.about == "" {
		r.kind, r.sure = intentBrief, true
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

// cutDate is s less the bytes from start to end and the preposition before them.
func cutDate(s string, start, end int) string {
	head := regexpDangling.ReplaceAllString(strings.TrimRight(s[:start], " "), "")
	return strings.Join(strings.Fields(head+" "+s[end:]), " ")
}

var (
	regexpDangling = regexp.MustCompile(`(?i)(?:^|\s)(?:on|in|during|since|for|from|of|at|by|before|after|until|the|around)$`)
	regexpLeading  = regexp.MustCompile(`(?i)^(?:(?:on|in|to|with|at|around|about|of|for|from|regarding|concerning|during|near|the|an?|any|some)\s+)+`)
)

// trimTopic takes leading prepositions and marks off a topic or a name.
func trimTopic(s string) string {
	s = strings.Trim(s, " ,;:\"“”")
	return strings.TrimSpace(regexpDangling.ReplaceAllString(regexpLeading.ReplaceAllString(s, ""), ""))
}
