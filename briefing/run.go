package briefing

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"rapporteur/briefing/story"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store"
)

// mostNew is how many articles that are new a run reads; what is beyond is told by
// the next run.
const mostNew = 1000

// Edition makes what one run of a scheduled digest tells: nothing that the channel
// was told before, unless it reviews the week, and no items where there is nothing new.
func (d *Desk) Edition(ctx context.Context, q EditionQuestion) (Edition, error) {
	e := Edition{BriefAnswer: BriefAnswer{Items: []BriefItem{}}, Cursor: q.Cursor, Told: []string{}}
	var err error
	if e.Coverage, err = d.Coverage(ctx, q.Asker); err != nil {
		return e, err
	}
	switch q.Kind {
	case "", "new":
		err = d.newArticles(ctx, q, &e)
	case "day":
		err = d.coverDays(ctx, q, Interval{From: q.Today.Add(-1), To: q.Today.Add(-1)}, &e)
	case "week":
		err = d.weekInReview(ctx, q, &e)
	case "years":
		err = d.onThisDay(ctx, q, &e)
	case "replay":
		err = d.replayDay(ctx, q, &e)
	default:
		return e, &InputError{Option: "kind", Problem: "write new, day, week, years or replay"}
	}
	if err != nil {
		return e, fmt.Errorf("edition of a digest of kind %q: %w", q.Kind, err)
	}
	return e, nil
}

// newArticles tells what articles added since the last run tell. The first run has
// no last one, and tells the newest day that has news.
func (d *Desk) newArticles(ctx context.Context, q EditionQuestion, e *Edition) error {
	newest, err := d.store.Newest(ctx, q.as())
	if err != nil {
		return err
	}
	last, err := strconv.ParseInt(q.Cursor, 10, 64)
	e.Cursor = strconv.FormatInt(newest, 10)
	if err != nil {
		if e.Coverage.Last.IsZero() {
			return nil
		}
		return d.coverDays(ctx, q, Interval{From: e.Coverage.Last, To: e.Coverage.Last}, e)
	}
	m, err := d.materialSince(ctx, q, last, e)
	if err != nil || len(m.Articles) == 0 {
		return err
	}
	return d.fillEdition(ctx, m, q, e)
}

// materialSince reads the articles added after that sequence number, and what the
// days before the first of them told.
func (d *Desk) materialSince(ctx context.Context, q EditionQuestion, last int64, e *Edition) (story.Material, error) {
	var m story.Material
	places, err := d.topicPlaces(ctx, q.as(), q.About)
	if err != nil {
		return m, err
	}
	added := map[int64]bool{}
	for s, err := range d.store.Texts(ctx, q.as(), store.TextQuery{EntryQuery: store.EntryQuery{After: last}, Spoken: true}) {
		if err != nil {
			return m, err
		}
		m.Articles = append(m.Articles, storyArticle(s, places))
		added[s.Seq] = true
		if day := s.Article.Published; !day.IsZero() {
			if m.From.IsZero() || day.Before(m.From) {
				m.From = day
			}
			if day.After(m.To) {
				m.To = day
			}
		}
		if len(m.Articles) == mostNew {
			e.Cursor = strconv.FormatInt(s.Seq, 10)
			break
		}
	}
	if m.From.IsZero() {
		m.From, m.To = q.Today, q.Today
	}
	around := store.EntryQuery{From: m.From.Add(-story.Before), To: m.To}
	for s, err := range d.store.Texts(ctx, q.as(), store.TextQuery{EntryQuery: around}) {
		if err != nil {
			return m, err
		}
		if !added[s.Seq] {
			m.Around = append(m.Around, storyArticle(s, nil))
		}
	}
	return m, nil
}

// coverDays tells a stretch of days.
func (d *Desk) coverDays(ctx context.Context, q EditionQuestion, days Interval, e *Edition) error {
	m, err := d.material(ctx, q.as(), days, q.About)
	if err != nil {
		return err
	}
	return d.fillEdition(ctx, m, q, e)
}

// A week in review has more to tell than a day, and is read at leisure.
const (
	weekDays  = 7
	weekWords = 250 // of headlines
)

// reviewKey marks the keys of what a review of a week has told.
const reviewKey = "week:"

// weekInReview tells the seven days that ended before the asker's today. What the
// channel was told day by day belongs in the review of the week; what another review
// told it, as when the rule runs more than once a week, does not.
func (d *Desk) weekInReview(ctx context.Context, q EditionQuestion, e *Edition) error {
	var reviewed []string
	for _, key := range q.Told {
		if k, ok := strings.CutPrefix(key, reviewKey); ok {
			reviewed = append(reviewed, k)
		}
	}
	q.Told, q.words = reviewed, weekWords
	if err := d.coverDays(ctx, q, Interval{From: q.Today.Add(-weekDays), To: q.Today.Add(-1)}, e); err != nil {
		return err
	}
	for _, key := range e.Told {
		e.Told = append(e.Told, reviewKey+key)
	}
	return nil
}

// replayDay tells the next day of an archive: the day after the one the last run
// told, whether or not it has news, so that an anniversary stays on its day.
func (d *Desk) replayDay(ctx context.Context, q EditionQuestion, e *Edition) error {
	at := q.Cursor
	if at == "" {
		at = q.Start
	}
	day, err := civil.Parse(at)
	if err != nil {
		return &InputError{Option: "start", Problem: "write the first day as 2022-01-21"}
	}
	if day.After(e.Coverage.Last) {
		e.From, e.To = day, day
		return nil
	}
	e.Cursor = day.Add(1).String()
	return d.coverDays(ctx, q, Interval{From: day, To: day}, e)
}

// fillEdition composes the edition from its material.
func (d *Desk) fillEdition(ctx context.Context, m story.Material, q EditionQuestion, e *Edition) error {
	digest, err := composeEdition(m, story.Options{Words: q.words, Items: q.Items, Told: q.Told})
	if err != nil {
		return err
	}
	e.From, e.To = m.From, m.To
	if e.Items, err = d.items(ctx, q.as(), m, digest); err != nil {
		return err
	}
	e.Told = []string{}
	for _, i := range digest.Items {
		e.Told = append(e.Told, i.Key)
	}
	return nil
}
