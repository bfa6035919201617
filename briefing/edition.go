package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/briefing/story"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/store"
)

// An EditionQuestion asks for the edition of one occurrence of a digest.
type EditionQuestion struct {
	Asker
	Kind     string // new, day, week, years or replay; see digest.Kind
	About    string
	Items    int      // at most this many; 0 for as many as a short digest has
	Start    string   // of replay: its first day
	Cursor   string   // of the edition before; "" for the first
	SeenKeys []string // keys of stories that the channel has seen

	words int // about how many words the headlines have; 0 means 150
}

// An Edition is what a digest says at one occurrence, and what to remember of it.
type Edition struct {
	BriefAnswer
	Cursor  string   // where the next edition begins
	NewKeys []string // keys of its stories, which the channel has then seen
}

const mostNew = 1000 // how many new articles one edition reads; the next one reads the others

// Edition writes the edition of one occurrence. Only a week in review repeats what the channel has seen.
func (d *Desk) Edition(ctx context.Context, q EditionQuestion) (Edition, error) {
	e := Edition{BriefAnswer: BriefAnswer{Items: []BriefItem{}}, Cursor: q.Cursor, NewKeys: []string{}}
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
		return e, &InputError{Option: "kind", Problem: "choose new, day, week, years or replay"}
	}
	if err != nil {
		return e, fmt.Errorf("edition of a digest of kind %q: %w", q.Kind, err)
	}
	return e, nil
}

// newArticles covers the articles added since the last edition; the first one covers the newest day that has news.
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

// materialSince reads the articles added after a sequence number and, for comparison, those of the days before.
func (d *Desk) materialSince(ctx context.Context, q EditionQuestion, last int64, e *Edition) (story.Material, error) {
	var m story.Material
	places, err := d.topicPlaces(ctx, q.as(), q.About)
	if err != nil {
		return m, err
	}
	added, days := map[int64]bool{}, []Day{}
	query := store.TextQuery{EntryQuery: store.EntryQuery{After: last}, Spoken: true}
	for s, err := range d.store.Texts(ctx, q.as(), query) {
		if err != nil {
			return m, err
		}
		m.Articles = append(m.Articles, storyArticle(s, places))
		added[s.Seq] = true
		if day := s.Article.Published; !day.IsZero() {
			days = append(days, day)
		}
		if len(m.Articles) == mostNew {
			e.Cursor = strconv.FormatInt(s.Seq, 10)
			break
		}
	}
	if len(days) == 0 {
		days = []Day{q.Today}
	}
	m.From, m.To = slices.MinFunc(days, Day.Compare), slices.MaxFunc(days, Day.Compare)
	return m, d.addAround(ctx, q.as(), &m, m.To, added)
}

func (d *Desk) coverDays(ctx context.Context, q EditionQuestion, days Interval, e *Edition) error {
	m, err := d.material(ctx, q.as(), days, q.About)
	if err != nil {
		return err
	}
	return d.fillEdition(ctx, m, q, e)
}

const (
	weekDays  = 7
	weekWords = 250     // of headlines: readers take more time for a week than for a day
	reviewKey = "week:" // begins the keys of stories that a week in review has shown
)

// weekInReview covers the seven days before today. It repeats daily editions, but not another review.
func (d *Desk) weekInReview(ctx context.Context, q EditionQuestion, e *Edition) error {
	var reviewed []string
	for _, key := range q.SeenKeys {
		if k, ok := strings.CutPrefix(key, reviewKey); ok {
			reviewed = append(reviewed, k)
		}
	}
	q.SeenKeys, q.words = reviewed, weekWords
	if err := d.coverDays(ctx, q, Interval{From: q.Today.Add(-weekDays), To: q.Today.Add(-1)}, e); err != nil {
		return err
	}
	for _, key := range e.NewKeys {
		e.NewKeys = append(e.NewKeys, reviewKey+key)
	}
	return nil
}

// replayDay covers the next day of an archive. A day without news counts too: an anniversary stays on its day.
func (d *Desk) replayDay(ctx context.Context, q EditionQuestion, e *Edition) error {
	day, err := civil.Parse(cmp.Or(q.Cursor, q.Start))
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

func (d *Desk) fillEdition(ctx context.Context, m story.Material, q EditionQuestion, e *Edition) error {
	composed, err := composeEdition(m, story.Options{Words: q.words, Items: q.Items, Told: q.SeenKeys})
	if err != nil {
		return err
	}
	e.From, e.To = m.From, m.To
	if e.Items, err = d.items(ctx, q.as(), m, composed); err != nil {
		return err
	}
	for _, i := range composed.Items {
		e.NewKeys = append(e.NewKeys, i.Key)
	}
	return nil
}
