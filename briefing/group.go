package briefing

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/briefing/reprint"
	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
)

// groupHits merges the hits that report one statement, the same words by one speaker or by none, into at most so many
// answers in the order of the hits. The same words by another speaker are a separate answer, and both are marked.
func groupHits(hits []hit, most int) []Statement {
	groups := mergeUnattributed(collect(hits, most))
	out, articles := make([]Statement, len(groups)), make([][]*article.Article, len(groups))
	for i, g := range groups {
		out[i] = merge(g)
		for _, h := range g {
			articles[i] = append(articles[i], h.Article)
		}
		for j, other := range groups {
			if i != j && differentPeople(g[0], other[0]) && g[0].same(other[0]) {
				out[i].Conflict = true
			}
		}
	}
	for i, told := range reprint.Counts(articles) {
		out[i].Told = told
	}
	return out
}

// collect groups hits with the same statement and speaker. The store knows which statements are
// alike; words are compared only for the others, until there are enough groups.
func collect(hits []hit, most int) [][]hit {
	type known struct {
		alike   int64
		speaker string
		negated bool
	}
	at := make(map[known]int)
	var groups [][]hit
	for _, h := range hits {
		key := known{h.Alike, speakerKey(h), h.Negated}
		if i, ok := at[key]; ok && h.Alike != 0 {
			groups[i] = append(groups[i], h)
			continue
		}
		quote := h.quote()
		if quote == "" || len(groups) >= most {
			continue
		}
		h.near = near.Read(quote)
		i := slices.IndexFunc(groups, func(g []hit) bool { return belongs(g, h) })
		if i < 0 {
			i = len(groups)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], h)
		at[key] = i
	}
	return groups
}

// differentPeople reports whether two speakers have different last names: "Marsk" may be "Elina Marsk".
func differentPeople(a, b hit) bool {
	return len(a.name) > 0 && len(b.name) > 0 && a.name[len(a.name)-1] != b.name[len(b.name)-1]
}

// sameSpeaker reports whether two speakers are the same, or one name is part of the other: "Marsk", "Elina Marsk".
func sameSpeaker(a, b hit) bool {
	if speakerKey(a) == speakerKey(b) {
		return true
	}
	x, y := a.name, b.name
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(word string) bool { return !slices.Contains(y, word) })
}

// belongs reports whether h is the statement of the group by its speaker.
func belongs(g []hit, h hit) bool {
	return sameSpeaker(g[0], h) && g[0].Negated == h.Negated &&
		(g[0].same(h) || g[0].containedIn(h, 0.75) || h.containedIn(g[0], 0.75))
}

// speakerKey tells speakers apart: by name, else by the words of the article.
func speakerKey(h hit) string {
	switch {
	case h.Speaker.Name != "":
		return h.Speaker.Name
	case h.Speaker.Basis == attribution.Anonymous:
		return "unnamed: " + strings.Join(term.Keys(printed(h)), " ") // "defence minister", "defense minister"
	}
	return ""
}

// mergeUnattributed merges a group without a speaker into a named one with the same words, if there is only one.
func mergeUnattributed(groups [][]hit) [][]hit {
	for i, g := range groups {
		if speakerKey(g[0]) != "" {
			continue
		}
		var named []int
		for j, other := range groups {
			if i != j && len(other) > 0 && other[0].Speaker.Name != "" && g[0].same(other[0]) {
				named = append(named, j)
			}
		}
		if len(named) == 1 {
			groups[named[0]] = append(groups[named[0]], g...)
			groups[i] = nil
		}
	}
	return slices.DeleteFunc(groups, func(g []hit) bool { return g == nil })
}

// compareHits puts the hit to show first: the surest speaker, the fuller name, a verb of speech, the better fit.
func compareHits(a, b hit) int {
	return cmp.Or(
		cmp.Compare(basisRank(a.Speaker.Basis), basisRank(b.Speaker.Basis)),
		-cmp.Compare(len(a.name), len(b.name)),
		-compareBool(a.Speech, b.Speech),
		-cmp.Compare(a.score, b.score),
		a.Article.Published.Compare(b.Article.Published),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func merge(g []hit) Statement {
	s := slices.MinFunc(g, compareHits).statement()
	for _, h := range g {
		src := cite(h.Article, h.contentSpan())
		cited := func(o Source) bool { return o.Title == src.Title && o.Publisher == src.Publisher }
		if !slices.ContainsFunc(s.Sources, cited) {
			s.Sources = append(s.Sources, src)
		}
	}
	return s
}

// same reports whether two contents are one statement, by any speaker: the same words, or a telling part of them.
func (h hit) same(o hit) bool {
	return h.Alike != 0 && h.Alike == o.Alike || h.near.Same(o.near) || h.containedIn(o, 0.95) || o.containedIn(h, 0.95)
}

const leastPiece = 3 // how many telling words such a part must have

// containedIn reports whether o has a share of h's words, each once, with enough telling ones.
func (h hit) containedIn(o hit, share float64) bool {
	left := make(map[string]int)
	for _, t := range o.words {
		left[t.Key]++
	}
	found, telling := 0, 0
	for _, t := range h.words {
		if left[t.Key] > 0 {
			left[t.Key]--
			found++
			if !term.Common(t.Word) {
				telling++
			}
		}
	}
	return telling >= leastPiece && float64(found) >= share*float64(len(h.words))
}
