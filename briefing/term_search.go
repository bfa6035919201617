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

// Limits of a search by words. A phrase longer than mostWords is cut: a message
// may be 4,000 characters, and nobody remembers that much of a quotation. Looking
// up stops at mostRows sentences (a tenth of a second) because terms are taken
// rarest first: what a fit must hold is found by then.
const (
	mostWords      = 80
	mostRows       = 6000
	mostPlaces     = 48
	commonest      = phrase.CommonWeight
	spellingWeight = 0.8 // how surely a misspelt word is the nearest one of the corpus
)

// An termQuery is what a member's words come to in the corpus.
type termQuery struct {
	phrase phrase.Phrase
	text   string       // as typed
	words  []term.Term  // of text, as many as phrase has
	terms  []searchTerm // the words worth searching by, rarest first

	sentences int // of the corpus, as the asker sees it
}

// A searchTerm is one key to search by.
type searchTerm struct {
	key    string
	word   int // of the phrase
	weight float64
	in     int // sentences that hold it
}

// parseTerms weighs the words of s and mends the misspelt ones.
func (d *Desk) parseTerms(ctx context.Context, as store.Collection, s string) (termQuery, error) {
	told := term.Split(s)
	told = told[:min(len(told), mostWords)]
	keys := make([]string, len(told))
	for i, t := range told {
		keys[i] = t.Key
	}
	w, err := d.store.Weigh(ctx, as, keys)
	if err != nil {
		return termQuery{}, fmt.Errorf("weigh words: %w", err)
	}
	a := termQuery{text: s, words: told, sentences: w.Sentences}
	for i, t := range told {
		word := phrase.Word{Key: t.Key, Weight: phrase.CommonWeight}
		if !term.Common(t.Word) {
			word.Weight = max(phrase.Idf(w.In[i], w.Sentences), 1.5*commonest)
			if w.In[i] > 0 {
				a.terms = append(a.terms, searchTerm{t.Key, i, word.Weight, w.In[i]})
			} else if err := d.addSpellings(ctx, as, t, i, &word, &a); err != nil {
				return termQuery{}, err
			}
		}
		a.phrase = append(a.phrase, word)
	}
	a.sortTerms()
	return a, nil
}

// sortTerms puts the rarest terms first, each once.
func (a *termQuery) sortTerms() {
	slices.SortStableFunc(a.terms, func(x, y searchTerm) int { return cmp.Or(cmp.Compare(x.in, y.in), cmp.Compare(x.key, y.key)) })
	a.terms = slices.CompactFunc(a.terms, func(x, y searchTerm) bool { return x.key == y.key })
}

// addSpellings lets a word that the corpus does not have stand for those it may be a
// misspelling of.
func (d *Desk) addSpellings(ctx context.Context, as store.Collection, t term.Term, at int, word *phrase.Word, a *termQuery) error {
	near, err := d.store.Spell(ctx, as, t.Word)
	if err != nil {
		return fmt.Errorf("mend %q: %w", t.Word, err)
	}
	return d.addAlternatives(ctx, as, near, spellingWeight, at, word, a)
}

// addAlternatives lets a word of the phrase stand for others too, as surely as given.
func (d *Desk) addAlternatives(ctx context.Context, as store.Collection, others []string, sure float64, at int, word *phrase.Word, a *termQuery) error {
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
		return fmt.Errorf("weigh what stands for %q: %w", word.Key, err)
	}
	for i, k := range keys {
		if _, ok := word.Near[k]; ok || w.In[i] == 0 {
			continue
		}
		if word.Near == nil {
			word.Near = make(map[string]float64, len(keys))
		}
		word.Near[k] = sure
		a.terms = append(a.terms, searchTerm{k, at, sure * word.Weight, w.In[i]})
	}
	return nil
}

// A scoredPlace is a sentence and the weight of the words of the phrase that it holds.
type scoredPlace struct {
	store.Place
	weight float64
}

// matchPlaces finds the sentences that hold words of the phrase, those that hold most
// first. Words too common to look up beside rarer ones are left out; skipped is
// the weight they have in the phrase.
func (d *Desk) matchPlaces(ctx context.Context, as store.Collection, a termQuery) (found []scoredPlace, skipped float64, err error) {
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
		again := slices.ContainsFunc(terms[:n], func(j int) bool { return a.terms[i].word == a.terms[j].word })
		if !again {
			sum += a.terms[i].weight
		}
	}
	return sum
}

// bestPlaces finds the sentences that hold most of what was asked, best first.
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
