package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

// A line is one sentence of a made article with the facts that a test wants read
// from it. Spans are given as words, each found at its first place in the line.
type line struct {
	text        string
	boilerplate bool
	speaker     string // words of the mention
	name        string // canonical
	cue         string
	content     []string
	happened    string // words that date an event
	interval    when.Interval
}

// entry makes an article of a title, a day ("" for none) and lines.
func entry(t *testing.T, title, publisher, published string, lines ...line) store.Entry {
	t.Helper()
	var body strings.Builder
	body.WriteString(title)
	e := store.Entry{Article: article.Article{Title: title, Publisher: publisher, Head: span.Span{Start: 0, End: len(title)}, Format: article.Lines}}
	e.Sentences = []text.Sentence{{Span: e.Article.Head, Title: true}}
	for i, l := range lines {
		body.WriteByte('\n')
		s := span.Span{Start: body.Len(), End: body.Len() + len(l.text)}
		body.WriteString(l.text)
		e.Article.Body = append(e.Article.Body, s)
		e.Sentences = append(e.Sentences, text.Sentence{Span: s, Paragraph: i + 1, Boilerplate: l.boilerplate})
		l.tell(t, &e, i+1)
	}
	e.Article.Text = body.String()
	if publisher != "" {
		e.Article.URL = "https://" + publisher + "/" + strings.ReplaceAll(title, " ", "-")
	}
	e.Article.Dated = article.FromUnknown
	if published != "" {
		e.Article.Published, e.Article.Dated = onDay(t, published), article.FromHeader
	}
	sum := sha256.Sum256([]byte(e.Article.Text))
	e.Article.ID = article.ID(hex.EncodeToString(sum[:8]))
	return e
}

// tell adds what a line tells to the entry; the line is sentence n.
func (l line) tell(t *testing.T, e *store.Entry, n int) {
	t.Helper()
	at := func(words string) span.Span {
		if words == "" {
			return span.Span{}
		}
		i := strings.Index(l.text, words)
		if i < 0 {
			t.Fatalf("%q is not in %q", words, l.text)
		}
		from := e.Sentences[n].Start + i
		return span.Span{Start: from, End: from + len(words)}
	}
	if len(l.content) > 0 {
		st := attribution.Statement{Sentence: n, Cue: at(l.cue), Form: attribution.Indirect, Speech: true, Confidence: 0.9}
		st.Speaker = attribution.Speaker{Span: at(l.speaker), Name: l.name, Basis: attribution.Named, Confidence: 0.95}
		if l.name == "" {
			st.Speaker.Basis, st.Speaker.Confidence = attribution.Unattributed, 0
		}
		for _, c := range l.content {
			st.Content = append(st.Content, at(c))
		}
		e.Statements = append(e.Statements, st)
	}
	if l.happened != "" {
		e.Dates = append(e.Dates, when.Date{Span: at(l.happened), Interval: l.interval, Sentence: n, Why: "as the test says"})
		e.Events = append(e.Events, when.Event{Sentence: n, Clause: e.Sentences[n].Span, Date: len(e.Dates) - 1})
	}
}

func onDay(t *testing.T, s string) civil.Day {
	t.Helper()
	d, err := civil.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// on is the interval of one day.
func on(t *testing.T, s string) when.Interval {
	t.Helper()
	return when.Interval{From: onDay(t, s), To: onDay(t, s), Precision: when.DayPrecision}
}
