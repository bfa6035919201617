package storetest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

// bridge and harvest are the two articles most rules are tried on.
func bridge(t *testing.T) store.Entry {
	return Entry(t, "Bridge over the Lorn reopens", "courier.example", "2031-05-06",
		Line{Text: "The bridge over the Lorn reopened on Monday.", Happened: "on Monday", When: On(t, "2031-05-05")},
		Line{Text: "It will carry twice the traffic, engineer Marta Quell said.", Speaker: "engineer Marta Quell",
			Name: "Marta Quell", Cue: "said", Content: []string{"It will carry twice the traffic"}},
		Line{Text: "Support the bridge of independent news with a gift.", Boilerplate: true},
	)
}

func harvest(t *testing.T) store.Entry {
	return Entry(t, "Harvest fails in Odrava", "ledger.example", "2031-05-08",
		Line{Text: "The harvest in Odrava failed on Tuesday.", Happened: "on Tuesday", When: On(t, "2031-05-06")},
		Line{Text: "Nobody will starve, minister Ivo Brandt told farmers.", Speaker: "minister Ivo Brandt",
			Name: "Ivo Brandt", Cue: "told", Content: []string{"Nobody will starve"}},
	)
}

// reopened reports what bridge does in another newspaper's words, and quotes Quell by her surname.
func reopened(t *testing.T) store.Entry {
	return Entry(t, "Lorn bridge open again", "herald.example", "2031-05-06",
		Line{Text: "On Monday the bridge over the Lorn reopened.", Happened: "On Monday", When: On(t, "2031-05-05")},
		Line{Text: "Quell said it had cost less than a new one.", Speaker: "Quell", Name: "Quell", Cue: "said",
			Content: []string{"it had cost less than a new one"}},
	)
}

func undated(t *testing.T) store.Entry {
	return Entry(t, "Undated", "", "", Line{Text: "Something happened."})
}

// A Line is one sentence of a made article with the facts that a test wants read
// from it. Spans are given as words, each found at its first place in the line.
type Line struct {
	Text        string
	Boilerplate bool
	Speaker     string            // words of the mention
	Name        string            // canonical; "" where the article does not say
	Basis       attribution.Basis // "" is Named with a Name and Unattributed without
	Cue         string
	Content     []string // what was said; without any there is no statement
	Loose       bool     // the cue is not one of speech
	Negated     bool
	Happened    string // words that date an event; without any there is none
	When        when.Interval
	Planned     bool
}

// Entry makes an article of a title, a publisher, a day ("" for none) and lines.
func Entry(t testing.TB, title, publisher, published string, lines ...Line) store.Entry {
	t.Helper()
	var body strings.Builder
	body.WriteString(title)
	e := store.Entry{Article: article.Article{Title: title, Publisher: publisher,
		Head: span.Span{Start: 0, End: len(title)}, Format: article.Lines}}
	e.Sentences = []text.Sentence{{Span: e.Article.Head, Title: true}}
	for i, l := range lines {
		body.WriteByte('\n')
		s := span.Span{Start: body.Len(), End: body.Len() + len(l.Text)}
		body.WriteString(l.Text)
		e.Article.Body = append(e.Article.Body, s)
		e.Sentences = append(e.Sentences, text.Sentence{Span: s, Paragraph: i + 1, Boilerplate: l.Boilerplate})
		l.addTo(t, &e, i+1)
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

// addTo adds the facts of a line to the entry; the line is sentence n.
func (l Line) addTo(t testing.TB, e *store.Entry, n int) {
	t.Helper()
	at := func(words string) span.Span {
		if words == "" {
			return span.Span{}
		}
		i := strings.Index(l.Text, words)
		if i < 0 {
			t.Fatalf("%q is not in %q", words, l.Text)
		}
		from := e.Sentences[n].Start + i
		return span.Span{Start: from, End: from + len(words)}
	}
	if l.Name != "" {
		e.Sightings = append(e.Sightings, people.Sighting{Name: l.Name, Kind: people.Human, Count: 1})
	}
	if len(l.Content) > 0 {
		speaker := attribution.Speaker{Span: at(l.Speaker), Name: l.Name, Basis: attribution.Named, Confidence: 0.95}
		if l.Name == "" {
			speaker.Basis, speaker.Confidence = attribution.Unattributed, 0
		}
		speaker.Basis = cmp.Or(l.Basis, speaker.Basis)
		e.Statements = append(e.Statements, attribution.Statement{Sentence: n, Cue: at(l.Cue), Speaker: speaker,
			Content: each(l.Content, at), Form: attribution.Indirect, Speech: !l.Loose, Negated: l.Negated,
			Confidence: 0.9})
	}
	if l.Happened != "" {
		e.Dates = append(e.Dates, when.Date{Span: at(l.Happened), Interval: l.When, Sentence: n, Planned: l.Planned,
			Why: "as the test says"})
		e.Events = append(e.Events, when.Event{Sentence: n, Clause: e.Sentences[n].Span, Date: len(e.Dates) - 1,
			Planned: l.Planned})
	}
}

func onDay(t testing.TB, s string) civil.Day {
	t.Helper()
	d, err := civil.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// On is the interval of one day, given as 2031-05-06.
func On(t testing.TB, s string) when.Interval {
	t.Helper()
	return when.Interval{From: onDay(t, s), To: onDay(t, s), Precision: when.DayPrecision}
}
