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
	mostWords  = 80
	mostRows   = 6000
	mostPlaces = 48
	commonest  = phrase.CommonWeight
	spelling   = 0.8 // how surely a misspelt word is the nearest one of the corpus
)

// An asked is what a member's words come to in the corpus.
type asked struct {
	phrase phrase.Phrase
	text   string      // as typed
	words  []term.Term // of text, as many as phrase has
	terms  []lookup    // the words worth searching by, rarest first

	sentences int // of the corpus, as the asker sees it
}

// A lookup is one key to search by.
type lookup struct {
	key    string
	word   int // of the phrase
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
	a := asked{text: s, words: told, sentences: w.Sentences}
	for i, t := range told {
		word := phrase.Word{Key: t.Key, Weight: phrase.CommonWeight}
		if !term.Common(t.Word) {
			word.Weight = max(phrase.Idf(w.In[i], w.Sentences), 1.5*commonest)
			if w.In[i] > 0 {
				a.terms = append(a.terms, lookup{t.Key, i, word.Weight, w.In[i]})
			} else if err := d.mend(ctx, as, t, i, &word, &a); err != nil {
				return asked{}, err
			}
		}
		a.phrase = append(a.phrase, word)
	}
	a.order()
	return a, nil
}

// order puts the rarest terms first, each once.
func (a *asked) order() {
	slices.SortStableFunc(a.terms, func(x, y lookup) int { return cmp.Or(cmp.Compare(x.in, y.in), cmp.Compare(x.key, y.key)) })
	a.terms = slices.CompactFunc(a.terms, func(x, y lookup) bool { return x.key == y.key })
}

// mend lets a word that the corpus does not have stand for those it may be a
// misspelling of.
func (d *Desk) mend(ctx context.Context, as store.Collection, t term.Term, at int, word *phrase.Word, a *asked) error {
	near, err := d.store.Spell(ctx, as, t.Word)
	if err != nil {
		return fmt.Errorf("mend %q: %w", t.Word, err)
	}
	return d.standIn(ctx, as, near, spelling, at, word, a)
}

// standIn lets a word of the phrase stand for others too, as surely as given.
func (d *Desk) standIn(ctx context.Context, as store.Collection, others []string, sure float64, at int, word *phrase.Word, a *asked) error {
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
		a.terms = append(a.terms, lookup{k, at, sure * word.Weight, w.In[i]})
	}
	return nil
}

// A held is a sentence and the weight of the words of the phrase that it holds.
type held struct {
	store.Place
	weight float64
}

// holding finds the sentences that hold words of the phrase, those that hold most
// first. Words too common to look up beside rarer ones are left out; skipped is
// the weight they have in the phrase.
func (d *Desk) holding(ctx context.Context, as store.Collection, a asked) (found []held, skipped float64, err error) {
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
	found = make([]held, len(matches))
	for i, m := range matches {
		found[i] = held{m.Place, a.weigh(m.Terms)}
	}
	slices.SortStableFunc(found, func(x, y held) int { return cmp.Compare(y.weight, x.weight) })
	return found, skipped, nil
}

// weigh is the weight of the words whose terms were met, each word once.
func (a asked) weigh(terms []int) float64 {
	sum := 0.0
	for n, i := range terms {
		again := slices.ContainsFunc(terms[:n], func(j int) bool { return a.terms[i].word == a.terms[j].word })
		if !again {
			sum += a.terms[i].weight
		}
	}
	return sum
}

// places finds the sentences that hold most of what was asked, best first.
func (d *Desk) places(ctx context.Context, as store.Collection, a asked) ([]store.Place, error) {
	found, _, err := d.holding(ctx, as, a)
	if err != nil {
		return nil, err
	}
	var out []store.Place
	for _, h := range found[:min(len(found), mostPlaces)] {
		out = append(out, h.Place)
	}
	return out, nil
}
