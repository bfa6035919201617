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
	retoldWithin = 3   // days after the event on which it may still be told so
	leastNames   = 3   // names that both must have
	namesShared  = 0.6 // of the names of the sentence without a day
	longestAsked = 7   // days: of a month, the dated tellings are enough
)

// retold finds the sentences without a day that tell of the dated happenings; at
// limits them to places, and nil does not.
func (d *Desk) retold(ctx context.Context, as store.Collection, asked when.Interval, dated []happening, at []store.Place) ([]happening, error) {
	if asked.Days() > longestAsked {
		return nil, nil
	}
	var anchors []happening
	var scenes []scene
	var names []string
	for _, h := range dated {
		if h.rank != exact || h.When.Precision != when.DayPrecision {
			continue
		}
		s := sceneOf(h.Article.Text, h.words)
		if len(s.names) >= leastNames {
			anchors, scenes = append(anchors, h), append(scenes, s)
			for name := range s.names {
				names = append(names, name)
			}
		}
	}
	lines, err := d.printed(ctx, as, asked, names, at)
	if err != nil {
		return nil, fmt.Errorf("find tellings without a day: %w", err)
	}
	var out []happening
	for _, l := range lines {
		words := d.within(l.Article.Text, l.Span)
		if l.Dated || l.Title || ahead(words) {
			continue
		}
		s := sceneOf(l.Article.Text, words)
		if i := slices.IndexFunc(scenes, s.tells); i >= 0 {
			out = append(out, d.placed(l, anchors[i]))
		}
	}
	return out, nil
}

// printed finds the sentences with three or more of the names, in articles of the
// asked days and the few after.
func (d *Desk) printed(ctx context.Context, as store.Collection, asked when.Interval, names []string, at []store.Place) ([]store.Line, error) {
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
	return d.store.Sentences(ctx, as, store.SentenceQuery{At: places, From: asked.From, To: asked.To.Add(retoldWithin)})
}

// ahead reports whether a sentence speaks of what may yet be.
func ahead(words []term.Term) bool {
	return slices.ContainsFunc(words, func(w term.Term) bool {
		switch w.Word {
		case "will", "would", "could", "may", "might", "shall", "wont", "plans", "planned", "expected":
			return true
		}
		return false
	})
}

// placed is a line as a happening on the day of a dated one.
func (d *Desk) placed(l store.Line, anchor happening) happening {
	h := store.Happening{In: l.In, Seq: l.At.Seq, Article: l.Article, Within: l.Sentence}
	h.When.Interval = anchor.When.Interval
	h.Sentence, h.Clause = l.At.Sentence, l.Span
	out := d.newHappening(h, exact)
	out.datedBy = anchor.datedBy
	out.why = fmt.Sprintf("the sentence names no day; “%s” in “%s” tells when", anchor.datedBy, anchor.Article.Title)
	return out
}
