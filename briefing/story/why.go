package story

import (
	"fmt"
	"strings"

	"rapporteur/corpus/text/english"
)

// number writes small numbers as newspapers do.
func number(n int) string {
	switch {
	case n == 0:
		return "no"
	case n < 10:
		return english.Cardinal(n)
	}
	return fmt.Sprint(n)
}

// count is "one publisher" or "three publishers".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return number(n) + " " + noun
}

// tellersOf counts the independent publishers of sentences.
func (c *composer) tellersOf(list []int) int {
	seen := map[string]bool{}
	for _, i := range list {
		seen[c.tellerNames[c.reading.told[i].at]] = true
	}
	return len(seen)
}

// whyHeadline says why sentence i is a headline: who tells the same, who tells
// something like it, and where it stands.
func (c *composer) whyHeadline(i int, same []int) string {
	s := &c.reading.told[i]
	why := []string{"Told by " + count(c.tellersOf(same), "publisher")}
	if l := c.likeness(i); l.articles >= len(same) {
		why = append(why, "much the same in "+count(l.articles, "other article"))
	}
	switch {
	case s.article.Ordered && s.place == 0:
		why = append(why, "the opening of its article")
	case s.article.Ordered && s.place < 3:
		why = append(why, "near the top of its article")
	}
	if c.on(s) {
		why = append(why, "it says it is of this day")
	}
	if len(c.options.Told) > 0 {
		why = append(why, "not told here before")
	}
	return strings.Join(why, "; ") + "."
}
