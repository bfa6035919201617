package identity

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
)

// nameSources adds to the mentions the names that only the position of a source shows to be names, in place of the
// places and unnamed people within them.
func (s *scene) nameSources() {
	var found []people.Mention
	bearers := map[string]map[string]bool{} // of each surname, the given names of people printed in full
	bear := func(m people.Mention) {
		given, surname, ok := strings.Cut(m.Name, " ")
		if !ok || m.Kind != people.Human {
			return
		}
		if bearers[surname] == nil {
			bearers[surname] = map[string]bool{}
		}
		bearers[surname][given] = true
	}
	for _, m := range s.mentions {
		bear(m)
	}
	for _, st := range s.statements {
		at := st.Speaker.Span
		if at.Empty() || at.Start < 0 || at.End > len(s.doc.Text) {
			continue
		}
		m, ok := people.SourceName(s.doc, sentenceAt(s.doc, at.Start), at)
		if !ok {
			m, ok = s.surnameIn(at, bearers)
		}
		if !ok {
			continue
		}
		m.Title = s.doc.Sentences[m.Sentence].Title
		taken := false
		for i := s.mentionFrom(m.Start); i < len(s.mentions) && s.mentions[i].Start < m.End; i++ {
			o := s.mentions[i]
			taken = taken || o.Kind == people.Human && (!o.Weak || o.Holds(m.Span) && m.End == at.End) ||
				o.Kind != people.Unnamed && o.Holds(m.Span) && (o.Place || !o.Weak)
		}
		if !taken && !slices.ContainsFunc(found, func(o people.Mention) bool { return o.Overlaps(m.Span) }) {
			found = append(found, m)
			bear(m)
		}
	}
	if len(found) == 0 {
		return
	}
	s.mentions = slices.DeleteFunc(slices.Clone(s.mentions), func(m people.Mention) bool {
		return slices.ContainsFunc(found, func(o people.Mention) bool { return o.Overlaps(m.Span) })
	})
	s.mentions = append(s.mentions, found...)
	slices.SortStableFunc(s.mentions, func(a, b people.Mention) int { return cmp.Compare(a.Start, b.Start) })
}

// surnameIn is the last word of a source where it is a noun for people and the surname of somebody whom the article
// prints in full: "Judge Pastor" or "Pastor", beside Michael Pastor.
func (s *scene) surnameIn(at span.Span, bearers map[string]map[string]bool) (people.Mention, bool) {
	words := strings.Fields(at.Of(s.doc.Text))
	n := len(words) - 1
	if n < 0 || n > 1 || lowerCased(words[n]) || lowerCased(words[0]) {
		return people.Mention{}, false
	}
	given := bearers[words[n]]
	known := len(given) > 1 || len(given) == 1 && !given[words[0]]
	m := people.Mention{Kind: people.Human, Name: words[n], Sentence: sentenceAt(s.doc, at.Start)}
	m.Span = span.Span{Start: at.End - len(words[n]), End: at.End}
	return m, known
}
