package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
)

// Said lists what a person said, the newest or, about a topic, the best fit first. An unknown name gives no Person.
func (d *Desk) Said(ctx context.Context, q SaidQuestion) (SaidAnswer, error) {
	ans := SaidAnswer{Statements: []Statement{}, DidYouMean: []string{}}
	if strings.TrimSpace(q.Person) == "" {
		return ans, &InputError{Option: "person", Problem: "type a name or an office, such as: the foreign minister"}
	}
	err := checkOrder(q.From, q.To)
	if err != nil {
		return ans, err
	}
	if ans.Coverage, err = d.Coverage(ctx, q.Asker); err != nil {
		return ans, err
	}
	who, err := d.findPerson(ctx, q.as(), q.Person)
	if err != nil {
		return ans, err
	}
	if len(who.others) > 0 {
		ans.DidYouMean = who.others
	}
	if who.person == nil {
		return ans, nil
	}
	ans.Person = matchedPerson(who)
	if ans.Statements, err = d.saidBy(ctx, q, *who.person); err != nil {
		return ans, fmt.Errorf("what %s said: %w", who.person.Name, err)
	}
	return ans, nil
}

const mostRoles = 6 // how many of a person's offices are shown, the latest first

func matchedPerson(who personMatch) *MatchedPerson {
	m := &MatchedPerson{Name: who.person.Name, Roles: []string{}, MatchedBy: string(who.by)}
	for _, r := range who.person.Roles {
		if len(m.Roles) < mostRoles && !slices.Contains(m.Roles, r.Title) {
			m.Roles = append(m.Roles, r.Title)
		}
	}
	return m
}

const readPerShown = 8 // how many statements are read for each one shown: some are the same

func (d *Desk) saidBy(ctx context.Context, q SaidQuestion, p people.Person) ([]Statement, error) {
	topic, err := d.topic(ctx, q.as(), q.About)
	if err != nil {
		return nil, err
	}
	names, err := d.names(ctx, q.as(), p)
	if err != nil {
		return nil, err
	}
	search := store.StatementQuery{Speakers: names, From: q.From, To: q.To}
	if q.About == "" {
		search.Limit = readPerShown * d.limit
	} else if search.At, err = d.sentencesSharing(ctx, q.as(), topic, leastTopic/2); err != nil {
		return nil, err // half the topic: the rest may be in the next sentence
	}
	return d.onTopic(ctx, q.as(), search, topic)
}

// onTopic finds statements about a topic, the best fit first, then the newest.
func (d *Desk) onTopic(ctx context.Context, as store.Collection, search store.StatementQuery,
	topic topic) ([]Statement, error) {
	found, err := d.store.Statements(ctx, as, search)
	if err != nil {
		return nil, err
	}
	var hits []hit
	for _, t := range found {
		h := d.newHit(t)
		if search.Speakers != nil && h.Speaker.Name == "" {
			continue // the name is withheld
		}
		if !h.Within.Boilerplate && topic.score(&h, d.termsIn(t.Article.Text, t.Within.Span)) {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(x, y hit) int {
		return cmp.Or(-cmp.Compare(x.score, y.score), -compareBool(x.Speech, y.Speech))
	})
	return groupHits(hits, d.limit), nil
}

// score scores a statement by its share of the topic, in steps of a tenth so that the newest of similar ones stays
// first, and reports whether it is about the topic. Words around the content count less.
func (t topic) score(h *hit, sentence []term.Term) bool {
	if len(t.phrase) == 0 {
		return true
	}
	in := t.share(h.words)
	about := max(in, contextWeight*t.share(sentence)+(1-contextWeight)*in)
	h.score = float64(int(10*about)) / 10
	return about >= leastTopic
}

// mentioned answers who said something about a topic. The phrase of the answer is the topic.
func (d *Desk) mentioned(ctx context.Context, a Asker, r intent) (WhoAnswer, error) {
	ans := WhoAnswer{Phrase: r.about, Answers: []Statement{}, DidYouMean: []string{}}
	c, topic, err := d.coverageAndTopic(ctx, a, r.about)
	if ans.Coverage = c; err != nil {
		return ans, err
	}
	q := store.StatementQuery{From: r.days.From, To: r.days.To}
	if q.At, err = d.sentencesSharing(ctx, a.as(), topic, leastTopic/2); err != nil {
		return ans, fmt.Errorf("who spoke of %q: %w", r.about, err)
	}
	if q.At == nil { // common words alone are no topic
		return ans, nil
	}
	q.At = q.At[:min(len(q.At), mostTopical)]
	ans.Answers, err = d.onTopic(ctx, a.as(), q, topic)
	return ans, err
}

const mostTopical = 1000 // how many sentences are searched for statements, those with most of the topic first
