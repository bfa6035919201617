package briefing

import (
	"context"
	"fmt"

	"rapporteur/briefing/story"
	"rapporteur/corpus/article"
	"rapporteur/corpus/store"
)

// Brief summarises a stretch of days: without one, the newest day that has news or, about a topic, the week up to the
// newest day that has news of it. Without news it has no items. A date that cannot be read is an *InputError.
func (d *Desk) Brief(ctx context.Context, q BriefQuestion) (BriefAnswer, error) {
	c, err := d.Coverage(ctx, q.Asker)
	ans := BriefAnswer{Items: []BriefItem{}, Coverage: c}
	if err != nil {
		return ans, err
	}
	days, err := d.briefDays(ctx, q, ans.Coverage)
	if err != nil {
		return ans, err
	}
	ans.From, ans.To = days.From, days.To
	if days.From.IsZero() {
		return ans, nil
	}
	e := Edition{BriefAnswer: ans}
	if err := d.coverDays(ctx, EditionQuestion{Asker: q.Asker, About: q.About, words: q.Words}, days, &e); err != nil {
		return ans, fmt.Errorf("brief of %s to %s: %w", days.From, days.To, err)
	}
	return e.BriefAnswer, nil
}

// briefDays is the stretch of days to summarise; zero when none was asked for and no article has a day.
func (d *Desk) briefDays(ctx context.Context, q BriefQuestion, c Coverage) (Interval, error) {
	switch {
	case !q.From.IsZero():
		return Interval{From: q.From, To: q.To}, nil
	case q.On != "":
		return d.ReadDays(q.Asker, "on", q.On)
	case q.About == "":
		return Interval{From: c.Last, To: c.Last}, nil
	}
	places, err := d.topicPlaces(ctx, q.as(), q.About)
	if err != nil {
		return Interval{}, err
	}
	last, err := d.store.Latest(ctx, q.as(), places)
	if err != nil {
		return Interval{}, fmt.Errorf("newest news about %q: %w", q.About, err)
	}
	if last.IsZero() {
		return Interval{From: c.Last, To: c.Last}, nil
	}
	return Interval{From: last.Add(-6), To: last}, nil
}

func composeEdition(m story.Material, o story.Options) (story.Edition, error) {
	model, err := story.Learned()
	if err != nil {
		return story.Edition{}, err
	}
	return story.Compose(m, model, o), nil
}

// material reads what an edition about the days is made from. The next day's newspapers report a single day too.
func (d *Desk) material(ctx context.Context, as store.Collection, days Interval, about string) (story.Material, error) {
	m := story.Material{From: days.From, To: days.To}
	last := days.To
	if days.From == days.To {
		last = last.Add(story.After)
	}
	places, err := d.topicPlaces(ctx, as, about)
	if err != nil {
		return m, err
	}
	spoken := store.TextQuery{EntryQuery: store.EntryQuery{From: days.From, To: last}, Spoken: true}
	for e, err := range d.store.Texts(ctx, as, spoken) {
		if err != nil {
			return m, err
		}
		m.Articles = append(m.Articles, storyArticle(e, places))
	}
	return m, d.addAround(ctx, as, &m, days.From.Add(-1), nil)
}

// addAround adds the articles of a few days up to last that are not in the material yet.
func (d *Desk) addAround(ctx context.Context, as store.Collection, m *story.Material, last Day,
	added map[int64]bool) error {
	around := store.EntryQuery{From: m.From.Add(-story.Before), To: last}
	for s, err := range d.store.Texts(ctx, as, store.TextQuery{EntryQuery: around}) {
		if err != nil {
			return err
		}
		if !added[s.Seq] {
			m.Around = append(m.Around, storyArticle(s, nil))
		}
	}
	return nil
}

// topicPlaces are the sentences about a topic. nil means all, for no topic; a topic without any gives an empty slice.
func (d *Desk) topicPlaces(ctx context.Context, as store.Collection, about string) ([]store.Place, error) {
	t, err := d.topic(ctx, as, about)
	if err != nil {
		return nil, err
	}
	return d.sentencesSharing(ctx, as, t, leastTopic)
}

// storyArticle is a stored entry for package story; it must be about places, nil for all.
func storyArticle(e store.Stored, places []store.Place) story.Article {
	a := story.Article{Article: &e.Article, Sentences: e.Sentences, Statements: e.Statements, Dates: e.Dates}
	if places == nil {
		return a
	}
	a.About = []int{}
	opening := false
	for _, p := range places {
		if p.Seq == e.Seq {
			a.About = append(a.About, p.Sentence)
			opening = opening || p.Sentence < openingLines && e.Article.Ordered || e.Sentences[p.Sentence].Title
		}
	}
	if opening || len(a.About) >= mostlyAbout {
		a.About = nil
	}
	return a
}

// A whole article is about a topic when its title or opening is, or mostlyAbout sentences.
const (
	openingLines = 3
	mostlyAbout  = 4
)

// items cites what an edition says. It reads each cited article once, whole.
func (d *Desk) items(ctx context.Context, as store.Collection, m story.Material,
	edition story.Edition) ([]BriefItem, error) {
	whole := map[article.ID]*article.Article{}
	out := make([]BriefItem, 0, len(edition.Items))
	for _, i := range edition.Items {
		item := BriefItem{Section: string(i.Section), Speaker: i.Speaker, Why: i.Why, Day: i.Day}
		for n, p := range i.Places {
			id := m.Articles[p.Article].ID
			a, done := whole[id]
			if !done {
				var err error
				if a, err = d.store.Article(ctx, as, id); err != nil {
					return nil, err
				}
				whole[id] = a
			}
			if a == nil {
				continue // deleted meanwhile
			}
			if n == 0 {
				item.Text = a.At(p.Span)
			}
			item.Sources = append(item.Sources, cite(a, p.Span))
		}
		if item.Text != "" {
			out = append(out, item)
		}
	}
	return out, nil
}
