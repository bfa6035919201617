package briefing

import (
	"regexp"
	"strings"

	"rapporteur/corpus/when"
)

// An intent is what a plain question asks for.
type intent struct {
	kind      string
	phrase    string // of intentWho
	person    string // of intentSaid
	about     string
	days      when.Interval // zero when the question names no date
	dateWords string
	bare      string // the question without its date and polite words
	sure      bool   // the pattern has one meaning
	fallback  string // the pattern's; see questionPattern
}

// readIntent matches a question against the patterns. When none fits it corrects typing errors and tries again.
func readIntent(question string, asking when.ParseContext) intent {
	text := strings.TrimRight(strings.Join(strings.Fields(question), " "), " ?!.,;:")
	r := intent{kind: intentWho, phrase: text}
	if m := regexpQuoted.FindStringSubmatch(text); m != nil && strings.HasPrefix(strings.ToLower(text), "who") {
		if quoted := strings.TrimSpace(m[1]); quoted != "" {
			r.phrase, r.sure = quoted, true
			return r
		}
	}
	plain := normaliseQuestion(text)
	r.bare = plain
	if days, at, ok := when.FindIn(plain, asking); ok {
		r.days, r.dateWords = openEnded(days, plain[:at.Start], asking.Today), at.Of(plain)
		r.bare = cutDate(plain, at.Start, at.End)
	}
	fixed := fixTypos(r.bare)
	matched := r.match(plain, r.bare, false) ||
		fixed != r.bare && r.match(fixTypos(plain), fixed, false) || r.match(plain, r.bare, true)
	switch {
	case matched && (r.kind == intentHappened || r.kind == intentMentioned) && r.dateWords == "" && r.about == "":
		r.kind, r.sure = intentBrief, true // about nothing in particular
	case !matched && r.dateWords != "":
		r.kind, r.about = intentHappened, trimTopic(r.bare)
	}
	return r
}

var regexpSince = regexp.MustCompile(`(?i)\b(since|after|from|before|until|till)\s*$`)

// openEnded widens a date by the "since", "after", "before" or "until" in front of it. No first day is a zero From.
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

// match finds the first fitting pattern, loose or not. A quotation may have a date, so it is looked for in the whole.
func (r *intent) match(whole, bare string, loose bool) bool {
	for _, p := range questionPatterns() {
		text := bare
		if p.intent == intentWho {
			text = whole
		}
		if p.loose != loose {
			continue
		}
		if m := p.regexp.FindStringSubmatch(text); m != nil {
			r.kind, r.sure, r.fallback = p.intent, !p.ambiguous, p.fallback
			r.fill(p, m)
			return true
		}
	}
	return false
}

func (r *intent) fill(p questionPattern, m []string) {
	for i, name := range p.regexp.SubexpNames() {
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

var regexpQuoted = regexp.MustCompile(`["“„«]([^"“”„«»]{3,})["”“»]`)

// cutDate removes the bytes from start to end and the preposition before them.
func cutDate(s string, start, end int) string {
	head := regexpDangling.ReplaceAllString(strings.TrimRight(s[:start], " "), "")
	return strings.Join(strings.Fields(head+" "+s[end:]), " ")
}

var (
	regexpDangling = regexp.MustCompile(
		`(?i)(?:^|\s)(?:on|in|during|since|for|from|of|at|by|before|after|until|the|around)$`)
	regexpLeading = regexp.MustCompile(
		`(?i)^(?:(?:on|in|to|with|at|around|about|of|for|from|regarding|concerning|during|near|the|an?|any|some)\s+)+`)
)

// trimTopic removes leading prepositions and punctuation from a topic or name.
func trimTopic(s string) string {
	s = strings.Trim(s, " ,;:\"“”")
	return strings.TrimSpace(regexpDangling.ReplaceAllString(regexpLeading.ReplaceAllString(s, ""), ""))
}
