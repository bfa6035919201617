package briefing

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/corpus/store"
	"rapporteur/corpus/store/storetest"
)

// BenchmarkStored opens a stored corpus and answers one question, as the command
// line does. A hundred thousand sentences, the promise being 0.3 s, are measured
// with: go test ./briefing -run - -bench Stored -benchtime 10x.
func BenchmarkStored(b *testing.B) {
	for _, sentences := range []int{5_000, 100_000} {
		if testing.Short() && sentences > 5_000 {
			continue
		}
		b.Run(fmt.Sprint(sentences), func(b *testing.B) { stored(b, sentences) })
	}
}

func stored(b *testing.B, sentences int) {
	path := filepath.Join(b.TempDir(), "store.db")
	entries := storetest.Generated(b, sentences)
	st, err := store.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; i < len(entries); i += 200 {
		if _, err := st.Add(b.Context(), store.Operator, entries[i:min(i+200, len(entries))]...); err != nil {
			b.Fatal(err)
		}
	}
	if err := st.Settle(b.Context()); err != nil {
		b.Fatal(err)
	}
	st.Close()
	e := entries[len(entries)/2]
	words := strings.Fields(e.Article.At(e.Statements[2].Content[0]))
	asker := Asker{Today: e.Article.Published}
	for _, q := range []struct {
		name string
		ask  func(*Desk) (int, error)
	}{
		{"who", func(d *Desk) (int, error) {
			a, err := d.Who(b.Context(), WhoQuestion{Asker: asker, Phrase: strings.Join(words[:8], " ")})
			return len(a.Answers), err
		}},
		{"said", func(d *Desk) (int, error) {
			a, err := d.Said(b.Context(), SaidQuestion{Asker: asker, Person: e.Statements[0].Speaker.Name})
			return len(a.Statements), err
		}},
		{"happened on a day", func(d *Desk) (int, error) {
			a, err := d.Happened(b.Context(), HappenedQuestion{Asker: asker, On: e.Article.Published.String()})
			return len(a.Events), err
		}},
		{"happened in a year", func(d *Desk) (int, error) {
			a, err := d.Happened(b.Context(), HappenedQuestion{Asker: asker, On: "2030"})
			return len(a.Events), err
		}},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				st, err := store.Open(b.Context(), path)
				if err != nil {
					b.Fatal(err)
				}
				if n, err := q.ask(New(st, Options{})); err != nil || n == 0 {
					b.Fatalf("%d answers, %v", n, err)
				}
				st.Close()
			}
		})
	}
}
