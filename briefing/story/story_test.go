package story

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

// paper reads an article of sentences in order.
func paper(t testing.TB, host, day, title string, lines ...string) Article {
	t.Helper()
	raw := fmt.Sprintf(`{"title":%q,"published":%q,"url":"https://%s/a","text":%q}`, title, day, host, strings.Join(lines, "\n"))
	all, err := article.Parse("a.jsonl", []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	a := &all[0]
	doc := text.Split(a)
	return Article{Article: a, Sentences: doc.Sentences, Dates: when.Find(doc, a.Published)}
}

// day is the material of one day.
func day(t testing.TB, on string, articles ...Article) Material {
	t.Helper()
	d, err := civil.Parse(on)
	if err != nil {
		t.Fatal(err)
	}
	return Material{From: d, To: d, Articles: articles}
}

func model(t testing.TB) Model {
	t.Helper()
	m, err := Learned()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// lines are the texts of a section.
func lines(m Material, d Edition, s Section) []string {
	var out []string
	for _, i := range d.Items {
		if i.Section == s {
			p := i.Places[0]
			out = append(out, m.Articles[p.Article].At(p.Span))
		}
	}
	return out
}

const (
	gazette  = "gazette.example.com"
	herald   = "herald.example.org"
	northern = "northern.example.net"
)

// TestOneEventIsOneItem is the failure this package is there to prevent: most of a
// digest being one event in different words.
func TestOneEventIsOneItem(t *testing.T) {
	m := day(t, "2031-05-06",
		paper(t, gazette, "2031-05-06", "Lorn bridge reopens",
			"The bridge over the Lorn at Harrowgate reopened to traffic on Tuesday after two years of repairs.",
			"The Odrava harvest failed for the third year, the Farmers' Union said."),
		paper(t, herald, "2031-05-06", "Bridge is open again",
			"The bridge over the Lorn at Harrowgate reopened to traffic on Tuesday after two years of repair work.",
			"A bakery in Velm was fined 400 crowns for selling bread by weight."),
		paper(t, northern, "2031-05-06", "Traffic crosses the Lorn",
			"After two years of repairs the bridge over the Lorn at Harrowgate was reopened to traffic on Tuesday.",
			"The national orchestra named Ida Rell as its conductor."))
	d := Compose(m, model(t), Options{})
	heads := lines(m, d, Headlines)
	n := 0
	for _, h := range heads {
		if strings.Contains(h, "Harrowgate") {
			n++
		}
	}
	if n != 1 || len(heads) != 4 {
		t.Errorf("%d of %d headlines are the bridge, want 1 of 4:\n%s", n, len(heads), strings.Join(heads, "\n"))
	}
	if first := d.Items[0]; len(first.Places) < 2 || !strings.Contains(heads[0], "Harrowgate") {
		t.Errorf("first is %q with %d sources, want the bridge with those that tell the same", heads[0], len(first.Places))
	}
}

func TestSections(t *testing.T) {
	a := paper(t, gazette, "2031-05-06", "Flood on the Lorn",
		"The Lorn flooded the old town of Harrowgate on Tuesday and closed its only school.",
		"The cost of the flood is put at 80 million crowns by the government.",
		"“Nobody here has seen water like this since the mill was built,” said Mayor Ada Brenn.",
		"Parliament will debate the flood on Friday.")
	quote := strings.Index(a.Text, "Nobody")
	name := strings.Index(a.Text, "Ada Brenn")
	a.Statements = []attribution.Statement{{
		Sentence: slices.IndexFunc(a.Sentences, func(s text.Sentence) bool { return s.Start <= quote && quote < s.End }),
		Speaker: attribution.Speaker{Span: span.Span{Start: name, End: name + 9}, Name: "Ada Brenn",
			Basis: attribution.Named, Confidence: 0.98},
		Cue:     span.Span{Start: strings.Index(a.Text, "said"), End: strings.Index(a.Text, "said") + 4},
		Content: []span.Span{{Start: quote, End: quote + 20}}, Form: attribution.Direct, Speech: true, Confidence: 0.9,
	}}
	b := paper(t, herald, "2031-05-06", "Town under water",
		"The cost of the flood is put at 110 million crowns by the insurers.")
	m := day(t, "2031-05-06", a, b)
	d := Compose(m, model(t), Options{Words: 14})
	for _, row := range []struct {
		section Section
		want    []string
	}{
		{Said, []string{"“Nobody here has seen water like this since the mill was built,” said Mayor Ada Brenn."}},
		{Ahead, []string{"Parliament will debate the flood on Friday."}},
		{Figures, []string{"The cost of the flood is put at 80 million crowns by the government.",
			"The cost of the flood is put at 110 million crowns by the insurers."}},
	} {
		if got := lines(m, d, row.section); !slices.Equal(got, row.want) {
			t.Errorf("%s: %q, want %q", row.section, got, row.want)
		}
	}
	for _, i := range d.Items {
		if i.Why == "" || i.Key == "" {
			t.Errorf("the %s item has no reason or no key: %+v", i.Section, i)
		}
		if i.Section == Said && i.Speaker != "Ada Brenn" {
			t.Errorf("said by %q, want Ada Brenn", i.Speaker)
		}
		if i.Section == Ahead && i.Day != civil.Of(2031, 5, 9) {
			t.Errorf("ahead on %s, want 2031-05-09", i.Day)
		}
	}
}

// TestUncertainSpeakerIsNotQuoted: a wrong name is the worst fault there is.
func TestUncertainSpeakerIsNotQuoted(t *testing.T) {
	st := attribution.Statement{Speech: true, Speaker: attribution.Speaker{Name: "Ada Brenn", Basis: attribution.Named,
		Confidence: 0.98}}
	a := &Article{Article: &article.Article{}}
	if !tellable(a, &st) {
		t.Fatal("a statement of a sure speaker cannot be told")
	}
	for name, change := range map[string]func(*attribution.Statement){
		"unsure":  func(s *attribution.Statement) { s.Speaker.Confidence = 0.6 },
		"unnamed": func(s *attribution.Statement) { s.Speaker.Name = "" },
		"pronoun": func(s *attribution.Statement) { s.Speaker.Basis = attribution.Pronoun },
		"loose":   func(s *attribution.Statement) { s.Speech = false },
	} {
		bad := st
		change(&bad)
		if tellable(a, &bad) {
			t.Errorf("%s: a statement is told that should not be", name)
		}
	}
}

func TestToldIsNotToldAgain(t *testing.T) {
	m := day(t, "2031-05-06", paper(t, gazette, "2031-05-06", "Evacuation",
		"About 12,000 people left their homes below the Harrowgate dam on Tuesday.",
		"The national orchestra named Ida Rell as its conductor."))
	first := Compose(m, model(t), Options{})
	var told []string
	for _, i := range first.Items {
		told = append(told, i.Key)
	}
	if len(told) != 2 {
		t.Fatalf("told %d items, want 2", len(told))
	}
	if again := Compose(m, model(t), Options{Told: told}); len(again.Items) != 0 {
		t.Errorf("told again: %+v", again.Items)
	}
	m = day(t, "2031-05-07", paper(t, herald, "2031-05-07", "More leave",
		"About 15,000 people left their homes below the Harrowgate dam on Wednesday.",
		"The national orchestra has named Ida Rell as its conductor."))
	want := []string{"About 15,000 people left their homes below the Harrowgate dam on Wednesday."}
	if got := lines(m, Compose(m, model(t), Options{Told: append(told, "no key", "")}),
		Headlines); !slices.Equal(got, want) {
		t.Errorf("the day after tells %q, want the new number alone: %q", got, want)
	}
}

func TestNextDaysPapersTellOfTheDayOnly(t *testing.T) {
	m := day(t, "2031-05-06",
		paper(t, gazette, "2031-05-07", "Bridge reopened",
			"The bridge at Harrowgate reopened to traffic on Tuesday after two years of repairs."),
		paper(t, herald, "2031-05-07", "Minister resigns",
			"Finance Minister Olle Drenn resigned on Wednesday after a row over the harvest.",
			"The cabinet lost its longest serving member."))
	got := lines(m, Compose(m, model(t), Options{}), Headlines)
	want := []string{"The bridge at Harrowgate reopened to traffic on Tuesday after two years of repairs."}
	if !slices.Equal(got, want) {
		t.Errorf("told %q, want %q", got, want)
	}
}

func TestLimits(t *testing.T) {
	var articles []Article
	for i := range 12 {
		articles = append(articles, paper(t, fmt.Sprintf("p%d.example", i), "2031-05-06", "News",
			fmt.Sprintf("The town of Place%c%d opened a library with %d00 books for children this morning.", 'a'+i, i, i+2)))
	}
	m := day(t, "2031-05-06", articles...)
	if d := Compose(m, model(t), Options{Items: 3}); len(d.Items) > 3 {
		t.Errorf("%d items, want at most 3", len(d.Items))
	}
	short := Compose(m, model(t), Options{Words: 20})
	if n := len(lines(m, short, Headlines)); n > 2 {
		t.Errorf("%d headlines for 20 words", n)
	}
	if d := Compose(Material{}, model(t), Options{}); len(d.Items) != 0 {
		t.Errorf("no material gave %+v", d.Items)
	}
	for i := range articles {
		m.Articles[i].About = []int{}
	}
	if d := Compose(m, model(t), Options{}); len(d.Items) != 0 {
		t.Errorf("nothing about the topic gave %+v", d.Items)
	}
}

func TestSameMaterialSameDigest(t *testing.T) {
	m := generated(t, 40)
	a, b := Compose(m, model(t), Options{}), Compose(m, model(t), Options{})
	if fmt.Sprint(a) != fmt.Sprint(b) {
		t.Error("the same material gave two digests")
	}
}

// generated is a day of n articles that share words as a topic's do.
func generated(t testing.TB, n int) Material {
	t.Helper()
	nouns := strings.Fields("river dam bridge minister farmers harvest school council union ferry storm rescue hospital court budget")
	verbs := strings.Fields("closed opened visited blamed praised repaired flooded delayed approved rejected announced cancelled")
	places := strings.Fields("Harrowgate Velm Odrava Brinmouth Ostrel Tarn Karv Lower Upper Sarn")
	x := uint32(7)
	pick := func(list []string) string {
		x = x*1664525 + 1013904223
		return list[int(x>>16)%len(list)]
	}
	var all []Article
	for i := range n {
		var body []string
		for range 30 {
			body = append(body, fmt.Sprintf("The %s of %s %s the %s near %s on Tuesday, and the %s was %s by the %s.",
				pick(nouns), pick(places), pick(verbs), pick(nouns), pick(places), pick(nouns), pick(verbs), pick(nouns)))
		}
		all = append(all, paper(t, fmt.Sprintf("p%d.example", i%6), "2031-05-06", "News", body...))
	}
	return day(t, "2031-05-06", all...)
}

func BenchmarkCompose(b *testing.B) {
	for _, n := range []int{10, 40} {
		b.Run(fmt.Sprintf("articles=%d", n), func(b *testing.B) {
			m, w := generated(b, n), model(b)
			b.ReportAllocs()
			for b.Loop() {
				Compose(m, w, Options{})
			}
		})
	}
}
