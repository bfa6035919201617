package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

// parseObjects reads a whole file of JSON Lines that was decoded from file.
func parseObjects(name, text string, file span.Map) ([]Article, error) {
	var all []Article
	n, at := 0, 0
	for line := range strings.Lines(text) {
		n++
		if strings.TrimSpace(line) != "" {
			a, err := parseObject(strings.TrimSuffix(line, "\n"), at)
			if err != nil {
				return nil, &FileError{Path: name, Line: n, Reason: err.Error()}
			}
			a.Path, a.File = name, through(a.File, file)
			all = append(all, a)
		}
		at += len(line)
	}
	if len(all) == 0 {
		return nil, &FileError{Path: name, Reason: errEmpty.Error()}
	}
	return all, nil
}

// A field is one JSON string as it is written, and its offset.
type field struct {
	raw string // with its quotation marks
	at  int
}

// parseObject reads one line, which is at offset at: an object with the fields title, published, url and text, of
// which only text is required. Other fields are ignored.
func parseObject(line string, at int) (Article, error) {
	fields, err := fieldsOf(line, at)
	if err != nil {
		return Article{}, err
	}
	text, ok := fields["text"]
	if !ok {
		return Article{}, errors.New(`the object has no "text"`)
	}
	var b builder
	a := Article{Format: JSONLines, Ordered: true}
	if title, ok := fields["title"]; ok {
		unescape(&b, title)
		a.Head = trim(string(b.text), span.Span{End: len(b.text)})
		b.join("\n")
	}
	start := len(b.text)
	unescape(&b, text)
	a.Text, a.File = b.result()
	for _, r := range rowsOf(a.Text[start:]) {
		a.Body = append(a.Body, span.Span{Start: r.Start + start, End: r.End + start})
	}
	if published, ok := fields["published"]; ok {
		if a.Published, err = readDay(plainString(published)); err != nil {
			return Article{}, err
		}
	}
	a.URL = plainString(fields["url"])
	return a, a.finish()
}

// fieldsOf finds the four strings of an object; a null counts as absent.
func fieldsOf(line string, at int) (map[string]field, error) {
	dec := json.NewDecoder(strings.NewReader(line))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, errors.New("it is not a JSON object")
	}
	fields := make(map[string]field, 4)
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, notJSON(err)
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, notJSON(err)
		}
		switch name, _ := key.(string); name {
		case "title", "published", "url", "text":
			if string(value) == "null" {
				continue
			}
			if value[0] != '"' {
				return nil, fmt.Errorf("%q is not a string", name)
			}
			fields[name] = field{string(value), at + int(dec.InputOffset()) - len(value)}
		}
	}
	if _, err := dec.Token(); err != nil {
		return nil, notJSON(err)
	}
	if dec.More() {
		return nil, errors.New("the line has more than one JSON value")
	}
	return fields, nil
}

// notJSON turns an error of encoding/json into plain words.
func notJSON(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the JSON object must end on the same line")
	}
	return fmt.Errorf("it is not JSON: %w", err)
}

// plainString is the value of a field that needs no offsets.
func plainString(f field) string {
	var b builder
	if f.raw != "" {
		unescape(&b, f)
	}
	return string(b.text)
}

// unescape appends the value of f, which encoding/json has found valid. "\r" and "\r\n" become one line end.
func unescape(b *builder, f field) {
	end := len(f.raw) - 1
	from := 1
	for i := 1; i < end; {
		if f.raw[i] != '\\' {
			i++
			continue
		}
		r, size := escape(f.raw[i:end])
		b.keep(f.raw[from:i], f.at+from)
		b.put(string(r), span.Span{Start: f.at + i, End: f.at + i + size})
		i += size
		from = i
	}
	b.keep(f.raw[from:end], f.at+from)
}

// escape reads the escape at the start of s and returns how many bytes it takes.
func escape(s string) (rune, int) {
	switch s[1] {
	case 'b', 'f':
		return ' ', 2
	case 't':
		return '\t', 2
	case 'n':
		return '\n', 2
	case 'r':
		if strings.HasPrefix(s[2:], `\n`) {
			return '\n', 4
		}
		return '\n', 2
	case 'u':
	default:
		return rune(s[1]), 2
	}
	r := unit(s)
	if utf16.IsSurrogate(r) && len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
		if pair := utf16.DecodeRune(r, unit(s[6:])); pair != utf8.RuneError {
			return pair, 12
		}
	}
	if r < ' ' && r != '\n' && r != '\t' {
		r = ' '
	}
	return r, 6
}

// unit is the code unit in \uXXXX.
func unit(s string) rune {
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	if err != nil {
		return utf8.RuneError
	}
	return rune(n)
}
