package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus/store"
	"rapporteur/corpus/when"
)

// Ask answers a question in plain words as one of the other questions, and says which. Words that
// fit no pattern are a date with a topic, else a quotation.
func (d *Desk) Ask(ctx context.Context, q AskQuestion) (AskAnswer, error) {
	if strings.TrimSpace(q.Text) == "" {
		return AskAnswer{}, &InputError{Option: "question",
			Problem: "ask a question, such as: what did the minister say about the bridge?"}
	}
	r, err := d.disambiguate(ctx, q)
	if err != nil {
		return AskAnswer{}, fmt.Errorf("ask: %w", err)
	}
	var ans AskAnswer
	if err := d.answer(ctx, q, r, &ans); err != nil {
		return AskAnswer{}, fmt.Errorf("ask: %w", err)
	}
	return ans, nil
}

// answer answers a question that has been read. If it finds nothing, it tries the topic as news
// and then as something people spoke about.
func (d *Desk) answer(ctx context.Context, q AskQuestion, r intent, ans *AskAnswer) error {
	err := d.answerAs(ctx, q, r, ans)
	if r.dateWords != "" || r.about == "" {
		return err
	}
	for _, as := range []string{intentBrief, intentMentioned} {
		if err != nil || ans.found() || ans.Who != nil || ans.Said != nil && r.sure {
			break
		}
		if ans.Said != nil {
			r.about = r.bare
		}
		if as == r.kind {
			continue
		}
		var other AskAnswer
		r.kind = as
		err = d.answerAs(ctx, q, r, &other)
		if other.found() {
			*ans = other
		}
	}
	return err
}

func (a AskAnswer) found() bool {
	return a.Who != nil && len(a.Who.Answers) > 0 || a.Said != nil && len(a.Said.Statements) > 0 ||
		a.Happened != nil && len(a.Happened.Events) > 0 || a.Brief != nil && len(a.Brief.Items) > 0
}

func (d *Desk) answerAs(ctx context.Context, q AskQuestion, r intent, ans *AskAnswer) error {
	var err error
	ans.ReadAs = r.kind
	switch r.kind {
	case intentSaid:
		ans.Said = new(SaidAnswer)
		said := SaidQuestion{Asker: q.Asker, Person: r.person, About: r.about, From: r.days.From, To: r.days.To}
		*ans.Said, err = d.Said(ctx, said)
	case intentHappened:
		ans.Happened = new(HappenedAnswer)
		*ans.Happened, err = d.happenedAbout(ctx, q.Asker, r)
	case intentBrief:
		ans.Brief = new(BriefAnswer)
		*ans.Brief, err = d.Brief(ctx, BriefQuestion{Asker: q.Asker, From: r.days.From, To: r.days.To, About: r.about})
	case intentMentioned:
		ans.ReadAs, ans.Who = intentWho, new(WhoAnswer)
		*ans.Who, err = d.mentioned(ctx, q.Asker, r)
	default:
		ans.Who = new(WhoAnswer)
		*ans.Who, err = d.Who(ctx, WhoQuestion{Asker: q.Asker, Phrase: r.phrase})
	}
	return err
}

func (d *Desk) happenedAbout(ctx context.Context, a Asker, r intent) (HappenedAnswer, error) {
	if r.dateWords != "" {
		return d.happenedIn(ctx, a, r.days, r.about)
	}
	ans := HappenedAnswer{Events: []Event{}}
	c, topic, err := d.coverageAndTopic(ctx, a, r.about)
	if ans.Coverage = c; err != nil {
		return ans, err
	}
	at, err := d.bestPlaces(ctx, a.as(), topic.termQuery)
	if err != nil || len(at) == 0 {
		return ans, err
	}
	found, err := d.store.Events(ctx, a.as(), store.EventQuery{At: at})
	if err != nil {
		return ans, fmt.Errorf("events about %q: %w", r.about, err)
	}
	ans.Events = d.eventsOnAnyDay(found, topic)
	for _, e := range ans.Events {
		if ans.From.IsZero() || e.From.Before(ans.From) {
			ans.From = e.From
		}
		if ans.To.Before(e.To) {
			ans.To = e.To
		}
	}
	return ans, nil
}

// eventsOnAnyDay is the events about a topic: those with nearly as much of it as the best, and exact days before
// months and years. A sentence with several dates counts by the clause with most of the topic.
func (d *Desk) eventsOnAnyDay(found []store.EventHit, topic topic) []Event {
	var kept []eventHit
	best := 0.0
	for _, h := range found {
		rank := rankAround
		if h.When.Precision == when.DayPrecision {
			rank = rankInside
		}
		if e := d.newEventHit(h, rank); !h.Within.Boilerplate {
			e.share = topic.share(e.words)
			best = max(best, e.share)
			kept = append(kept, e)
		}
	}
	kept = slices.DeleteFunc(kept, func(e eventHit) bool { return e.share < max(leastTopic, best-spread) })
	clause := func(e eventHit) float64 { return topic.share(d.termsIn(e.Article.Text, e.Span())) }
	slices.SortStableFunc(kept, func(a, b eventHit) int { return -cmp.Compare(clause(a), clause(b)) })
	out := mergeEvents(kept)
	return out[:min(len(out), d.limit)]
}
