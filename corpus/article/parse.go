package article

import (
	"errors"
	"path/filepath"
	"strings"
)

// Parse reads the articles of one file. JSON Lines have one a line, other formats have one. The error is a
// *FileError; a bad line of JSON Lines fails the whole file here, while Walk continues with the next line.
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
		return nil, refuse(errors.New("it is XML, such as a feed; save the articles themselves as files"))
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

// detect finds the format from the file's name if that is clear, and otherwise from the start of the text.
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

// isFeed reports whether the text is XML but not a web page.
func isFeed(text string) bool {
	start := strings.TrimSpace(text[:min(len(text), 1024)])
	xml := strings.HasPrefix(start, "<?xml") || strings.HasPrefix(start, "<rss") || strings.HasPrefix(start, "<feed")
	lower := strings.ToLower(start)
	return xml && !strings.Contains(lower, "<html") && !strings.Contains(lower, "<!doctype html")
}
