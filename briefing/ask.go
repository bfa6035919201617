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

// Ask answers a question in plain words as one of the other questions, and says which.
func (d *Desk) Ask(ctx context.Context, q AskQuestion) (AskAnswer, error) {
	if strings.TrimSpace(q.Text) == "" {
		return AskAnswer{}, &InputError{Option: "question",
			Problem: "ask a question, such as: what did the minister say about the bridge?"}
	}
	r, err := d.disambiguate(ctx, q)
	if err != nil {
		return AskAnswer{}, fmt.Errorf("ask: %w", err)
	}
	ans, err := d.answer(ctx, q.Asker, r)
	if err != nil {
		return AskAnswer{}, fmt.Errorf("ask: %w", err)
	}
	return ans, nil
}

// answer answers a question that has been read. If it finds nothing, it tries the topic as news, then as quotations.
func (d *Desk) answer(ctx context.Context, a Asker, r intent) (AskAnswer, error) {
	ans, err := d.answerAs(ctx, a, r)
	if r.dateWords != "" || r.about == "" {
		return ans, err
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
		if other, err = d.answerAs(ctx, a, r); other.found() {
			ans = other
		}
	}
	return ans, err
}

func (a AskAnswer) found() bool {
	return a.Who != nil && len(a.Who.Answers) > 0 || a.Said != nil && len(a.Said.Statements) > 0 ||
		a.Happened != nil && len(a.Happened.Events) > 0 || a.Brief != nil && len(a.Brief.Items) > 0
}

func (d *Desk) answerAs(ctx context.Context, a Asker, r intent) (AskAnswer, error) {
	switch r.kind {
	case intentSaid:
		q := SaidQuestion{Asker: a, Person: r.person, About: r.about, From: r.days.From, To: r.days.To}
		said, err := d.Said(ctx, q)
		return AskAnswer{ReadAs: r.kind, Said: &said}, err
	case intentHappened:
		happened, err := d.happenedAbout(ctx, a, r)
		return AskAnswer{ReadAs: r.kind, Happened: &happened}, err
	case intentBrief:
		brief, err := d.Brief(ctx, BriefQuestion{Asker: a, From: r.days.From, To: r.days.To, About: r.about})
		return AskAnswer{ReadAs: r.kind, Brief: &brief}, err
	case intentMentioned:
		who, err := d.mentioned(ctx, a, r)
		return AskAnswer{ReadAs: intentWho, Who: &who}, err
	}
	who, err := d.Who(ctx, WhoQuestion{Asker: a, Phrase: r.phrase})
	return AskAnswer{ReadAs: r.kind, Who: &who}, err
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
	if len(ans.Events) > 0 {
		ans.From = slices.MinFunc(ans.Events, func(a, b Event) int { return a.From.Compare(b.From) }).From
		ans.To = slices.MaxFunc(ans.Events, func(a, b Event) int { return a.To.Compare(b.To) }).To
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
		if !h.Within.Boilerplate {
			e := d.newEventHit(h, rank)
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
