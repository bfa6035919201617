package identity

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// learn notes what the words around mention i say about entity e beyond the role that people.Mentions reads: party
// and state in brackets, an age, and what the sentence says that the person is.
func (s *scene) learn(e *entity, i int) {
	m := s.mentions[i]
	if m.Kind != people.Human || m.Title {
		return
	}
	after := s.doc.Text[m.End:min(len(s.doc.Text), m.End+90)]
	if f := seat.FindStringSubmatch(after); f != nil {
		words := strings.Fields(states()[strings.ReplaceAll(f[2], ".", "")])
		e.hold(office{head: parties[f[1]], words: append([]string{parties[f[1]]}, words...)})
	}
	if m.Quoted {
		return
	}
	if f := copula.FindStringSubmatch(after); f != nil && isOf(f[1]) {
		o := officeOf(f[1])
		if _, person := people.Describes(o.head); person {
			e.hold(o)
		}
	}
}

// copula matches a sentence, or a clause with "who", that says what a person is, up to what is no part of an office.
var copula = regexp.MustCompile(`^,?(?: who)? (?:is|became|remains|serves as)(?: now| also)? (?:the |` +
	`an? )?([\pL' -]{3,40}?(?: of (?:the )?\pL[\pL-]*)?)(?:[,.;]| and | who | in | from | for | at | on |\n|$)`)

// isOf reports whether a phrase behind "is" says what a person is, and not what he is not ("not the
// mayor", "no longer mayor") or does to another ("suing the mayor").
func isOf(phrase string) bool {
	whole, _, _ := strings.Cut(strings.ToLower(phrase), " of ")
	words := strings.Fields(whole)
	doing := len(words) > 1 && strings.HasSuffix(words[0], "ing") && !english.IngAdjectives.Has(words[0])
	return !doing && !slices.ContainsFunc(words, func(w string) bool { return determiners[w] || english.Denials.Has(w) })
}

// seat is the party and the state of a member of an American parliament, in brackets.
var seat = regexp.MustCompile(`^,? \(?([RDI])[.,]?[-–— ]\s?([A-Z][A-Za-z. ]{0,12}?[a-z.A-Z])\)?[,);]`)

var parties = map[string]string{"R": "republican", "D": "democrat", "I": "independent"}

// states has the folded names of American states by their abbreviations, which have no full stops.
var states = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, line := range english.States.Entries() {
		f := strings.SplitN(line, " ", 3)
		out[f[0]], out[f[1]] = f[2], f[2]
	}
	return out
})
