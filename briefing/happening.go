package briefing

import (
	"cmp"
	"slices"

	"rapporteur/corpus/article"
	"rapporteur/corpus/store"
	"rapporteur/corpus/store/term"
	"rapporteur/corpus/text/near"
)

// A happening is an event found and how it lies to what was asked.
type happening struct {
	store.Happening
	rank  int
	share float64     // of the topic asked about
	words []term.Term // of the sentence
	keys  map[string]bool
	near  near.Text // the sentence
}

func (d *Desk) newHappening(h store.Happening, rank int) happening {
	e := happening{Happening: h, rank: rank, words: d.within(h.Article.Text, h.Within.Span), keys: make(map[string]bool)}
	for _, w := range e.words {
		if !term.Common(w.Word) {
			e.keys[w.Key] = true
		}
	}
	return e
}

// covers reports whether the words hold enough of the topic.
func (t topic) covers(words []term.Term) bool {
	return len(t.phrase) == 0 || t.share(words) >= leastTopic
}

// share is how much of the topic's weight the words hold, in whatever order.
func (t topic) share(words []term.Term) float64 {
	have := make(map[string]bool, len(words))
	for _, w := range words {
		have[w.Key] = true
	}
	sum := 0.0
	for _, w := range t.phrase {
		if have[w.Key] {
			sum += w.Weight
			continue
		}
		for key := range w.Near {
			if have[key] {
				sum += w.Weight
				break
			}
		}
	}
	return sum / t.phrase.Weight()
}

// stories makes one event of the happenings that tell the same, and orders them:
// what lies inside the interval asked about before what holds it, then by the
// number of publishers, then by day.
func stories(found []happening) []Event {
	var groups [][]happening
	var index near.Index
	of := make([]int, len(found)) // the group of each
	at := make(map[sentence]int)  // the first happening of each sentence
	for i := range found {
		h := &found[i]
		h.near = near.Read(h.Article.At(h.Within.Span))
		sketch := h.near.Sketch()
		candidates := index.Candidates(sketch)
		index.Add(sketch)
		of[i] = -1
		if first, ok := at[h.sentence()]; ok {
			of[i] = of[first]
		}
		at[h.sentence()] = i
		for _, j := range candidates {
			if of[i] < 0 && h.tells(found[j]) {
				of[i] = of[j]
			}
		}
		if of[i] < 0 {
			of[i] = len(groups)
			groups = append(groups, nil)
		}
		groups[of[i]] = append(groups[of[i]], *h)
	}
	type ranked struct {
		Event
		rank int
	}
	var all []ranked
	for _, g := range groups {
		first := slices.MinFunc(g, order)
		all = append(all, ranked{first.event(g), first.rank})
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(-cmp.Compare(a.rank, b.rank), -cmp.Compare(a.Publishers, b.Publishers), a.From.Compare(b.From), -cmp.Compare(len(a.Sources), len(b.Sources)))
	})
	out := make([]Event, len(all))
	for i, e := range all {
		out[i] = e.Event
	}
	return out
}

// A sentence is a place in an article of the store.
type sentence struct {
	seq   int64
	start int
}

func (h happening) sentence() sentence { return sentence{h.Seq, h.Within.Start} }

// tells reports whether o tells the event that h does: on the same days with
// nearly the same words, or once as a plan and once as done.
func (h happening) tells(o happening) bool {
	if !h.When.Interval.Overlaps(o.When.Interval) {
		return false
	}
	if h.near.Same(o.near) {
		return true
	}
	return h.Planned != o.Planned && h.When.Interval == o.When.Interval && h.alike(o) >= leastPlan
}

// leastPlan is the share of words that a plan and its outcome have in common: "will
// travel to Kyiv on Wednesday", "was in Kyiv on Wednesday".
const leastPlan = 0.45

// alike is the share of all the words of two sentences that both have (Jaccard).
func (h happening) alike(o happening) float64 {
	both := 0
	for k := range h.keys {
		if o.keys[k] {
			both++
		}
	}
	if all := len(h.keys) + len(o.keys) - both; all > 0 {
		return float64(both) / float64(all)
	}
	return 0
}

// order prefers the telling to show: inside what was asked, as done rather than
// planned, in a sentence rather than a headline, published first.
func order(a, b happening) int {
	return cmp.Or(
		-cmp.Compare(a.rank, b.rank),
		compareBool(a.Planned, b.Planned),
		compareBool(a.Within.Title, b.Within.Title),
		a.Article.Published.Compare(b.Article.Published),
		cmp.Compare(a.Seq, b.Seq),
	)
}

// event is the story of a group, as h tells it.
func (h happening) event(g []happening) Event {
	s := h.Span()
	e := Event{
		From: h.When.From, To: h.When.To, Precision: string(h.When.Precision), Text: h.Article.At(s),
		Sources: []Source{cite(h.Article, s)}, Planned: h.Planned, DatedBy: h.Article.At(h.When.Span), Why: h.When.Why,
	}
	cited := map[article.ID]bool{h.Article.ID: true}
	slices.SortStableFunc(g, order)
	for _, o := range g {
		if !cited[o.Article.ID] {
			cited[o.Article.ID] = true
			e.Sources = append(e.Sources, cite(o.Article, o.Span()))
		}
	}
	e.Publishers = publishers(e.Sources)
	return e
}
