package article

import (
	"errors"
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// firstMark is the first of the private-use characters that name the pieces of a page: one is set before each piece,
// so that whatever the extractor keeps and however it moves it, the piece can be told.
const firstMark = 0xF0000

// readable is the page's article: the pieces of each of its lines, in order. It is found by go-readability, which
// does what the reader view of Firefox does; of the libraries that do this job better, none starts in under half a
// second.
func (p *page) readable() ([][]piece, error) {
	doc, err := html.Parse(strings.NewReader(p.marked()))
	if err != nil {
		return nil, errors.New("its elements are nested too deep to read")
	}
	lines := p.lines(mainPart(doc), false)
	if len(lines) == 0 {
		lines = p.lines(doc, true) // mainPart leaves doc as it was
	}
	return lines, nil
}

// marked is the page with a mark before each piece. Characters that would be taken for marks are in no alphabet;
// those that stand in the page are dropped.
func (p *page) marked() string {
	var b strings.Builder
	b.Grow(len(p.src) + 4*len(p.pieces))
	from := 0
	for i, one := range p.pieces {
		b.WriteString(unmarked(p.src[from:one.Start]))
		b.WriteRune(rune(firstMark + i))
		from = one.Start
	}
	b.WriteString(unmarked(p.src[from:]))
	return b.String()
}

func unmarked(s string) string {
	if !strings.Contains(s, "\xf3") { // the first byte of every mark in UTF-8
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= firstMark && r < firstMark+maxPieces {
			return -1
		}
		return r
	}, s)
}

// maxElements is the most elements of a page that go-readability is asked to weigh.
const maxElements = 50_000

// mainPart is the part of the page that holds the article; nil where none stands out. The library has panicked on
// malformed pages, and a page is foreign.
func mainPart(doc *html.Node) (found *html.Node) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	parser.CharThresholds = 250
	parser.DisableJSONLD = true
	result, err := parser.ParseDocument(doc, nil)
	if err != nil {
		return nil
	}
	return result.Node
}

// lines collects the pieces below n, a line for each block of text. With strict, only what stands in paragraphs and
// the like counts, and nothing of the page's frame.
func (p *page) lines(n *html.Node, strict bool) [][]piece {
	c := collector{p: p, strict: strict}
	if n != nil {
		c.walk(n, !strict)
	}
	c.end()
	return c.out
}

type collector struct {
	p      *page
	strict bool
	line   []piece
	out    [][]piece
}

func (c *collector) end() {
	if len(c.line) > 0 {
		c.out = append(c.out, c.line)
		c.line = nil
	}
}

// walk visits n; inside tells whether its text counts.
func (c *collector) walk(n *html.Node, inside bool) {
	if n.Type == html.TextNode && inside {
		for _, r := range n.Data {
			if i := int(r) - firstMark; i >= 0 && i < len(c.p.pieces) && !slices.Contains(c.line, c.p.pieces[i]) {
				c.line = append(c.line, c.p.pieces[i])
			}
		}
		return
	}
	block := false
	if n.Type == html.ElementNode {
		if c.strict && frame(n.DataAtom) {
			return
		}
		block = isBlock(n.DataAtom)
		inside = inside || prose(n.DataAtom)
	}
	if block {
		c.end()
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, inside)
	}
	if block {
		c.end()
	}
}

func frame(a atom.Atom) bool {
	switch a {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Head, atom.Button:
		return true
	}
	return false
}

func prose(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Li, atom.Blockquote, atom.Pre, atom.H2, atom.H3, atom.H4, atom.Figcaption, atom.Dd:
		return true
	}
	return false
}

// isBlock reports whether an element begins a line of its own; it is false for those inside a line, and for what a
// browser does not know.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Br, atom.Hr,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer,
		atom.Aside, atom.Nav, atom.Figure, atom.Figcaption, atom.Table, atom.Caption, atom.Tr, atom.Td, atom.Th, atom.Body, atom.Form, atom.Address:
		return true
	}
	return false
}
