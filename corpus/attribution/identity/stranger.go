package identity

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// strangers is where a noun that people.Mentions does not list is one unnamed person, the subject of its clause: an
// article, up to three words, and a noun with the ending of an occupation ("the rigger", "a young stevedore").
func (s *scene) strangers() []sight {
	var out []sight
	for k, one := range s.doc.Sentences {
		if one.Title || one.Start < 0 || one.End > len(s.doc.Text) {
			continue
		}
		words := text.Words(one.Of(s.doc.Text))
		for i := range words {
			words[i] = span.Span{Start: one.Start + words[i].Start, End: one.Start + words[i].End}
		}
		for i, w := range words {
			if !english.Articles.Has(strings.ToLower(w.Of(s.doc.Text))) {
				continue
			}
			at := s.strangerAt(words[i:])
			if at.Empty() || s.apposed(at) || s.mentioned(at) {
				continue
			}
			sg := sight{Span: at, entity: nobody, sentence: k, paragraph: one.Paragraph, sure: 0.9}
			sg.subject, sg.object = s.position(at.Start, k)
			sg.opens = s.opening(at.Start, k)
			sg.owner = hasOwner(s.doc.Text[at.End:])
			if sg.subject || s.behindBy(at.Start) {
				out = append(out, sg)
			}
		}
	}
	return out
}

// strangerAt is the phrase of one person that the words begin with, or empty.
func (s *scene) strangerAt(words []span.Span) span.Span {
	joined := 0
	for k := 1; k < min(9, len(words)); k++ {
		gap := s.doc.Text[words[k-1].End:words[k].Start]
		w := words[k].Of(s.doc.Text)
		if gap == "" || gap == "-" || w == "-" {
			joined++ // "40-year-old" tells as much as one word
		}
		if unlettered(w) && w != "-" || strings.Trim(gap, " \t") != "" && gap != "-" || k-joined > 3 ||
			w != strings.ToLower(w) || english.Prepositions.Has(w) || english.Articles.Has(w) || pronouns[w].who ||
			english.VerbOpeners.Has(w) {
			return span.Span{}
		}
		if occupation(w) {
			return span.Span{Start: words[0].Start, End: words[k].End}
		}
	}
	return span.Span{}
}

// occupation reports whether a word in small letters looks like an occupation.
func occupation(w string) bool {
	if english.CallingNouns.Has(w) {
		return true
	}
	if len(w) < 5 || w != strings.ToLower(w) || english.NonOccupations.Has(w) {
		return false
	}
	return slices.ContainsFunc([]string{"er", "or", "eer", "ist", "ian", "man", "woman", "hand", "smith", "monger",
		"herd", "wright", "mate"}, func(end string) bool { return strings.HasSuffix(w, end) })
}

// aside is what may separate a name from a phrase that describes it: a comma, a dash, an age, a party in brackets.
var aside = regexp.MustCompile(`^[\s,–—-]*([0-9]{1,3},\s*)?(\([^()]{1,24}\))?[\s,–—-]*$`)

// apposed reports whether a phrase describes a named person: beside the name, a comma between, or behind "as" or "is".
func (s *scene) apposed(at span.Span) bool {
	k := sentenceAt(s.doc, at.Start)
	before := strings.Fields(strings.ToLower(s.leading(at.Start, k)))
	for n := len(before) - 1; n >= 0 && n >= len(before)-2; n-- {
		if being[before[n]] {
			return true
		}
		if !english.Adverbs.Has(before[n]) && before[n] != "now" && before[n] != "not" {
			break
		}
	}
	for i := max(0, s.mentionFrom(at.Start)-2); i < len(s.mentions) && s.mentions[i].Start < at.End+3; i++ {
		m := s.mentions[i]
		if m.Kind != people.Unnamed &&
			(m.End <= at.Start && at.Start-m.End < 40 && aside.MatchString(s.doc.Text[m.End:at.Start]) ||
				m.Start >= at.End && aside.MatchString(s.doc.Text[at.End:m.Start])) {
			return true
		}
	}
	return false
}

// being are words before a phrase that says what a person is.
var being = english.Set(`as is was be been being became become remains isn't isn’t wasn't wasn’t he's
	she's he’s she’s`)

// mentioned reports whether people.Mentions has filed the words of a phrase, and not its last noun alone.
func (s *scene) mentioned(at span.Span) bool {
	for i := s.mentionFrom(at.Start); i < len(s.mentions) && s.mentions[i].Start < at.End; i++ {
		m := s.mentions[i]
		if m.Overlaps(at) && (m.Kind != people.Unnamed || m.Start <= at.Start) ||
			m.Kind != people.Unnamed && m.RoleSpan.Overlaps(at) {
			return true
		}
	}
	return false
}

// unnamedSpeaks records that an unnamed person is the source at a span, whom later pronouns may mean.
func (t *threads) unnamedSpeaks(at span.Span) {
	words := strings.Fields(english.Fold(at.Of(t.doc.Text)))
	np := nounPhrase(words)
	k := sentenceAt(t.doc, at.Start)
	if first := at.Of(t.doc.Text); len(np) > 0 && !english.Articles.Has(np[0]) && !english.Possessives.Has(np[0]) &&
		!strings.ContainsAny(first, "'’") && upperLast(first) {
		return // a name that was not read as one
	}
	if len(np) == 0 || pluralHead(strings.Join(np, " ")) || english.SeveralPeople.Has(np[0]) ||
		t.doc.Sentences[k].Title || lifeless(np) || t.apposed(at) {
		return
	}
	next, _ := slices.BinarySearchFunc(t.pending, at.End, func(s sight, off int) int { return cmp.Compare(s.Start, off) })
	for _, list := range [][]sight{t.seen[max(0, len(t.seen)-lookBack):], t.pending[:next]} {
		for i := range list {
			if list[i].entity == nobody && list[i].Overlaps(at) {
				list[i].speaker, list[i].Span = true, at
				return
			}
		}
	}
	sex, _ := people.Describes(np[len(np)-1])
	t.met(sight{Span: at, entity: nobody, sentence: k, paragraph: t.doc.Sentences[k].Paragraph, gender: sex,
		subject: true, speaker: true, sure: 0.9})
}

// upperLast reports whether the last word of a phrase has a capital.
func upperLast(phrase string) bool {
	last := phrase[strings.LastIndexByte(phrase, ' ')+1:]
	return last != strings.ToLower(last)
}

// lifeless reports whether a source is a document, a body or a thing, which "he" never means, by its noun.
func lifeless(np []string) bool {
	noun := np[len(np)-1]
	_, body := bodyKinds()[noun]
	_, person := people.Describes(noun)
	if body || person {
		return body || english.NonPersonNouns.Has(noun)
	}
	return slices.ContainsFunc(np, english.NonPersonNouns.Has) || // "a poll conducted by"
		!occupation(noun) && !people.Creed(noun) && !pointing[noun]
}

// pointing are words for people that are no nouns for them.
var pointing = english.Set(`other another one first second third last latter accused deceased youth mate
	master hand head`)

// unfit reports whether the last word of an unnamed phrase is seldom a person: "a similar model", "a chief reason".
func unfit(phrase string) bool {
	fold := english.Fold(phrase)
	last := fold[strings.LastIndexByte(fold, ' ')+1:]
	return english.NonPersonNouns.Has(last) || last == "" || last == "head" || last == "floor" || last == "chief"
}
