package identity

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
)

// bands are the lower ends of the bands of confidence in grades.txt.
var bands = []float64{0, 0.55, 0.7, 0.85, 0.95}

// TestGrades measures, on the marked sources of unread articles, how many of the names given in each band of
// confidence are right, and holds the thresholds of grades.txt to what they promise.
func TestGrades(t *testing.T) {
	given, right := map[string]int{}, map[string]int{}
	graded, good := map[attribution.Grade]int{}, map[attribution.Grade]int{}
	articles := marksIn(t, "testdata/articles.jsonl")
	for _, file := range slices.Sorted(maps.Keys(articles)) {
		p := readArticle(t, file)
		for _, st := range Resolve(p.doc, people.Mentions(p.doc), p.statements) {
			i := slices.IndexFunc(articles[file], func(m mark) bool {
				return m.Start < st.Speaker.End && m.End > st.Speaker.Start
			})
			if i < 0 || st.Speaker.Name == "" {
				continue
			}
			band, _ := slices.BinarySearch(bands, st.Speaker.Confidence+1e-9)
			key := fmt.Sprintf("%-11s from %.2f", st.Speaker.Basis, bands[band-1])
			given[key]++
			graded[st.Speaker.Grade()]++
			if articles[file][i].Name != "" && meant(articles[file][i].Name, st.Speaker.Name) {
				right[key]++
				good[st.Speaker.Grade()]++
			}
		}
	}
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(given)) {
		fmt.Fprintf(&b, "# %s  %3d names  %3d right\n", key, given[key], right[key])
	}
	for grade, least := range map[attribution.Grade]int{attribution.Certain: 97, attribution.Probable: 70} {
		if 100*good[grade] < least*graded[grade] {
			t.Errorf("of %d names graded %q %d are right, want %d of 100", graded[grade], grade, good[grade], least)
		}
	}
	const path = "../grades.txt"
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(file), "\n\n")
	table, thresholds, _ := strings.Cut(rest, "\nthreshold ")
	if got := strings.TrimSpace(b.String()); got != strings.TrimSpace(table) {
		if !*update {
			t.Fatalf("%s has changed; look at it and run with -update\ngot:\n%s", path, got)
		}
		whole := head + "\n\n" + got + "\n\nthreshold " + strings.TrimSpace(thresholds) + "\n"
		if err := os.WriteFile(path, []byte(whole), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
