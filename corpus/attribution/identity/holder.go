package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// printedRole is the role of entity e that shares most words with the description.
func (t *threads) printedRole(e int, p phrase) string {
	want := people.RoleWords(p.fold)
	best, most := "", 0
	for _, o := range t.cast[e].roles {
		n := 0
		for _, w := range o.words {
			n += int(yes(slices.Contains(want, w)))
		}
		if o.printed != "" && n > most {
			best, most = o.printed, n
		}
	}
	return best
}

// wants is the office that a description names, with what follows "of" or "for", up to a comma or relative clause.
func (t *threads) wants(p phrase) office {
	whole, _, _ := strings.Cut(p.span.Of(t.doc.Text), ",")
	words := strings.Fields(english.Fold(whole))
	for len(words) > 0 && english.LeadIns.Has(words[0]) {
		words = words[1:]
	}
	for i, w := range words {
		if pronouns[w].who || w == "which" || w == "that" && i > 0 || w == "and" {
			words = words[:i]
			break
		}
	}
	o := officeOf(strings.Join(words, " "))
	o.words = slices.DeleteFunc(o.words, func(w string) bool {
		return english.Prepositions.Has(w) || w == "this" || w == "that"
	})
	return o
}

// holder is the person printed with the described office; among several, or beside an unnamed one, by evidence.
func (t *threads) holder(p phrase, np []string) (int, float64, bool) {
	want := t.wants(p)
	if len(want.words) == 0 || want.head == "" || np[0] == "that" || want.head == "counterpart" {
		return 0, 0, false
	}
	bare := len(want.words) == 1 || len(want.words) == 2 && strings.Contains(want.head, " ")
	close, far := t.holders(p, want)
	switch {
	case len(close)+len(far) == 0:
		return 0, 0, false
	case t.sharedWithUnnamed(p, want, close), len(close) == 1 && t.rankOfOthers(p, want, close[0]):
		return 0, 0, false
	case len(close) == 1 && !bare:
		return close[0], 0.93, true
	case len(close) == 1 && english.SourceNouns.Has(want.head):
		return close[0], 0.88, t.doc.Ordered && t.spokeLately(close[0], p)
	case len(close) == 1:
		return close[0], 0.9, t.threaded(p, close[0])
	case len(far) == 1 && !english.SourceNouns.Has(want.head):
		return far[0], 0.88, t.doc.Ordered && t.chance(p, far[0]) >= 0.4
	}
	return 0, 0, false
}

// rankOfOthers reports whether a title that is a rank of several ministries, as "the Secretary of State" is in Britain,
// may mean another minister of the article than the one printed with it.
func (t *threads) rankOfOthers(p phrase, want office, holder int) bool {
	return len(want.words) == 2 && slices.Contains(want.words, "state") && slices.ContainsFunc(t.printedWith(want),
		func(e int) bool { return e != holder && t.inReach(e, p) })
}

// holders is the people printed with the wanted office, and those whose office differs by a place or an epithet.
func (t *threads) holders(p phrase, want office) (close, far []int) {
	for _, i := range t.printedWith(want) {
		if !t.inReach(i, p) {
			continue
		}
		best := unfitting
		for _, o := range t.cast[i].roles {
			best = max(best, o.meets(want))
		}
		switch best {
		case exact:
			close = append(close, i)
		case loose:
			far = append(far, i)
		}
	}
	return close, far
}

// inReach reports whether the article, or in one out of order the line, has named entity e where a description at p may
// refer to it. A role printed anywhere in an unordered article is evidence, since it does not depend on the order.
func (t *threads) inReach(e int, p phrase) bool {
	first, met := t.first[e]
	return !t.doc.Ordered || met && first < p.span.Start
}

// threaded reports whether an ordered article spoke of e within two sentences, or earlier but of no other much more.
func (t *threads) threaded(p phrase, e int) bool {
	return !t.doc.Ordered || t.distance(e, p) <= 2 || t.chance(p, e) >= 0.3
}

// chance is the probability that a pronoun in the place of p would mean entity e.
func (t *threads) chance(p phrase, e int) float64 {
	cs := t.candidates(p.span, pronoun{}, people.Human)
	if i := slices.IndexFunc(cs, func(c candidate) bool { return c.entity == e }); i >= 0 {
		return cs[i].chance
	}
	return 0
}

// parted is for how many sentences another holder of an office competes for it.
const parted = 5

// distance is how many sentences before p the article last mentioned entity e; a large number where it did not, or too
// long ago to matter.
func (t *threads) distance(e int, p phrase) int {
	k := sentenceAt(t.doc, p.span.Start)
	for s := range t.metSince(k - 2*parted) {
		if s.entity == e && s.Start < p.span.Start && !s.quoted {
			return k - s.sentence
		}
	}
	return len(t.doc.Sentences)
}

// sharedWithUnnamed reports whether an unnamed person called by the same noun was mentioned after
// all who are printed with it: "In Dolna, a judge freed him. The judge …".
func (t *threads) sharedWithUnnamed(p phrase, want office, holders []int) bool {
	for s := range t.metSince(0) {
		if s.Start >= p.span.Start {
			continue
		}
		if slices.Contains(holders, s.entity) {
			return false
		}
		if s.entity != nobody || s.pronoun {
			continue
		}
		words := strings.Fields(english.Fold(s.Of(t.doc.Text)))
		if len(words) > 1 && slices.Contains([]string{"a", "an", "another", "one"}, words[0]) &&
			officeOf(strings.Join(words, " ")).head == want.head {
			return true
		}
	}
	return false
}
