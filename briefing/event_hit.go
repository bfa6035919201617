package briefing

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/briefing/reprint"
	"rapporteur/corpus/article"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
	"rapporteur/corpus/when"
)

// An eventHit is an event that was found, and how its days relate to those asked about.
type eventHit struct {
	store.EventHit
	rank  int         // rankInside or rankAround
	share float64     // of the topic asked about
	words []term.Term // of the sentence
	near  near.Text   // the sentence
	frame eventFrame

	datedBy string // the words that give the date
	why     string // how they were understood
}

func (d *Desk) newEventHit(h store.EventHit, rank int) eventHit {
	words := d.termsIn(h.Article.Text, h.Within.Span)
	return eventHit{EventHit: h, rank: rank, words: words, frame: frameOf(h.Article.Text, words),
		datedBy: h.Article.At(h.When.Span), why: h.When.Why}
}

// mergeEvents makes one event of the hits that report the same one. Events inside the days asked about come before
// those around them, then those by most independent texts, then those that happened, then the earliest.
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
	articles := make([][]*article.Article, len(groups))
	for i, g := range groups {
		first := slices.MinFunc(g, compareEventHits)
		all = append(all, ranked{first.event(g), first.rank})
		for _, h := range g {
			articles[i] = append(articles[i], h.Article)
		}
	}
	for i, told := range reprint.Counts(articles) {
		all[i].Told = told
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(
			-cmp.Compare(a.rank, b.rank), -cmp.Compare(a.Told.Texts, b.Told.Texts), compareBool(a.Planned, b.Planned),
			a.From.Compare(b.From), -cmp.Compare(len(a.Sources), len(b.Sources)),
		)
	})
	out := make([]Event, len(all))
	for i, e := range all {
		out[i] = e.Event
	}
	return out
}

// Shares of words that two sentences must have in common.
const (
	leastOverlap = 0.25 // to be compared word by word
	planOverlap  = 0.45 // a plan and its outcome: "will travel to Kyiv on Wednesday", "was in Kyiv on Wednesday"
)

// sameAs reports whether two hits are one event: one sentence, or one story on the same
// days, or the same names and actions on one day, also when one of them is a plan.
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

func (h eventHit) text() near.Text {
	if h.Story == 0 {
		return h.near
	}
	return near.Read(h.Article.At(h.Within.Span))
}

// compareEventHits puts the sentence to show first: inside the days asked about, no plan, no headline, published early.
func compareEventHits(a, b eventHit) int {
	return cmp.Or(
		-cmp.Compare(a.rank, b.rank),
		compareBool(a.Planned, b.Planned),
		compareBool(a.Within.Title, b.Within.Title),
		a.Article.Published.Compare(b.Article.Published),
		cmp.Compare(a.Seq, b.Seq),
	)
}

const standsAlone = 6 // the least number of words of a clause shown without its sentence

// shownSpan is the clause about the event when it opens the sentence and can be read alone, else the sentence.
func (h eventHit) shownSpan() span.Span {
	opens := h.Clause.Start == h.Within.Start && h.Within.Holds(h.Clause)
	if opens && len(strings.Fields(h.Article.At(h.Clause))) >= standsAlone {
		return h.Clause
	}
	return h.Within.Span
}

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
	return e
}
