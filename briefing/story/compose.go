package story

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/briefing/reprint"
	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/near"
)

// A Section is a part of an edition.
type Section string

// The sections, in order.
const (
	Headlines Section = "headlines" // what happened, one sentence per story
	Said      Section = "said"      // who said what, one statement per speaker
	Ahead     Section = "ahead"     // what will happen, by day
	Figures   Section = "figures"   // different numbers for the same thing
)

// Options tune an edition. The zero value is ready to use.
type Options struct {
	Words int      // about how many words the headlines have; 0 means 150
	Items int      // at most this many; 0 for no limit
	Told  []string // keys of items that the reader has seen
}

// An Item is one line. The words at Places[0] are shown; the other places say the same.
type Item struct {
	Section Section
	Places  []Place // at least one, each article at most once
	Speaker string  // of Said: the canonical name
	Day     civil.Day
	Why     string // why it was chosen, in words for members
	Key     string // for Options.Told of later editions; see Key
}

// An Edition is the news of a stretch of days.
type Edition struct {
	Items []Item
}

const defaultWords = 150 // makes an edition, with its other sections, a minute's reading

// Compose makes an edition. It depends on its arguments only. No news gives no items.
func Compose(m Material, model Model, o Options) Edition {
	if o.Words <= 0 {
		o.Words = defaultWords
	}
	r := read(m)
	c := &composer{reading: r, model: model, options: o, seen: readKeys(o.Told),
		scores: model.scores(r), texts: map[int]near.Text{}, used: map[int]bool{}, figured: map[int]bool{}}
	items := c.headlines()
	side := append(append(c.said(), c.ahead()...), c.figures()...)
	if o.Items > 0 {
		items, side = Share(items, side, o.Items)
	}
	return Edition{Items: append(unlike(items, side), side...)}
}

// unlike removes headlines that occur below among the figures, except the first: the main story stays on top.
func unlike(headlines, side []Item) []Item {
	below := func(h Item) bool {
		return slices.ContainsFunc(side, func(i Item) bool { return i.Section == Figures && i.Places[0] == h.Places[0] })
	}
	first := min(1, len(headlines))
	return slices.Concat(headlines[:first], slices.DeleteFunc(headlines[first:], below))
}

// Share divides a limit of items: headlines come first, but a third is for the other sections if they need it.
func Share(headlines, side []Item, limit int) ([]Item, []Item) {
	keep := min(len(side), limit/3)
	headlines = headlines[:min(len(headlines), limit-keep)]
	return headlines, side[:min(len(side), limit-len(headlines))]
}

// A composer is an edition in the making.
type composer struct {
	*reading
	model   Model
	options Options
	seen    []key // what the reader has been shown
	scores  []float64
	texts   map[int]near.Text
	used    map[int]bool // sentences that are shown, or say the same as a shown one
	figured map[int]bool // sentences among the figures
}

// wanted reports whether sentence i may be shown: it is about the topic, and the reader has not seen it.
func (c *composer) wanted(i int) bool {
	s := c.told[i]
	return s.about() && !c.afterwards(s) && !c.heard(i)
}

// heard reports whether the reader has seen what sentence i says.
func (c *composer) heard(i int) bool {
	if len(c.seen) == 0 {
		return false
	}
	k := keyOf(c.told[i].text)
	return slices.ContainsFunc(c.seen, func(t key) bool { return t.same(k) })
}

// mayHead reports whether a sentence can be a headline: it stands alone, and is about an event up to the last day.
func (r *reading) mayHead(s *sentence) bool {
	return !s.planned(r.to) && !r.afterwards(s) && !r.background(s) && r.standing(s)
}

// headlines chooses sentences until they have about as many words as asked for.
func (c *composer) headlines() []Item {
	p := c.pick(c.model, c.scores, func(i int) bool { return c.mayHead(c.told[i]) && c.wanted(i) })
	var out []Item
	for words := 0; words < c.options.Words; {
		i, ok := p.next(c.options.Words - words)
		if !ok {
			break
		}
		same := c.tellers(i)
		c.use(same)
		for _, j := range same {
			p.avoid(j)
		}
		words += len(c.told[i].words)
		out = append(out, c.item(Headlines, same, c.whyHeadline(i, same)))
	}
	return out
}

// item is the first sentence of a list as an item; the others are further sources, each article once.
func (c *composer) item(section Section, list []int, why string) Item {
	out := Item{Section: section, Why: why, Key: Key(c.told[list[0]].text)}
	seen := map[int]bool{}
	for _, i := range list {
		if s := c.told[i]; !seen[s.at] {
			seen[s.at] = true
			out.Places = append(out.Places, Place{s.at, s.span})
		}
	}
	return out
}

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

// reportedBy says how many publishers have the sentences, and whether they print one text.
func (c *composer) reportedBy(list []int) string {
	var articles []*article.Article
	for _, i := range list {
		articles = append(articles, c.told[i].article.Article)
	}
	told := reprint.Tally(articles, func(i int) int { return c.printed[c.told[list[i]].at] })
	return "Reported by " + told.Say(count)
}

// whyHeadline says why sentence i is a headline: who reports the same or the like, and its place in the article.
func (c *composer) whyHeadline(i int, same []int) string {
	s := c.told[i]
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
