package identity

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
)

// reach is how many sentences back a pronoun's noun may stand.
const reach = 8

// threads follows an article's people from sentence to sentence.
type threads struct {
	*scene
	seen    []sight // met so far, pronouns among them
	leaders []sight // the last sight of each entity that the article names most
	pending []sight // names still to come, in order
	spoken  []told  // statements resolved so far
	weights vector
	most    int // times the most named person is named
}

// told is the entity that a statement was credited to.
type told struct {
	entity   int
	at       span.Span // the source
	sentence int
	content  []span.Span
}

func (s *scene) threads() *threads {
	t := &threads{scene: s, pending: s.sights(), weights: weights(), most: 1}
	for _, e := range s.cast {
		if e.kind == people.Human {
			t.most = max(t.most, len(e.at))
		}
	}
	return t
}

// advance takes in the names that stand before byte off.
func (t *threads) advance(off int) {
	n := 0
	for n < len(t.pending) && t.pending[n].Start < off {
		n++
	}
	for _, s := range t.pending[:n] {
		t.met(s)
	}
	t.pending = t.pending[n:]
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
	s := sight{Span: at, entity: entity, sentence: k, paragraph: t.doc.Sentences[k].Paragraph, gender: p.gender, pronoun: true, sure: chance}
	s.subject, s.object = t.position(at.Start, k)
	t.met(s)
}

func bestOf(cs []candidate) candidate {
	return slices.MaxFunc(cs, func(a, b candidate) int {
		switch {
		case a.chance < b.chance:
			return -1
		case a.chance > b.chance:
			return 1
		}
		return b.entity - a.entity
	})
}

// candidates is whom the pronoun at may stand for, each with its chance. In an
// article out of order it is nobody from outside the line.
func (t *threads) candidates(at span.Span, p pronoun, kind people.Kind) []candidate {
	k := sentenceAt(t.doc, at.Start)
	paragraph := t.doc.Sentences[k].Paragraph
	latest := map[int]sight{}
	for _, s := range t.window(k) {
		if s.Start >= at.Start || !t.doc.Ordered && s.paragraph != paragraph {
			continue
		}
		if !t.fits(s, p, kind) || kind == people.Body && k-s.sentence > 1 {
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
	governs, tags := t.governs(at, k), t.tags(at, k)
	for _, s := range latest {
		if governs && t.namedAfter(s.entity, at, k) || tags && t.spokenOf(s.entity, k) {
			continue
		}
		out = append(out, candidate{entity: s.entity, last: s, vector: t.features(s, at, k)})
	}
	slices.SortFunc(out, func(a, b candidate) int { return a.last.Start - b.last.Start })
	t.compare(out, k)
	share(out, t.weights)
	return out
}

// window is what was met in reach of sentence k, in order, with the last sight of
// each leading entity that was met only before.
func (t *threads) window(k int) []sight {
	i, _ := slices.BinarySearchFunc(t.seen, reach, func(s sight, reach int) int {
		if s.sentence < t.sections[k] {
			return -1
		}
		return cmp.Compare(reach, t.back(s.sentence, k))
	})
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
	if t.leads(s.entity) {
		for i, l := range t.leaders {
			if l.entity == s.entity {
				if !s.quoted || l.quoted {
					t.leaders[i] = s
				}
				return
			}
		}
		t.leaders = append(t.leaders, s)
	}
}

// trusted reports whether a candidate's place in the line is evidence enough where
// the article is out of order. Such articles have mostly lost their quotation
// marks too, so that a name before "he said" may stand in what he said: the name
// must be a source itself, or open the sentence whose later clause the pronoun
// begins ("Vale resigned after he ...").
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
	return s.opens && s.sentence == sentenceAt(t.doc, at.Start) && openers[people.Fold(before[len(before)-1])]
}

// narrated reports whether an unordered line that names one person leads on to the
// pronoun in the reporter's own words: the name is a subject in an earlier
// sentence, and all that is said comes after the pronoun.
func (t *threads) narrated(c candidate, at span.Span, st attribution.Statement, people int) bool {
	if people != 1 || c.entity == nobody || len(st.Content) == 0 || st.Content[0].Start < at.End {
		return false
	}
	k := sentenceAt(t.doc, at.Start)
	return slices.ContainsFunc(t.seen, func(s sight) bool {
		return s.entity == c.entity && s.subject && !s.quoted && !s.owner && s.sentence < k && s.paragraph == t.doc.Sentences[k].Paragraph
	})
}

// leads reports whether an entity is the one the article names most.
func (t *threads) leads(e int) bool { return e >= 0 && len(t.cast[e].at) == t.most && t.doc.Ordered }

// fits reports whether a sight agrees with the pronoun in kind, gender and number.
func (t *threads) fits(s sight, p pronoun, kind people.Kind) bool {
	if s.entity == nobody {
		return kind == people.Human && agrees(p.gender, s.gender) && !p.plural
	}
	e := t.cast[s.entity]
	if kind == people.Body && (e.place || !s.speaker) {
		return false
	}
	return e.kind == kind && agrees(p.gender, e.gender)
}

// features describes the candidate last met at s for the pronoun at.
func (t *threads) features(s sight, at span.Span, k int) vector {
	var v vector
	switch d := t.back(s.sentence, k); {
	case d <= 0:
		v[sameSentence] = 1
	case d == 1:
		v[previousSentence] = 1
	case d == 2:
		v[secondBack] = 1
	default:
		v[farther] = min(1, float64(d-2)/reach)
	}
	if s.entity == nobody {
		v[genderUnknown] = yes(s.gender == people.Unknown)
	} else {
		e := t.cast[s.entity]
		v[frequency] = float64(len(e.at)) / float64(t.most)
		v[genderUnknown] = yes(e.gender == people.Unknown)
	}
	v[sameParagraph] = yes(s.paragraph == t.doc.Sentences[k].Paragraph)
	v[isObject] = yes(s.object)
	t.speakerFeatures(&v, s, at, k)
	v[namedAfter] = yes(t.namedAfter(s.entity, at, k))
	v[coordinate] = yes(s.entity != nobody && t.coordinates(at, k) && t.firstSubject(at, k) == s.entity)
	v[fresh] = yes(s.entity != nobody && t.isFresh(s.entity, k))
	for i := len(t.seen) - 1; i >= 0 && t.back(t.seen[i].sentence, k) <= 1; i-- {
		if o := t.seen[i]; o.entity == s.entity && o.entity != nobody && o.subject && !o.quoted && o.sentence < k {
			v[subjectLast] = 1
			v[opensLast] = max(v[opensLast], yes(o.opens))
		}
	}
	if t.tags(at, k) {
		v[tagSpeaker], v[tagSubject] = v[lastSpeaker], v[subjectLast]
	}
	return v
}

// tags reports whether the pronoun at only tags what its sentence says before it: "…,” he
// said", "Velmar is safe, she added".
func (t *threads) tags(at span.Span, k int) bool {
	before := strings.TrimRight(t.doc.Text[t.doc.Sentences[k].Start:at.Start], " ")
	if strings.HasSuffix(before, "”") || strings.HasSuffix(before, "\"") || strings.HasSuffix(before, "''") {
		return true
	}
	after := strings.TrimLeft(t.doc.Text[at.End:min(len(t.doc.Text), at.End+12)], " ")
	verb := strings.TrimRight(after[:max(0, strings.IndexAny(after+" ", " .,\n"))], " ")
	rest := strings.TrimLeft(strings.TrimPrefix(after, verb), " ")
	return strings.HasSuffix(before, ",") && tagging[verb] && (rest == "" || strings.ContainsAny(rest[:1], ".,\n"))
}

// tagging are the verbs of tags.
var tagging = map[string]bool{"said": true, "says": true, "added": true, "adds": true, "noted": true, "notes": true, "wrote": true, "argued": true, "explained": true, "continued": true, "predicted": true}

// spokenOf reports whether sentence k, which the pronoun only tags, names entity e as
// somebody spoken of: then it is not the speaker.
func (t *threads) spokenOf(e, k int) bool {
	return e != nobody && slices.ContainsFunc(t.cast[e].at, func(i int) bool {
		m := t.mentions[i]
		return m.Sentence == k && !t.isSource(m.Span)
	})
}

// isFresh reports whether the body first names entity e in sentence k or the two before.
func (t *threads) isFresh(e, k int) bool {
	for _, i := range t.cast[e].at {
		if m := t.mentions[i]; !m.Title && !m.Quoted {
			return m.Sentence <= k && t.back(m.Sentence, k) <= 2
		}
	}
	return false
}

// governs reports whether the pronoun at is the subject of the main clause of sentence k:
// it opens the sentence, or what follows a quotation. Then no name behind it in the
// sentence is its own (Chomsky's Principle C): "he told Vale" is not Vale.
func (t *threads) governs(at span.Span, k int) bool {
	if w := strings.ToLower(at.Of(t.doc.Text)); w != "he" && w != "she" {
		return false
	}
	return strings.TrimSpace(t.doc.Text[t.doc.Sentences[k].Start:at.Start]) == "" || t.tags(at, k)
}

// namedAfter reports whether sentence k names entity e behind the pronoun at, outside
// quotation marks: then the pronoun is hardly his.
func (t *threads) namedAfter(e int, at span.Span, k int) bool {
	if e == nobody {
		return false
	}
	return slices.ContainsFunc(t.cast[e].at, func(i int) bool {
		m := t.mentions[i]
		return m.Sentence == k && m.Start >= at.End && !m.Quoted
	})
}

// coordinates reports whether the pronoun at opens a clause of sentence k that a comma
// or a semicolon parts from the one before: ", but he", "; she".
func (t *threads) coordinates(at span.Span, k int) bool {
	before := strings.TrimRight(t.doc.Text[t.doc.Sentences[k].Start:at.Start], " ")
	if i := strings.LastIndexByte(before, ' '); i >= 0 && openers[strings.ToLower(before[i+1:])] {
		before = strings.TrimRight(before[:i], " ")
	}
	return strings.HasSuffix(before, ",") || strings.HasSuffix(before, ";")
}

// firstSubject is whom sentence k first speaks of as a subject before the pronoun at, or
// nobody.
func (t *threads) firstSubject(at span.Span, k int) int {
	first := nobody
	for i := len(t.seen) - 1; i >= 0 && t.seen[i].sentence >= k; i-- {
		if s := t.seen[i]; s.sentence == k && s.subject && !s.quoted && !s.owner && s.Start < at.Start && (s.entity == nobody || t.cast[s.entity].kind == people.Human) {
			first = s.entity
		}
	}
	return first
}

// speakerFeatures tells whether the candidate spoke just before. An unnamed one did
// where its very phrase was the source, so that "he" after "a spokesman said" is the
// spokesman and nobody named.
func (t *threads) speakerFeatures(v *vector, s sight, at span.Span, k int) {
	is := func(said told) bool {
		if s.entity == nobody {
			return said.entity == nobody && said.at.Overlaps(s.Span)
		}
		return said.entity == s.entity
	}
	for i := len(t.spoken) - 1; i >= 0; i-- {
		said := t.spoken[i]
		if said.at.Start >= at.Start {
			continue
		}
		if said.sentence == k {
			v[saidInSentence] = max(v[saidInSentence], yes(is(said)))
			continue
		}
		if is(said) {
			far := t.doc.Sentences[k].Paragraph - t.doc.Sentences[said.sentence].Paragraph
			if far <= 1 {
				v[lastSpeaker] = 1
			} else if far <= 4 {
				v[lastSpeakerFar] = 1
			}
		}
		return
	}
}

// compare sets the features that depend on the other candidates.
func (t *threads) compare(cs []candidate, k int) {
	near := 0
	for _, c := range cs {
		near += int(yes(t.back(c.last.sentence, k) <= 2))
	}
	last := -1
	for i, c := range cs {
		if !c.last.quoted {
			last = i
		}
	}
	for i := range cs {
		cs[i].vector[nearest] = yes(i == last)
		cs[i].vector[onlyOne] = yes(near == 1 && t.back(cs[i].last.sentence, k) <= 2)
	}
}

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// relative is the mention that a "who" at byte off stands for: the name directly
// before it, a comma, a bracket or a description between. It is -1 where another
// noun stands there.
func (s *scene) relative(off int) int {
	for i := min(len(s.mentions), s.mentionFrom(off)+1) - 1; i >= 0 && off-s.mentions[i].End < 300; i-- {
		m := s.mentions[i]
		end := m.End
		if m.RoleSpan.Start > m.Start {
			end = max(end, m.RoleSpan.End)
		}
		if m.Kind == people.Unnamed || end > off || off-end > 60 {
			continue
		}
		if m.Kind == people.Human && s.told(m.Start) {
			return -1 // "a friend of Vale, who"
		}
		gap := strings.TrimSpace(s.doc.Text[end:off])
		gap = strings.TrimRight(gap, "—–-")
		if m.Kind == people.Human {
			gap = strings.TrimSpace(hailing.ReplaceAllString(gap, ""))
		}
		if i := strings.IndexByte(gap, '('); i >= 0 && strings.Contains(gap, ")") && strings.TrimSpace(gap[:i]) == "" {
			gap = strings.TrimSpace(gap[strings.LastIndexByte(gap, ')')+1:])
		}
		if age := strings.Trim(gap, ", 0123456789"); age == "" && m.Kind == people.Human {
			return i
		}
		return -1
	}
	return -1
}

// hailing is where somebody comes from: "Vale of Dolna, who".
var hailing = regexp.MustCompile(`^(of|from) (\p{Lu}[\pL.-]* ?){1,3}`)

// told reports whether the name at byte off only tells who somebody else is: a
// noun for people and "of", "for" or "to" stand before it.
func (s *scene) told(off int) bool {
	start := s.doc.Sentences[sentenceAt(s.doc, off)].Start
	f := strings.Fields(people.Fold(s.doc.Text[start:off]))
	if len(f) < 2 || !slices.Contains([]string{"of", "for", "to"}, f[len(f)-1]) {
		return false
	}
	noun := f[len(f)-2]
	_, person := people.Describes(noun)
	return person || occupation(noun)
}
