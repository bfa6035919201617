package briefing

import (
	"context"
	"fmt"

	"rapporteur/corpus/store"
)

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
