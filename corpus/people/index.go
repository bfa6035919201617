package people

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/blevesearch/vellum/levenshtein"

	"rapporteur/corpus/text/english"
)

// An Index finds people by what a member types. It never changes once built and is safe for concurrent use.
type Index struct {
	persons []Person
	forms   []form           // every name and alias
	exact   map[string][]int // folded form to forms
	tokens  []string         // the words of all forms, folded, sorted, each once
	holders [][]int          // for each token, the forms that hold it
	keys    map[string][]int // Key of a token to tokens
	roles   []role
	byRole  map[string][]int    // word of a role, folded, countries by one name, to roles
	letters map[byte][]int      // first letter of a word to the forms that hold it
	titles  map[string][]string // printed role to its words; for building alone
	typos   *levenshtein.LevenshteinAutomatonBuilder
}

// form is one name under which a person is found.
type form struct {
	person    int
	fold      string
	words     []string
	canonical bool
}

// role is one office of a person.
type role struct {
	person int
	rank   int // 0 is the person's most recent
	words  []string
}

// NewIndex indexes people by names, aliases and roles, without unnamed sources, in 5 ms per thousand people.
func NewIndex(persons []Person) *Index {
	x := &Index{persons: persons, exact: map[string][]int{}, keys: map[string][]int{}, byRole: map[string][]int{},
		letters: map[byte][]int{}, titles: map[string][]string{}}
	x.typos, _ = levenshtein.NewLevenshteinAutomatonBuilder(2, true) // distance 2 is within what it can build
	held := map[string][]int{}
	for i, p := range persons {
		if p.Kind == Unnamed {
			continue
		}
		x.addForm(held, i, p.Name, true)
		for _, a := range p.Aliases {
			x.addForm(held, i, a, false)
		}
		x.addRoles(i, p.Roles)
	}
	x.titles = nil
	x.tokens = slices.Sorted(maps.Keys(held))
	x.holders = make([][]int, len(x.tokens))
	for i, t := range x.tokens {
		x.holders[i] = held[t]
		key := foldedKey(t)
		x.keys[key] = append(x.keys[key], i)
	}
	return x
}

func (x *Index) addForm(held map[string][]int, person int, printed string, canonical bool) {
	fold := english.Fold(printed)
	if fold == "" {
		return
	}
	f := form{person: person, fold: fold, words: strings.Fields(fold), canonical: canonical}
	n := len(x.forms)
	x.forms = append(x.forms, f)
	x.exact[fold] = append(x.exact[fold], n)
	for _, w := range f.words {
		held[w] = once(held[w], n)
		x.letters[w[0]] = once(x.letters[w[0]], n)
	}
}

// once is the list with n at its end, which it may have already.
func once(list []int, n int) []int {
	if len(list) > 0 && list[len(list)-1] == n {
		return list
	}
	return append(list, n)
}

// addRoles indexes a person's roles. A role printed without a country takes the countries of the
// others: the "Foreign Minister" who is Russia's elsewhere.
func (x *Index) addRoles(person int, roles []Role) {
	words := make([][]string, len(roles))
	var countries []string
	for i, r := range roles {
		words[i] = x.wordsOf(r.Title) // clipped: adding a country copies
		for _, w := range words[i] {
			if isCountry(w) && !slices.Contains(countries, w) {
				countries = append(countries, w)
			}
		}
	}
	for rank, ws := range words {
		if len(ws) == 0 {
			continue
		}
		if !slices.ContainsFunc(ws, isCountry) {
			ws = append(ws, countries...)
		}
		n := len(x.roles)
		x.roles = append(x.roles, role{person, rank, ws})
		for _, w := range ws {
			x.byRole[w] = once(x.byRole[w], n)
		}
	}
}

// wordsOf is roleWords, kept, since many people hold offices of one name.
func (x *Index) wordsOf(title string) []string {
	ws, ok := x.titles[title]
	if !ok {
		ws = roleWords(title)
		x.titles[title] = slices.Clip(ws)
	}
	return ws
}

// isCountry reports whether a word of a role names a country.
func isCountry(w string) bool { return strings.HasPrefix(w, "@") }

// By says how a member's words found a person.
type By string

// The tiers of a match, from the best; Match never puts a worse before a better.
const (
	Exact       By = "exact"       // the canonical name
	Alias       By = "alias"       // another form, a part of the name, its beginning, its initials
	Misspelling By = "misspelling" // a name a letter or two away
	ByRole      By = "role"        // an office: "german foreign minister"
)

// A Match is a person whom a member's words may mean.
type Match struct {
	Person Person
	By     By
	Score  float64 // within the tier, from 0 to 1
}

// Match is the people whom the typed words mean, best first, at most limit of them; a limit of 0 means 10. It looks
// tier by tier and stops at the first that finds somebody, except that aliases are listed after an exact match, and
// misspellings after names that only begin as typed. All who hold a typed office are given, before names that only
// look like it. Nobody found gives nothing: Suggest has the nearest names.
func (x *Index) Match(typed string, limit int) []Match {
	if limit <= 0 {
		limit = 10
	}
	fold := strings.TrimPrefix(english.Fold(Bare(typed)), "the ")
	if fold == "" {
		return nil
	}
	var r ranking
	for _, n := range x.exact[fold] {
		by := Alias
		if x.forms[n].canonical {
			by = Exact
		}
		r.add(x.forms[n].person, by, 1)
	}
	words := strings.Fields(fold)
	x.byParts(&r, words)
	if len(r.hits) == 0 {
		x.byInitials(&r, fold)
	}
	if !r.whole(x, words) {
		var offices ranking
		if x.byOffice(&offices, typed); len(offices.hits) > 0 {
			return offices.best(x.persons, limit) // "the mayor" is no beginning of "Mayorga"
		}
		x.byMisspelling(&r, words, 0.84)
	}
	if len(words) == 1 {
		r.demote(x.persons)
	}
	if len(r.hits) == 0 {
		x.byMisspeltOffice(&r, typed)
	}
	return r.best(x.persons, limit)
}

// ranking keeps each person's best hit.
type ranking struct {
	hits []hit
	at   map[int]int
}

type hit struct {
	person int
	by     By
	score  float64
}

func (r *ranking) add(person int, by By, score float64) {
	if r.at == nil {
		r.at = map[int]int{}
	}
	i, ok := r.at[person]
	if !ok {
		r.at[person] = len(r.hits)
		r.hits = append(r.hits, hit{person, by, score})
	} else if old := r.hits[i]; tier(by) < tier(old.by) || by == old.by && score > old.score {
		r.hits[i] = hit{person, by, score}
	}
}

// whole reports whether somebody was found by a form that holds every typed word whole.
func (r *ranking) whole(x *Index, words []string) bool {
	return len(r.hits) > 0 && !slices.ContainsFunc(words, func(w string) bool {
		_, ok := slices.BinarySearch(x.tokens, w)
		return !ok && len(w) > 1
	})
}

// demote lets a name of one word, such as a bare surname, yield to somebody who bears it and says more.
func (r *ranking) demote(persons []Person) {
	most := 0
	for _, h := range r.hits {
		if h.by == Alias && h.score >= 0.9 {
			most = max(most, persons[h.person].Statements)
		}
	}
	for i, h := range r.hits {
		if h.by == Exact && persons[h.person].Statements < most {
			r.hits[i].by, r.hits[i].score = Alias, 0.9
		}
	}
}

func tier(b By) int { return slices.Index([]By{Exact, Alias, Misspelling, ByRole}, b) }

// best is the hits in order: tier, score, how much the person says, name.
func (r *ranking) best(persons []Person, limit int) []Match {
	slices.SortFunc(r.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(tier(a.by), tier(b.by)), cmp.Compare(b.score, a.score),
			cmp.Compare(persons[b.person].Statements, persons[a.person].Statements),
			cmp.Compare(persons[a.person].Name, persons[b.person].Name))
	})
	out := make([]Match, min(limit, len(r.hits)))
	for i := range out {
		out[i] = Match{persons[r.hits[i].person], r.hits[i].by, r.hits[i].score}
	}
	return out
}
