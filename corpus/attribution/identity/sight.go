package identity

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// nobody is the entity of a source that the article does not name.
const nobody = -1

// sight is one place where the article speaks of an entity: by name, by pronoun, or of an unnamed person.
type sight struct {
	span.Span
	entity    int // or nobody
	sentence  int
	paragraph int
	gender    people.Gender
	subject   bool // it stands where subjects stand
	opens     bool // it opens its sentence
	object    bool // a preposition or verb governs it
	owner     bool // possessive
	quoted    bool
	pronoun   bool
	speaker   bool // it is the source of a statement, or stands in it
	alone     bool // it is itself the source, with nobody beside it
	sure      float64
}

// sights is where the article's names and unnamed people stand, in order, the title's left out; alone tells of each
// mention whether it is itself a source.
func (s *scene) sights(alone []bool) []sight {
	var out []sight
	named := s.namedSources()
	for i, m := range s.mentions {
		if m.Title {
			continue
		}
		e := s.of[i]
		if m.Kind == people.Unnamed && (pluralHead(m.Role) || unfit(m.Role) || s.apposed(m.Span)) {
			continue
		}
		start := m.Start
		if !m.RoleSpan.Empty() {
			start = min(start, m.RoleSpan.Start)
		}
		sg := sight{Span: m.Span, entity: e, sentence: m.Sentence, paragraph: s.doc.Sentences[m.Sentence].Paragraph,
			gender: m.Gender, quoted: m.Quoted, sure: s.sure[i]}
		sg.subject, sg.object = s.position(start, m.Sentence)
		sg.opens = s.opening(start, m.Sentence)
		sg.owner = m.End < len(s.doc.Text) && (hasOwner(s.doc.Text[m.End:]) || s.followed(m))
		if sg.owner {
			sg.subject = sg.subject && !s.followed(m)
		}
		sg.alone = alone[i]
		if sg.alone && m.Kind == people.Human {
			sg.subject, sg.object = true, false // "a weary Vale said"
		}
		out = append(out, sg)
	}
	out = append(out, s.strangers()...)
	out = slices.DeleteFunc(out, func(sg sight) bool {
		source, ok := endingBehind(named, sg.Start)
		return sg.entity == nobody && ok && source.Holds(sg.Span)
	})
	for _, c := range s.campaigns {
		k := sentenceAt(s.doc, c.span.Start)
		sg := sight{Span: c.span, entity: c.entity, sentence: k, paragraph: s.doc.Sentences[k].Paragraph, sure: 0.95}
		sg.subject, sg.object = s.position(c.span.Start, k)
		sg.opens = s.opening(c.span.Start, k)
		sg.alone = s.isSource(c.span)
		out = append(out, sg)
	}
	for i := range out {
		out[i].speaker = s.isSource(out[i].Span)
	}
	slices.SortStableFunc(out, func(a, b sight) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// followed reports whether a name only says whose followers are meant: "Vale forces", "the Ost administration".
func (s *scene) followed(m people.Mention) bool {
	next, _, _ := strings.Cut(strings.TrimLeft(s.doc.Text[m.End:min(len(s.doc.Text), m.End+24)], " "), " ")
	return m.Kind == people.Human && followers[strings.Trim(next, ".,;:")]
}

var followers = english.Set(`forces troops loyalists supporters fighters soldiers regime government administration campaign
	officials aides allies backers army militia camp presidency family`)

// namedSources is the sources of named persons: a description in one, as "the director" behind a name, is that person.
func (s *scene) namedSources() []span.Span {
	var out []span.Span
	for _, at := range s.sources {
		if at.Start < 0 || at.End > len(s.doc.Text) || !strings.Contains(at.Of(s.doc.Text), ",") {
			continue
		}
		if p := s.read(at); p.head >= 0 && !p.company && s.mentions[p.head].Kind == people.Human && s.of[p.head] != nobody {
			out = append(out, at)
		}
	}
	return out
}

// position tells subjects from objects by the word before: a clause's beginning or a verb of speech stands before
// subjects, a preposition or another word before objects.
func (s *scene) position(start, sentence int) (subject, object bool) {
	before := s.leading(start, sentence)
	trimmed := strings.TrimRight(before, " \t\n“\"‘'(")
	for {
		i := strings.LastIndexByte(trimmed, ' ')
		if !determiners[strings.ToLower(trimmed[i+1:])] {
			break
		}
		trimmed = strings.TrimRight(trimmed[:i+1], " ") // "told the senator" governs as "told" does
	}
	if trimmed == "" || strings.ContainsAny(trimmed[len(trimmed)-1:], ",;:.?!)") || strings.HasSuffix(trimmed, "”") ||
		strings.HasSuffix(trimmed, "’") || strings.HasSuffix(trimmed, "―") || strings.HasSuffix(trimmed, "—") {
		return true, false
	}
	f := strings.Fields(trimmed)
	last := english.Fold(f[len(f)-1])
	if n := len(f); n >= 2 && last == "for" && english.Fold(f[n-2]) == "as" {
		return true, false // "As for X, he said"
	}
	switch {
	case english.ClauseOpeners.Has(last), last == "said", last == "says", last == "added", last == "wrote":
		return true, false
	case english.Prepositions.Has(last) || last == "told" || last == "asked" || last == "than":
		return false, true
	}
	return false, len(f) > 1
}

// leading is what sentence k has before byte off, at most the last thousand bytes.
func (s *scene) leading(off, k int) string {
	return s.doc.Text[max(min(off, s.doc.Sentences[k].Start), off-1000):off]
}

// opening reports whether the byte at start is where its sentence begins, but for an article or a conjunction.
func (s *scene) opening(start, sentence int) bool {
	return !slices.ContainsFunc(strings.Fields(s.leading(start, sentence)), func(w string) bool {
		w = english.Fold(w)
		return w != "the" && w != "but" && w != "and" && w != ""
	})
}

// determiners stand before a noun and do not change its role.
var determiners = english.Set("the a an one another his her its their")

// pluralHead reports whether an unnamed source's phrase is of several people.
func pluralHead(phrase string) bool {
	f := strings.Fields(english.Fold(phrase))
	if len(f) == 0 {
		return true
	}
	last := f[len(f)-1]
	return english.SeveralPeople.Has(f[0]) || last == "people" || last == "children" || last == "family" ||
		last == "police" || strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") || strings.HasSuffix(last, "men")
}

// pronounsIn is an article's third-person pronouns that can carry a thread on: he and she in all forms, in order.
func pronounsIn(doc *text.Document) []span.Span {
	var out []span.Span
	for _, s := range doc.Sentences {
		if s.Title || s.Start < 0 || s.End > len(doc.Text) {
			continue
		}
		for _, w := range text.Words(s.Of(doc.Text)) {
			w = span.Span{Start: s.Start + w.Start, End: s.Start + w.End}
			if n := w.Len(); n < 2 || n > 7 {
				continue
			}
			switch strings.ToLower(w.Of(doc.Text)) {
			case "he", "she", "his", "her", "him", "he's", "she's", "he’s", "she’s", "himself", "herself":
				out = append(out, w)
			}
		}
	}
	return out
}

// sentenceAt is the index of the sentence that holds byte off, or the last before it.
func sentenceAt(doc *text.Document, off int) int {
	i, found := slices.BinarySearchFunc(doc.Sentences, off, func(s text.Sentence, off int) int { return s.Start - off })
	if !found {
		i--
	}
	return max(0, i)
}

// behindBy reports whether "by" stands before byte off: what follows it acts.
func (s *scene) behindBy(off int) bool {
	return strings.HasSuffix(strings.ToLower(s.doc.Text[max(0, off-4):off]), " by ")
}
