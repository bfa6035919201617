package story

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/text/english"
	"rapporteur/corpus/when"
)

// Limits of what is announced: a day or a week can be put in a diary, a year
// cannot; and what is more than a quarter off is not news of this day.
const (
	mostAhead   = 5
	furthest    = 92 // days
	widestAhead = 7  // days

	samePlan = 0.25 // likeness from which two plans for one day are one
)

// ahead lists what articles say will happen after the digest's days, by day.
func (c *composer) ahead() []Item {
	type plan struct {
		i    int
		date when.Date
	}
	var plans []plan
	for i := range c.reading.told {
		s := &c.reading.told[i]
		if d, ok := c.planOf(s); ok && !c.used[i] && c.standing(s) && c.wanted(i) {
			plans = append(plans, plan{i, d})
		}
	}
	slices.SortStableFunc(plans, func(a, b plan) int { return cmp.Compare(c.scores[b.i], c.scores[a.i]) })
	var out []Item
	var kept []plan
	for _, p := range plans {
		again := slices.ContainsFunc(kept, func(k plan) bool {
			return k.date.From == p.date.From && alike(c.reading.told[k.i].vec, c.reading.told[p.i].vec) > samePlan
		})
		if again || c.used[p.i] || len(out) == mostAhead || c.repeats(p.i) {
			continue
		}
		kept = append(kept, p)
		same := c.tellers(p.i)
		c.use(same)
		s := &c.reading.told[p.i]
		out = append(out, Item{Section: Ahead, Places: c.places(same), Day: p.date.From, Key: Key(s.text),
			Why: "“" + p.date.Of(s.article.Text) + "”: " + p.date.Why + ". Told by " + count(c.tellersOf(same), "publisher") + "."})
	}
	slices.SortStableFunc(out, func(a, b Item) int { return a.Day.Compare(b.Day) })
	return out
}

// planOf is the date for which a sentence announces something.
func (c *composer) planOf(s *sentence) (when.Date, bool) {
	if calledOff(s.text) {
		return when.Date{}, false
	}
	for _, d := range s.dates {
		if d.Planned && d.From.After(c.to) && !d.From.After(c.to.Add(furthest)) && d.Interval.Days() <= widestAhead && !lately(s, d) {
			return d, true
		}
	}
	return when.Date{}, false
}

// calledOff reports whether the text tells of a plan that came to nothing.
func calledOff(text string) bool {
	for _, w := range []string{"cancel", "called off", "abandon", "scrapped"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// usualReach is how many days ahead newspapers call a day by its weekday alone.
const usualReach = 3

// lately reports whether a weekday by itself, such as "Wednesday", is more likely the
// last than the next: it is nearer, and no verb of what is to come stands before it.
func lately(s *sentence, d when.Date) bool {
	words := strings.Fields(d.Of(s.article.Text))
	if len(words) > 2 || !weekdays[letters(words[0])] || d.From.Sub(s.article.Published) <= usualReach {
		return false
	}
	before := strings.Fields(s.article.Text[s.span.Start:max(s.span.Start, d.Start)])
	for i, w := range before {
		next := ""
		if i+1 < len(before) {
			next = before[i+1]
		}
		switch {
		case w == "will", w == "plans", w == "hopes", w == "aims", (w == "is" || w == "are") && coming[letters(next)]:
			return false
		}
	}
	return true
}

var (
	weekdays = english.Set("monday tuesday wednesday thursday friday saturday sunday weekend the over")
	coming   = english.Set("to due expected set scheduled likely planning planned hoping going")
)

// use marks sentences as told.
func (c *composer) use(list []int) {
	for _, i := range list {
		c.used[i] = true
	}
}

// retold is the likeness from which a line says again what another has said.
const retold = 0.5

// repeats reports whether a headline, or another line of the digest, has already
// told most of what sentence i tells.
func (c *composer) repeats(i int) bool {
	for j := range c.used {
		if alike(c.reading.told[i].vec, c.reading.told[j].vec) > retold {
			return true
		}
	}
	return false
}
