package briefing

import (
	"context"
	"fmt"
	"slices"

	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
	"rapporteur/corpus/when"
)

// An event is often told best by a sentence that names no day: "The ministers met
// for five hours in Tarnholm", where another sentence, maybe of another newspaper
// and from the day before, has "the ministers will meet in Tarnholm on Thursday".
// Such a sentence is placed by the dated one when it was printed on that day or
// soon after and both have the same people and places and a deed in common.
const (
	undatedWithin   = 3   // days after the event on which it may still be told so
	leastNames      = 3   // names that both must have
	namesShared     = 0.6 // of the names of the sentence without a day
	longestInterval = 7   // days: of a month, the dated tellings are enough
)

// undatedEvents finds the sentences without a day that tell of the dated happenings; at
// limits them to places, and nil does not.
func (d *Desk) undatedEvents(ctx context.Context, as store.Collection, asked when.Interval, dated []eventHit, at []store.Place) ([]eventHit, error) {
	if asked.Days() > longestInterval {
		return nil, nil
	}
	var anchors []eventHit
	var scenes []eventFrame
	var names []string
	for _, h := range dated {
		if h.rank != rankInside || h.When.Precision != when.DayPrecision {
			continue
		}
		s := frameOf(h.Article.Text, h.words)
		if len(s.names) >= leastNames {
			anchors, scenes = append(anchors, h), append(scenes, s)
			for name := range s.names {
				names = append(names, name)
			}
		}
	}
	lines, err := d.sentencesNaming(ctx, as, asked, names, at)
	if err != nil {
		return nil, fmt.Errorf("find tellings without a day: %w", err)
	}
	var out []eventHit
	for _, l := range lines {
		words := d.termsIn(l.Article.Text, l.Span)
		if l.Dated || l.Title || aboutFuture(words) {
			continue
		}
		s := frameOf(l.Article.Text, words)
		if i := slices.IndexFunc(scenes, s.coveredBy); i >= 0 {
			out = append(out, d.datedLike(l, anchors[i]))
		}
	}
	return out, nil
}

// sentencesNaming finds the sentences with three or more of the names, in articles of the
// asked days and the few after.
func (d *Desk) sentencesNaming(ctx context.Context, as store.Collection, asked when.Interval, names []string, at []store.Place) ([]store.Line, error) {
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

// aboutFuture reports whether a sentence speaks of what may yet be.
func aboutFuture(words []term.Term) bool {
	return slices.ContainsFunc(words, func(w term.Term) bool {
		switch w.Word {
		case "will", "would", "could", "may", "might", "shall", "wont", "plans", "planned", "expected":
			return true
		}
		return false
	})
}

// datedLike is a line as a happening on the day of a dated one.
func (d *Desk) datedLike(l store.Line, anchor eventHit) eventHit {
	h := store.Happening{In: l.In, Seq: l.At.Seq, Article: l.Article, Within: l.Sentence}
	h.When.Interval = anchor.When.Interval
	h.Sentence, h.Clause = l.At.Sentence, l.Span
	out := d.newEventHit(h, rankInside)
	out.datedBy = anchor.datedBy
	out.why = fmt.Sprintf("the sentence names no day; “%s” in “%s” tells when", anchor.datedBy, anchor.Article.Title)
	return out
}
