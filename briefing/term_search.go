package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rapporteur/briefing/phrase"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/term"
)

// Limits of a search by words. A message may have 4,000 characters, but nobody remembers that much of a quotation.
// mostRows sentences take a tenth of a second; the rarest terms are looked up first.
const (
	mostWords      = 80
	mostRows       = 6000
	mostPlaces     = 48
	commonest      = phrase.CommonWeight
	spellingWeight = 0.8 // how surely a misspelt word is the nearest one in the corpus
)

// A termQuery is a member's words, weighed by the corpus.
type termQuery struct {
	phrase phrase.Phrase
	text   string       // as typed
	words  []term.Term  // of text, one for each word of phrase
	terms  []searchTerm // to search by, rarest first

	sentences int // in the corpus, as the asker sees it
}

// A searchTerm is one key to search by.
type searchTerm struct {
	key    string
	word   int // of the phrase
	weight float64
	in     int // sentences that have it
}

// parseTerms weighs the words of s and adds spellings for those the corpus does not have.
func (d *Desk) parseTerms(ctx context.Context, as store.Collection, s string) (termQuery, error) {
	words := term.Split(s)
	words = words[:min(len(words), mostWords)]
	keys := make([]string, len(words))
	for i, t := range words {
		keys[i] = t.Key
	}
	w, err := d.store.Weigh(ctx, as, keys)
	if err != nil {
		return termQuery{}, fmt.Errorf("weigh words: %w", err)
	}
	a := termQuery{text: s, words: words, sentences: w.Sentences, phrase: make(phrase.Phrase, len(words))}
	plain := !slices.ContainsFunc(words, func(t term.Term) bool { return !term.Common(t.Word) })
	for i, t := range words {
		a.phrase[i] = phrase.Word{Key: t.Key, Weight: phrase.CommonWeight}
		if plain {
			a.phrase[i].Weight = 1.5 * commonest // of "it is ours" every word counts
		}
		if term.Common(t.Word) {
			continue
		}
		a.phrase[i].Weight = max(phrase.Idf(w.In[i], w.Sentences), 1.5*commonest)
		if w.In[i] > 0 {
			a.terms = append(a.terms, searchTerm{t.Key, i, a.phrase[i].Weight, w.In[i]})
			continue
		}
		spellings, err := d.store.Spell(ctx, as, t.Word)
		if err != nil {
			return termQuery{}, fmt.Errorf("find spellings of %q: %w", t.Word, err)
		}
		if err := d.addAlternatives(ctx, as, &a, i, spellings, spellingWeight); err != nil {
			return termQuery{}, err
		}
	}
	a.sortTerms()
	return a, nil
}

func (a *termQuery) sortTerms() {
	slices.SortStableFunc(a.terms, func(x, y searchTerm) int {
		return cmp.Or(cmp.Compare(x.in, y.in), cmp.Compare(x.key, y.key))
	})
	a.terms = slices.CompactFunc(a.terms, func(x, y searchTerm) bool { return x.key == y.key })
}

// addAlternatives lets word i of the query stand for others too, as surely as given.
func (d *Desk) addAlternatives(ctx context.Context, as store.Collection, a *termQuery, i int, others []string,
	sure float64) error {
	word := &a.phrase[i]
	var keys []string
	for _, w := range others {
		for _, t := range term.Split(w) {
			if !term.Common(t.Word) && t.Key != word.Key {
				keys = append(keys, t.Key)
			}
		}
	}
	if len(keys) == 0 {
		return nil
	}
	w, err := d.store.Weigh(ctx, as, keys)
	if err != nil {
		return fmt.Errorf("weigh alternatives of %q: %w", word.Key, err)
	}
	for n, k := range keys {
		if _, ok := word.Near[k]; ok || w.In[n] == 0 {
			continue
		}
		if word.Near == nil {
			word.Near = make(map[string]float64, len(keys))
		}
		word.Near[k] = sure
		a.terms = append(a.terms, searchTerm{k, i, sure * word.Weight, w.In[n]})
	}
	return nil
}

// A scoredPlace is a sentence and the weight of the words of the phrase in it.
type scoredPlace struct {
	store.Place
	weight float64
}

// matchPlaces finds the sentences with words of the phrase, the highest weight first. Words
// too common to look up beside rarer ones are left out; skipped is their weight.
func (d *Desk) matchPlaces(ctx context.Context, as store.Collection, a termQuery) (found []scoredPlace,
	skipped float64, err error) {
	var keys []string
	rows := 0
	met := make(map[int]bool)
	for _, t := range a.terms {
		if rows += t.in; len(keys) == 0 || rows <= mostRows {
			keys = append(keys, t.key)
			met[t.word] = true
		}
	}
	for _, t := range a.terms[len(keys):] {
		if !met[t.word] {
			met[t.word] = true
			skipped += t.weight
		}
	}
	if len(keys) == 0 {
		return nil, 0, nil
	}
	matches, err := d.store.Match(ctx, as, keys)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	found = make([]scoredPlace, len(matches))
	for i, m := range matches {
		found[i] = scoredPlace{m.Place, a.weightOf(m.Terms)}
	}
	slices.SortStableFunc(found, func(x, y scoredPlace) int { return cmp.Compare(y.weight, x.weight) })
	return found, skipped, nil
}

// weightOf is the weight of the words whose terms were met, each word once.
func (a termQuery) weightOf(terms []int) float64 {
	sum := 0.0
	for n, i := range terms {
		if !slices.ContainsFunc(terms[:n], func(j int) bool { return a.terms[i].word == a.terms[j].word }) {
			sum += a.terms[i].weight
		}
	}
	return sum
}

// bestPlaces finds the sentences with most of the query, best first.
func (d *Desk) bestPlaces(ctx context.Context, as store.Collection, a termQuery) ([]store.Place, error) {
	found, _, err := d.matchPlaces(ctx, as, a)
	if err != nil {
		return nil, err
	}
	var out []store.Place
	for _, h := range found[:min(len(found), mostPlaces)] {
		out = append(out, h.Place)
	}
	return out, nil
}
