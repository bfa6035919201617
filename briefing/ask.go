package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
	"rapporteur/corpus/when"
)

// Ask answers a question in plain words as one of the other questions, and says
// which. Words of no known shape are taken for a date with a topic, else for
// something that somebody said.
func (d *Desk) Ask(ctx context.Context, q AskQuestion) (AskAnswer, error) {
	if strings.TrimSpace(q.Text) == "" {
		return AskAnswer{}, &InputError{Option: "question", Problem: "ask something, such as: what did the minister say about the bridge?"}
	}
	r := route(q.Text, q.asking())
	if !r.sure {
		known, err := d.byName(ctx, q, r)
		if err != nil {
			return AskAnswer{}, err
		}
		r = known
	}
	ans := AskAnswer{ReadAs: r.as}
	err := d.put(ctx, q, r, &ans)
	if err != nil {
		return AskAnswer{}, fmt.Errorf("ask: %w", err)
	}
	return ans, nil
}

// put answers a question that has been taken apart.
func (d *Desk) put(ctx context.Context, q AskQuestion, r routed, ans *AskAnswer) error {
	var err error
	switch r.as {
	case asSaid:
		ans.Said = new(SaidAnswer)
		*ans.Said, err = d.Said(ctx, SaidQuestion{Asker: q.Asker, Person: r.person, About: r.about, From: r.during.From, To: r.during.To})
	case asHappened:
		ans.Happened = new(HappenedAnswer)
		*ans.Happened, err = d.happenedAbout(ctx, q.Asker, r)
	case asBrief:
		ans.Brief = new(BriefAnswer)
		*ans.Brief, err = d.Brief(ctx, BriefQuestion{Asker: q.Asker, From: r.during.From, To: r.during.To, About: r.about})
	default:
		ans.Who = new(WhoAnswer)
		*ans.Who, err = d.Who(ctx, WhoQuestion{Asker: q.Asker, Phrase: r.phrase})
	}
	return err
}

// mostName is how many words a name at the head of a question may have.
const mostName = 4

// byName reads words of no known shape by what the corpus knows: "lavrov
// sanctions" is a person and a topic; "not one gate moved that night" is what
// somebody said, though it names a date.
func (d *Desk) byName(ctx context.Context, q AskQuestion, r routed) (routed, error) {
	if r.on != "" {
		hits, err := d.saying(ctx, q.as(), r.phrase)
		if err != nil {
			return r, err
		}
		if len(fitting(hits)) > 0 {
			r.as = asWho
		}
		return r, nil
	}
	words := strings.Fields(r.phrase)
	if len(words) > 2*mostName {
		return r, nil
	}
	for n := min(len(words), mostName); n > 0; n-- {
		who, err := d.meant(ctx, q.as(), strings.Join(words[:n], " "))
		if err != nil {
			return r, err
		}
		if who.person != nil && (who.by == people.Exact || who.by == people.Alias) {
			r.as, r.person, r.about = asSaid, who.person.Name, strip(strings.Join(words[n:], " "))
			return r, nil
		}
	}
	return r, nil
}

// happenedAbout answers for the date that was named, or for all days.
func (d *Desk) happenedAbout(ctx context.Context, a Asker, r routed) (HappenedAnswer, error) {
	if r.on != "" {
		return d.during(ctx, a, r.during, r.about)
	}
	ans := HappenedAnswer{Events: []Event{}}
	var err error
	if ans.Coverage, err = d.Coverage(ctx, a); err != nil {
		return ans, err
	}
	topic, err := d.topic(ctx, a.as(), r.about)
	if err != nil {
		return ans, err
	}
	at, err := d.places(ctx, a.as(), topic.asked)
	if err != nil || len(at) == 0 {
		return ans, err
	}
	found, err := d.store.Events(ctx, a.as(), store.EventQuery{At: at})
	if err != nil {
		return ans, fmt.Errorf("events about %q: %w", r.about, err)
	}
	ans.Events = d.whenever(found, topic)
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

// whenever is the stories about a topic on any day: only those that hold nearly as
// much of it as the best does, and what is placed on a day before what is placed
// in a year. Of a sentence with several dates, the one whose clause holds most.
func (d *Desk) whenever(found []store.Happening, topic topic) []Event {
	var kept []happening
	best := 0.0
	for _, h := range found {
		rank := holding
		if h.When.Precision == when.DayPrecision {
			rank = exact
		}
		if e := d.newHappening(h, rank); !h.Within.Boilerplate {
			e.share = topic.share(e.words)
			best = max(best, e.share)
			kept = append(kept, e)
		}
	}
	kept = slices.DeleteFunc(kept, func(e happening) bool { return e.share < max(leastTopic, best-spread) })
	clause := func(e happening) float64 { return topic.share(d.within(e.Article.Text, e.Span())) }
	slices.SortStableFunc(kept, func(a, b happening) int { return -cmp.Compare(clause(a), clause(b)) })
	out := stories(kept)
	return out[:min(len(out), d.limit)]
}
