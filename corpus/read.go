package corpus

import (
	"fmt"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/attribution/identity"
	"rapporteur/corpus/people"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

// Rules is the number of the rules by which a Reader reads. It rises with every change by which some article is
// read otherwise than before: what a store holds by lower rules is then read again by Reindex.
const Rules = 4

// A Reader finds the facts of articles. It is safe for concurrent use.
type Reader struct {
	extractor *attribution.Extractor
}

// NewReader loads what reading needs.
func NewReader() (*Reader, error) {
	x, err := attribution.New()
	if err != nil {
		return nil, fmt.Errorf("load the extractor of statements: %w", err)
	}
	return &Reader{x}, nil
}

// Read finds the facts of one article, from that article alone. An article without a day of publication is given
// the one that its text names, if it names one; a day that is known already stands.
func (r *Reader) Read(a article.Article) store.Entry {
	doc := text.Split(&a)
	if a.Published.IsZero() {
		if day, _, ok := when.Infer(doc); ok {
			a.Published, a.Dated = day, article.FromText
		}
	}
	e := store.Entry{Article: a, Dates: when.Find(doc, a.Published), Rules: Rules}
	for _, s := range r.extractor.Statements(doc) {
		if !aside(doc.Sentences[s.Sentence]) {
			e.Statements = append(e.Statements, s)
		}
	}
	mentions := people.Mentions(doc)
	e.Statements = identity.Resolve(doc, mentions, e.Statements)
	e.Sightings = sightings(mentions, e.Statements)
	for _, event := range when.Events(doc, e.Dates) {
		if !aside(doc.Sentences[event.Sentence]) {
			e.Events = append(e.Events, event)
		}
	}
	for i := range e.Statements {
		e.Statements[i].SaidOn = saidOn(doc, &e, &e.Statements[i])
	}
	e.Sentences = doc.Sentences
	for i := range e.Sentences {
		e.Sentences[i].Boilerplate = aside(e.Sentences[i])
	}
	return e
}

// aside reports whether a sentence is no news: it has neither events nor statements.
func aside(s text.Sentence) bool { return s.Boilerplate || s.Dateline }
