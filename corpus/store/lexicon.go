package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"

	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/text/term"
)

// mostSpellings is how many corrections Spell offers.
const mostSpellings = 10

// lexicons find misspelt words. A collection's words are one finite-state transducer (vellum), which a Levenshtein
// automaton searches in well under a millisecond, however many there are. Settle makes it and keeps it in the
// collection's row, so that opening a store costs nothing.
type lexicons struct {
	once sync.Once
	one  *levenshtein.LevenshteinAutomatonBuilder // one edit, a swap of neighbours counting as one
	two  *levenshtein.LevenshteinAutomatonBuilder
	err  error
}

func (l *lexicons) automaton(word string) (*levenshtein.DFA, error) {
	l.once.Do(func() {
		var err1, err2 error
		l.one, err1 = levenshtein.NewLevenshteinAutomatonBuilder(1, true)
		l.two, err2 = levenshtein.NewLevenshteinAutomatonBuilder(2, true)
		l.err = errors.Join(err1, err2)
	})
	if l.err != nil {
		return nil, l.err
	}
	if len([]rune(word)) <= 4 {
		return l.one.BuildDfa(word, 1)
	}
	return l.two.BuildDfa(word, 2)
}

// Spell implements Reader.
func (s *SQLite) Spell(ctx context.Context, as Collection, word string) ([]string, error) {
	split := term.Split(word)
	if len(split) != 1 || len([]rune(split[0].Word)) <= 2 {
		return nil, nil
	}
	word = split[0].Word
	edits, err := s.spellings(ctx, as, word)
	if err != nil {
		return nil, fmt.Errorf("spell %q: %w", word, err)
	}
	if _, known := edits[word]; known {
		return nil, nil
	}
	found := slices.SortedFunc(maps.Keys(edits), func(a, b string) int {
		return cmp.Or(cmp.Compare(edits[a], edits[b]), cmp.Compare(a, b))
	})
	return found[:min(len(found), mostSpellings)], nil
}

// spellings are the words near a word, with how many edits away they are.
func (s *SQLite) spellings(ctx context.Context, as Collection, word string) (map[string]uint8, error) {
	dfa, err := s.lexicons.automaton(word)
	if err != nil {
		return nil, err
	}
	out := make(map[string]uint8)
	err = dbfile.Rows(ctx, s.read, func(r *sql.Rows) error {
		var packed []byte
		if err := r.Scan(&packed); err != nil {
			return err
		}
		fst, err := vellum.Load(packed)
		if err != nil {
			return fmt.Errorf("load words: %w", err)
		}
		it, err := fst.Search(dfa, nil, nil)
		for ; err == nil; err = it.Next() {
			key, _ := it.Current()
			_, out[string(key)] = dfa.MatchAndDistance(string(key))
		}
		if !errors.Is(err, vellum.ErrIteratorDone) {
			return fmt.Errorf("search words: %w", err)
		}
		return nil
	}, "SELECT lexicon FROM collection WHERE name IN ('', ?) AND lexicon IS NOT NULL", as)
	return out, err
}

// Known implements Reader.
func (s *SQLite) Known(ctx context.Context, as Collection, words []string) ([]string, error) {
	out, err := dbfile.Column[string](ctx, s.read, "SELECT DISTINCT w.word FROM json_each(?) j "+
		"JOIN collection c ON c.name IN ('', ?) JOIN word w ON w.collection = c.id AND w.word = j.value "+
		"ORDER BY w.word", array(words), as)
	return out, dbfile.Wrap(err, "look up words")
}

// lexicon makes the transducer of a collection's words.
func lexicon(ctx context.Context, tx *sql.Tx, collection int64) ([]byte, error) {
	var out bytes.Buffer
	b, err := vellum.New(&out, nil)
	if err == nil {
		err = dbfile.Rows(ctx, tx, func(r *sql.Rows) error {
			var w []byte
			if err := r.Scan(&w); err != nil {
				return err
			}
			return b.Insert(w, 0)
		}, "SELECT word FROM word WHERE collection = ? ORDER BY word", collection) // BINARY order is the order of bytes
	}
	if err == nil {
		err = b.Close()
	}
	return out.Bytes(), dbfile.Wrap(err, "build words")
}
