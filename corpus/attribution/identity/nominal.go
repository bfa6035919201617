package identity

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
)

// nominal resolves a source that is a description: "the senator", "the State
// Department spokesman". Only a definite description of one person or body can
// mean somebody the article names; all others are unnamed.
func (t *threads) nominal(p phrase) attribution.Speaker {
	unnamed := attribution.Speaker{Span: p.span, Basis: attribution.Anonymous}
	np := nounPhrase(p.words)
	if len(np) == 0 || !definite(p.words) {
		return unnamed
	}
	head := np[len(np)-1]
	if e, sure, ok := t.bodyMeant(p, np); ok {
		return t.described(p, e, sure)
	}
	_, person := people.Describes(head)
	if !person && !people.Creed(head) || pluralHead(head) {
		return unnamed
	}
	owned := possessors[p.words[0]] || strings.Contains(firstWords(t.doc.Text[p.span.Start:p.span.End], len(np)), "’s ") || strings.Contains(firstWords(t.doc.Text[p.span.Start:p.span.End], len(np)), "'s ")
	if e, sure, ok := t.roleMeant(p, np); ok {
		return t.described(p, e, sure)
	}
	if e, ok := t.givesName(p); ok {
		return t.described(p, e, 0.93)
	}
	if e, sure, ok := t.confidant(p, head); ok {
		return t.described(p, e, sure)
	}
	if owned || nameless[head] || !t.doc.Ordered {
		return unnamed
	}
	if e, sure, ok := t.salient(p, head); ok {
		return t.described(p, e, sure)
	}
	return unnamed
}

// described is the speaker for a description tied to entity e.
func (t *threads) described(p phrase, e int, sure float64) attribution.Speaker {
	t.tie(p, e)
	why := fmt.Sprintf("the article speaks of “%s” just before", t.cast[e].name)
	if role := t.printedRole(e, p); role != "" {
		why = fmt.Sprintf("the article prints “%s %s”", role, t.cast[e].name)
	}
	return attribution.Speaker{Span: p.span, Name: t.cast[e].name, Basis: attribution.Description, Confidence: sure, Evidence: why}
}

// tie records that the description stands for entity e, for what follows.
func (t *threads) tie(p phrase, e int) {
	k := sentenceAt(t.doc, p.span.Start)
	t.cast[e].roles = append(t.cast[e].roles, officeOf(strings.Join(p.words, " ")))
	t.seen = slices.DeleteFunc(t.seen, func(s sight) bool { return s.entity == nobody && s.Overlaps(p.span) })
	t.pending = slices.DeleteFunc(t.pending, func(s sight) bool { return s.entity == nobody && s.Overlaps(p.span) })
	s := sight{Span: p.span, entity: e, sentence: k, paragraph: t.doc.Sentences[k].Paragraph, sure: 0.9}
	s.subject, s.object = t.position(p.span.Start, k)
	t.seen = append(t.seen, s)
}

// printedRole is a role of entity e that shares a word with the description.
func (t *threads) printedRole(e int, p phrase) string {
	want := people.RoleWords(strings.Join(p.words, " "))
	for _, i := range t.cast[e].at {
		role := t.mentions[i].Role
		for _, w := range people.RoleWords(role) {
			if slices.Contains(want, w) {
				return role
			}
		}
	}
	return ""
}

// nounPhrase is the words of a description up to what modifies its noun from
// behind: "the top Democrat" of "the top Democrat on the committee".
func nounPhrase(words []string) []string {
	for i, w := range words {
		if prepositions[w] || w == "who" || w == "that" || w == "which" || w == "and" {
			return words[:i]
		}
	}
	return words
}

// definite reports whether a description means somebody already known.
func definite(words []string) bool {
	if len(words) == 0 {
		return false
	}
	switch words[0] {
	case "the", "this", "that":
		return true
	}
	return possessors[words[0]] || len(words) > 1 && !people.Creed(words[0]) && articleless[words[0]]
}

// articleless are descriptions that headlines print without an article.
var articleless = map[string]bool{"former": true}

// possessors begin a description by its relation to somebody.
var possessors = map[string]bool{"his": true, "her": true, "its": true, "their": true, "our": true, "my": true}

// nameless are the nouns of sources that articles keep unnamed: a name is never
// guessed for them, only read where the article prints it with the very role.
var nameless = map[string]bool{
	"source": true, "official": true, "aide": true, "insider": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "adviser": true, "advisor": true,
	"operative": true, "observer": true, "witness": true, "person": true, "expert": true, "analyst": true, "critic": true, "lawyer": true, "attorney": true, "reporter": true, "diplomat": true,
	"staffer": true, "officer": true, "agent": true, "member": true, "supporter": true, "voter": true, "resident": true, "student": true, "counterpart": true, "people": true, "family": true, "reader": true, "crowd": true,
	"man": true, "woman": true, "boy": true, "girl": true, "gentleman": true, "lady": true, "doctor": true, "teacher": true, "farmer": true, "soldier": true, "victim": true, "suspect": true, "child": true, "driver": true, "owner": true, "manager": true,
	"judge": true, "host": true, "interviewer": true, "moderator": true, "announcer": true, "narrator": true, "author": true, "writer": true, "police": true, "rival": true, "opponent": true, "colleague": true, "friend": true,
	"ally": true, "mother": true, "father": true, "son": true, "daughter": true, "brother": true, "sister": true, "wife": true, "husband": true, "client": true, "prosecutor": true, "employee": true, "worker": true, "editor": true,
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

// salient is the person of whom the article speaks just before, where a definite
// description that no role explains can hardly mean another: "The New York
// businessman" after a paragraph about one.
func (t *threads) salient(p phrase, head string) (int, float64, bool) {
	sex, _ := people.Describes(head)
	cs := t.candidates(p.span, pronoun{gender: sex}, people.Human)
	cs = slices.DeleteFunc(cs, func(c candidate) bool { return t.otherwise(c.entity, p) })
	if len(cs) == 0 {
		return 0, 0, false
	}
	share(cs, t.weights)
	best := bestOf(cs)
	recent := best.vector[previousSentence]+best.vector[secondBack]+best.vector[subjectLast] > 0
	return best.entity, 0.95 * best.chance, best.entity != nobody && recent && best.chance >= 0.8
}

// otherwise reports whether an entity cannot be whom a description means: nothing
// tells that it is of the country described, it is of the other party, or it is
// the source or the object of the same sentence.
func (t *threads) otherwise(e int, p phrase) bool {
	if e == nobody {
		return false
	}
	for _, w := range people.RoleWords(p.fold) {
		if w[0] == '@' && !slices.ContainsFunc(t.cast[e].roles, func(o office) bool { return slices.Contains(o.words, w) }) {
			return true
		}
	}
	k := sentenceAt(t.doc, p.span.Start)
	for _, s := range t.seen {
		if s.entity == e && s.sentence == k && s.Start < p.span.Start && (s.speaker || s.object) {
			return true
		}
	}
	for _, pair := range [...][2]string{{"republican", "democratic"}, {"gop", "democratic"}, {"republican", "democrat"}, {"gop", "democrat"}} {
		for _, order := range [...][2]string{pair, {pair[1], pair[0]}} {
			if slices.Contains(p.words, order[0]) && slices.ContainsFunc(t.cast[e].roles, func(o office) bool { return slices.Contains(o.words, order[1]) }) {
				return true
			}
		}
	}
	return false
}

// firstWords is roughly the first n words of s.
func firstWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(n, len(f))], " ") + " "
}

// givesName is the person whose name a description is given in its own sentence:
// "The soldier, who identified himself only by his first name, Oleh,".
func (t *threads) givesName(p phrase) (int, bool) {
	k := sentenceAt(t.doc, p.span.Start)
	for i, m := range t.mentions {
		if m.Sentence != k || m.Start <= p.span.Start || t.of[i] < 0 || m.Kind != people.Human {
			continue
		}
		between := strings.Fields(people.Fold(t.doc.Text[p.span.Start:m.Start]))
		if len(between) > 20 {
			break
		}
		named := slices.ContainsFunc(between, func(w string) bool { return naming[w] })
		if named && slices.Contains(between, "name") || slices.Contains(between, "named") && between[len(between)-1] == "named" {
			return t.of[i], true
		}
		break
	}
	return 0, false
}

// naming are the verbs by which somebody gives a name.
var naming = map[string]bool{"identified": true, "gave": true, "giving": true, "asked": true, "identifying": true, "provided": true, "used": true, "goes": true, "by": true}

// confidant is the speaker just before, where a description tells him by somebody
// else's name ("the top Vale ally") and no other person has spoken near.
func (t *threads) confidant(p phrase, head string) (int, float64, bool) {
	if !t.doc.Ordered || !confidants[head] || p.words[0] != "the" {
		return 0, 0, false
	}
	cs := t.candidates(p.span, pronoun{}, people.Human)
	cs = slices.DeleteFunc(cs, func(c candidate) bool {
		return c.entity == nobody || t.otherwise(c.entity, p) || t.namedIn(c.entity, p)
	})
	if len(cs) == 0 {
		return 0, 0, false
	}
	share(cs, t.weights)
	best := bestOf(cs)
	return best.entity, 0.9, best.chance >= 0.6 && best.vector[lastSpeaker] == 1
}

// confidants are the nouns that tell a person by another.
var confidants = map[string]bool{"ally": true, "confidant": true, "confidante": true, "loyalist": true, "protege": true, "lieutenant": true, "deputy": true, "envoy": true}

// namedIn reports whether the description prints the entity's name.
func (t *threads) namedIn(e int, p phrase) bool {
	return slices.ContainsFunc(t.cast[e].at, func(i int) bool { return p.span.Overlaps(t.mentions[i].Span) })
}
