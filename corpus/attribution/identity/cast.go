package identity

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/consolidate"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// entity is one person or body of an article.
type entity struct {
	name    string // the fullest form the article prints
	words   []string
	kind    people.Kind
	gender  people.Gender
	roles   []office // printed with it
	at      []int    // its mentions, in the order of the text
	debut   int      // the first of them in the body and outside quotation marks, or -1
	inTitle bool
	place   bool
}

// scene is an article as the resolver sees it.
type scene struct {
	doc           *text.Document
	mentions      []people.Mention
	statements    []attribution.Statement
	cast          []entity
	of            []int // for each mention its entity, or -1
	campaigns     []campaign
	campaignNamed map[string]int // by folded name, the entity of a campaign
	sources       []span.Span    // of the statements, in order
	sure          []float64      // for each mention the chance that its entity is right
	narration     []int          // for each sentence how many before it are not mere quotation
}

// newScene gathers the mentions of an article into its cast.
func newScene(doc *text.Document, mentions []people.Mention, statements []attribution.Statement) *scene {
	s := &scene{doc: doc, mentions: mentions, statements: statements}
	s.widen()
	s.relay()
	s.nameSources()
	mentions = s.mentions
	s.sure = make([]float64, len(mentions))
	sightings := make([]people.Sighting, len(mentions))
	for i, m := range mentions {
		s.sure[i] = 0.97
		sightings[i] = people.Sighting{Article: "this", Name: m.Name, Kind: m.Kind, Gender: m.Gender, Role: m.Role}
	}
	persons, of := consolidate.Merge(sightings)
	s.of = of
	s.cast = make([]entity, len(persons))
	for i, p := range persons {
		s.cast[i] = entity{name: p.Name, kind: p.Kind, words: people.NameWords(p.Name)}
	}
	s.joinAcronyms()
	s.noteNarration()
	for i, m := range mentions {
		s.enrol(i, m)
	}
	s.noteSources()
	s.tellNamesakes()
	s.orderMentions()
	s.raiseCampaigns()
	return s
}

// orderMentions puts each entity's mentions in the order of the text.
func (s *scene) orderMentions() {
	for i := range s.cast {
		e := &s.cast[i]
		slices.Sort(e.at)
		e.debut = -1
		if n := slices.IndexFunc(e.at, func(i int) bool { return !s.mentions[i].Title && !s.mentions[i].Quoted }); n >= 0 {
			e.debut = e.at[n]
		}
	}
}

// namedFrom is the mentions of entity e that begin at byte off or behind it.
func (s *scene) namedFrom(e, off int) []int {
	at := s.cast[e].at
	i, _ := slices.BinarySearchFunc(at, off, func(i, off int) int { return cmp.Compare(s.mentions[i].Start, off) })
	return at[i:]
}

// mentionsIn is the mentions of entity e in sentence k.
func (s *scene) mentionsIn(e, k int) []int {
	at := s.namedFrom(e, s.doc.Sentences[k].Start)
	i, _ := slices.BinarySearchFunc(at, s.doc.Sentences[k].End, func(i, end int) int { return s.mentions[i].Start - end })
	return at[:i]
}

// campaign is a body called by a person's name: "Donald Trump's campaign", "the Trump campaign".
type campaign struct {
	span   span.Span
	entity int
}

// raiseCampaigns adds these bodies to the cast.
func (s *scene) raiseCampaigns() {
	s.campaignNamed = map[string]int{}
	for i, m := range s.mentions {
		if m.Kind != people.Human || s.of[i] < 0 || m.Title {
			continue
		}
		end := min(len(s.doc.Text), m.End+32)
		words := strings.Fields(s.doc.Text[m.End:end])
		noun, n := "", 0
		for noun == "" && n < min(3, len(words)) {
			n++
			noun = campaignOf(strings.Join(words[:n], " "))
		}
		if noun == "" || strings.ContainsAny(strings.Join(words[:n-1], " "), ",.;:") {
			continue
		}
		last := words[n-1] // begins with the noun
		name := s.surnameOf(i) + " " + noun
		fold := english.Fold(name)
		if _, ok := s.campaignNamed[fold]; !ok {
			s.campaignNamed[fold] = len(s.cast)
			s.cast = append(s.cast, entity{name: name, kind: people.Body, words: strings.Fields(fold), debut: -1})
		}
		at := strings.Index(s.doc.Text[m.End:end], last) + m.End
		s.campaigns = append(s.campaigns, campaign{span.Span{Start: m.Start, End: at + len(last)}, s.campaignNamed[fold]})
	}
}

// enrol notes mention i with its entity.
func (s *scene) enrol(i int, m people.Mention) {
	if s.of[i] < 0 {
		return
	}
	e := &s.cast[s.of[i]]
	e.at = append(e.at, i)
	e.inTitle = e.inTitle || m.Title
	e.place = e.place || m.Place
	if m.Weak && len(e.at) == 1 {
		s.sure[i] = 0.9
	}
	honorific := !strings.Contains(m.Name, " ")
	if m.Gender != people.Unknown && (honorific || e.gender == people.Unknown) {
		e.gender = m.Gender
	}
	if m.Role != "" && !slices.ContainsFunc(e.roles, func(o office) bool { return o.printed == m.Role }) {
		o := officeOf(m.Role)
		o.printed = m.Role
		e.hold(o)
	}
	if m.Role == "" && !m.RoleSpan.Empty() && english.Fold(m.RoleSpan.Of(s.doc.Text)) == "dr" {
		e.hold(office{head: "doctor", words: []string{"doctor"}})
	}
	s.learn(e, i)
}

// mostRoles is how many offices of a person are kept; newspapers print a handful.
const mostRoles = 40

// hold notes an office of e once.
func (e *entity) hold(o office) {
	if len(e.roles) < mostRoles && !slices.ContainsFunc(e.roles, func(had office) bool {
		return had.printed == o.printed && had.head == o.head && slices.Equal(had.words, o.words)
	}) {
		e.roles = append(e.roles, o)
	}
}
