package identity

import (
	"slices"
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
		s.cast[i] = entity{name: p.Name, kind: p.Kind, words: strings.Fields(people.Fold(p.Name))}
	}
	copy(s.of, of)
	for i := range mentions {
		s.sure[i] = 0.97
	}
	for i, m := range mentions {
		s.enrol(i, m)
	}
	s.joinMisprints()
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
}

// tellNamesakes gives bare surnames that several of the cast bear to one of them:
// by gender, else to the one last printed in full, or who leads the article.
func (s *scene) tellNamesakes() {
	for bare := range s.cast {
		e := &s.cast[bare]
		if e.kind != people.Human || len(e.words) != 1 {
			continue
		}
		var bearers []int
		for i, f := range s.cast {
			if f.kind == people.Human && len(f.words) > 1 && f.words[len(f.words)-1] == e.words[0] {
				bearers = append(bearers, i)
			}
		}
		if len(bearers) < 2 {
			continue
		}
		for _, at := range e.at {
			best, sure := s.namesake(at, bearers)
			s.of[at], s.sure[at] = best, sure
			s.cast[best].at = append(s.cast[best].at, at)
		}
		e.at = nil
	}
	for i := range s.cast {
		slices.Sort(s.cast[i].at)
	}
}

// namesake is which bearer of a surname its bare mention means, and the chance.
func (s *scene) namesake(at int, bearers []int) (int, float64) {
	m := s.mentions[at]
	var fit []int
	for _, b := range bearers {
		if g := s.cast[b].gender; m.Gender == people.Unknown || g == people.Unknown || g == m.Gender {
			fit = append(fit, b)
		}
	}
	if len(fit) == 1 {
		return fit[0], 0.93
	}
	if len(fit) == 0 {
		fit = bearers
	}
	best, worth, second := fit[0], -1.0, -1.0
	for _, b := range fit {
		w := s.prominence(b, at)
		if w > worth {
			best, worth, second = b, w, worth
		} else if w > second {
			second = w
		}
	}
	return best, 0.5 + 0.45*(worth-second)/(worth+second+1)
}

// prominence is how much an article's person stands out at mention at: full
// mentions so far, the title, and being the last one printed in full.
func (s *scene) prominence(e, at int) float64 {
	w, last := 0.0, -1
	for _, i := range s.cast[e].at {
		if !strings.Contains(s.mentions[i].Name, " ") {
			continue
		}
		w++
		if i < at {
			last = i
		}
	}
	if s.cast[e].inTitle {
		w += 2
	}
	if last >= 0 && s.doc.Ordered {
		w += 3 / float64(1+s.mentions[at].Sentence-s.mentions[last].Sentence)
	}
	if e := s.cast[e].at; len(e) > 0 && e[0] <= 3 {
		w += 2
	}
	return w
}
