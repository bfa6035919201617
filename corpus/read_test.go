package corpus

import (
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/sample"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

func reader(t testing.TB) *Reader {
	t.Helper()
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestReadSample holds every entry of the sample to what the store relies on.
func TestReadSample(t *testing.T) {
	r := reader(t)
	statements, events := 0, 0
	for a, err := range article.WalkFS(t.Context(), sample.FS()) {
		if err != nil {
			t.Fatal(err)
		}
		e := r.Read(a)
		checkEntry(t, &e)
		statements += len(e.Statements)
		events += len(e.Events)
	}
	if statements < 50 || events < 50 {
		t.Errorf("only %d statements and %d events in the sample", statements, events)
	}
}

func checkEntry(t *testing.T, e *store.Entry) {
	t.Helper()
	whole := span.Span{End: len(e.Article.Text)}
	inside := func(what string, s span.Span) {
		if !whole.Holds(s) || s.End < s.Start {
			t.Fatalf("%s: %s at %v of %d bytes", e.Article.Title, what, s, whole.End)
		}
	}
	for _, s := range e.Sentences {
		inside("sentence", s.Span)
		if s.Dateline && !s.Boilerplate {
			t.Errorf("%s: the dateline %q may answer", e.Article.Title, e.Article.At(s.Span))
		}
	}
	for _, s := range e.Statements {
		inside("cue", s.Cue)
		inside("speaker", s.Speaker.Span)
		if len(s.Content) == 0 || e.Sentences[s.Sentence].Boilerplate {
			t.Errorf("%s: statement without content or in boilerplate: %q", e.Article.Title,
				e.Article.At(e.Sentences[s.Sentence].Span))
		}
		for _, c := range s.Content {
			inside("content", c)
		}
		if p := e.Article.Published; !p.IsZero() && s.SaidOn.After(p) {
			t.Errorf("%s: said on %s, after publication", e.Article.Title, s.SaidOn)
		}
	}
	for _, ev := range e.Events {
		inside("clause", ev.Clause)
		if e.Sentences[ev.Sentence].Boilerplate || e.Dates[ev.Date].Sentence != ev.Sentence {
			t.Errorf("%s: event in boilerplate or with another sentence's date: %q", e.Article.Title,
				e.Article.At(ev.Clause))
		}
	}
}

func parse(t *testing.T, raw string) article.Article {
	t.Helper()
	all, err := article.Parse("a.txt", []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func TestReadDay(t *testing.T) {
	r := reader(t)
	undated := parse(t, "Harbour bridge opens\n\nThe mayor cut the ribbon with relief.\n\nNobody knew why.\n")
	if e := r.Read(undated); !e.Article.Published.IsZero() || e.Article.Dated != article.FromUnknown {
		t.Errorf("guessed the day %s by %s", e.Article.Published, e.Article.Dated)
	}
	undated.Published, undated.Dated = civil.Of(2026, 3, 9), article.FromModerator
	if e := r.Read(undated); e.Article.Published != civil.Of(2026, 3, 9) || e.Article.Dated != article.FromModerator {
		t.Errorf("the moderator's day became %s by %s", e.Article.Published, e.Article.Dated)
	}
}

func TestReadDateline(t *testing.T) {
	e := reader(t).Read(parse(t, "Bridge opens\n20260310\nhttps://example.com/a\n\n"+
		"OSLO, March 9 (Northwire) - The bridge opened.\n\nTrams ran.\n\nIt rained.\n"))
	if len(e.Dates) != 1 || len(e.Events) != 0 || !e.Sentences[e.Dates[0].Sentence].Boilerplate {
		t.Errorf("dates %v, events %v", e.Dates, e.Events)
	}
}

// TestSaidOn marks cue and content by hand: [cue], {content}.
func TestSaidOn(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"Holm [said] on Monday {that the bridge would open}.", "2026-03-09"},
		{"On Tuesday, Holm [said] {the bridge would open on Friday}.", "2026-03-10"},
		{"{“We are glad,”} Holm [told] reporters on 5 March.", "2026-03-05"},
		{"Late on Sunday, after two hours of talks with the ferrymen, Holm [said] {he was glad}.", "2026-03-08"},
		{"Holm backed that on Friday, [saying] {it was time}.", "2026-03-06"},
		{"Holm [said] {the bridge would open on Friday}.", ""},
		{"Holm, who resigned on Friday, [said] {it was time}.", ""},
		{"Holm (elected on 2 March) [said] {it was time}.", ""},
		{"Holm [said] in March {that it was time}.", ""},
		{"Holm will [say] on Thursday {that it is time}.", ""},
		{"The town fined on Monday four men who Ferro [said] {had lied}.", ""},
		{"The bridge opened on Monday and Holm [said] {it was time}.", ""},
		{"Ferro spoke on Monday; Holm [said] {it was time}.", ""},
	} {
		t.Run(row.text, func(t *testing.T) {
			s := attribution.Statement{}
			plain := strings.Builder{}
			start := 0
			for _, r := range row.text {
				switch r {
				case '[', '{':
					start = plain.Len()
				case ']':
					s.Cue = span.Span{Start: start, End: plain.Len()}
				case '}':
					s.Content = append(s.Content, span.Span{Start: start, End: plain.Len()})
				default:
					plain.WriteRune(r)
				}
			}
			doc := &text.Document{Text: plain.String(), Sentences: []text.Sentence{{Span: span.Span{End: plain.Len()},
				Paragraph: 1}}}
			published := civil.Of(2026, 3, 10)
			e := &store.Entry{Article: article.Article{Text: doc.Text, Published: published},
				Dates: when.Find(doc, published), Statements: []attribution.Statement{s}}
			if got := saidOn(doc, e, &s); got.String() != row.want {
				t.Errorf("said on %q, want %q; dates %v", got, row.want, e.Dates)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	r := reader(b)
	var all []article.Article
	for a, err := range article.WalkFS(b.Context(), sample.FS()) {
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, a)
	}
	sentences := 0
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		e := r.Read(all[i%len(all)])
		sentences += len(e.Sentences)
	}
	b.ReportMetric(float64(sentences)/b.Elapsed().Seconds(), "sentences/s")
}
