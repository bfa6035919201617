package ledger

import (
	"context"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/briefing/schedule"
)

// noon is on a Monday, three hours after the digest of that day.
var noon = time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)

func fresh(t testing.TB) *Ledger {
	t.Helper()
	l, err := Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func daily(channel string) digest.Settings {
	return digest.Settings{Channel: channel, Rule: schedule.Rule{Cron: "0 9 * * *", Zone: "UTC"}, Kind: digest.KindNew}
}

func add(t testing.TB, l *Ledger, guild string, s digest.Settings, at time.Time) digest.Digest {
	t.Helper()
	d, err := l.Add(t.Context(), guild, s, at)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestTidyDeletesRows: what is over or forgotten leaves the file.
func TestTidyDeletesRows(t *testing.T) {
	l, ctx := fresh(t), t.Context()
	must(t, l.Put(ctx, "always", []byte("1"), time.Time{}))
	must(t, l.Put(ctx, "over", []byte("2"), time.Now().Add(-time.Minute)))
	d := add(t, l, "gone", daily("c"), noon)
	must(t, l.RunNow(ctx, "gone", d.ID, "one request", noon))
	runs, err := l.Pending(ctx, noon, 100)
	must(t, err)
	_, err = l.Failed(ctx, runs[0], Failure{Problem: "gone", Refused: true, Suspend: true}, noon)
	must(t, err)
	_, err = l.Tidy(ctx, noon.AddDate(-1, 0, 0), noon.AddDate(0, 0, 1))
	must(t, err)
	for query, want := range map[string]int{"SELECT count(*) FROM keep": 1, "SELECT count(*) FROM run": 0} {
		var n int
		must(t, l.db.QueryRow(query).Scan(&n))
		if n != want {
			t.Errorf("%s: %d after Tidy, want %d", query, n, want)
		}
	}
}

func TestMarksDiffer(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range []Occurrence{{Digest: 1, Name: "a"}, {Digest: 2, Name: "a"}, {Digest: 1, Name: "b"},
		{Digest: 1, Name: "a", Settings: digest.Settings{Channel: "c"}}} {
		for n := 1; n <= 3; n++ {
			mark := r.Mark(n)
			if len(mark) != 25 || seen[mark] || strings.ContainsAny(mark, "=") {
				t.Errorf("mark %q of %+v part %d: seen %v", mark, r, n, seen[mark])
			}
			seen[mark] = true
		}
	}
}

// TestTwoPrograms: a second program, started by mistake, plans at the same time.
func TestTwoPrograms(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	var ledgers [2]*Ledger
	for i := range ledgers {
		l, err := Open(t.Context(), path)
		must(t, err)
		defer l.Close()
		ledgers[i] = l
	}
	for range 10 {
		add(t, ledgers[0], "g", daily("c"), noon.AddDate(0, 0, -1))
	}
	var wg sync.WaitGroup
	for _, l := range ledgers {
		for range 4 {
			wg.Go(func() {
				if err := l.Plan(context.WithoutCancel(t.Context()), noon, 6*time.Hour); err != nil {
					t.Error(err)
				}
			})
		}
	}
	wg.Wait()
	if runs, err := ledgers[1].Pending(t.Context(), noon, 100); err != nil || len(runs) != 10 {
		t.Errorf("%d runs of 10 digests, %v", len(runs), err)
	}
}
