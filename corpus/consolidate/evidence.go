package consolidate

import (
	"math"
	"slices"
	"strings"

	"github.com/xrash/smetrics"

	"rapporteur/corpus/people"
)

// The weights of evidence, in natural log-odds as far as they can be called so: they were set by hand and held against
// the pairs of testdata/pairs.jsonl; the package documentation tells what each is worth.
const (
	sameGiven    = 4.0  // the given names are spelt alike
	nickGiven    = 3.0  // one is a form of the other: Bob, Robert; Sergei, Sergey
	soundGiven   = 2.5  // they sound alike in another alphabet: Moammar, Muammar
	initialGiven = 1.5  // one is the other's initial
	otherGiven   = -8.0 // they are two names
	sameSurname  = 2.0
	nearSurname  = 1.2  // alike by Key
	soundSurname = 0.6  // alike by their consonants
	misspelt     = -0.5 // a letter apart, the one five times as frequent
	spelledSo    = -1.5 // the rarer spelling stands again, alone, in its article
	otherSex     = -6.0
	otherSuffix  = -3.5 // one is printed as junior and the other is not: no other evidence joins them
	trade        = 1.5  // a noun of a role in common
	moreTrades   = 0.7  // each further one, up to mostTrades
	mostTrades   = 4.0
	noTrade      = -1.0 // one has no role, where the names only sound alike
	otherTrades  = -3.0 // both have roles and none in common, where the names differ
	together     = -4.0 // times the share of the rarer one's articles that print both
	bar          = 3.0  // what a join takes between two names met once
	barGrowth    = 0.35 // and more for each doubling of the rarer one's count
)

// evidence weighs whether names i and j, both full, are one person's, by the names and by all that is known of the
// people they belong to so far.
func (m *merger) evidence(i, j int) float64 {
	a, b := m.person(i), m.person(j)
	g, s := likeNames(a.parts, b.parts, a.count, b.count)
	if g <= otherGiven || s <= otherGiven {
		return otherGiven
	}
	if s < nearSurname && (m.spelledAgain(a) || m.spelledAgain(b)) {
		s += spelledSo
	}
	sum := g + s
	if a.gender != people.Unknown && b.gender != people.Unknown && a.gender != b.gender && g < sameGiven {
		sum += otherSex
	}
	alone := shared(a, b)
	switch {
	case a.suffix != b.suffix && (a.suffix != "" && b.suffix != "" || a.suffix == "sr" || b.suffix == "sr"):
		return otherGiven // "Sr." is printed where there is a junior
	case a.suffix != b.suffix:
		return sum + otherSuffix // what father and son are tells nothing
	case g == soundGiven:
		sum += together * alone
	case s < nearSurname:
		sum += together * alone / 2 // an article may misprint a surname once
	}
	sounds := g == soundGiven || s < nearSurname && s != misspelt
	return sum + likeTrades(a.trades, b.trades, g == sameGiven && !sounds, sounds)
}

// spelledAgain reports whether an article that prints a name once or little prints its surname alone as well, so spelt.
func (m *merger) spelledAgain(n name) bool {
	bare := m.known(n.parts[len(n.parts)-1:])
	if bare < 0 || len(n.articles) > often {
		return false
	}
	for article := range n.articles {
		if m.names[bare].articles[article] > 0 {
			return true
		}
	}
	return false
}

// needed is the evidence that joining i and j takes: people with many mentions each are joined on strong evidence only.
func (m *merger) needed(i, j int) float64 {
	return bar + barGrowth*math.Log2(float64(min(m.person(i).count, m.person(j).count)))
}

// person is name i with the count, articles, sex and roles of the person it belongs to.
func (m *merger) person(i int) name {
	n := m.names[m.root(i)]
	n.parts, n.suffix = m.names[i].parts, m.names[i].suffix
	return n
}

// shared is the part of the rarer name's articles that print the other as well.
func shared(a, b name) float64 {
	if len(a.articles) > len(b.articles) {
		a, b = b, a
	}
	n := 0
	for article := range a.articles {
		if b.articles[article] > 0 {
			n++
		}
	}
	return float64(n) / float64(max(len(a.articles), few))
}

// few is how many articles of a name it takes for those that print another as well to say that they are two.
const few = 3

// likeTrades weighs the nouns of two people's roles. Names that only sound alike need one in common.
func likeTrades(a, b map[string]bool, same, sounds bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	switch {
	case n > 0:
		return min(mostTrades, trade+moreTrades*float64(n-1))
	case len(a) == 0 || len(b) == 0:
		if sounds {
			return noTrade
		}
		return 0
	case same:
		return 0
	}
	return otherTrades
}

// likeNames weighs given names and surnames of two full names, met so often.
func likeNames(a, b []string, countA, countB int) (given, surname float64) {
	if strings.Join(a, "") == strings.Join(b, "") {
		return sameGiven, sameSurname // La Toya, LaToya
	}
	if len(a) > len(b) {
		a, b, countA, countB = b, a, countB, countA
	}
	if contained(a, b) {
		return sameGiven, sameSurname
	}
	la, lb := a[len(a)-1], b[len(b)-1]
	switch {
	case la == lb:
		surname = sameSurname
	case people.Key(la) == people.Key(lb):
		surname = nearSurname
	case len(la) > 4 && la[0] == lb[0] && smetrics.WagnerFischer(la, lb, 1, 1, 1) == 1 &&
		max(countA, countB) >= often*min(countA, countB):
		surname = misspelt
	case min(len(la), len(lb)) > 3 && skeleton(la) == skeleton(lb):
		surname = soundSurname
	default:
		return otherGiven, otherGiven
	}
	if len(a) == 2 && len(b) > 2 && len(b[0]) == 1 && len(b[1]) > 2 && len(a[0]) > 1 {
		return likeGiven(a[0], b[1]), surname // who goes by his second name: J. David Holm
	}
	given = likeGiven(a[0], b[0])
	if given > 0 && len(a) > 2 && !middlesAgree(a[1:len(a)-1], b[1:len(b)-1]) {
		return otherGiven, surname
	}
	if surname == misspelt && given < sameGiven {
		return otherGiven, surname
	}
	return given, surname
}

// often is how many times as frequent as its misspelling a name must be.
const often = 5

// likeGiven weighs two given names.
func likeGiven(a, b string) float64 {
	switch {
	case a == b:
		return sameGiven
	case len(a) == 1 || len(b) == 1:
		if a[0] == b[0] {
			return initialGiven
		}
	case people.GivenClass(a) == people.GivenClass(b):
		return nickGiven
	case len(skeleton(a)) > 2 && skeleton(a) == skeleton(b) && sexesAgree(a, b):
		return soundGiven
	}
	return otherGiven
}

func sexesAgree(a, b string) bool {
	x, _ := people.GivenName(a)
	y, _ := people.GivenName(b)
	return x == y || x == people.Unknown || y == people.Unknown
}

// middlesAgree reports whether the shorter of two lists of middle names is the other's, in order.
func middlesAgree(a, b []string) bool {
	for _, w := range a {
		at := slices.IndexFunc(b, func(o string) bool { return likeGiven(w, o) > 0 })
		if at < 0 {
			return false
		}
		b = b[at+1:]
	}
	return true
}

// contained reports whether a longer name begins or ends with a whole shorter one and the rest is no given name: "Suu
// Kyi" of "Aung San Suu Kyi", "La Toya" of "La Toya Jackson", "Pedro Salgado" of "Pedro Salgado Ibáñez".
func contained(short, long []string) bool {
	n := len(long) - len(short)
	if n <= 0 {
		return false
	}
	return slices.Equal(long[n:], short) && !given(short[0]) || slices.Equal(long[:len(short)], short) &&
		!given(long[len(long)-1]) ||
		len(long) > 3 && slices.Equal(long[1:3], short)
}

// skeleton is the consonants of a folded word as transliterations agree on them: Gaddafi, Gadhafi and Qaddafi
// share one,
// and so do Moammar and Muammar.
func skeleton(w string) string {
	key := strings.NewReplacer("q", "g", "k", "g", "c", "g").Replace(people.Key(w))
	out := make([]byte, 0, len(key))
	for i := range len(key) {
		if strings.IndexByte("aeiouyhw", key[i]) < 0 {
			out = append(out, key[i])
		}
	}
	return string(out)
}
