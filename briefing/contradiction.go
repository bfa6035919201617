package briefing

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
)

// contradictionScore is the score of a statement that says something else in similar words: enough for a suggestion.
const contradictionScore = leastFit - 0.01

// demoteContradictions lowers statements with another figure, name or country than the one asked for, or a negation too
// many or too few. "They have American approval to send missiles" is no answer to "Britain would send missiles".
func (d *Desk) demoteContradictions(ctx context.Context, as store.Collection, a termQuery, hits []hit) error {
	question := near.Read(a.text)
	for i := range hits {
		h := &hits[i]
		if h.score <= contradictionScore {
			continue
		}
		odd := question.AtOdds(near.Read(h.Article.At(h.fit.Reach)))
		if missing := a.missingWords(*h); !odd && len(missing) > 0 {
			known, err := d.people(ctx, as)
			if err != nil {
				return err
			}
			odd = a.namesOther(*h, missing, known)
		}
		if odd {
			h.score = contradictionScore
		}
	}
	return nil
}

// missingWords lists the telling words of the question that neither the statement nor its speaker has.
func (a termQuery) missingWords(h hit) []int {
	keys := make(map[string]bool)
	for _, w := range slices.Concat(h.words, term.Split(printed(h)), term.Split(h.Speaker.Name)) {
		keys[w.Key] = true
	}
	var out []int
	for i, w := range a.phrase {
		if w.Weight > commonest && !w.StandsIn(keys) {
			out = append(out, i)
		}
	}
	return out
}

// namesOther reports whether a missing word is a name, and the words that matched have another name or country.
func (a termQuery) namesOther(h hit, missing []int, known *people.Index) bool {
	countries, names := a.otherNames(h, known)
	for _, i := range missing {
		switch country := countryOf(a.words[i].Of(a.text)); {
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

// otherNames lists all countries, and the names that were not asked for, among the words that matched.
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
		case i > 0 || isNamePart(raw, known): // every first word has a capital
			names = append(names, w.Word)
		}
	}
	return countries, names
}

// countryOf is the country that a word names, directly or by its capital.
func countryOf(word string) string { return cmp.Or(people.Nation(word), people.Seat(word)) }

// isName reports whether word i is a name: of a person in the corpus, or by a capital in a question not all capitals.
func (a termQuery) isName(i int, known *people.Index) bool {
	raw := a.words[i].Of(a.text)
	lower := func(w term.Term) bool { return !term.Common(w.Word) && !capitalised(w.Of(a.text)) }
	return i > 0 && capitalised(raw) && slices.ContainsFunc(a.words, lower) || isNamePart(raw, known)
}

// isNamePart reports whether a word is part of the name of a person in the corpus.
func isNamePart(word string, known *people.Index) bool {
	word = english.Fold(word)
	return slices.ContainsFunc(known.Match(word, 3), func(m people.Match) bool {
		named := m.By == people.Exact || m.By == people.Alias
		return named && slices.Contains(strings.Fields(english.Fold(m.Person.Name)), word)
	})
}
