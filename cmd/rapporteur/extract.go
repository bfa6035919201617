package main

import (
	"errors"
	"fmt"

	"rapporteur/corpus"
	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/when"
)

// extract prints what reading finds in files, a line for each article.
type extract struct {
	JSON      bool     `name:"json" help:"Accepted for symmetry; the output is always JSON."`
	Published string   `placeholder:"DAY" help:"The articles' day of publication, as 2022-01-21, whatever they say."`
	Files     []string `arg:"" name:"file" type:"path" help:"Article files."`
}

// Run implements subcommand.
func (c *extract) Run(s session) error {
	day, err := publishedDay(c.Published)
	if err != nil {
		return err
	}
	reader, err := corpus.NewReader()
	if err != nil {
		return err
	}
	var bad error
	for a, err := range article.Walk(s.ctx, c.Files) {
		if err != nil {
			bad = errors.Join(bad, err)
			continue
		}
		if !day.IsZero() {
			a.Published, a.Dated = day, article.FromFlag
		}
		if err := printJSON(s.out, found(reader.Read(a))); err != nil {
			return err
		}
	}
	if bad != nil {
		return fmt.Errorf("extract: %w", bad)
	}
	return nil
}

// publishedDay reads --published; zero when it is not given.
func publishedDay(typed string) (civil.Day, error) {
	if typed == "" {
		return civil.Day{}, nil
	}
	day, err := civil.Parse(typed)
	if err != nil {
		return day, &usageError{errors.New("--published: write it as 2022-01-21")}
	}
	return day, nil
}

// extracted is what the contract prints of an article; spans are bytes of the file.
type extracted struct {
	Path          string              `json:"path"`
	Title         string              `json:"title"`
	Published     civil.Day           `json:"published"`
	PublishedFrom article.Provenance  `json:"published_from"`
	URL           string              `json:"url"`
	Sentences     []extractedSentence `json:"sentences"`
	Statements    []extractedClaim    `json:"statements"`
	Dates         []extractedDate     `json:"dates"`
}

type extractedSentence struct {
	span.Span
	Boilerplate bool `json:"boilerplate"`
}

type extractedClaim struct {
	Speaker *extractedSpeaker `json:"speaker"`
	Cue     *span.Span        `json:"cue"`
	Content []span.Span       `json:"content"`
	Form    attribution.Form  `json:"form"`
	SaidOn  civil.Day         `json:"said_on"`
}

type extractedSpeaker struct {
	span.Span
	Text       string            `json:"text"`
	Name       string            `json:"name"`
	Basis      attribution.Basis `json:"basis"`
	Confidence float64           `json:"confidence"`
}

type extractedDate struct {
	span.Span
	Text      string         `json:"text"`
	From      civil.Day      `json:"from"`
	To        civil.Day      `json:"to"`
	Precision when.Precision `json:"precision"`
}

// found is an entry in the contract's words.
func found(e store.Entry) extracted {
	a := &e.Article
	x := extracted{
		Path: a.Path, Title: a.Title, Published: a.Published, PublishedFrom: a.Dated, URL: a.URL,
		Sentences: []extractedSentence{}, Statements: []extractedClaim{}, Dates: []extractedDate{},
	}
	for _, s := range e.Sentences {
		x.Sentences = append(x.Sentences, extractedSentence{a.File.File(s.Span), s.Boilerplate})
	}
	for _, s := range e.Statements {
		x.Statements = append(x.Statements, claim(a, s))
	}
	for _, d := range e.Dates {
		x.Dates = append(x.Dates, extractedDate{a.File.File(d.Span), a.At(d.Span), d.From, d.To, d.Precision})
	}
	return x
}

func claim(a *article.Article, s attribution.Statement) extractedClaim {
	c := extractedClaim{Form: s.Form, SaidOn: s.SaidOn}
	if !s.Speaker.Empty() {
		c.Speaker = &extractedSpeaker{a.File.File(s.Speaker.Span), a.At(s.Speaker.Span), s.Speaker.Name, s.Speaker.Basis, s.Speaker.Confidence}
	}
	if !s.Cue.Empty() {
		at := a.File.File(s.Cue)
		c.Cue = &at
	}
	for _, part := range s.Content {
		c.Content = append(c.Content, a.File.File(part))
	}
	return c
}
