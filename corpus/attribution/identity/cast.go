package identity

import (
	"strings"

	"github.com/xrash/smetrics"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// entity is one person or body of an article.
type entity struct {
	name    string // the fullest form the article prints
	words   []string
	kind    people.Kind
	gender  people.Gender
	roles   []office // printed with it
	at      []int    // its mentions, in the order of the text
	inTitle bool
	place   bool
	age     string // in years, as printed; "" where it is not
}

// scene is an article as the resolver sees it.
type scene struct {
	doc        *text.Document
	mentions   []people.Mention
	statements []attribution.Statement
	cast       []entity
	of         []int // for each mention its entity, or -1
	campaigns  []campaign
	sources    []span.Span // of the statements, in order
	sure       []float64   // for each mention the chance that its entity is right
	sections   []int       // for each sentence the first of its section
	narration  []int       // for each sentence how many before it are not mere quotation
}

// newScene gathers the mentions of an article into its cast.
func newScene(doc *text.Document, mentions []people.Mention, statements []attribution.Statement) *scene {
	s := &scene{doc: doc, mentions: mentions, statements: statements, of: make([]int, len(mentions)), sure: make([]float64, len(mentions))}
	sightings := make([]people.Sighting, len(mentions))
	for i, m := range mentions {
		sightings[i] = people.Sighting{Article: "this", Name: m.Name, Kind: m.Kind, Gender: m.Gender, Role: m.Role}
	}
	persons, of := people.Merge(sightings)
	s.cast = make([]entity, len(persons))
	for i, p := range persons {
		s.cast[i] = entity{name: p.Name, kind: p.Kind, words: people.NameWords(p.Name)}
	}
	copy(s.of, of)
	s.joinAcronyms()
	for i := range mentions {
		s.sure[i] = 0.97
	}
	s.noteSections()
	s.noteNarration()
	for i, m := range mentions {
		s.enrol(i, m)
	}
	s.joinMisprints()
	s.noteSources()
	s.tellNamesakes()
	s.raiseCampaigns()
	return s
}

// joinMisprints gives a name of one word that is a letter off the surname of the
// cast's only like one to that person: an article that introduces Leslie Wimes
// and goes on with "Wines" means her.
func (s *scene) joinMisprints() {
	for i := range s.cast {
		e := &s.cast[i]
		if e.kind != people.Human || len(e.words) != 1 || len(e.words[0]) < 5 || len(e.at) == 0 || s.cast[i].inTitle {
			continue
		}
		fit := nobody
		for j, f := range s.cast {
			if j == i || f.kind != people.Human || len(f.words) < 2 || len(f.at) == 0 || f.at[0] > e.at[0] {
				continue
			}
			last := f.words[len(f.words)-1]
			if last[0] == e.words[0][0] && smetrics.WagnerFischer(last, e.words[0], 1, 1, 1) == 1 {
				if fit != nobody {
					fit = nobody
					break
				}
				fit = j
			}
		}
		if fit == nobody {
			continue
		}
		for _, at := range e.at {
			s.of[at], s.sure[at] = fit, 0.9
		}
		s.cast[fit].at = append(s.cast[fit].at, e.at...)
		e.at = nil
	}
}

// campaign is a body that the article calls by somebody's name: "Donald Trump's
// campaign", "the Trump campaign".
type campaign struct {
	span   span.Span
	entity int
}

// raiseCampaigns adds such bodies to the cast.
func (s *scene) raiseCampaigns() {
	byName := map[string]int{}
	for i, m := range s.mentions {
		if m.Kind != people.Human || s.of[i] < 0 || m.Title {
			continue
		}
		end := min(len(s.doc.Text), m.End+32)
		words := strings.Fields(s.doc.Text[m.End:end])
		n := 0
		for n < len(words) && n < 3 && campaignOf(strings.Join(words[:n+1], " ")) == "" {
			n++
		}
		if n >= len(words) || n >= 3 || strings.ContainsAny(strings.Join(words[:n], " "), ",.;:") {
			continue
		}
		last := words[n] // begins with the body's noun
		name := s.surnameOf(i) + " " + strings.Trim(last, ".,;:”\"’'")
		if _, ok := byName[name]; !ok {
			byName[name] = len(s.cast)
			s.cast = append(s.cast, entity{name: name, kind: people.Body, words: strings.Fields(people.Fold(name))})
		}
		at := strings.Index(s.doc.Text[m.End:end], last) + m.End
		s.campaigns = append(s.campaigns, campaign{span.Span{Start: m.Start, End: at + len(last)}, byName[name]})
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
	honorific := m.Gender != people.Unknown && !strings.Contains(m.Name, " ")
	if e.gender == people.Unknown || honorific {
		if m.Gender != people.Unknown {
			e.gender = m.Gender
		}
	}
	if m.Role != "" {
		e.roles = append(e.roles, officeOf(m.Role))
	}
	s.learn(e, i)
}
