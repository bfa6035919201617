package story

import (
	"cmp"
	"slices"

	"rapporteur/corpus/when"
)

// Limits of what is announced: a day or a week can be put in a diary, a year
// cannot; and what is more than a quarter off is not news of this day.
const (
	mostAhead   = 5
	furthest    = 92 // days
	widestAhead = 7  // days
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
	for _, p := range plans {
		if c.used[p.i] || len(out) == mostAhead || c.repeats(p.i) {
			continue
		}
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
	for _, d := range s.dates {
		if d.Planned && d.From.After(c.to) && !d.From.After(c.to.Add(furthest)) && d.Interval.Days() <= widestAhead {
			return d, true
		}
	}
	return when.Date{}, false
}

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
