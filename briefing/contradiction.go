package briefing

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
)

// contradictionScore is the most that a statement scores which says something else than was
// asked, in like words: too little to answer with, enough to be offered.
const contradictionScore = leastFit - 0.01

// demoteContradictions lowers the statements that are at odds with what was asked: that have another
// figure, another name or another country in the place of the one asked for, or state
// what was denied. Most words of "Britain would send missiles" stand in "the ministers
// received American approval to send missiles", and it is not what was asked.
func (d *Desk) demoteContradictions(ctx context.Context, as store.Collection, a termQuery, hits []hit) error {
	told := near.Read(a.text)
	var known *people.Index
	for i := range hits {
		h := &hits[i]
		if h.score <= contradictionScore {
			continue
		}
		reach := h.Article.At(h.fit.Reach)
		odd := told.AtOdds(near.Read(reach))
		if lacking := a.missingWords(*h); !odd && len(lacking) > 0 {
			if known == nil {
				var err error
				if known, err = d.people(ctx, as); err != nil {
					return err
				}
			}
			odd = a.namesOther(*h, lacking, known)
		}
		if odd {
			h.score = contradictionScore
		}
	}
	return nil
}

// missingWords is the telling words asked for that neither the statement's words nor its
// speaker have, nor any that stands for them.
func (a termQuery) missingWords(h hit) []int {
	keys := make(map[string]bool)
	for _, words := range [][]term.Term{h.words, term.Split(printed(h)), term.Split(h.Speaker.Name)} {
		for _, w := range words {
			keys[w.Key] = true
		}
	}
	var out []int
	for i, w := range a.phrase {
		if w.Weight <= commonest || keys[w.Key] {
			continue
		}
		found := false
		for k := range w.Near {
			found = found || keys[k]
		}
		if !found {
			out = append(out, i)
		}
	}
	return out
}

// namesOther reports whether one of the lacking words is a name, and the statement has
// another of its kind where the words asked for stand.
func (a termQuery) namesOther(h hit, lacking []int, known *people.Index) bool {
	countries, names := a.otherNames(h, known)
	for _, i := range lacking {
		w := a.words[i]
		switch country := countryOf(w.Of(a.text)); {
		case country != "":
			if len(countries) > 0 && !slices.Contains(countries, country) && countryOf(printed(h)) != country {
				return true
			}
		case len(names) > 0 && a.isName(i, known):
			return true
		}
	}
	return false
}

// otherNames is the countries and the other names that stand among the words a
// statement was found by and were not asked for; those asked for as well, so that one
// of them in another form is seen.
func (a termQuery) otherNames(h hit, known *people.Index) (countries, names []string) {
	asked := make(map[string]bool, len(a.phrase))
	for i, w := range a.phrase {
		asked[w.Key] = true
		for k := range w.Near {
			asked[k] = true
		}
		if c := countryOf(a.words[i].Of(a.text)); c != "" {
			asked[c] = true
		}
	}
	for i, w := range h.words {
		if !h.fit.Reach.Holds(w.Span) {
			continue
		}
		raw := w.Of(h.Article.Text)
		switch c := countryOf(raw); {
		case c != "":
			countries = append(countries, c)
		case asked[w.Key] || term.Common(w.Word) || !capitalised(raw) || english.DayNames.Has(w.Word):
		case i > 0 || isNamePart(raw, known): // the first word may have its capital for that
			names = append(names, w.Word)
		}
	}
	return countries, names
}

// countryOf is the country that a word names, be it by its capital.
func countryOf(word string) string {
	if c := people.Nation(word); c != "" {
		return c
	}
	return people.Seat(word)
}

// isName reports whether a word asked for is somebody's name: one of a person whom
// the corpus knows, or written as one inside the phrase.
func (a termQuery) isName(i int, known *people.Index) bool {
	raw := a.words[i].Of(a.text)
	if i > 0 && capitalised(raw) && slices.ContainsFunc(a.words, func(w term.Term) bool { return !term.Common(w.Word) && !capitalised(w.Of(a.text)) }) {
		return true
	}
	return isNamePart(raw, known)
}

// isNamePart reports whether a word is a part of the name of somebody whom the corpus
// knows.
func isNamePart(word string, known *people.Index) bool {
	word = english.Fold(word)
	return slices.ContainsFunc(known.Match(word, 3), func(m people.Match) bool {
		return (m.By == people.Exact || m.By == people.Alias) && slices.Contains(strings.Fields(english.Fold(m.Person.Name)), word)
	})
}

func capitalised(raw string) bool {
	r, _ := utf8.DecodeRuneInString(raw)
	return unicode.IsUpper(r)
}
