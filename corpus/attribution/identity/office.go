package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/people"
)

// office is a role in words that compare.
type office struct {
	head  string // the noun: "secretary" of "Secretary of State"
	words []string
}

func officeOf(role string) office {
	o := office{words: people.RoleWords(role)}
	if np := people.RoleWords(strings.Join(nounPhrase(strings.Fields(people.Fold(role))), " ")); len(np) > 0 {
		o.head = np[len(np)-1]
	}
	return o
}

// printedRole is the role of entity e that shares most words with the description.
func (t *threads) printedRole(e int, p phrase) string {
	want := people.RoleWords(p.fold)
	best, most := "", 0
	for _, i := range t.cast[e].at {
		role, n := t.mentions[i].Role, 0
		for _, w := range people.RoleWords(role) {
			n += int(yes(slices.Contains(want, w)))
		}
		if n > most {
			best, most = role, n
		}
	}
	return best
}

// roleMeant is the entity that the article prints with the role described: every
// word of the description stands in one of its roles. Where several people have
// it, it is the one the thread of the article leads to, if any.
func (t *threads) roleMeant(p phrase, np []string) (int, float64, bool) {
	want := people.RoleWords(strings.Join(np, " "))
	if all := people.RoleWords(strings.Join(p.words, " ")); len(all) > len(want) {
		want = all
	}
	if len(want) == 0 || np[0] == "that" || slices.Contains(want, "counterpart") {
		return 0, 0, false
	}
	head := want[0]
	if short := people.RoleWords(strings.Join(np, " ")); len(short) > 0 {
		head = short[len(short)-1]
	}
	var fit []int
	for i, e := range t.cast {
		if e.kind == people.Human && t.inReach(i, p) && slices.ContainsFunc(e.roles, func(o office) bool { return sameOffice(o.head, head) && covers(o.words, want) }) {
			fit = append(fit, i)
		}
	}
	if len(fit) == 0 {
		return t.officeMeant(p, np)
	}
	switch {
	case len(fit) == 1 && len(want) > 1:
		return fit[0], 0.93, true
	case len(fit) == 1 && !nameless[want[0]] && t.threaded(p, fit[0]):
		return fit[0], 0.9, true
	case !t.doc.Ordered || len(fit) == 1:
		return 0, 0, false
	}
	best, chance := t.likeliest(p, fit)
	return best, 0.9 * chance, chance > 0.6
}

// officeMeant is the only person of the article with the office described, where
// all that the description adds is a place or a party: "the Vermont senator".
func (t *threads) officeMeant(p phrase, np []string) (int, float64, bool) {
	head := np[len(np)-1]
	if nameless[head] || len(np) < 2 {
		return 0, 0, false
	}
	for _, w := range people.RoleWords(strings.Join(np[:len(np)-1], " ")) {
		if !people.Creed(w) && !people.Located(w) {
			return 0, 0, false
		}
	}
	fit := nobody
	for i, e := range t.cast {
		if e.kind != people.Human || !t.inReach(i, p) || !slices.ContainsFunc(e.roles, func(o office) bool { return sameOffice(o.head, head) }) {
			continue
		}
		if fit != nobody {
			return 0, 0, false
		}
		fit = i
	}
	return fit, 0.88, fit != nobody && t.doc.Ordered && t.threaded(p, fit)
}

// threaded reports whether the article, where it is in order, speaks of entity e
// nearby, and of no other person much more.
func (t *threads) threaded(p phrase, e int) bool {
	if !t.doc.Ordered {
		return true
	}
	cs := t.candidates(p.span, pronoun{}, people.Human)
	i := slices.IndexFunc(cs, func(c candidate) bool { return c.entity == e })
	return i >= 0 && cs[i].chance >= 0.3
}

// covers reports whether a role holds every word wanted, some in another form.
func covers(role, want []string) bool {
	for _, w := range want {
		if !slices.ContainsFunc(role, func(r string) bool { return sameOffice(r, w) }) {
			return false
		}
	}
	return true
}

// sameOffice reports whether two words name one office.
func sameOffice(a, b string) bool {
	if a == b {
		return true
	}
	for _, group := range [...][]string{
		{"republican", "gop"}, {"nominee", "candidate"}, {"senator", "sen"}, {"representative", "rep", "congressman", "congresswoman", "lawmaker"},
		{"chief", "head", "boss", "director", "leader"}, {"governor", "gov"}, {"general", "gen"}, {"democrat", "democratic"}, {"advisor", "aide"}, {"economist", "professor"},
		{"businessman", "mogul", "billionaire", "developer", "tycoon", "businesswoman"}, {"minister", "secretary"},
	} {
		if slices.Contains(group, a) && slices.Contains(group, b) {
			return true
		}
	}
	return false
}

// inReach reports whether the article, or in one out of order the line, has named
// entity e where a description at p may point to it. A role printed anywhere in an
// unordered article is evidence, since it does not depend on the order.
func (t *threads) inReach(e int, p phrase) bool {
	return !t.doc.Ordered || slices.ContainsFunc(t.seen, func(s sight) bool { return s.entity == e && s.Start < p.span.Start })
}

// likeliest is the one of some entities that the thread leads to.
func (t *threads) likeliest(p phrase, among []int) (int, float64) {
	cs := t.candidates(p.span, pronoun{}, people.Human)
	cs = slices.DeleteFunc(cs, func(c candidate) bool { return !slices.Contains(among, c.entity) })
	if len(cs) == 0 {
		return among[0], 0
	}
	share(cs, t.weights)
	best := bestOf(cs)
	return best.entity, best.chance
}
