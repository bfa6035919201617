package corpus

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/sample"
	"rapporteur/corpus/store"
)

func memory(t testing.TB) store.Store {
	t.Helper()
	st, err := store.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return st
}

// articles writes n small articles as files and one line of JSON Lines each.
func articles(t testing.TB, n int) string {
	t.Helper()
	root := t.TempDir()
	var lines strings.Builder
	for i := range n {
		raw := fmt.Sprintf("Boat %d sails\n20260309\nhttps://example.com/%d\n"+
			"Boat %d sailed on Monday, Ida Holm said.\n", i, i, i)
		if err := os.WriteFile(filepath.Join(root, fmt.Sprintf("%04d.txt", i)), []byte(raw), 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&lines,
			`{"title":"Train %d leaves","published":"2026-03-09","text":"Train %d left on Monday."}`+"\n", i, i)
	}
	if err := os.WriteFile(filepath.Join(root, "w.jsonl"), []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return root
}

func TestIngest(t *testing.T) {
	root := articles(t, 30)
	if err := os.WriteFile(filepath.Join(root, "0007b.txt"), []byte("\x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	st := memory(t)
	last, whole := 0, 0
	progress := func(done, total int) {
		if done < last || done > total || whole != 0 && total != whole {
			t.Errorf("progress went from %d of %d to %d of %d", last, whole, done, total)
		}
		last, whole = done, total
	}
	report, err := Ingest(t.Context(), st, store.Operator, []string{root, root + "/none"}, Options{Progress: progress})
	if err != nil || report.Added != 60 || report.Unchanged != 0 || len(report.Refused) != 2 {
		t.Fatalf("first: %+v, %v", report, err)
	}
	if last != whole || whole == 0 {
		t.Errorf("progress ended at %d of %d", last, whole)
	}
	seq, n := int64(0), 0
	for e, err := range st.Entries(t.Context(), store.Operator, store.EntryQuery{}) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Seq <= seq || n < 30 && !strings.HasSuffix(e.Article.Path, fmt.Sprintf("%04d.txt", n)) {
			t.Errorf("article %d is %s, number %d", n, e.Article.Path, e.Seq)
		}
		seq = e.Seq
		n++
	}
	report, err = Ingest(t.Context(), st, store.Operator, []string{root}, Options{})
	if err != nil || report.Added != 0 || report.Unchanged != 60 || len(report.Refused) != 1 {
		t.Errorf("again: %+v, %v", report, err)
	}
	report, err = Ingest(t.Context(), st, "guild", []string{root}, Options{})
	if err != nil || report.Added != 60 {
		t.Errorf("into a guild's own: %+v, %v", report, err)
	}
}

// TestIngestDates gives a day to what was there before and to what is new, in one go.
func TestIngestDates(t *testing.T) {
	root, st := articles(t, 3), memory(t)
	if _, err := Ingest(t.Context(), st, store.Operator, []string{filepath.Join(root, "w.jsonl")},
		Options{}); err != nil {
		t.Fatal(err)
	}
	day := civil.Of(2026, 3, 12) // a Thursday: the Monday of their words stays the ninth
	report, err := Ingest(t.Context(), st, store.Operator, []string{root}, Options{Published: day})
	if err != nil || report.Added != 3 || report.Unchanged != 3 || report.Dated != 6 {
		t.Fatalf("%+v, %v", report, err)
	}
	for e, err := range st.Entries(t.Context(), store.Operator, store.EntryQuery{}) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Article.Published != day || e.Article.Dated != article.FromModerator || len(e.Dates) == 0 ||
			e.Dates[0].From != civil.Of(2026, 3, 9) {
			t.Errorf("%s is of %v by %s, with the dates %v", e.Article.Title, e.Article.Published, e.Article.Dated,
				e.Dates)
		}
	}
}

func TestIngestFS(t *testing.T) {
	st := memory(t)
	report, err := IngestFS(t.Context(), st, store.Operator, sample.FS())
	if err != nil || report.Added != 16 || len(report.Refused) > 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	c, err := st.Coverage(t.Context(), store.Operator)
	if err != nil || c.Articles != 16 || c.First.String() != "2026-03-02" || c.Last.String() != "2026-03-14" {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestIngestStops(t *testing.T) {
	root := articles(t, 50)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	_, err := Ingest(ctx, memory(t), store.Operator, []string{root}, Options{Progress: func(int, int) {
		if n++; n == 10 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled ingest ended with %v", err)
	}
}

// broken is a store that takes no more.
type broken struct{ store.Store }

var errFull = errors.New("disk full")

func (broken) Add(context.Context, store.Collection, ...store.Entry) (int, error) { return 0, errFull }

func TestIngestIntoFullStore(t *testing.T) {
	_, err := Ingest(t.Context(), broken{memory(t)}, store.Operator, []string{articles(t, 250)}, Options{})
	if !errors.Is(err, errFull) {
		t.Errorf("got %v, want %v", err, errFull)
	}
}

func TestRefusalNamesTheFile(t *testing.T) {
	report, err := Ingest(t.Context(), memory(t), store.Operator, []string{t.TempDir() + "/none.txt"}, Options{})
	if err != nil || len(report.Refused) != 1 {
		t.Fatalf("%+v, %v", report, err)
	}
	var bad *article.FileError = report.Refused[0]
	if filepath.Base(bad.Path) != "none.txt" || bad.Reason != "there is no such file or folder" {
		t.Errorf("refused %q because %q", bad.Path, bad.Reason)
	}
}

// BenchmarkIngest takes new articles to a store on disk, at two sizes. The heap is the
// most that was in use when an article was passed on.
func BenchmarkIngest(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprint(2*n, " articles"), func(b *testing.B) {
			root := articles(b, n)
			var peak uint64
			seen := 0
			watch := func(int, int) {
				if seen++; seen%100 == 0 {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					peak = max(peak, m.HeapInuse)
				}
			}
			for i := 0; b.Loop(); i++ {
				st, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "corpus.db"))
				if err != nil {
					b.Fatal(err)
				}
				if r, err := Ingest(b.Context(), st, store.Operator, []string{root},
					Options{Progress: watch}); err != nil || r.Added != 2*n {
					b.Fatalf("%+v, %v", r, err)
				}
				if err := st.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(2*n*b.N)/b.Elapsed().Seconds(), "articles/s")
			b.ReportMetric(float64(peak)/(1<<20), "MiB-heap")
		})
	}
}
