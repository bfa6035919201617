package briefing

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// TestEdition holds runs of digests to golden files, each with the articles it is
// about. To write them anew: go test ./briefing -run Edition -update.
func TestEdition(t *testing.T) {
	files, err := filepath.Glob("testdata/edition/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			articles := fstest.MapFS{}
			for _, f := range a.Files {
				if f.Name != "ask" && f.Name != "answer" {
					articles[f.Name] = &fstest.MapFile{Data: f.Data}
				}
			}
			reader := &subscriber{desk: reading(t, articles)}
			for i, f := range a.Files {
				if f.Name == "answer" {
					a.Files[i].Data = []byte(reader.ask(t, strings.TrimSpace(string(a.Files[i-1].Data))))
				}
			}
			golden(t, name, string(txtar.Format(a)))
		})
	}
}

// disambiguate is a desk over articles that the operator has.
func reading(t testing.TB, articles fstest.MapFS) *Desk {
	t.Helper()
	st, err := store.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	if report, err := corpus.IngestFS(t.Context(), st, store.Operator, articles); err != nil || len(report.Refused) > 0 {
		t.Fatalf("ingest: %v, refused %v", err, report.Refused)
	}
	return New(st, Options{})
}

// TestYearsShareTheLines: however few lines there may be, the newest year has the most
// and no year is crowded out while there are as many lines as years.
func TestYearsShareTheLines(t *testing.T) {
	articles := fstest.MapFS{}
	for _, y := range []int{2021, 2022, 2023} {
		articles[fmt.Sprint(y, ".txt")] = &fstest.MapFile{Data: fmt.Appendf(nil, `The regatta of %[1]d
%[1]d0612
https://herald.example.org/regatta/%[1]d
Crew number %[1]d of the harbour won the regatta by two lengths on the river.
The mayor of Brinmouth handed the winners of %[1]d a silver oar on the quay.
A boat sank with %[1]d bottles of beer on board near the bridge at Ostrel.
`, y)}
	}
	d := reading(t, articles)
	for items, want := range map[int]string{1: "2023", 2: "2023 2022", 3: "2023 2022 2021", 5: "2023 2023 2022 2022 2021", 0: "2023 2023 2023 2022 2022 2022 2021 2021 2021"} {
		e, err := d.Edition(t.Context(), EditionQuestion{Asker: Asker{Today: day(t, "2026-06-12")}, Kind: "years", Items: items})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, i := range e.Items {
			got = append(got, strings.TrimPrefix(i.Section, "12 June "))
		}
		if strings.Join(got, " ") != want || len(e.NewKeys) != len(e.Items) {
			t.Errorf("%d lines: years %v with %d keys, want %s", items, got, len(e.NewKeys), want)
		}
	}
}

// TestYearsOfALeapDay: the 29th of February has no day in other years.
func TestYearsOfALeapDay(t *testing.T) {
	d := reading(t, fstest.MapFS{
		"a.txt": {Data: []byte("Ice on the Sarn\n20200229\nhttps://herald.example.org/ice\nThe Sarn froze from bank to bank below the dam for the first time in thirty years.\n")},
		"b.txt": {Data: []byte("Mud on the Sarn\n20210301\nhttps://herald.example.org/mud\nThe Sarn left its mud on the lower quay and the town swept it back again.\n")},
	})
	for today, want := range map[string]int{"2024-02-29": 1, "2024-03-01": 1, "2023-02-28": 0} {
		e, err := d.Edition(t.Context(), EditionQuestion{Asker: Asker{Today: day(t, today)}, Kind: "years"})
		if err != nil || len(e.Items) != want {
			t.Errorf("on %s: %d lines, %v; want %d", today, len(e.Items), err, want)
		}
	}
}

// TestYearsKeepWalls: what a guild's own articles remember is for that guild.
func TestYearsKeepWalls(t *testing.T) {
	st, err := store.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	own := fstest.MapFS{"a.txt": {Data: []byte("The brewery\n20231102\nhttps://herald.example.org/b\nOn 4 May 1988 the Sarn carried the Ostrel brewery into the lower town.\n")}}
	if _, err := corpus.IngestFS(t.Context(), st, "g", own); err != nil {
		t.Fatal(err)
	}
	d := New(st, Options{})
	for guild, want := range map[string]int{"g": 1, "h": 0, "": 0} {
		e, err := d.Edition(t.Context(), EditionQuestion{Asker: Asker{Guild: guild, Today: day(t, "2026-05-04")}, Kind: "years"})
		if err != nil || len(e.Items) != want {
			t.Errorf("guild %q is told %d lines, %v; want %d", guild, len(e.Items), err, want)
		}
	}
}

// TestReviewsOfAWeek: a review tells again what the days' digests told, another review
// within the week does not, and a digest of the day leaves out what a review told.
func TestReviewsOfAWeek(t *testing.T) {
	d := sampled(t)
	var told []string
	tell := func(kind, today string) map[string]bool {
		e, err := d.Edition(t.Context(), EditionQuestion{Asker: Asker{Today: day(t, today)}, Kind: kind, SeenKeys: told})
		if err != nil {
			t.Fatalf("%s of %s: %v", kind, today, err)
		}
		told = append(told, e.NewKeys...)
		lines := map[string]bool{}
		for _, i := range e.Items {
			if i.Section == "headlines" {
				lines[i.Text] = true
			}
		}
		return lines
	}
	shared := func(a, b map[string]bool) (n int) {
		for text := range a {
			if b[text] {
				n++
			}
		}
		return n
	}
	first, review, second := tell("day", "2026-03-14"), tell("week", "2026-03-15"), tell("week", "2026-03-16")
	after := tell("day", "2026-03-15")
	if shared(first, review) == 0 {
		t.Error("the review tells nothing of what the digest of its last day but one told")
	}
	if n := shared(review, second); n > 0 || len(second) == 0 {
		t.Errorf("the next review has %d lines and tells %d again", len(second), n)
	}
	if n := shared(review, after); n > 0 {
		t.Errorf("the digest of a day tells %d lines of the review again", n)
	}
	e, err := d.Edition(t.Context(), EditionQuestion{Asker: Asker{Today: day(t, "2026-03-15")}, Kind: "week"})
	if err != nil || e.From != day(t, "2026-03-08") || e.To != day(t, "2026-03-14") {
		t.Errorf("the week before 15 March is %s to %s, %v", e.From, e.To, err)
	}
}
