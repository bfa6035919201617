package article

import (
	"errors"
	"path/filepath"
	"strings"
)

// Parse reads the articles of one file. JSON Lines hold one a line, every other format holds one. The error is a
// *FileError; a bad line of JSON Lines spoils the file here, while Walk goes on with the next.
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

// detect tells the format by the file's name where that is plain, else by how the text begins.
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
	lower := strings.ToLower(start)
	return xml && !strings.Contains(lower, "<html") && !strings.Contains(lower, "<!doctype html")
}
