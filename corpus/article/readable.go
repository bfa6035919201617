package article

import (
	"errors"
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// firstMark is the first of the private-use characters that mark pieces. One is put before each piece of the page, so
// that a piece can be recognised wherever the extractor moves it.
const firstMark = 0xF0000

// readable is the page's article: the pieces of each of its lines, in order. go-readability finds it, as the reader
// view of Firefox does. The libraries that do it better all take more than half a second to start.
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

// marked is the page with a mark before each piece. The marks are characters of no alphabet; any that the page has
// are dropped.
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

// maxElements is the largest page, in elements, that go-readability gets to see.
const maxElements = 50_000

// mainPart is the part of the page that holds the article; nil if it is not clear. The library has panicked on
// malformed pages, so panics are caught.
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

// lines collects the pieces below n, one line for each block of text. With strict, only text in paragraphs and
// similar elements counts, without navigation and forms.
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

// walk visits n; inside says whether its text counts.
func (c *collector) walk(n *html.Node, inside bool) {
	if n.Type == html.TextNode && inside {
		for _, r := range n.Data {
			if i := int(r) - firstMark; i >= 0 && i < len(c.p.pieces) && !slices.Contains(c.line, c.p.pieces[i]) {
				c.line = append(c.line, c.p.pieces[i])
			}
		}
		return
	}
	newLine := false
	if n.Type == html.ElementNode {
		if c.strict && slices.Contains(frame, n.DataAtom) {
			return
		}
		newLine = slices.Contains(block, n.DataAtom)
		inside = inside || slices.Contains(prose, n.DataAtom)
	}
	if newLine {
		c.end()
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, inside)
	}
	if newLine {
		c.end()
	}
}

// The elements of a page's frame, those of running text, and those that start a new line.
var (
	frame = []atom.Atom{atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Head, atom.Button}
	prose = []atom.Atom{atom.P, atom.Li, atom.Blockquote, atom.Pre, atom.H2, atom.H3, atom.H4, atom.Figcaption, atom.Dd}
	block = []atom.Atom{
		atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Br,
		atom.Hr, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article, atom.Main, atom.Header,
		atom.Footer, atom.Aside, atom.Nav, atom.Figure, atom.Figcaption, atom.Table, atom.Caption, atom.Tr, atom.Td,
		atom.Th, atom.Body, atom.Form, atom.Address,
	}
)
