package briefing

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
)

// groupHits makes one answer, at most so many, of the hits that tell one statement: the
// same words, with the same speaker or with none. Hits are in order of preference
// and so are the answers. The same words with another speaker are an answer of
// their own, and both are marked as in conflict.
func groupHits(hits []hit, most int) []Statement {
	groups := mergeUnattributed(collect(hits, most))
	out := make([]Statement, len(groups))
	for i, g := range groups {
		out[i] = merge(g)
		for j, other := range groups {
			if i != j && differentPeople(g[0], other[0]) && g[0].same(other[0]) {
				out[i].Conflict = true
			}
		}
	}
	return out
}

// collect puts together the hits that tell the same of the same speaker. What the
// store knows to be alike is found at once; words are compared only for the rest,
// and only until there are enough groups.
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

// differentPeople reports whether two speakers are named and are not merely two forms of one
// name: "Marsk" does not contradict "Elina Marsk".
func differentPeople(a, b hit) bool {
	return len(a.name) > 0 && len(b.name) > 0 && a.name[len(a.name)-1] != b.name[len(b.name)-1]
}

// sameSpeaker reports whether two speakers are the same, or named in two forms of which one
// holds the other: "Marsk", "Elina Marsk".
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

// belongs reports whether h tells what the group does, of the same speaker.
func belongs(g []hit, h hit) bool {
	return sameSpeaker(g[0], h) && g[0].Negated == h.Negated && (g[0].same(h) || g[0].containedIn(h, 0.75) || h.containedIn(g[0], 0.75))
}

// speakerKey tells speakers apart: by name, else as printed.
func speakerKey(h hit) string {
	switch {
	case h.Speaker.Name != "":
		return h.Speaker.Name
	case h.Speaker.Basis == attribution.Anonymous:
		return "unnamed: " + strings.Join(term.Keys(printed(h)), " ") // "defence minister", "defense minister"
	}
	return ""
}

// mergeUnattributed puts a group without a speaker into the one group that has the same words
// and a name; where two names compete it stays by itself.
func mergeUnattributed(groups [][]hit) [][]hit {
	var out [][]hit
	for i, g := range groups {
		to := -1
		if speakerKey(g[0]) == "" {
			for j, other := range groups {
				if i != j && len(other) > 0 && other[0].Speaker.Name != "" && g[0].same(other[0]) {
					if to >= 0 {
						to = -1
						break
					}
					to = j
				}
			}
		}
		if to >= 0 {
			groups[to] = append(groups[to], g...)
			groups[i] = nil
		}
	}
	for _, g := range groups {
		if g != nil {
			out = append(out, g)
		}
	}
	return out
}

// bestHit is the index of the hit whose words are shown: the surest speaker, the fuller
// name, then speech rather than a loose cue, the better fit, the earlier day.
func bestHit(g []hit) int {
	best := 0
	for i := range g {
		if i > 0 && compareHits(g[i], g[best]) < 0 {
			best = i
		}
	}
	return best
}

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

// merge is one answer of the hits that tell one statement.
func merge(g []hit) Statement {
	first := bestHit(g)
	s := g[first].statement()
	for i, h := range g {
		src := cite(h.Article, h.contentSpan())
		if i != first && !slices.ContainsFunc(s.Sources, func(o Source) bool { return o.Title == src.Title && o.Publisher == src.Publisher }) {
			s.Sources = append(s.Sources, src)
		}
	}
	s.Publishers = publishers(s.Sources)
	return s
}

// same reports whether two contents are one statement, whoever makes it: told
// alike, or the one a piece of the other and long enough to be no accident.
func (h hit) same(o hit) bool {
	return h.Alike != 0 && h.Alike == o.Alike || h.near.Same(o.near) || h.containedIn(o, 0.95) || o.containedIn(h, 0.95)
}

// leastPiece is how many telling words a piece must have.
const leastPiece = 3

// termsIn reports whether a share of h's words stands in o, each once, the telling
// ones among them.
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
