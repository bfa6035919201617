package identity

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// reach is how many sentences back a pronoun's noun may stand.
const reach = 8

// threads follows an article's people from sentence to sentence.
type threads struct {
	*scene
	seen    []sight     // met so far, pronouns among them
	first   map[int]int // of each entity met, its first byte
	leaders []sight     // the last sight of each entity that the article names most
	pending []sight     // names still to come, in order
	spoken  []credit    // statements resolved so far
	weights vector
	voices  map[int]int // of each entity, how often it is a source by name
	most    int         // times the most named person is named
	crowd   bool        // more than mostLeaders are named as often

	byOffice map[string][]int // noun of an office to the people printed with one
}

// credit is the entity that a statement was credited to.
type credit struct {
	entity   int
	at       span.Span // the source
	sentence int
	content  []span.Span
}

func (s *scene) threads() *threads {
	t := &threads{scene: s, first: map[int]int{}, voices: map[int]int{}, weights: weights(), most: 1}
	alone := make([]bool, len(s.mentions))
	for i := range s.mentions {
		if alone[i] = s.speaksItself(i); alone[i] && s.of[i] >= 0 {
			t.voices[s.of[i]]++
		}
	}
	t.pending = s.sights(alone)
	for _, e := range s.cast {
		if e.kind == people.Human {
			t.most = max(t.most, len(e.at))
		}
	}
	leaders := 0
	for _, e := range s.cast {
		leaders += int(yes(len(e.at) == t.most))
	}
	t.crowd = leaders > mostLeaders
	t.index()
	return t
}

// mostLeaders is how many entities may share the most mentions: a list names all once and is about none of them.
const mostLeaders = 12

// lookBack is the most sights considered from one place: no real article has as many in ten sentences.
const lookBack = 128

// metSince is what was met in sentence first and later, the latest first.
func (t *threads) metSince(first int) iter.Seq[sight] {
	return latestFirst(t.seen, func(s sight) bool { return s.sentence >= first })
}

// spokenSince is the statements resolved of sentence first and later, the latest first.
func (t *threads) spokenSince(first int) iter.Seq[credit] {
	return latestFirst(t.spoken, func(said credit) bool { return said.sentence >= first })
}

// latestFirst is the list from its end as far back as ok holds, at most lookBack of it.
func latestFirst[T any](list []T, ok func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := len(list) - 1; i >= max(0, len(list)-lookBack) && ok(list[i]); i-- {
			if !yield(list[i]) {
				return
			}
		}
	}
}

// advance takes in the names that stand before byte off.
func (t *threads) advance(off int) {
	for ; len(t.pending) > 0 && t.pending[0].Start < off; t.pending = t.pending[1:] {
		t.met(t.pending[0])
	}
}

// follow resolves a pronoun that is no source, so that the thread goes on.
func (t *threads) follow(at span.Span, p pronoun) {
	t.advance(at.Start)
	cs := t.candidates(at, p, people.Human)
	if len(cs) == 0 {
		return
	}
	best := bestOf(cs)
	if t.eclipsed(best, at, p) {
		best.entity = nobody
	}
	if best.chance >= 0.5 && t.trusted(best, at) {
		t.note(at, p, best.entity, best.chance)
	}
}

// note records that the pronoun at stands for an entity.
func (t *threads) note(at span.Span, p pronoun, entity int, chance float64) {
	k := sentenceAt(t.doc, at.Start)
	s := sight{Span: at, entity: entity, sentence: k, paragraph: t.doc.Sentences[k].Paragraph, gender: p.gender,
		pronoun: true, sure: chance, speaker: p.thing, alone: p.thing}
	s.subject, s.object = t.position(at.Start, k)
	t.met(s)
}

func bestOf(cs []candidate) candidate {
	return slices.MaxFunc(cs,
		func(a, b candidate) int { return cmp.Or(cmp.Compare(a.chance, b.chance), b.entity-a.entity) })
}

// candidates is the entities that the pronoun at may mean, with probabilities; without order, those of its line.
// Content is what the pronoun, where it is a source, is said to have said.
func (t *threads) candidates(at span.Span, p pronoun, kind people.Kind, content ...span.Span) []candidate {
	c := t.clauseOf(at)
	k := c.sentence
	paragraph := t.doc.Sentences[k].Paragraph
	latest := map[int]sight{}
	for _, s := range t.window(k) {
		if s.End > at.Start || !t.doc.Ordered && s.paragraph != paragraph || !t.fits(s, p, kind) ||
			kind == people.Body && k-s.sentence > bodyBack {
			continue
		}
		key := s.entity
		if key == nobody {
			if t.back(s.sentence, k) > 2 {
				continue
			}
			key = -1 - s.Start - 1 // each unnamed person for itself
		}
		if old, ok := latest[key]; !ok || !s.quoted || old.quoted {
			latest[key] = s
		}
	}
	out := make([]candidate, 0, len(latest))
	for _, s := range latest {
		if c.governs && t.namedAfter(s.entity, at, k) || c.tags && t.spokenOf(s.entity, k) {
			continue
		}
		one := candidate{entity: s.entity, last: s, vector: t.features(s, at, c)}
		one.vector[inContent] = yes(t.namedIn(content, s.entity))
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.last.Start, b.last.Start), cmp.Compare(a.last.End, b.last.End),
			cmp.Compare(a.entity, b.entity))
	})
	t.compare(out)
	share(out, t.weights)
	return out
}

// bodyBack is how many sentences back the body stands that "it" means.
const bodyBack = 2

// window is what was met in reach of sentence k, in order, with the last sight of each leading entity met before.
func (t *threads) window(k int) []sight {
	i, _ := slices.BinarySearchFunc(t.seen, reach, func(s sight, reach int) int {
		return cmp.Compare(reach, t.back(s.sentence, k))
	})
	i = max(i, len(t.seen)-lookBack)
	if !t.doc.Ordered || i == 0 {
		return t.seen[i:]
	}
	var out []sight
	for _, s := range t.leaders {
		if t.back(s.sentence, k) > reach {
			out = append(out, s)
		}
	}
	return append(out, t.seen[i:]...)
}

// met adds a sight to what was met, in order.
func (t *threads) met(s sight) {
	t.seen = append(t.seen, s)
	if first, met := t.first[s.entity]; !met || s.Start < first {
		t.first[s.entity] = s.Start
	}
	if !t.leads(s.entity) {
		return
	}
	i := slices.IndexFunc(t.leaders, func(l sight) bool { return l.entity == s.entity })
	if i < 0 {
		t.leaders = append(t.leaders, s)
	} else if !s.quoted || t.leaders[i].quoted {
		t.leaders[i] = s
	}
}

// trusted reports whether a candidate's place in the line is enough evidence in an article out of order. Such articles
// have mostly lost their quotation marks too, so a name before "he said" may be part of what he said: the name must be
// a source itself, or open the sentence whose later clause the pronoun begins ("Vale resigned after he ...").
func (t *threads) trusted(c candidate, at span.Span) bool {
	if t.doc.Ordered || c.entity == nobody {
		return true
	}
	s := c.last
	if s.pronoun || s.quoted || s.owner {
		return s.pronoun
	}
	before := strings.Fields(t.doc.Text[s.End:at.Start])
	if len(before) == 0 || s.speaker {
		return s.speaker
	}
	return s.opens && s.sentence == sentenceAt(t.doc, at.Start) &&
		english.ClauseOpeners.Has(english.Fold(before[len(before)-1]))
}

// leads reports whether an entity is the one the article names most.
func (t *threads) leads(e int) bool {
	return e >= 0 && len(t.cast[e].at) == t.most && t.doc.Ordered && !t.crowd
}

// fits reports whether a sight agrees with the pronoun in kind, gender and number.
func (t *threads) fits(s sight, p pronoun, kind people.Kind) bool {
	if s.entity == nobody {
		return kind == people.Human && agrees(p.gender, s.gender) && !p.plural
	}
	e := t.cast[s.entity]
	return e.kind == kind && agrees(p.gender, e.gender) &&
		(kind != people.Body || !e.place && s.speaker && (s.alone || !p.plural))
}
