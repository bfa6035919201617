package story

import (
	"slices"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/text/near"
)

// A Section is a part of a digest.
type Section string

// The sections, in the order in which a digest has them.
const (
	Headlines Section = "headlines" // what happened, a sentence a story
	Said      Section = "said"      // who said what, a statement a speaker
	Ahead     Section = "ahead"     // what is to happen, by day
	Figures   Section = "figures"   // the same quantity told differently
)

// Options tune a digest. The zero value is ready to use.
type Options struct {
	Words int      // about how many words the headlines have; 0 means 150
	Items int      // at most so many items in all; 0 for no limit
	Told  []string // keys of items that the reader has been told
}

// An Item is one line of a digest. The words at Places[0] are shown; the other
// places tell the same.
type Item struct {
	Section Section
	Places  []Place // never empty; an article at most once
	Speaker string  // of Said: the canonical name
	Day     civil.Day
	Why     string // why it is here, in words for members
	Key     string // what to remember of it, for Options.Told; see Key
}

// A Edition is what a stretch of days comes to.
type Edition struct {
	Items []Item
}

// defaultWords, with the other sections, makes a digest that takes a minute to read.
const defaultWords = 150

// Compose makes a digest. It depends on nothing but its arguments: the same
// material gives the same digest. No news gives no items.
func Compose(m Material, model Model, o Options) Edition {
	if o.Words <= 0 {
		o.Words = defaultWords
	}
	r := read(m)
	c := &composer{reading: r, model: model, material: m, options: o, told: readKeys(o.Told),
		scores: model.scores(r), texts: map[int]near.Text{}, used: map[int]bool{}, figured: map[int]bool{}}
	items := c.headlines()
	side := append(append(c.said(), c.ahead()...), c.figures()...)
	if o.Items > 0 {
		items, side = share(items, side, o.Items)
	}
	return Edition{Items: append(unlike(items, side), side...)}
}

// unlike leaves out the headlines that stand beside a differing figure below, but for
// the first: the day's first story is not told last.
func unlike(headlines, side []Item) []Item {
	var out []Item
	for k, h := range headlines {
		below := slices.ContainsFunc(side, func(i Item) bool { return i.Section == Figures && i.Places[0] == h.Places[0] })
		if k == 0 || !below {
			out = append(out, h)
		}
	}
	return out
}

// share divides a limit of items: the headlines come first, but a third is left to
// the other sections as far as they have something.
func share(headlines, side []Item, limit int) ([]Item, []Item) {
	keep := min(len(side), limit/3)
	headlines = headlines[:min(len(headlines), limit-keep)]
	return headlines, side[:min(len(side), limit-len(headlines))]
}

// A composer is a digest in the making.
type composer struct {
	*reading
	model    Model
	material Material
	options  Options
	told     []key
	scores   []float64
	texts    map[int]near.Text
	used     map[int]bool // sentences that are told, here or by another that says the same
	figured  map[int]bool // sentences that are among the figures
}

// wanted reports whether sentence i may be told at all: it is about what was asked,
// and the reader has not been told it.
func (c *composer) wanted(i int) bool {
	s := &c.reading.told[i]
	return s.about() && !c.afterwards(s) && !c.heard(i)
}

// heard reports whether the reader was told what sentence i tells.
func (c *composer) heard(i int) bool {
	if len(c.told) == 0 {
		return false
	}
	k := keyOf(c.reading.told[i].text)
	for _, t := range c.told {
		if t.same(k) {
			return true
		}
	}
	return false
}

// mayHead reports whether a sentence can be a headline: it tells what has happened
// by the last of the days, and stands alone.
func (r *reading) mayHead(s *sentence) bool {
	return !s.planned(r.to) && !r.afterwards(s) && !r.background(s) && r.standing(s)
}

// headlines chooses sentences until there are about as many words as asked for.
func (c *composer) headlines() []Item {
	p := c.pick(c.model, c.scores, func(i int) bool {
		return c.mayHead(&c.reading.told[i]) && c.wanted(i)
	})
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
		words += len(c.reading.told[i].words)
		out = append(out, Item{Section: Headlines, Places: c.places(same), Why: c.whyHeadline(i, same), Key: Key(c.reading.told[i].text)})
	}
	return out
}

// places are where the sentences stand, an article once.
func (c *composer) places(list []int) []Place {
	var out []Place
	seen := map[int]bool{}
	for _, i := range list {
		if s := &c.reading.told[i]; !seen[s.at] {
			seen[s.at] = true
			out = append(out, Place{s.at, s.span})
		}
	}
	return out
}
