package briefing

import (
	"context"
	"fmt"
	"strconv"

	"rapporteur/briefing/story"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store"
)

// mostNew is how many articles that are new a run reads; what is beyond is told by
// the next run.
const mostNew = 1000

// Edition makes what one run of a scheduled digest tells: nothing that the channel
// was told before, and no items where there is nothing new.
func (d *Desk) Edition(ctx context.Context, q EditionQuestion) (Edition, error) {
	e := Edition{BriefAnswer: BriefAnswer{Items: []BriefItem{}}, Cursor: q.Cursor, Told: []string{}}
	var err error
	if e.Coverage, err = d.Coverage(ctx, q.Asker); err != nil {
		return e, err
	}
	switch q.Kind {
	case "", "new":
		err = d.editionNew(ctx, q, &e)
	case "day":
		err = d.editionOf(ctx, q, q.Today.Add(-1), &e)
	case "years":
		err = d.editionYears(ctx, q, &e)
	case "replay":
		err = d.editionReplay(ctx, q, &e)
	default:
		return e, &InputError{Option: "kind", Problem: "write new, day, years or replay"}
	}
	if err != nil {
		return e, fmt.Errorf("edition of a digest of kind %q: %w", q.Kind, err)
	}
	return e, nil
}

// editionNew tells what articles added since the last run tell. The first run has
// no last one, and tells the newest day that has news.
func (d *Desk) editionNew(ctx context.Context, q EditionQuestion, e *Edition) error {
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
		return d.editionOf(ctx, q, e.Coverage.Last, e)
	}
	m, err := d.materialSince(ctx, q, last, e)
	if err != nil || len(m.Articles) == 0 {
		return err
	}
	return d.edit(ctx, m, q, e)
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
		m.Articles = append(m.Articles, told(s, places))
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
			m.Around = append(m.Around, told(s, nil))
		}
	}
	return m, nil
}

// editionOf tells one day.
func (d *Desk) editionOf(ctx context.Context, q EditionQuestion, day Day, e *Edition) error {
	m, err := d.material(ctx, q.as(), Interval{From: day, To: day}, q.About)
	if err != nil {
		return err
	}
	return d.edit(ctx, m, q, e)
}

// editionReplay tells the next day of an archive: the day after the one the last run
// told, whether or not it has news, so that an anniversary stays on its day.
func (d *Desk) editionReplay(ctx context.Context, q EditionQuestion, e *Edition) error {
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
	return d.editionOf(ctx, q, day, e)
}

// editionYears tells the asker's day of the year in the years before, newest first.
func (d *Desk) editionYears(ctx context.Context, q EditionQuestion, e *Edition) error {
	for y := q.Today.Year - 1; !e.Coverage.First.IsZero() && y >= e.Coverage.First.Year; y-- {
		day := civil.Of(y, q.Today.Month, q.Today.Day)
		if day.Day != q.Today.Day { // 29 February
			continue
		}
		year := Edition{}
		if err := d.editionOf(ctx, q, day, &year); err != nil {
			return err
		}
		if len(year.Items) == 0 {
			continue
		}
		if e.From = day; e.To.IsZero() {
			e.To = day
		}
		e.Items = append(e.Items, year.Items...)
		e.Told = append(e.Told, year.Told...)
		if q.Items > 0 && len(e.Items) >= q.Items {
			e.Items, e.Told = e.Items[:q.Items], e.Told[:q.Items]
			break
		}
	}
	if e.From.IsZero() {
		e.From, e.To = q.Today, q.Today
	}
	return nil
}

// edit composes the edition from its material.
func (d *Desk) edit(ctx context.Context, m story.Material, q EditionQuestion, e *Edition) error {
	digest, err := compose(m, story.Options{Items: q.Items, Told: q.Told})
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
