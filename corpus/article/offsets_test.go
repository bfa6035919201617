package article

import (
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/corpus/span"
)

// checkSpans holds an article to what every later step relies on.
func checkSpans(t *testing.T, a *Article, raw []byte) {
	t.Helper()
	if !utf8.ValidString(a.Text) {
		t.Fatalf("the text is not UTF-8: %q", a.Text)
	}
	at := 0
	for i, s := range append([]span.Span{a.Head}, a.Body...) {
		if i == 0 && s.Empty() {
			continue
		}
		if s.Empty() || s.Start < at || s.End > len(a.Text) {
			t.Fatalf("line %d is %v of %d bytes, after byte %d", i, s, len(a.Text), at)
		}
		at = s.End
		line := a.At(s)
		if strings.TrimSpace(line) != line || !utf8.ValidString(line) || a.Format == HTML && strings.Contains(line, "\n") {
			t.Fatalf("line %d is %q", i, line)
		}
		if f := a.File.File(s); f.Empty() || f.Start < 0 || f.End > len(raw) {
			t.Fatalf("line %d, %v, is %v of a file of %d bytes", i, s, f, len(raw))
		}
	}
	if len(a.Text) > 0 && len(a.File) > 0 {
		end := 0
		for _, r := range a.File {
			if r.Text.Start != end || r.Text.Empty() || r.File.Start < 0 || r.File.End > len(raw) || r.File.Len() < 0 {
				t.Fatalf("run %v does not go on from %d", r, end)
			}
			end = r.Text.End
		}
		if end != len(a.Text) {
			t.Fatalf("the map ends at %d of %d", end, len(a.Text))
		}
	}
}

const story = "Café owners cheer “tram day”\n\nMayor Ida Holm said: “We did it – at last… for €90m.”\n\nThe crowd, 3,000 strong, sang 𝄞 for joy.\n"

// TestOffsets writes one story in every format and encoding, and reads each word
// of each back from the bytes of the file.
func TestOffsets(t *testing.T) {
	title, rest, _ := strings.Cut(story, "\n\n")
	escape := strings.NewReplacer("\n", `\n`, "“", `\u201c`, "é", `\u00e9`, "𝄞", `\ud834\udd1e`, "/", `\/`, `"`, `\"`)
	for name, row := range map[string]struct {
		file   string
		raw    string
		decode func(string) string
	}{
		"utf-8":              {"a.txt", story, nil},
		"byte order mark":    {"a.txt", "\ufeff" + story, nil},
		"carriage returns":   {"a.txt", strings.ReplaceAll(story, "\n", "\r\n"), nil},
		"old Macintosh":      {"a.txt", strings.ReplaceAll(story, "\n", "\r"), nil},
		"utf-16, marked":     {"a.txt", "\xff\xfe" + utf16Bytes(story, false), fromUTF16(false)},
		"utf-16, big-endian": {"a.txt", utf16Bytes(strings.ReplaceAll(story, "\n", "\r\n"), true), fromUTF16(true)},
		"windows-1252":       {"a.txt", latin(t, strings.ReplaceAll(story, "𝄞", "")), fromLatin},
		"JSON Lines":         {"a.jsonl", `{"url": null, "text": "` + escape.Replace(rest) + `", "title": "` + escape.Replace(title) + `"}` + "\n", fromJSON},
		"JSON Lines, CRLF":   {"a.jsonl", "\ufeff\r\n" + `{"title":"` + title + `","text":"` + strings.ReplaceAll(rest, "\n", `\r\n`) + `"}` + "\r\n", fromJSON},
		"JSON, windows-1252": {"a.jsonl", latin(t, `{"title":"`+title+`","text":"`+escape.Replace(rest)+`"}`), func(s string) string { return fromJSON(fromLatin(s)) }},
		"web page":           {"a.html", "<html><body><h1>" + title + "</h1><p>" + strings.ReplaceAll(html.EscapeString(strings.TrimSpace(rest)), "\n\n", "</p>\n<p>") + "</p>", html.UnescapeString},
	} {
		t.Run(name, func(t *testing.T) {
			a := parseOne(t, row.file, row.raw)
			checkSpans(t, &a, []byte(row.raw))
			if !strings.HasPrefix(a.Title, "Café owners") || len(a.Body) != 2 {
				t.Fatalf("title %q, body %q", a.Title, body(&a))
			}
			for _, w := range wordsOf(a.Text) {
				got := a.File.File(w).Of(row.raw)
				if row.decode != nil {
					got = row.decode(got)
				}
				if got != a.At(w) {
					t.Errorf("%q at %v stands in the file as %q", a.At(w), w, got)
				}
			}
		})
	}
}

// TestStreamedOffsets reads the same lines from a file on disk, which is streamed.
func TestStreamedOffsets(t *testing.T) {
	raw := "\ufeff" + `{"title":"One","text":"Rain fell\non Löwen."}` + "\r\n\r\n" + `not JSON` + "\n" + `{"text":"Snow \u00e9 fell.","title":"Two"}`
	path := filepath.Join(t.TempDir(), "a.jsonl")
	if err := os.WriteFile(path, []byte(raw), 0o600); err != nil {
		t.Fatal(err)
	}
	var found []string
	for a, err := range Walk(t.Context(), []string{path}) {
		if err != nil {
			found = append(found, strings.TrimPrefix(err.Error(), path))
			continue
		}
		checkSpans(t, &a, []byte(raw))
		found = append(found, a.File.File(a.Body[len(a.Body)-1]).Of(raw))
	}
	want := []string{"on Löwen.", " line 3: it is not a JSON object", `Snow \u00e9 fell.`}
	if strings.Join(found, "|") != strings.Join(want, "|") {
		t.Errorf("found %q, want %q", found, want)
	}
}

func wordsOf(s string) []span.Span {
	var out []span.Span
	start := -1
	for i, r := range s + " " {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			out = append(out, span.Span{Start: start, End: i})
			start = -1
		}
		if !unicode.IsSpace(r) {
			out = append(out, span.Span{Start: i, End: i + utf8.RuneLen(r)})
		}
	}
	return out
}

func utf16Bytes(s string, big bool) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return string(b)
}

func fromUTF16(big bool) func(string) string {
	return func(s string) string {
		var units []uint16
		for i := 0; i+1 < len(s); i += 2 {
			u := uint16(s[i]) | uint16(s[i+1])<<8
			if big {
				u = u<<8 | u>>8
			}
			units = append(units, u)
		}
		return string(utf16.Decode(units))
	}
}

func latin(t *testing.T, s string) string {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func fromLatin(s string) string {
	out, _ := charmap.Windows1252.NewDecoder().String(s)
	return out
}

func fromJSON(s string) string {
	var b builder
	unescape(&b, field{raw: `"` + s + `"`})
	return string(b.text)
}
