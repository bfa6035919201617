package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rapporteur/briefing/phrase"
	"rapporteur/corpus/store"
	"rapporteur/corpus/store/term"
)

// Limits of a search by words. A phrase longer than mostWords is cut: a message
// may be 4,000 characters, and nobody remembers that much of a quotation. Looking
// up stops at mostRows sentences (a tenth of a second) because terms are taken
// rarest first: what a fit must hold is found by then.
const (
	mostWords  = 80
	mostRows   = 6000
	mostPlaces = 80
	commonest  = phrase.CommonWeight
	spelling   = 0.8 // how surely a misspelt word is the nearest one of the corpus
)

// An asked is what a member's words come to in the corpus.
type asked struct {
	phrase phrase.Phrase
	terms  []lookup // the words worth searching by, rarest first

	sentences int // of the corpus, as the asker sees it
}

// A lookup is one key to search by.
type lookup struct {
	key    string
	weight float64
	in     int // sentences that hold it
}

// read weighs the words of s and mends the misspelt ones.
func (d *Desk) read(ctx context.Context, as store.Collection, s string) (asked, error) {
	told := term.Split(s)
	told = told[:min(len(told), mostWords)]
	keys := make([]string, len(told))
	for i, t := range told {
		keys[i] = t.Key
	}
	w, err := d.store.Weigh(ctx, as, keys)
	if err != nil {
		return asked{}, fmt.Errorf("weigh words: %w", err)
	}
	a := asked{sentences: w.Sentences}
	for i, t := range told {
		word := phrase.Word{Key: t.Key, Weight: phrase.CommonWeight}
		if !term.Common(t.Word) {
			word.Weight = max(phrase.Idf(w.In[i], w.Sentences), 1.5*commonest)
			if w.In[i] > 0 {
				a.terms = append(a.terms, lookup{t.Key, word.Weight, w.In[i]})
			} else if err := d.mend(ctx, as, t, &word, &a, w.Sentences); err != nil {
				return asked{}, err
			}
		}
		a.phrase = append(a.phrase, word)
	}
	slices.SortStableFunc(a.terms, func(x, y lookup) int { return cmp.Compare(x.in, y.in) })
	a.terms = slices.CompactFunc(a.terms, func(x, y lookup) bool { return x.key == y.key })
	return a, nil
}

// mend lets a word that the corpus does not have stand for those it may be a
// misspelling of.
func (d *Desk) mend(ctx context.Context, as store.Collection, t term.Term, word *phrase.Word, a *asked, all int) error {
	near, err := d.store.Spell(ctx, as, t.Word)
	if err != nil {
		return fmt.Errorf("mend %q: %w", t.Word, err)
	}
	var keys []string
	for _, w := range near {
		for _, t := range term.Split(w) {
			if !term.Common(t.Word) {
				keys = append(keys, t.Key)
			}
		}
	}
	if len(keys) == 0 {
		return nil
	}
	w, err := d.store.Weigh(ctx, as, keys)
	if err != nil {
		return fmt.Errorf("weigh spellings of %q: %w", t.Word, err)
	}
	word.Near = make(map[string]float64, len(keys))
	for i, k := range keys {
		if _, ok := word.Near[k]; !ok && w.In[i] > 0 {
			word.Near[k] = spelling
			a.terms = append(a.terms, lookup{k, spelling * word.Weight, w.In[i]})
		}
	}
	return nil
}

// places finds the sentences that hold most of what was asked, best first.
func (d *Desk) places(ctx context.Context, as store.Collection, a asked) ([]store.Place, error) {
	var keys []string
	rows := 0
	for _, t := range a.terms {
		if rows += t.in; len(keys) > 0 && rows > mostRows {
			break
		}
		keys = append(keys, t.key)
	}
	if len(keys) == 0 {
		return nil, nil
	}
	found, err := d.store.Match(ctx, as, keys)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	weight := func(m store.Match) float64 {
		sum := 0.0
		for _, i := range m.Terms {
			sum += a.terms[i].weight
		}
		return sum
	}
	slices.SortStableFunc(found, func(x, y store.Match) int { return cmp.Compare(weight(y), weight(x)) })
	var out []store.Place
	for _, m := range found[:min(len(found), mostPlaces)] {
		out = append(out, m.Place)
	}
	return out, nil
}
