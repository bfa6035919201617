package article

import (
	"errors"
	"path/filepath"
	"strings"
	"unicode"

	"rapporteur/corpus/span"
)

// MaxSize is the most bytes that one article may have: a whole file, or one line
// of JSON Lines. No newspaper comes near it.
const MaxSize = 10 << 20

// errEmpty is the reason given for a file in which there is nothing to read.
var errEmpty = errors.New("it holds no text")

// Parse reads the articles of one file. JSON Lines hold one a line, every other
// format holds one. The error is a *FileError; a bad line of JSON Lines spoils the
// file here, while Walk goes on with the next.
func Parse(name string, raw []byte) ([]Article, error) {
	refuse := func(err error) error { return &FileError{Path: name, Reason: err.Error()} }
	if len(raw) > MaxSize {
		return nil, refuse(errSize)
	}
	text, file, err := decode(raw)
	if err != nil {
		return nil, refuse(err)
	}
	if isFeed(text) {
		return nil, refuse(errors.New("it is XML, such as a feed, which is not read from files"))
	}
	var a Article
	switch detect(name, text) {
	case JSONLines:
		return parseObjects(name, text, file)
	case HTML:
		a, err = parseHTML(text, file)
	default:
		a, err = parsePlain(text, file)
	}
	if err != nil {
		return nil, refuse(err)
	}
	a.Path = name
	return []Article{a}, nil
}

// detect tells the format by the file's name where that is plain, else by how the
// text begins.
func detect(name, text string) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson", ".json":
		return JSONLines
	case ".html", ".htm", ".xhtml":
		return HTML
	}
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1024)]))
	switch {
	case strings.HasPrefix(start, "{") && strings.Contains(start, `"`) && strings.Contains(start, ":"):
		return JSONLines
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<head"),
		strings.HasPrefix(start, "<?xml") && strings.Contains(start, "<html"),
		strings.HasPrefix(start, "<!--") && strings.Contains(start, "<html"):
		return HTML
	}
	return Paragraphs
}

// isFeed tells the XML that is no web page.
func isFeed(text string) bool {
	start := strings.TrimSpace(text[:min(len(text), 1024)])
	xml := strings.HasPrefix(start, "<?xml") || strings.HasPrefix(start, "<rss") || strings.HasPrefix(start, "<feed")
	return xml && !strings.Contains(strings.ToLower(start), "<html") && !strings.Contains(strings.ToLower(start), "<!doctype html")
}

// finish fills in what follows from the rest: the ID, publisher and language, and
// how the day is known.
func (a *Article) finish() error {
	if len(a.Body) == 0 && a.Head.Empty() {
		return errEmpty
	}
	if a.Title == "" && len(a.Body) > 0 {
		a.Title = opening(a.At(a.Body[0]))
	}
	a.URL, a.Publisher = webAddress(a.URL)
	a.Dated = FromUnknown
	if !a.Published.IsZero() {
		a.Dated = FromHeader
	}
	a.ID = identify(a)
	a.Language = language(a)
	return nil
}

// opening is the first words of an article without a title, to list it by.
func opening(s string) string {
	const most = 100
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut < most/2 {
		cut = len(strings.ToValidUTF8(s[:most], ""))
	}
	return strings.ToValidUTF8(s[:cut], "") + "…"
}

// trim is s without the white space at its ends.
func trim(text string, s span.Span) span.Span {
	in := s.Of(text)
	lead := len(in) - len(strings.TrimLeftFunc(in, isBlank))
	s.Start += lead
	s.End = s.Start + len(strings.TrimRightFunc(in[lead:], isBlank))
	return s
}

// isBlank reports whether r is white space, with or without width.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }
