package store_test

import (
	"fmt"
	"iter"
	"path/filepath"
	"testing"

	"rapporteur/corpus/store"
	"rapporteur/corpus/store/storetest"
	"rapporteur/corpus/text/term"
)

func BenchmarkLoad(b *testing.B) {
	for _, sentences := range []int{1_000, 10_000} {
		entries := storetest.Generated(b, sentences)
		b.Run(fmt.Sprint(sentences), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				st, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "store.db"))
				if err != nil {
					b.Fatal(err)
				}
				load(b, st, entries)
				st.Close()
			}
			b.ReportMetric(float64(sentences*b.N)/b.Elapsed().Seconds(), "sentences/s")
		})
	}
}

func load(b *testing.B, st store.Store, entries []store.Entry) {
	b.Helper()
	for len(entries) > 0 {
		n := min(200, len(entries))
		if _, err := st.Add(b.Context(), store.Operator, entries[:n]...); err != nil {
			b.Fatal(err)
		}
		entries = entries[n:]
	}
	if err := st.Settle(b.Context()); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "store.db")
	st, err := store.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	entries := storetest.Generated(b, 10_000)
	load(b, st, entries)
	st.Close()
	keys := term.Keys(entries[7].Article.At(entries[7].Sentences[3].Span))
	b.ReportAllocs()
	for b.Loop() {
		st, err := store.Open(b.Context(), path)
		if err != nil {
			b.Fatal(err)
		}
		if m, err := st.Match(b.Context(), store.Operator, keys[:3]); err != nil || len(m) == 0 {
			b.Fatalf("%d matches, %v", len(m), err)
		}
		st.Close()
	}
}

// BenchmarkRead goes through a store, decoding entries wholly and as texts.
func BenchmarkRead(b *testing.B) {
	st, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "store.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	load(b, st, storetest.Generated(b, 5_000))
	for _, way := range []struct {
		name string
		all  iter.Seq2[store.Stored, error]
	}{
		{"entries", st.Entries(b.Context(), store.Operator, store.EntryQuery{})},
		{"texts", st.Texts(b.Context(), store.Operator, store.TextQuery{})},
		{"spoken", st.Texts(b.Context(), store.Operator, store.TextQuery{Spoken: true})},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				read := 0
				for e, err := range way.all {
					if err != nil {
						b.Fatal(err)
					}
					read += len(e.Sentences)
				}
				if read == 0 {
					b.Fatal("nothing read")
				}
			}
		})
	}
}
