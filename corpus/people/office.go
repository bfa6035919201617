package people

import (
	"slices"
	"strings"

	"github.com/xrash/smetrics"

	"rapporteur/corpus/text/english"
)

// byOffice finds people with a role that has every typed word; a country and its nationality are one ("german").
func (x *Index) byOffice(r *ranking, typed string) { x.holding(r, roleWords(typed), 1) }

// byMisspeltOffice finds people by an office of which some words are typed a letter or two wrong: "foreign minster".
func (x *Index) byMisspeltOffice(r *ranking, typed string) {
	if words := roleWords(typed); x.mend(words) {
		x.holding(r, words, 0.9)
	}
}

// byLikeOffice finds the people to offer for an office without a known holder: holders of the same office anywhere.
func (x *Index) byLikeOffice(r *ranking, typed string) {
	words := roleWords(typed)
	x.mend(words)
	x.holding(r, words, 1)
	if len(r.hits) == 0 {
		x.holding(r, slices.DeleteFunc(words, isCountry), 0.9)
	}
}

// holding adds the holders of the roles with all the words, one a noun for an office; their scores count worth times.
func (x *Index) holding(r *ranking, words []string, worth float64) {
	g := lists()
	if !slices.ContainsFunc(words, func(w string) bool { _, ok := g.titles[w]; return ok }) {
		return
	}
	var rarest []int
	found := false
	for _, w := range words {
		if roles := x.byRole[w]; w != home && (!found || len(roles) < len(rarest)) {
			rarest, found = roles, true
		}
	}
	for _, n := range rarest {
		if score := roleScore(words, x.roles[n].words); score > 0 {
			r.add(x.roles[n].person, ByRole, worth*score/float64(1+x.roles[n].rank/4))
		}
	}
}

// mend replaces each word that is in no role by the most similar word of a role, and reports whether it changed any.
func (x *Index) mend(words []string) bool {
	mended := false
	for i, w := range words {
		if isCountry(w) || len(x.byRole[w]) > 0 {
			continue
		}
		if like := x.likestRoleWord(w); like != "" {
			words[i], mended = like, true
		}
	}
	return mended
}

// likestRoleWord is the word of a role that w misspells, or "": one letter off, or two if it is long and no word
// itself ("ministry" is not "minister"). Two swapped neighbours count as two letters.
func (x *Index) likestRoleWord(w string) string {
	if len(w) < 5 || len(w) > 24 {
		return ""
	}
	most := 1
	if len(w) >= 6 && !lists().words[w] {
		most = 2
	}
	best, likest := "", 0.83
	for other := range x.byRole {
		if isCountry(other) || other[0] != w[0] || len(other) < 5 || len(other) > len(w)+2 || len(w) > len(other)+2 {
			continue
		}
		alike := smetrics.JaroWinkler(w, other, 0.7, 4)
		if (alike > likest || alike == likest && other < best) && smetrics.WagnerFischer(w, other, 1, 1, 1) <= most {
			best, likest = other, alike
		}
	}
	return best
}

// home is the country whose offices English-language newspapers print without it: "Secretary of State".
const home = "@united states"

// roleScore is how well the typed words fit a role: 0 if one is missing but the home country where it names none.
func roleScore(typed, role []string) float64 {
	met, missing := 0, 0
	for _, w := range typed {
		switch {
		case slices.Contains(role, w):
			met++
		case w == home && !slices.ContainsFunc(role, isCountry):
			missing++
		default:
			return 0
		}
	}
	if met == 0 || met == missing {
		return 0
	}
	if missing > 0 {
		met--
	}
	if !slices.ContainsFunc(typed, isCountry) {
		role = slices.DeleteFunc(slices.Clone(role), isCountry)
	}
	score := float64(met) / float64(max(len(role), len(typed)))
	if slices.Contains(role, "former") != slices.Contains(typed, "former") {
		score /= 2
	}
	return score
}

// RoleWords is the words that tell a role from others, folded, in order: without small words, a
// country or nationality as "@" and the country's name, and shortenings written out ("PM", "VP").
func RoleWords(role string) []string { return roleWords(role) }

func roleWords(printed string) []string {
	g := lists()
	words := strings.Fields(english.Fold(printed))
	var out []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		if i+1 < len(words) {
			if c := g.countryOf(w + " " + words[i+1]); c != "" {
				out = append(out, "@"+c)
				i++
				continue
			}
		}
		if c := g.countryOf(w); c != "" {
			out = append(out, "@"+c)
		} else if long, ok := shortRoles[w]; ok {
			out = append(out, long...)
		} else if !roleStops[w] {
			out = append(out, w)
		}
	}
	return out
}

// countryOf is the one name of the country that a folded country, nationality or capital tells, or "".
func (g *gazetteer) countryOf(w string) string {
	if c := g.demonyms[w]; c != "" {
		return c
	}
	if stem := strings.TrimSuffix(w, "s"); stem != w && g.countries[stem] != "" && g.countries[w] == "" {
		return g.countries[stem] // "germanys", its apostrophe not typed
	}
	if g.known[w] {
		return "" // "Kremlin spokesman" is more than the Russian one
	}
	return g.countries[w]
}

var shortRoles = map[string][]string{
	"pm": {"prime", "minister"}, "premier": {"prime", "minister"}, "fm": {"foreign", "minister"},
	"vp": {"vice", "president"}, "pres": {"president"}, "potus": {"@united states", "president"},
	"sen": {"senator"}, "rep": {"representative"}, "gov": {"governor"}, "gen": {"general"}, "ex": {"former"},
	"spokeswoman": {"spokesman"}, "spokesperson": {"spokesman"}, "chairwoman": {"chairman"},
}

var roleStops = english.Set("the a an of for and in at on to his her its their s then current")
