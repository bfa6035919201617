package briefing

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"rapporteur/corpus/store"
	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/term"
	"rapporteur/corpus/when"
)

// The best sentence about an event often names no day: "The ministers met for five hours in Tarnholm". Another one says
// "the ministers will meet in Tarnholm on Thursday". The dated sentence gives the other its day when that was printed
// on the day or soon after, and both have the same names and an action in common.
const (
	undatedWithin   = 3   // days between the event and the article without a date
	leastNames      = 3   // names that both must have
	namesShared     = 0.6 // of the names in the sentence without a date
	longestInterval = 7   // days asked for: longer ones have enough dated sentences
)

// undatedEvents finds sentences without a date about the dated events, at the given places; nil places are all.
func (d *Desk) undatedEvents(ctx context.Context, as store.Collection, asked when.Interval, dated []eventHit,
	at []store.Place) ([]eventHit, error) {
	if asked.Days() > longestInterval {
		return nil, nil
	}
	var anchors []eventHit
	var names []string
	for _, h := range dated {
		if h.rank == rankInside && h.When.Precision == when.DayPrecision && len(h.frame.names) >= leastNames {
			anchors = append(anchors, h)
			names = slices.AppendSeq(names, maps.Keys(h.frame.names))
		}
	}
	lines, err := d.sentencesNaming(ctx, as, asked, names, at)
	if err != nil {
		return nil, fmt.Errorf("find sentences without a date: %w", err)
	}
	var out []eventHit
	for _, l := range lines {
		words := d.termsIn(l.Article.Text, l.Span)
		if l.Dated || l.Title || aboutFuture(words) {
			continue
		}
		f := frameOf(l.Article.Text, words)
		if i := slices.IndexFunc(anchors, func(a eventHit) bool { return f.coveredBy(a.frame) }); i >= 0 {
			out = append(out, d.datedLike(l, anchors[i]))
		}
	}
	return out, nil
}

// sentencesNaming finds sentences with enough of the names, in articles of the days asked about and the few after.
func (d *Desk) sentencesNaming(ctx context.Context, as store.Collection, asked when.Interval, names []string,
	at []store.Place) ([]store.Line, error) {
	slices.Sort(names)
	names = slices.Compact(names)
	if len(names) == 0 {
		return nil, nil
	}
	found, err := d.store.Match(ctx, as, names)
	if err != nil {
		return nil, err
	}
	about := make(map[store.Place]bool, len(at))
	for _, p := range at {
		about[p] = true
	}
	var places []store.Place
	for _, m := range found {
		if len(m.Terms) >= leastNames && (at == nil || about[m.Place]) {
			places = append(places, m.Place)
		}
	}
	if len(places) == 0 {
		return nil, nil
	}
	return d.store.Sentences(ctx, as, store.SentenceQuery{At: places, From: asked.From, To: asked.To.Add(undatedWithin)})
}

func aboutFuture(words []term.Term) bool {
	return slices.ContainsFunc(words, func(w term.Term) bool { return future[w.Word] })
}

var future = english.Set("will would could may might shall wont plans planned expected")

// datedLike is a sentence as an event on the day of a dated one.
func (d *Desk) datedLike(l store.Line, anchor eventHit) eventHit {
	h := store.EventHit{In: l.In, Seq: l.At.Seq, Article: l.Article, Within: l.Sentence}
	h.When.Interval = anchor.When.Interval
	h.Sentence, h.Clause = l.At.Sentence, l.Span
	out := d.newEventHit(h, rankInside)
	out.datedBy = anchor.datedBy
	out.why = fmt.Sprintf("the sentence has no date; “%s” in “%s” gives it", anchor.datedBy, anchor.Article.Title)
	return out
}
