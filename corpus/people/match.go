package people

import (
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"
	"github.com/xrash/smetrics"
)

// byParts finds forms that hold every typed word, whole, begun ("blink") or as an initial, in any order.
func (x *Index) byParts(r *ranking, words []string) {
	for _, n := range x.narrowest(words) {
		f := x.forms[n]
		if x.persons[f.person].Kind == Body && 2*len(words) <= len(f.words) {
			continue // "secretary of state" is not the Office of the Secretary of State
		}
		if score := partScore(words, f.words); score > 0 {
			r.add(f.person, Alias, score)
		}
	}
}

// narrowest is the forms that hold the typed word that fewest forms hold.
func (x *Index) narrowest(words []string) []int {
	var best []int
	found := false
	for _, w := range words {
		if len(w) < 2 && len(words) > 1 {
			continue
		}
		var forms []int
		i, _ := slices.BinarySearch(x.tokens, w)
		for ; i < len(x.tokens) && strings.HasPrefix(x.tokens[i], w); i++ {
			if len(w) >= 2 || x.tokens[i] == w {
				forms = append(forms, x.holders[i]...)
			}
		}
		if !found || len(forms) < len(best) {
			best, found = forms, true
		}
	}
	return best
}

// partScore is how well typed words match the words of a form, each once: 0 where
// one has no match or only initials do. A surname met whole counts most.
func partScore(typed, form []string) float64 {
	used := make([]bool, len(form))
	sum, solid := 0.0, false
	for _, t := range typed {
		at, worth := -1, 0.0
		for i, w := range form {
			if used[i] || !strings.HasPrefix(w, t) {
				continue
			}
			v := 0.5 + 0.4*float64(len(t))/float64(len(w))
			if i == len(form)-1 {
				v += 0.1
			}
			if len(t) == 1 && len(w) > 1 {
				v = 0.4
			}
			if v > worth {
				at, worth = i, v
			}
		}
		if at < 0 {
			return 0
		}
		used[at] = true
		solid = solid || len(t) > 1
		sum += worth
	}
	if !solid {
		return 0
	}
	return sum / float64(len(typed)) * (0.9 + 0.1*float64(len(typed))/float64(len(form)))
}

// names lets fuzzy read some of the forms without copying them.
type names struct {
	all  []form
	some []int
}

func (n names) String(i int) string { return n.all[n.some[i]].fold }
func (n names) Len() int            { return len(n.some) }

// byInitials finds forms of which the typed letters are initials and beginnings run together: "jbiden", "abl".
// fuzzy finds the letters in order; a hit counts where each of them begins a word or continues the one before.
// fuzzy's score overflows at 40 runes, so that longer patterns are not asked.
func (x *Index) byInitials(r *ranking, fold string) {
	pattern := strings.ReplaceAll(fold, " ", "")
	if len(pattern) < 2 || len(pattern) >= 32 {
		return
	}
	source := names{x.forms, x.letters[pattern[0]]}
	for _, m := range fuzzy.FindFromNoSort(pattern, source) {
		f := x.forms[source.some[m.Index]]
		if score := initialScore(m.MatchedIndexes, f); score > 0 {
			r.add(f.person, Alias, score)
		}
	}
}

func initialScore(at []int, f form) float64 {
	begun := 0
	for i, off := range at {
		if off == 0 || f.fold[off-1] == ' ' {
			begun++
		} else if i == 0 || at[i-1] != off-1 {
			return 0
		}
	}
	if begun < 2 || begun < len(f.words) {
		return 0
	}
	return 0.3 + 0.2*float64(len(at))/float64(len(f.fold))
}

// byMisspelling finds forms with words a letter or two from those typed, or alike by Key, from the likeness floor on.
func (x *Index) byMisspelling(r *ranking, words []string, floor float64) {
	near := make([]map[int]float64, len(words)) // for each typed word: token to likeness
	for i, w := range words {
		near[i] = x.near(w, len(words) > 1)
		if len(near[i]) == 0 {
			return
		}
	}
	rarest := slices.IndexFunc(words, func(w string) bool { return len(w) > 1 })
	if rarest < 0 {
		return
	}
	for i := range near {
		if len(words[i]) > 1 && len(near[i]) < len(near[rarest]) {
			rarest = i
		}
	}
	for t := range near[rarest] {
		for _, n := range x.holders[t] {
			f := x.forms[n]
			if x.persons[f.person].Kind == Body && 2*len(words) <= len(f.words) {
				continue
			}
			if score := x.likeness(near, f); score >= floor {
				r.add(f.person, Misspelling, score)
			}
		}
	}
}

// near is the tokens that a typed word may be a misspelling of. Words of up to four letters may be one letter off,
// longer ones two; shorter ones than three letters only themselves. Beside other words one of four letters may be
// two off: "tim cain" is nearer to one person than "cain" to any.
func (x *Index) near(w string, beside bool) map[int]float64 {
	out := map[int]float64{}
	if i, ok := slices.BinarySearch(x.tokens, w); ok {
		out[i] = 1
	}
	if len(w) < 3 || len(w) > 24 {
		return out
	}
	for _, i := range x.keys[Key(w)] {
		out[i] = max(out[i], 0.97, smetrics.JaroWinkler(w, x.tokens[i], 0.7, 4))
	}
	distance, floor := uint8(2), 0.8
	if len(w) < 4 || len(w) == 4 && !beside {
		distance = 1
	}
	if beside {
		floor = 0.75
	}
	for _, i := range x.within(w, distance) {
		if alike := smetrics.JaroWinkler(w, x.tokens[i], 0.7, 4); alike >= floor {
			out[i] = max(out[i], alike)
		}
	}
	return out
}

// within is the tokens at most distance edits from w (a swap of neighbours counts as one), by running the
// Levenshtein automaton over the sorted tokens and leaping over those that begin with what it has refused.
func (x *Index) within(w string, distance uint8) []int {
	if x.typos == nil {
		return nil
	}
	dfa, err := x.typos.BuildDfa(w, distance)
	if err != nil {
		return nil // too long to be a name
	}
	var out []int
	for i := 0; i < len(x.tokens); {
		token := x.tokens[i]
		state, dead := dfa.Start(), 0
		for k := 0; k < len(token) && dead == 0; k++ {
			if state = dfa.Accept(state, token[k]); !dfa.CanMatch(state) {
				dead = k + 1
			}
		}
		if dead == 0 {
			if dfa.IsMatch(state) {
				out = append(out, i)
			}
			i++
			continue
		}
		prefix := token[:dead]
		for i++; i < len(x.tokens) && strings.HasPrefix(x.tokens[i], prefix); i++ {
		}
	}
	return out
}

// likeness is the mean likeness of the typed words to words of the form, each used once; 0 where a typed word has none.
func (x *Index) likeness(near []map[int]float64, f form) float64 {
	used := make([]bool, len(f.words))
	sum := 0.0
	for _, tokens := range near {
		at, best := -1, 0.0
		for i, w := range f.words {
			t, _ := slices.BinarySearch(x.tokens, w)
			if alike := tokens[t]; !used[i] && alike > best {
				at, best = i, alike
			}
		}
		if at < 0 {
			return 0
		}
		used[at] = true
		sum += best
	}
	return sum / float64(len(near)) * (0.95 + 0.05*float64(len(near))/float64(max(len(near), len(f.words))))
}
