package article

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// folder writes files below a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, raw := range files {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(raw), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// told is what a walk yields, a line for each article or reason.
func told(t *testing.T, root string, paths ...string) []string {
	t.Helper()
	var out []string
	for a, err := range Walk(t.Context(), paths) {
		if err != nil {
			out = append(out, strings.ReplaceAll(err.Error(), root, ""))
			continue
		}
		out = append(out, strings.TrimPrefix(a.Path, root)+" = "+a.Title)
	}
	return out
}

func TestWalk(t *testing.T) {
	root := folder(t, map[string]string{
		"b.txt":        linesFile,
		"a.html":       pageFile,
		"c/d/e.txt":    paragraphsFile,
		"c/bad.txt":    "\x00\x01",
		"c/empty.txt":  "",
		".hidden":      linesFile,
		".git/x.txt":   linesFile,
		"w.jsonl":      `{"title":"One","text":"A."}` + "\n" + `{"title":}` + "\n\n" + `{"title":"Two","text":"B."}`,
		"deep/one.txt": "Only a title\n",
	})
	if err := os.Symlink("/etc/hostname", filepath.Join(root, "z-link.txt")); err != nil {
		t.Skip("no links here")
	}
	title := "Harbour bridge opens after long delay"
	want := []string{
		"/a.html = " + title, "/b.txt = " + title, "/c/bad.txt: it has NUL bytes, so it is not a text file",
		"/c/d/e.txt = " + title, "/c/empty.txt: it has no text", "/deep/one.txt = Only a title",
		"/w.jsonl = One", "/w.jsonl line 2: it is not JSON: invalid character '}' looking for beginning of value", "/w.jsonl = Two",
		"/z-link.txt: it is a link, which is not followed inside a folder", "/none: there is no such file or folder",
	}
	if got := told(t, root, root, root+"/none"); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if err := os.Symlink(root+"/c/d", root+"/deep/link"); err != nil {
		t.Fatal(err)
	}
	if got := told(t, root, root+"/deep/link"); !slices.Equal(got, []string{"/deep/link/e.txt = " + title}) {
		t.Errorf("a folder named by a link gave %q", got)
	}
	if got := told(t, root, root+"/b.txt", root+"/.hidden"); len(got) != 2 {
		t.Errorf("named files gave %q", got)
	}
}

func TestWalkStops(t *testing.T) {
	root := folder(t, map[string]string{"a.txt": linesFile, "b.txt": linesFile, "w.jsonl": strings.Repeat(`{"text":"A."}`+"\n", 10)})
	for range Walk(t.Context(), []string{root}) {
		break // must not panic by yielding again
	}
	n := 0
	for range Walk(t.Context(), []string{root + "/w.jsonl"}) {
		if n++; n == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n = 0
	var last error
	for _, err := range Walk(ctx, []string{root}) {
		n++
		last = err
		cancel()
	}
	if n != 2 || !errors.Is(last, context.Canceled) {
		t.Errorf("a cancelled walk yielded %d times, last %v", n, last)
	}
}

func TestWalkFS(t *testing.T) {
	fsys := fstest.MapFS{"b.txt": {Data: []byte(linesFile)}, "a/w.jsonl": {Data: []byte(`{"text":"A."}`)}, "c.txt": {Data: nil}}
	var got []string
	for a, err := range WalkFS(t.Context(), fsys) {
		got = append(got, fmt.Sprint(a.Path, " ", err))
	}
	want := []string{"a/w.jsonl <nil>", "b.txt <nil>", " c.txt: it has no text"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLargeLines reads JSON Lines that are together larger than a file may be, with
// one line that is too large itself.
func TestLargeLines(t *testing.T) {
	line := `{"title":"T","text":"` + strings.Repeat("Rain fell. ", 100_000) + `"}` + "\n"
	huge := `{"text":"` + strings.Repeat("x", MaxSize) + `"}` + "\n"
	root := folder(t, map[string]string{"w.jsonl": strings.Repeat(line, 11) + huge + `{"text":"End."}`})
	raw, err := os.ReadFile(root + "/w.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	articles, refused := 0, 0
	for a, err := range Walk(t.Context(), []string{root}) {
		var bad *FileError
		switch {
		case errors.As(err, &bad) && bad.Line == 12:
			refused++
		case err != nil:
			t.Fatal(err)
		default:
			articles++
			if got := a.File.File(a.Body[0]).Of(string(raw)); len(got) < 4 || got != a.At(a.Body[0]) {
				t.Fatalf("article %d stands elsewhere: %.40q", articles, got)
			}
		}
	}
	if articles != 12 || refused != 1 {
		t.Errorf("%d articles, %d refused; want 12 and 1", articles, refused)
	}
}

// TestTruncated cuts a file of each format at every byte: each cut is an article
// with sound spans, or a reason.
func TestTruncated(t *testing.T) {
	for name, raw := range map[string]string{
		"a.txt": linesFile, "b.txt": story, "c.html": pageFile, "d.txt": "\xff\xfe" + utf16Bytes(story, false),
		"e.jsonl": `{"title":"Caf\u00e9 “x”","published":"2026-03-09","url":"https://example.com","text":"One.\nTwo."}`,
	} {
		for n := range len(raw) {
			all, err := Parse(name, []byte(raw[:n]))
			var bad *FileError
			if err != nil && !errors.As(err, &bad) {
				t.Fatalf("%s cut at %d: %v", name, n, err)
			}
			for _, a := range all {
				checkSpans(t, &a, []byte(raw[:n]))
			}
		}
	}
}

func fuzzFormat(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		all, err := Parse(name, raw)
		if (err == nil) == (len(all) == 0) {
			t.Fatalf("%d articles and %v", len(all), err)
		}
		for _, a := range all {
			checkSpans(t, &a, raw)
			if len(a.ID) != 16 || a.Title == "" {
				t.Fatalf("ID %q, title %q", a.ID, a.Title)
			}
		}
	})
}

func FuzzParsePlain(f *testing.F) {
	fuzzFormat(f, "a.txt", linesFile, paragraphsFile, story, "\xff\xfeA\x00\r\x00\n\x00", "Caf\xe9\r\rx\xe2\x80", "\ufeff")
}

func FuzzParseHTML(f *testing.F) {
	fuzzFormat(f, "a.html", pageFile, "<p>a&ampb&#0;&#x110000;<br>\U000F0000<table>x<tr>", "<title>a</title><h1>a</h1>",
		"<p>One&#xaH two&#10war &#xA&#13;&#10;three", "<p>&NewLine;a&Tab;b&nbsp;c&nbspd&NewLine", "<p>a&#xd800;b&#xDFFFc&#x110000d&#99999999999999999999;",
		"<p>a\r\nb&#13\n&#0;c&#1d&#x7f;e&#x85f&#x2028;", "<title>&#xaH</title><h1>&#10H &#xb;</h1><p>&notit; &notin; &NotEqualTilde;&;&#;&#x;", "&#xaH")
}

func FuzzParseJSONLines(f *testing.F) {
	fuzzFormat(f, "a.jsonl", `{"title":"a\ud834\udd1e\/","text":"b\r\nc","url":null}`, "\ufeff{\"text\":\"\\u0000\xff\"}\r\n{}", `{"text":"\ud834x","text":"y"}`)
}

func BenchmarkParse(b *testing.B) {
	for _, row := range []struct{ name, file, raw string }{
		{"lines", "a.txt", linesFile + strings.Repeat("The bridge will carry trams from April, Mayor Ida Holm said on Monday.\n", 40)},
		{"jsonl", "a.jsonl", `{"title":"T","text":"` + strings.Repeat(`The bridge \u201cwill\u201d carry trams from April.\n`, 40) + `"}`},
		{"html", "a.html", strings.Replace(pageFile, "</article>", strings.Repeat("<p>The bridge will carry trams from April, Mayor Ida Holm said on Monday.</p>\n", 40)+"</article>", 1)},
	} {
		b.Run(row.name, func(b *testing.B) {
			raw := []byte(row.raw)
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(row.file, raw); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
