package article

import (
	"slices"

	"rapporteur/corpus/span"
)

// parseHTML reads a web page. readable selects the parts that are the article; this function writes them from the
// page itself, so that every byte of the text has its place in the file.
func parseHTML(text string, file span.Map) (Article, error) {
	p, err := scan(text)
	if err != nil {
		return Article{}, err
	}
	lines, err := p.readable()
	if err != nil {
		return Article{}, err
	}
	a := Article{Format: HTML, Ordered: true, URL: p.address(), Published: p.published()}
	var b builder
	headline := p.headline()
	a.Head = writeLine(&b, p.src, headline)
	for _, line := range lines {
		if line = without(line, headline); len(line) == 0 {
			continue
		}
		before := b
		b.join("\n")
		s := writeLine(&b, p.src, line)
		if s.Empty() || string(b.text[s.Start:s.End]) == string(b.text[a.Head.Start:a.Head.End]) && len(a.Body) == 0 {
			b = before
			continue
		}
		a.Body = append(a.Body, s)
	}
	a.Text, a.File = b.result()
	a.File = through(a.File, file)
	if err := a.finish(); err != nil {
		return Article{}, err
	}
	if a.Language == "" {
		a.Language = p.language()
	}
	return a, nil
}

// without removes the pieces of the headline from line.
func without(line, headline []piece) []piece {
	return slices.DeleteFunc(line, func(p piece) bool { return slices.Contains(headline, p) })
}
