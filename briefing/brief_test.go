package briefing

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestBrief holds digests of the sample corpus to golden files that a newsreader
// could judge line by line. To write them anew: go test ./briefing -run Brief -update.
func TestBrief(t *testing.T) {
	files, err := filepath.Glob("testdata/brief/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	d := sampled(t)
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var out []txtar.File
			reader := &subscriber{desk: d}
			for _, f := range a.Files {
				if f.Name == "ask" {
					out = append(out, f, txtar.File{Name: "answer", Data: []byte(reader.ask(t, strings.TrimSpace(string(f.Data))))})
				}
			}
			a.Files = out
			golden(t, name, string(txtar.Format(a)))
		})
	}
}

// A subscriber remembers what a channel was told, as the ledger does.
type subscriber struct {
	desk *Desk
	q    EditionQuestion
}

// ask puts one line: "brief" with its options, "edition KIND" with its options, or
// "edition next", which is the next run of the last one.
func (s *subscriber) ask(t *testing.T, line string) string {
	t.Helper()
	kind, rest, _ := strings.Cut(line, " ")
	o := options(rest, "on", "about", "words", "start", "today")
	asker := Asker{Today: Day{Year: 2026, Month: 3, Day: 15}}
	if o["today"] != "" {
		asker.Today = day(t, o["today"])
	}
	var b strings.Builder
	if kind == "brief" {
		q := BriefQuestion{Asker: asker, On: o["on"], About: o["about"]}
		fmt.Sscan(o["words"], &q.Words)
		a, err := s.desk.Brief(t.Context(), q)
		mustAnswer(t, line, err)
		showBrief(&b, a)
		return b.String()
	}
	if what := strings.Fields(rest)[0]; what != "next" {
		s.q = EditionQuestion{Asker: asker, Kind: what, About: o["about"], Start: o["start"], SeenKeys: s.q.SeenKeys, Cursor: s.q.Cursor}
		if what == "again" {
			s.q.Kind, s.q.Cursor = "new", ""
		}
	}
	e, err := s.desk.Edition(t.Context(), s.q)
	mustAnswer(t, line, err)
	s.q.Cursor, s.q.SeenKeys = e.Cursor, append(s.q.SeenKeys, e.NewKeys...)
	if len(e.NewKeys) < len(e.Items) {
		t.Errorf("%s: %d keys for %d items", line, len(e.NewKeys), len(e.Items))
	}
	showBrief(&b, e.BriefAnswer)
	return b.String()
}

func showBrief(b *strings.Builder, a BriefAnswer) {
	fmt.Fprintf(b, "%s to %s\n", a.From, a.To)
	if len(a.Items) == 0 {
		fmt.Fprintln(b, "nothing")
	}
	section := ""
	for _, i := range a.Items {
		if i.Section != section {
			section = i.Section
			fmt.Fprintf(b, "\n%s\n", strings.ToUpper(section))
		}
		fmt.Fprintf(b, "- %s\n", i.Text)
		if i.Speaker != "" {
			fmt.Fprintf(b, "    %s\n", i.Speaker)
		}
		if !i.Day.IsZero() {
			fmt.Fprintf(b, "    for %s\n", i.Day)
		}
		fmt.Fprintf(b, "    %s\n    why: %s\n", tellers(i.Sources), i.Why)
	}
}

// Every line is at its source, word for word.
func TestBriefIsVerbatim(t *testing.T) {
	d := sampled(t)
	a, err := d.Brief(t.Context(), BriefQuestion{On: "march 2026", Words: 400})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Items) == 0 {
		t.Fatal("a month of the sample has no digest")
	}
	for _, i := range a.Items {
		src, err := d.Source(t.Context(), SourceQuestion{ID: i.Sources[0].ID})
		if err != nil || src.Words != i.Text {
			t.Errorf("the source of %q has %q, %v", i.Text, src.Words, err)
		}
	}
}

func TestEditionMistakes(t *testing.T) {
	d := sampled(t)
	for _, q := range []EditionQuestion{{Kind: "weather"}, {Kind: "replay"}, {Kind: "replay", Start: "tuesday"}} {
		if _, err := d.Edition(t.Context(), q); !errors.As(err, new(*InputError)) {
			t.Errorf("%+v: error %v, want one for members", q, err)
		}
	}
}

func TestTimeline(t *testing.T) {
	d := sampled(t)
	a, err := d.Timeline(t.Context(), TimelineQuestion{About: "dam"})
	if err != nil || len(a.Days) < 3 {
		t.Fatalf("timeline of the dam has %d days, %v; want three at least", len(a.Days), err)
	}
	for i, x := range a.Days {
		if i > 0 && !a.Days[i-1].Day.Before(x.Day) {
			t.Errorf("days are not in order: %s after %s", x.Day, a.Days[i-1].Day)
		}
		if x.Event.From != x.Day || x.Event.Planned || len(x.Event.Sources) == 0 {
			t.Errorf("%s shows %+v", x.Day, x.Event)
		}
	}
	p, err := a.Picture()
	if err != nil || !strings.HasPrefix(string(p.PNG), "\x89PNG") || !strings.Contains(p.Alt, "from "+a.From.String()) || len(p.Alt) > 1024 {
		t.Errorf("picture of %d bytes, %q, %v", len(p.PNG), p.Alt, err)
	}
	none, err := d.Timeline(t.Context(), TimelineQuestion{About: "elephants"})
	if err != nil || len(none.Days) != 0 {
		t.Errorf("elephants have %d days, %v", len(none.Days), err)
	}
	if p, err := none.Picture(); err != nil || p.PNG != nil {
		t.Errorf("no days give a picture of %d bytes, %v", len(p.PNG), err)
	}
	if _, err := d.Timeline(t.Context(), TimelineQuestion{From: day(t, "2026-03-05"), To: day(t, "2026-03-01")}); err == nil {
		t.Error("a stretch that ends before it begins has a timeline")
	}
}
