package story

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/text/english"
	"rapporteur/corpus/when"
)

// Limits of announcements: a date is a week at most, and within a quarter of a year.
const (
	mostAhead   = 5
	furthest    = 92 // days
	widestAhead = 7  // days

	samePlan = 0.25 // likeness of two plans for one day that are the same
)

// ahead lists what will happen after the edition's days, by day.
func (c *composer) ahead() []Item {
	type plan struct {
		i    int
		date when.Date
	}
	var plans []plan
	for i, s := range c.told {
		if d, ok := c.planOf(s); ok && !c.used[i] && c.standing(s) && c.wanted(i) {
			plans = append(plans, plan{i, d})
		}
	}
	slices.SortStableFunc(plans, func(a, b plan) int { return cmp.Compare(c.scores[b.i], c.scores[a.i]) })
	var out []Item
	var kept []plan
	for _, p := range plans {
		again := slices.ContainsFunc(kept, func(k plan) bool {
			return k.date.From == p.date.From && alike(c.told[k.i].vec, c.told[p.i].vec) > samePlan
		})
		if again || c.used[p.i] || len(out) == mostAhead || c.repeats(p.i) {
			continue
		}
		kept = append(kept, p)
		same := c.tellers(p.i)
		c.use(same)
		words := p.date.Of(c.told[p.i].article.Text)
		item := c.item(Ahead, same, "“"+words+"”: "+p.date.Why+". "+c.reportedBy(same)+".")
		item.Day = p.date.From
		out = append(out, item)
	}
	slices.SortStableFunc(out, func(a, b Item) int { return a.Day.Compare(b.Day) })
	return out
}

// planOf is the date of what a sentence announces.
func (c *composer) planOf(s *sentence) (when.Date, bool) {
	if contains(s.text, "cancel", "called off", "abandon", "scrapped") {
		return when.Date{}, false
	}
	i := slices.IndexFunc(s.dates, func(d when.Date) bool {
		return d.Planned && d.From.After(c.to) && !d.From.After(c.to.Add(furthest)) &&
			d.Interval.Days() <= widestAhead && !lately(s, d)
	})
	if i < 0 {
		return when.Date{}, false
	}
	return s.dates[i], true
}

const usualReach = 3 // how many days ahead newspapers name a day by its weekday only

// lately reports whether a weekday alone probably means the last one: it is nearer, and no verb of the future precedes.
func lately(s *sentence, d when.Date) bool {
	words := strings.Fields(d.Of(s.article.Text))
	if len(words) > 2 || !weekdays[letters(words[0])] || d.From.Sub(s.article.Published) <= usualReach {
		return false
	}
	before := strings.Fields(s.article.Text[s.span.Start:max(s.span.Start, d.Start)])
	for i, w := range before {
		isComing := (w == "is" || w == "are") && i+1 < len(before) && coming[letters(before[i+1])]
		if isComing || willing[w] {
			return false
		}
	}
	return true
}

var (
	weekdays = english.Set("monday tuesday wednesday thursday friday saturday sunday weekend the over")
	willing  = english.Set("will plans hopes aims")
	coming   = english.Set("to due expected set scheduled likely planning planned hoping going")
)

func (c *composer) use(list []int) {
	for _, i := range list {
		c.used[i] = true
	}
}

const retold = 0.5 // the likeness of a line that repeats another

// repeats reports whether the edition already says most of sentence i.
func (c *composer) repeats(i int) bool {
	for j := range c.used {
		if alike(c.told[i].vec, c.told[j].vec) > retold {
			return true
		}
	}
	return false
}
