package story

import (
	"fmt"
	"strings"

	"rapporteur/corpus/text/english"
)

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	switch {
	case n == 0:
		return "no " + noun
	case n < 10:
		return english.Cardinal(n) + " " + noun
	}
	return fmt.Sprint(n, " ", noun)
}

// reportedBy says how many independent publishers have the sentences.
func (c *composer) reportedBy(list []int) string {
	seen := map[string]bool{}
	for _, i := range list {
		seen[c.tellerNames[c.reading.told[i].at]] = true
	}
	return "Reported by " + count(len(seen), "publisher")
}

// whyHeadline says why sentence i is a headline: who reports the same or something similar, and
// its place in the article.
func (c *composer) whyHeadline(i int, same []int) string {
	s := &c.reading.told[i]
	why := []string{c.reportedBy(same)}
	if l := c.likeness(i); l.articles >= len(same) {
		why = append(why, "similar in "+count(l.articles, "other article"))
	}
	switch {
	case s.article.Ordered && s.place == 0:
		why = append(why, "opens its article")
	case s.article.Ordered && s.place < 3:
		why = append(why, "near the top of its article")
	}
	if c.on(s) {
		why = append(why, "it gives this date")
	}
	if len(c.options.Told) > 0 {
		why = append(why, "new in this channel")
	}
	return strings.Join(why, "; ") + "."
}
