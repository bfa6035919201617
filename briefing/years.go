package briefing

import (
	"cmp"
	"context"
	"slices"

	"rapporteur/briefing/story"
	"rapporteur/corpus/article"
	"rapporteur/corpus/store"
	"rapporteur/corpus/when"
)

// An edition about earlier years has about mostOfYears items, but at least fewestOfOne a year.
const (
	mostOfYears = 24
	fewestOfOne = 3
)

// onThisDay covers today's date in earlier years, the newest first: its articles, and past events dated to it.
func (d *Desk) onThisDay(ctx context.Context, q EditionQuestion, e *Edition) error {
	days, err := d.sameDays(ctx, q.as(), q.Today, e.Coverage)
	if err != nil {
		return err
	}
	var years []pastYear
	for _, day := range days {
		y, err := d.pastYear(ctx, q, day)
		if err != nil {
			return err
		}
		if len(y.edition.Items) > 0 {
			years = append(years, y)
		}
		for _, i := range y.edition.Items {
			q.SeenKeys = append(q.SeenKeys, i.Key)
		}
	}
	return d.addYears(ctx, q, years, e)
}

// addYears divides the items among the years; the newest gets most.
func (d *Desk) addYears(ctx context.Context, q EditionQuestion, years []pastYear, e *Edition) error {
	e.From, e.To = q.Today, q.Today
	left := cmp.Or(q.Items, max(mostOfYears, fewestOfOne*len(years)))
	for i, y := range years {
		y.shorten((left + len(years) - i - 1) / (len(years) - i))
		items, err := d.items(ctx, q.as(), y.material, y.edition)
		if err != nil {
			return err
		}
		if len(items) == 0 {
			continue
		}
		left -= len(items)
		day := y.material.From
		if e.From = day; len(e.Items) == 0 {
			e.To = day
		}
		for _, item := range items {
			item.Section = day.Time().Format("2 January 2006")
			e.Items = append(e.Items, item)
		}
		for _, item := range y.edition.Items {
			e.NewKeys = append(e.NewKeys, item.Key)
		}
	}
	return nil
}

// A pastYear is the same date in an earlier year, and its news.
type pastYear struct {
	material story.Material
	edition  story.Edition
}

func (y *pastYear) shorten(most int) {
	all := y.edition.Items
	heads := slices.IndexFunc(all, func(i story.Item) bool { return i.Section != story.Headlines })
	if heads < 0 {
		heads = len(all)
	}
	headlines, side := story.Share(all[:heads], all[heads:], most)
	y.edition.Items = slices.Concat(headlines, side)
}

// sameDays are today's date in the earlier years that have news on it, newest first. 29 February needs a leap year.
func (d *Desk) sameDays(ctx context.Context, as store.Collection, today Day, c Coverage) ([]Day, error) {
	counts, err := d.store.Days(ctx, as)
	if err != nil {
		return nil, err
	}
	var out []Day
	for _, n := range counts {
		out = append(out, n.Day)
	}
	for y := c.First.Year; y <= c.Last.Year && !c.First.IsZero(); y++ {
		out = append(out, Day{Year: y, Month: today.Month, Day: today.Day})
	}
	out = slices.DeleteFunc(out, func(day Day) bool {
		return day.Month != today.Month || day.Day != today.Day || !day.Before(today) || day.Add(0) != day
	})
	slices.SortFunc(out, func(a, b Day) int { return b.Compare(a) })
	return slices.Compact(out), nil
}

func (d *Desk) pastYear(ctx context.Context, q EditionQuestion, day Day) (pastYear, error) {
	m, err := d.material(ctx, q.as(), Interval{From: day, To: day}, q.About)
	if err != nil {
		return pastYear{}, err
	}
	// Articles of the next day count only by the events that they date to this day.
	m.Articles = slices.DeleteFunc(m.Articles, func(a story.Article) bool { return a.Published != day })
	if err := d.addAnniversaries(ctx, q, &m); err != nil {
		return pastYear{}, err
	}
	digest, err := composeEdition(m, story.Options{Told: q.SeenKeys})
	digest.Items = slices.DeleteFunc(digest.Items, func(i story.Item) bool { return i.Section == story.Ahead })
	return pastYear{m, digest}, err
}

// addAnniversaries adds the sentences about events on the day of m in articles of other days.
func (d *Desk) addAnniversaries(ctx context.Context, q EditionQuestion, m *story.Material) error {
	places, err := d.topicPlaces(ctx, q.as(), q.About)
	if err != nil {
		return err
	}
	on := Interval{From: m.From, To: m.To}
	found, err := d.store.Events(ctx, q.as(), store.EventQuery{During: on, Longest: 1, At: places})
	if err != nil {
		return err
	}
	has := map[article.ID]bool{}
	for _, a := range m.Articles {
		has[a.ID] = true
	}
	about := map[int64][]int{} // sentences, by the article's Seq
	ids := []article.ID{}
	for _, h := range found {
		if h.When.Precision == when.DayPrecision && !h.Planned && !has[h.Article.ID] {
			about[h.Seq] = append(about[h.Seq], h.Sentence)
			ids = append(ids, h.Article.ID)
		}
	}
	for s, err := range d.store.Texts(ctx, q.as(), store.TextQuery{EntryQuery: store.EntryQuery{IDs: ids}, Spoken: true}) {
		if err != nil {
			return err
		}
		if lines := about[s.Seq]; lines != nil {
			slices.Sort(lines)
			a := storyArticle(s, nil)
			a.About = slices.Compact(lines)
			m.Articles = append(m.Articles, a)
		}
	}
	return nil
}
