package when

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/testenv"
	"rapporteur/corpus/text"
)

// TestScore measures Find against TIMEX3 gold as score_dates.py does, and holds
// the figures to testdata/score.txt, so that a change of quality shows in review.
func TestScore(t *testing.T) {
	dates, topics := testenv.Shared(t, "eval", "dates"), testenv.Shared(t, "eval", "digests")
	var b strings.Builder
	for _, set := range []string{"timebank", "aquaint"} {
		s := scoreSet(t, filepath.Join(dates, set))
		fmt.Fprintf(&b, "%-9s found P %.1f R %.1f F1 %.1f   value P %.1f R %.1f F1 %.1f   (%d right of %d found, %d gold)\n", set,
			percent(s.hit, s.found), percent(s.hit, s.gold), percent(2*s.hit, s.found+s.gold),
			percent(s.right, s.found), percent(s.right, s.gold), percent(2*s.right, s.found+s.gold), s.right, s.found, s.gold)
	}
	for _, topic := range []string{"h1n1"} {
		b.WriteString(scoreInfer(t, filepath.Join(topics, topic, "articles.jsonl")))
	}
	const golden = "testdata/score.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("quality is now\n%s\nwas\n%s", b.String(), want)
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// scoreInfer takes the day of publication away from articles that have one and
// infers it again.
func scoreInfer(t *testing.T, name string) string {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := article.Parse(name, raw)
	if err != nil {
		t.Fatal(err)
	}
	inferred := 0
	for i := range all {
		day, evidence, ok := Infer(text.Split(&all[i]))
		if !ok {
			continue
		}
		inferred++
		if day != all[i].Published {
			t.Errorf("article of %s inferred to be of %s by %q", all[i].Published, day, evidence[0].Of(all[i].Text))
		}
	}
	return fmt.Sprintf("%s day inferred for %d of %d articles, none wrong\n", filepath.Base(filepath.Dir(name)), inferred, len(all))
}

// A timex is a gold expression; its offsets are in characters.
type timex struct {
	Start, End  int
	Type, Value string
}

func (x timex) overlap(s span.Span) int { return min(x.End, s.End) - max(x.Start, s.Start) }

type tally struct{ hit, right, found, gold int }

func scoreSet(t *testing.T, folder string) tally {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var s tally
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var row struct {
			Doc       string
			Published civil.Day
			Timexes   []timex
		}
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		s.add(row.Timexes, datesOf(t, filepath.Join(folder, "text", row.Doc), row.Published))
	}
	return s
}

// datesOf is the dates of a file with their spans in characters.
func datesOf(t *testing.T, name string, published civil.Day) []Date {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := article.Parse(name, raw)
	if err != nil || len(all) != 1 {
		t.Fatalf("parse %s: %d articles, %v", name, len(all), err)
	}
	dates := Find(text.Split(&all[0]), published)
	for i := range dates {
		at := all[0].File.File(dates[i].Span)
		dates[i].Span = span.Span{Start: len([]rune(string(raw[:at.Start]))), End: len([]rune(string(raw[:at.End])))}
	}
	return dates
}

func (s *tally) add(gold []timex, got []Date) {
	used := make([]bool, len(got))
	for _, g := range gold {
		want, counts := valueOf(g)
		if !counts {
			continue
		}
		s.gold++
		best := -1
		for i, d := range got {
			if n := g.overlap(d.Span); !used[i] && n > 0 && (best < 0 || n > g.overlap(got[best].Span)) {
				best = i
			}
		}
		if best < 0 {
			continue
		}
		used[best] = true
		s.hit++
		s.found++
		at := got[best].Interval
		season := regexp.MustCompile(`-(SP|SU|FA|WI)$`).MatchString(g.Value)
		if at.From == want.From && at.To == want.To || season && (at.From.Year == want.From.Year || at.To.Year == want.From.Year) {
			s.right++
		}
	}
	for i, d := range got {
		free := used[i]
		for _, g := range gold {
			free = free || g.overlap(d.Span) > 0
		}
		if !free {
			s.found++
		}
	}
}

// valueOf is the interval that a gold value names, where it counts.
func valueOf(g timex) (Interval, bool) {
	part := func(pattern string) []int {
		m := regexp.MustCompile(`^` + pattern + `$`).FindStringSubmatch(g.Value)
		if m == nil {
			return nil
		}
		n := make([]int, 4)
		for i, s := range m[1:] {
			n[i], _ = strconv.Atoi(s)
		}
		return n
	}
	if g.Type != "DATE" {
		return Interval{}, false
	}
	if n := part(`(\d{4})-(\d\d)-(\d\d)(?:T.*)?`); n != nil {
		return oneDay(civil.Of(n[0], monthOf(n[1]), n[2])), true
	}
	if n := part(`(\d{4})-W(\d\d)(?:-WE)?`); n != nil {
		w := unitAround(addUnits(civil.Of(n[0], 1, 4), week, n[1]-1), week)
		if strings.HasSuffix(g.Value, "WE") {
			w.From = w.From.Add(5)
		}
		return w, true
	}
	if n := part(`(\d{4})-(\d\d)`); n != nil {
		return unitAround(civil.Of(n[0], monthOf(n[1]), 1), month), true
	}
	if n := part(`(\d{4})-Q([1-4])`); n != nil {
		return unitAround(civil.Of(n[0], monthOf(3*n[1]), 1), quarter), true
	}
	if n := part(`(\d{4})-H([12])`); n != nil {
		return unitAround(civil.Of(n[0], monthOf(6*n[1]), 1), half), true
	}
	if n := part(`(\d{4})(?:-(?:SP|SU|FA|WI))?`); n != nil {
		return wholeYear(n[0]), true
	}
	if n := part(`(\d{3})X?`); n != nil {
		return unitAround(civil.Of(10*n[0], 1, 1), decade), true
	}
	return Interval{}, false
}
