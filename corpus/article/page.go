package article

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/corpus/civil"
)

// A page is what one pass over the tags of a web page finds.
type page struct {
	src    string
	pieces []piece           // of text that is not blank, outside scripts and the like
	title  []piece           // inside <title>
	heads  [][]piece         // inside each <h1>
	meta   map[string]string // first content of each meta name, property or itemprop, in small letters
	links  map[string]string // first href of each rel
	times  []string          // datetime of each <time>, those marked as publication first
	data   string            // the page's JSON-LD
	lang   string
}

// maxPieces limits a page, since readable has this many characters to mark pieces with.
const maxPieces = 65_000

// scan reads the tags of a page.
func scan(src string) (*page, error) {
	p := &page{src: src, meta: map[string]string{}, links: map[string]string{}}
	z := html.NewTokenizer(strings.NewReader(src))
	var inside atom.Atom // element whose text is no text of the page, or the headline's
	at := 0
	for {
		kind := z.Next()
		start := at
		at += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				return nil, errors.New("its tags cannot be read")
			}
			return p, nil
		case html.TextToken:
			if err := p.text(inside, piece{Start: start, End: at}); err != nil {
				return nil, err
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			p.tag(t)
			if slices.Contains(special, t.DataAtom) && kind == html.StartTagToken {
				inside = t.DataAtom
			}
		case html.EndTagToken:
			if z.Token().DataAtom == inside {
				inside = 0
			}
		}
	}
}

// special are the elements whose text is not part of the page's running text.
var special = []atom.Atom{
	atom.Script, atom.Style, atom.Textarea, atom.Title, atom.H1, atom.Noscript, atom.Template, atom.Iframe, atom.Select,
}

func (p *page) text(inside atom.Atom, one piece) error {
	s := p.src[one.Start:one.End]
	switch {
	case inside == atom.Script:
		if strings.Contains(s, "datePublished") && len(p.data) < 1<<20 {
			p.data += s
		}
		return nil
	case strings.TrimSpace(s) == "":
		return nil
	case inside == atom.Title:
		if len(p.title) == 0 { // drawings have titles too
			p.title = []piece{one}
		}
		return nil
	case inside == atom.H1 && len(p.heads) > 0:
		p.heads[len(p.heads)-1] = append(p.heads[len(p.heads)-1], one)
	case inside != 0:
		return nil
	}
	if len(p.pieces) == maxPieces {
		return errors.New("the page has more pieces of text than an article can have")
	}
	p.pieces = append(p.pieces, one)
	return nil
}

// tag keeps what a start tag says about the article.
func (p *page) tag(t html.Token) {
	attr := map[string]string{}
	for _, a := range t.Attr {
		if _, seen := attr[a.Key]; !seen {
			attr[a.Key] = a.Val
		}
	}
	first := func(m map[string]string, key, value string) {
		if key = strings.ToLower(strings.TrimSpace(key)); key != "" && value != "" && m[key] == "" {
			m[key] = value
		}
	}
	switch t.DataAtom {
	case atom.H1:
		p.heads = append(p.heads, nil)
	case atom.Meta:
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			first(p.meta, attr[key], attr["content"])
		}
	case atom.Link:
		first(p.links, attr["rel"], attr["href"])
	case atom.Html:
		p.lang = attr["lang"]
	case atom.Time:
		_, marked := attr["pubdate"]
		if marked || attr["itemprop"] == "datePublished" {
			p.times = append([]string{attr["datetime"]}, p.times...)
		} else {
			p.times = append(p.times, attr["datetime"])
		}
	}
}

// datePublished finds the day in JSON-LD; schema.org has one name for it, anywhere in the graph.
var datePublished = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]{8,40})"`)

// published is the publication day, from the most reliable mark of the page; zero without any.
func (p *page) published() civil.Day {
	said := []string{p.meta["article:published_time"], p.meta["og:article:published_time"], p.meta["og:published_time"]}
	if m := datePublished.FindStringSubmatch(p.data); m != nil {
		said = append(said, m[1])
	}
	for _, name := range []string{"datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
		"pubdate", "publishdate", "publish-date", "publication_date", "article.published", "date"} {
		said = append(said, p.meta[name])
	}
	for _, s := range append(said, p.times...) {
		if day, err := readDay(s); err == nil && !day.IsZero() {
			return day
		}
	}
	return civil.Day{}
}

// address is the page's own address, as the page gives it.
func (p *page) address() string {
	for _, s := range []string{p.links["canonical"], p.meta["og:url"]} {
		if a, _ := webAddress(s); a != "" {
			return a
		}
	}
	return ""
}

func (p *page) language() string {
	lang, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(p.lang, "_", "-")), "-")
	if len(lang) != 2 {
		return ""
	}
	return lang
}

// headline is the <h1> that shares most words with the page's <title>, which often has the newspaper's name too. If
// none fits, it is the title without that name.
func (p *page) headline() []piece {
	title := wordSet(p.plain(p.title))
	var best []piece
	most := 0.4
	for _, h := range p.heads {
		mine, shared := wordSet(p.plain(h)), 0.0
		for w := range mine {
			if title[w] {
				shared++
			}
		}
		if len(mine) > 2 || len(title) == 0 && len(mine) > 0 {
			if share := shared / float64(len(mine)); share > most || len(title) == 0 && best == nil {
				best, most = h, share
			}
		}
	}
	if best != nil || len(p.title) == 0 {
		return best
	}
	return []piece{p.cut(p.title[0])}
}

// cut is the title without the newspaper's name after the last bar or dash.
func (p *page) cut(title piece) piece {
	s := p.src[title.Start:title.End]
	for _, mark := range []string{" | ", " – ", " — ", " - ", " :: ", " » "} {
		if i := strings.LastIndex(s, mark); i > len(s)/2 {
			return piece{Start: title.Start, End: title.Start + i}
		}
	}
	return title
}

func (p *page) plain(pieces []piece) string {
	var b builder
	writeLine(&b, p.src, pieces)
	return string(b.text)
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	between := func(r rune) bool { return strings.ContainsRune(" ,.;:!?|-–—'’\"“”()", r) }
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), between) {
		set[w] = true
	}
	return set
}
