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

// extract prints what reading finds in files, one line of JSON an article.
type extract struct {
	JSON      bool     `name:"json" help:"The output is always JSON, with or without this flag."`
	Published string   `placeholder:"DAY" help:"Publication day of these articles, such as 2022-01-21; it wins over what they say."`
	Files     []string `arg:"" name:"file" type:"path" help:"Article files."`
}

func (c *extract) Run(s session) error {
	day, err := parseDay("--published", c.Published)
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
		if err := printJSON(s.out, describe(reader.Read(a))); err != nil {
			return err
		}
	}
	if bad != nil {
		return fmt.Errorf("read the files: %w", bad)
	}
	return nil
}

// extracted is an article as extract prints it; scorers depend on its fields. Spans are byte ranges of the file.
type extracted struct {
	Path          string               `json:"path"`
	Title         string               `json:"title"`
	Published     civil.Day            `json:"published"`
	PublishedFrom article.Provenance   `json:"published_from"`
	URL           string               `json:"url"`
	Sentences     []extractedSentence  `json:"sentences"`
	Statements    []extractedStatement `json:"statements"`
	Dates         []extractedDate      `json:"dates"`
}

type extractedSentence struct {
	span.Span
	Boilerplate bool `json:"boilerplate"`
}

type extractedStatement struct {
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
	Grade      attribution.Grade `json:"grade,omitempty"`
}

type extractedDate struct {
	span.Span
	Text      string         `json:"text"`
	From      civil.Day      `json:"from"`
	To        civil.Day      `json:"to"`
	Precision when.Precision `json:"precision"`
}

// describe turns an entry into what extract prints.
func describe(e store.Entry) extracted {
	a := &e.Article
	x := extracted{
		Path: a.Path, Title: a.Title, Published: a.Published, PublishedFrom: a.Dated, URL: a.URL,
		Sentences: []extractedSentence{}, Statements: []extractedStatement{}, Dates: []extractedDate{},
	}
	for _, s := range e.Sentences {
		x.Sentences = append(x.Sentences, extractedSentence{a.File.File(s.Span), s.Boilerplate})
	}
	for _, s := range e.Statements {
		x.Statements = append(x.Statements, statement(a, s))
	}
	for _, d := range e.Dates {
		x.Dates = append(x.Dates, extractedDate{a.File.File(d.Span), a.At(d.Span), d.From, d.To, d.Precision})
	}
	return x
}

func statement(a *article.Article, s attribution.Statement) extractedStatement {
	c := extractedStatement{Form: s.Form, SaidOn: s.SaidOn}
	if !s.Speaker.Empty() {
		sp := s.Speaker.Shown()
		c.Speaker = &extractedSpeaker{a.File.File(sp.Span), a.At(sp.Span), sp.Name, sp.Basis, sp.Confidence, sp.Grade()}
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
