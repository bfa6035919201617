package article

import (
	"errors"
	"strings"
	"testing"

	"rapporteur/corpus/span"
)

const linesFile = `Harbour bridge opens after long delay
20260309
https://www.example.com/news/bridge
The bridge will carry trams from April, Mayor Ida Holm said.
Its cost has doubled since 2021.
`

const paragraphsFile = `Harbour bridge opens after long delay

Ida Holm, the mayor, cut the ribbon “with relief”.

  • It took seven years
  • It cost €90 million

“We are glad,” she said.
`

func parseOne(t *testing.T, name, raw string) Article {
	t.Helper()
	all, err := Parse(name, []byte(raw))
	if err != nil || len(all) != 1 {
		t.Fatalf("Parse(%s) = %d articles, %v; want one", name, len(all), err)
	}
	return all[0]
}

func body(a *Article) []string {
	var lines []string
	for _, s := range a.Body {
		lines = append(lines, a.At(s))
	}
	return lines
}

func TestParseLines(t *testing.T) {
	a := parseOne(t, "bridge.txt", linesFile)
	if a.Format != Lines || a.Ordered || a.Dated != FromHeader || a.Published.String() != "2026-03-09" {
		t.Errorf("format %s, ordered %t, dated %s on %s", a.Format, a.Ordered, a.Dated, a.Published)
	}
	if a.Title != "Harbour bridge opens after long delay" || a.At(a.Head) != a.Title || a.Publisher != "example.com" ||
		a.URL != "https://www.example.com/news/bridge" || a.Language != "" || a.Path != "bridge.txt" {
		t.Errorf("title %q, publisher %q, URL %q, language %q, path %q", a.Title, a.Publisher, a.URL, a.Language, a.Path)
	}
	if b := body(&a); len(b) != 2 || b[1] != "Its cost has doubled since 2021." {
		t.Errorf("body %q", b)
	}
}

func TestParseParagraphs(t *testing.T) {
	a := parseOne(t, "bridge.txt", paragraphsFile)
	if a.Format != Paragraphs || !a.Ordered || a.Dated != FromUnknown || !a.Published.IsZero() || a.URL != "" || a.Publisher != "" {
		t.Errorf("%+v", a)
	}
	if b := body(&a); len(b) != 4 || b[1] != "• It took seven years" || b[3] != "“We are glad,” she said." {
		t.Errorf("body %q", b)
	}
}

func TestParseHeaders(t *testing.T) {
	for name, row := range map[string]struct {
		raw, day, url string
		format        Format
		lines         int
	}{
		"day only":            {"Title\n20260309\nOne.\nTwo.\n", "2026-03-09", "", Lines, 2},
		"address first":       {"Title\nhttps://example.com/a\n20260309\nOne.\nTwo.\n", "2026-03-09", "https://example.com/a", Lines, 2},
		"paragraphs below":    {"Title\n2026-03-09\nhttps://example.com/a\n\nOne.\n\nTwo.\n\nThree.\n", "2026-03-09", "https://example.com/a", Paragraphs, 3},
		"no such day":         {"Title\n20260231\nOne.\n", "", "", Paragraphs, 2},
		"not a web address":   {"Title\n20260309\nftp://example.com/a\nOne.\n", "2026-03-09", "", Lines, 1},
		"script address":      {"Title\n20260309\njavascript://example.com/%0aalert(1)\nOne.\n", "2026-03-09", "javascript", Lines, 1},
		"a day in the prose":  {"Title\nOne.\n20260309\n", "", "", Paragraphs, 2},
		"title alone":         {"Title\n", "", "", Paragraphs, 0},
		"blank lines between": {"\n\nTitle\n\n20260309\n\nhttps://example.com/a\n\nOne.\nTwo.\nThree.\n", "2026-03-09", "https://example.com/a", Lines, 3},
	} {
		t.Run(name, func(t *testing.T) {
			if row.url == "javascript" {
				row.url = ""
			}
			a := parseOne(t, "x.txt", row.raw)
			if a.Published.String() != row.day || a.URL != row.url || a.Format != row.format || len(a.Body) != row.lines {
				t.Errorf("day %q, URL %q, format %s, body %q", a.Published, a.URL, a.Format, body(&a))
			}
		})
	}
}

func TestParseWithoutTitle(t *testing.T) {
	long := strings.Repeat("The harbour was calm all day. ", 12)
	for name, raw := range map[string]string{
		"paragraph": long + "\n\nMore.\n",
		"sentence":  "Ida Holm, the mayor of the harbour town, said on Monday that the bridge would open in April, seven years after the first stone was laid.\n\nMore.\n",
		"dateline":  "OSLO, Norway (AP) --\n\nThe harbour was calm.\n",
	} {
		a := parseOne(t, "x.txt", raw)
		if !a.Head.Empty() || len(a.Body) != 2 || a.Title == "" || len(a.Title) > 110 || !strings.HasPrefix(raw, strings.TrimSuffix(a.Title, "…")) {
			t.Errorf("%s: title %q, head %v, %d lines", name, a.Title, a.Head, len(a.Body))
		}
	}
}

func TestParseWrapped(t *testing.T) {
	a := parseOne(t, "x.txt", "Harbour news\n\nThe mayor of the harbour town said on Monday that\nthe bridge would open in April, seven years after\nthe first stone was laid.\n\nNobody was more glad\nthan the ferrymen.\n")
	if b := body(&a); len(b) != 2 || !strings.HasPrefix(b[1], "Nobody was more glad\nthan") {
		t.Errorf("body %q", b)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, row := range map[string]struct{ file, raw, reason string }{
		"empty":           {"a.txt", "", "it has no text"},
		"blank":           {"a.txt", " \n\t\n\u00a0\n", "it has no text"},
		"PDF":             {"a.txt", "%PDF-1.7\n", "it is a PDF, not text"},
		"NUL":             {"a.txt", "Title\x00\nOne two three four five.", "it has NUL bytes"},
		"UTF-32":          {"a.txt", "\xff\xfe\x00\x00T\x00\x00\x00", "UTF-32"},
		"half a unit":     {"a.txt", "\xff\xfeT\x00i", "ends in the middle of a character"},
		"another charset": {"a.txt", "\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0", "not UTF-8"},
		"control":         {"a.txt", "\x01\x02\x03\x04\x05abc", "control characters"},
		"too large":       {"a.txt", strings.Repeat("a", MaxSize+1), "larger than 10 MiB"},
		"no object":       {"a.jsonl", "[1]\n", "not a JSON object"},
		"no text":         {"a.jsonl", `{"title":"T"}`, `no "text"`},
		"text no string":  {"a.jsonl", `{"text":7}`, `"text" is not a string`},
		"broken off":      {"a.jsonl", `{"text":"One."`, "must end on the same line"},
		"feed":            {"feed.xml", "<?xml version='1.0'?><rss><channel/></rss>", "it is XML"},
		"array":           {"a.json", "[]", "not a JSON object"},
		"over two lines":  {"a.json", "{\n\"text\": \"One.\"}", "must end on the same line"},
		"page with none":  {"a.html", "<html><body><script>x()</script></body></html>", "no text"},
		"two on a line":   {"a.jsonl", `{"text":"One."}{"text":"Two."}`, "more than one JSON value"},
		"bad day":         {"a.jsonl", `{"text":"One.","published":"the ides"}`, "not a publication day"},
	} {
		t.Run(name, func(t *testing.T) {
			all, err := Parse(row.file, []byte(row.raw))
			var bad *FileError
			if !errors.As(err, &bad) || !strings.Contains(bad.Reason, row.reason) || bad.Path != row.file || len(all) > 0 {
				t.Errorf("Parse = %d articles, %v; want the reason %q", len(all), err, row.reason)
			}
		})
	}
}

func TestIdentity(t *testing.T) {
	a := parseOne(t, "a.txt", linesFile)
	same := map[string]string{
		"line ends":       strings.ReplaceAll(linesFile, "\n", "\r\n"),
		"byte order mark": "\ufeff" + linesFile,
		"spaces":          strings.ReplaceAll(linesFile, "trams from", "trams  from"),
		"another day":     strings.Replace(linesFile, "20260309", "20260310", 1),
	}
	for name, raw := range same {
		if b := parseOne(t, "b.txt", raw); b.ID != a.ID || len(b.ID) != 16 {
			t.Errorf("%s: ID %s, want %s", name, b.ID, a.ID)
		}
	}
	if b := parseOne(t, "b.txt", strings.Replace(linesFile, "doubled", "trebled", 1)); b.ID == a.ID {
		t.Error("a changed word left the ID as it was")
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string][2]string{
		"https://www.example.com/a":   {"https://www.example.com/a", "example.com"},
		"HTTP://News.Example.ORG:80/": {"http://News.Example.ORG:80/", "news.example.org"},
		"http://192.0.2.1/a":          {"http://192.0.2.1/a", "192.0.2.1"},
		"https://user@example.com/":   {},
		"javascript:alert(1)":         {},
		"//example.com/a":             {},
		"file:///etc/passwd":          {},
		"http://":                     {},
		"not a URL":                   {},
	} {
		if a, p := webAddress(in); a != want[0] || p != want[1] {
			t.Errorf("webAddress(%q) = %q, %q; want %q", in, a, p, want)
		}
	}
}

func TestDivideThrough(t *testing.T) {
	// File "\ufeffa\r\nb", decoded "a\nb", of which the text is "b".
	source := span.Map{{Text: span.Span{Start: 0, End: 1}, File: span.Span{Start: 3, End: 4}},
		{Text: span.Span{Start: 1, End: 2}, File: span.Span{Start: 4, End: 6}},
		{Text: span.Span{Start: 2, End: 3}, File: span.Span{Start: 6, End: 7}}}
	m := through(span.Map{{Text: span.Span{Start: 0, End: 3}, File: span.Span{Start: 0, End: 3}}}, source)
	for i, want := range []span.Span{{Start: 3, End: 4}, {Start: 4, End: 6}, {Start: 6, End: 7}} {
		if got := m.File(span.Span{Start: i, End: i + 1}); got != want {
			t.Errorf("byte %d is at %v of the file, want %v", i, got, want)
		}
	}
}
