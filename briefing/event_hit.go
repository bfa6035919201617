package briefing

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/article"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
	"rapporteur/corpus/when"
)

// A eventHit is an event found and how it lies to what was asked.
type eventHit struct {
	store.Happening
	rank  int
	share float64     // of the topic asked about
	words []term.Term // of the sentence
	near  near.Text   // the sentence
	frame eventFrame

	datedBy string // the expression that dates it
	why     string // how that was resolved
}

func (d *Desk) newEventHit(h store.Happening, rank int) eventHit {
	e := eventHit{Happening: h, rank: rank, words: d.termsIn(h.Article.Text, h.Within.Span), why: h.When.Why}
	e.frame = frameOf(h.Article.Text, e.words)
	if !h.When.Span.Empty() {
		e.datedBy = h.Article.At(h.When.Span)
	}
	return e
}

// mergeEvents makes one event of the happenings that tell the same, and orders them:
// what lies inside the interval asked about before what holds it, then by the
// number of publishers, then what was done before what was planned, then by day.
func mergeEvents(found []eventHit) []Event {
	var groups [][]eventHit
	for _, h := range found {
		if h.Story == 0 {
			h.near = near.Read(h.Article.At(h.Within.Span))
		}
		at := slices.IndexFunc(groups, func(g []eventHit) bool { return slices.ContainsFunc(g, h.sameAs) })
		if at < 0 {
			at = len(groups)
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], h)
	}
	type ranked struct {
		Event
		rank int
	}
	var all []ranked
	for _, g := range groups {
		first := slices.MinFunc(g, compareEventHits)
		all = append(all, ranked{first.event(g), first.rank})
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(
			-cmp.Compare(a.rank, b.rank), -cmp.Compare(a.Publishers, b.Publishers), compareBool(a.Planned, b.Planned),
			a.From.Compare(b.From), -cmp.Compare(len(a.Sources), len(b.Sources)),
		)
	})
	out := make([]Event, len(all))
	for i, e := range all {
		out[i] = e.Event
	}
	return out
}

// sameAs reports whether o tells the event that h does: in the same sentence, or on
// the same days and as the same story, or on one day of the same people and deeds,
// be it once as a plan and once as done.
func (h eventHit) sameAs(o eventHit) bool {
	switch {
	case h.Seq == o.Seq && h.Within.Span == o.Within.Span:
		return true
	case !h.When.Interval.Overlaps(o.When.Interval):
		return false
	case h.Story != 0 && o.Story != 0:
		if h.Story == o.Story {
			return true
		}
	case h.frame.overlap(o.frame) >= leastOverlap && h.text().Same(o.text()):
		return true
	}
	return h.When.Interval == o.When.Interval && h.When.Precision == when.DayPrecision &&
		(h.frame.sameEvent(o.frame) || h.Planned != o.Planned && h.frame.overlap(o.frame) >= planOverlap)
}

// leastOverlap is the share of words below which two sentences are not compared word
// by word.
const leastOverlap = 0.25

// text is the sentence, read for comparing.
func (h eventHit) text() near.Text {
	if h.Story == 0 {
		return h.near
	}
	return near.Read(h.Article.At(h.Within.Span))
}

// planOverlap is the share of words that a plan and its outcome have in common: "will
// travel to Kyiv on Wednesday", "was in Kyiv on Wednesday".
const planOverlap = 0.45

// sortTerms prefers the telling to show: inside what was asked, as done rather than
// planned, in a sentence rather than a headline, published first.
func compareEventHits(a, b eventHit) int {
	return cmp.Or(
		-cmp.Compare(a.rank, b.rank),
		compareBool(a.Planned, b.Planned),
		compareBool(a.Within.Title, b.Within.Title),
		a.Article.Published.Compare(b.Article.Published),
		cmp.Compare(a.Seq, b.Seq),
	)
}

// standsAlone is the least number of words of a clause shown without its sentence.
const standsAlone = 6

// shownSpan is the clause that happened, where it opens its sentence and so needs
// nothing before it, else the whole sentence.
func (h eventHit) shownSpan() span.Span {
	if h.Clause.Start == h.Within.Start && h.Within.Holds(h.Clause) && len(strings.Fields(h.Article.At(h.Clause))) >= standsAlone {
		return h.Clause
	}
	return h.Within.Span
}

// event is the story of a group, as h tells it.
func (h eventHit) event(g []eventHit) Event {
	s := h.shownSpan()
	e := Event{
		From: h.When.From, To: h.When.To, Precision: string(h.When.Precision), Text: h.Article.At(s),
		Sources: []Source{cite(h.Article, s)}, Planned: h.Planned, DatedBy: h.datedBy, Why: h.why,
	}
	cited := map[article.ID]bool{h.Article.ID: true}
	slices.SortStableFunc(g, compareEventHits)
	for _, o := range g {
		if !cited[o.Article.ID] {
			cited[o.Article.ID] = true
			e.Sources = append(e.Sources, cite(o.Article, o.shownSpan()))
		}
	}
	e.Publishers = publishers(e.Sources)
	return e
}
