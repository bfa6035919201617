package when

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// Infer returns the day on which an undated article was published, with the expressions that show it, where
// exactly one day fits. It prefers no day to a wrong one.
//
// Two kinds of clue name the day: a date in the head of the article (after "Published", with a time of day, in the
// dateline or alone on its line), and "today", "yesterday" or "tomorrow" beside a date. The strongest kind in the
// text decides. A weak one needs a second expression that supports it, and none may contradict it: what is in the
// past tense lies before, and weekdays fit.
func Infer(doc *text.Document) (published civil.Day, evidence []span.Span, ok bool) {
	found := findMentions(doc)
	r := resolver{ordered: doc.Ordered, dayFirst: writesDayFirst(found)}
	best := clue{}
	weekday := false
	for i := range found {
		c := clueAt(doc, found, i)
		if c.how == noClue || c.how < best.how {
			continue
		}
		d, one := r.clueDay(doc, found, i, c.by)
		switch {
		case !one:
			return civil.Day{}, nil, false
		case c.how > best.how:
			best, published, evidence, weekday = c, d, nil, false
		case d != published:
			return civil.Day{}, nil, false
		}
		weekday = weekday || found[i].weekday > 0
		evidence = append(evidence, found[i].Span)
		if c.beside >= 0 {
			evidence = append(evidence, found[c.beside].Span)
		}
	}
	if published.IsZero() || !allows(published, found) {
		return civil.Day{}, nil, false
	}
	evidence = append(evidence, support(published, found, evidence)...)
	if best.how < apposedTo && !weekday && len(evidence) < 2 {
		return civil.Day{}, nil, false
	}
	return published, evidence, true
}

// A clue is how a mention names the day of publication.
type clue struct {
	how    strength
	by     int // days from publication to the mention
	beside int // the mention beside it, or -1
}

// A strength of a clue, from weak to strong.
type strength uint8

const (
	noClue    strength = iota
	alone              // a line of its own
	dateline           // "OSTRA, Jan. 21 (Northwire) -"
	apposedTo          // "today, 21 January"
	labelled           // "Published: 21 January 2022", "21 January 2022 10:30 GMT"
)

// A time of day beside a date, as web pages stamp their articles.
var (
	clockAfter  = regexp.MustCompile(`^[,;|]? ?(at )?\d{1,2}[:.]\d\d ?(am|pm|AM|PM|[ap]\.m\.|GMT|BST|UTC|CET|[ECMP][SD]T|Uhr)\b`)
	clockBefore = regexp.MustCompile(`(?i)(updated|published|posted)[^.]{0,20}\d{1,2}[:.]\d\d ?[a-z.]{0,5}( [a-z]{2,4})?,? *$`)
)

// clueAt returns how mention i names the day of publication.
func clueAt(doc *text.Document, found []mention, i int) clue {
	m := &found[i]
	if m.kind != calendar && m.kind != slashed || m.unit != day || m.deixis != noDeixis {
		return clue{}
	}
	for _, j := range [...]int{i - 1, i + 1} {
		if j < 0 || j >= len(found) {
			continue
		}
		w := &found[j]
		near := w.sentence == m.sentence && w.kind == relative && w.unit == day && max(w.n, -w.n) <= 1
		if near && apposed(doc.Text, w.Span, m.Span) {
			return clue{apposedTo, w.n, j}
		}
	}
	return clue{inHead(doc, m), 0, -1}
}

// apposed reports whether only a comma, a bracket or a dash separates a and b, in either order.
func apposed(words string, a, b span.Span) bool {
	if b.Start < a.Start {
		a, b = b, a
	}
	if a.End >= b.Start || b.Start-a.End > 5 {
		return false
	}
	between := words[a.End:b.Start]
	return strings.Trim(between, " ,(–—-") == "" && strings.Trim(between, " ") != ""
}

// inHead returns how a mention in the first paragraphs dates the article.
func inHead(doc *text.Document, m *mention) strength {
	const head = 6 // paragraphs, the title included
	s := doc.Sentences[m.sentence]
	if s.Paragraph >= head || !doc.Ordered {
		return noClue
	}
	raw := doc.Text[s.Start:m.Start]
	before := strings.ToLower(strings.Trim(raw, " :|-–—"))
	after := strings.TrimSpace(doc.Text[m.End:s.End])
	if clockAfter.MatchString(after) || clockBefore.MatchString(raw) {
		return labelled
	}
	switch before {
	case "published", "posted", "published on", "posted on", "publication date", "date":
		return labelled
	case "":
		if strings.Trim(after, " |") == "" {
			return alone
		}
	}
	dash, _ := utf8.DecodeRuneInString(after)
	if len(before) < 40 && placeName(raw) && strings.ContainsRune("(-–—", dash) {
		return dateline
	}
	return noClue
}

// placeName reports whether s is the place of a dateline: a name in capitals.
func placeName(s string) bool {
	name, _, comma := strings.Cut(s, ",")
	return comma && len(name) > 2 && name == strings.ToUpper(name)
}

// clueDay is the day of publication when mention i lies by days after it. Without a year it is certain only where
// one possible day fits.
func (r *resolver) clueDay(doc *text.Document, found []mention, i, by int) (civil.Day, bool) {
	m := &found[i]
	if m.year.number > 0 {
		at, ok := r.place(m)
		return at.From.Add(-by), ok && (m.weekday == 0 || at.From.Weekday() == weekdayOf(m.weekday))
	}
	fits := slices.DeleteFunc(possibleDays(doc, found), func(d civil.Day) bool {
		on := d.Add(by)
		return int(on.Month) != m.month || on.Day != m.day
	})
	if len(fits) != 1 {
		return civil.Day{}, false
	}
	return fits[0], true
}

// support returns the other expressions that fit the day of publication: those that name its year or a
// neighbouring one, and days with a weekday near it.
func support(published civil.Day, found []mention, known []span.Span) []span.Span {
	r := resolver{published: published, ordered: true}
	var out []span.Span
	for i := range found {
		m := &found[i]
		if m.kind != calendar || m.deixis != noDeixis || m.year.deixis != noDeixis || m.year.same || holds(known, m.Span) {
			continue
		}
		at, ok := r.place(m)
		near := published.Year-at.To.Year <= 1 && at.From.Year-published.Year <= 1
		if ok && near && (m.year.number > 0 || m.weekday > 0) {
			out = append(out, m.Span)
		}
	}
	return out
}

func holds(all []span.Span, s span.Span) bool {
	return slices.ContainsFunc(all, s.Overlaps)
}
