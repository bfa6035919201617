package article

import (
	"strings"
	"testing"
)

const pageFile = `<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Harbour bridge opens after long delay | The Example</title>
<link rel="canonical" href="https://www.example.com/news/bridge">
<meta property="article:published_time" content="2026-03-09T07:30:00+01:00">
<script>var x = "<p>not text</p>";</script>
</head><body>
<nav><ul><li>News</li><li>Sport</li></ul></nav>
<h1>Harbour bridge <em>opens</em> after long delay</h1>
<article>
<p>The bridge will carry trams from April, <b>Mayor</b> <i>Ida Holm</i> said on Monday, and it will
be closed to lorries for as long as the old quay is being re&shy;built &amp; widened.</p>
<p>&ldquo;We are glad,&rdquo; she said, cutting the ribbon; the ferrymen, who lose their trade, were not.</p>
<ul><li>It took seven years, four more than planned, and outlived two mayors</li><li>It cost &euro;90&nbsp;million</li></ul>
</article>
<footer><p>Cookies help us.</p></footer>
</body></html>`

func TestParseHTML(t *testing.T) {
	a := parseOne(t, "bridge.html", pageFile)
	if a.Format != HTML || !a.Ordered || a.Published.String() != "2026-03-09" || a.Dated != FromHeader || a.Publisher != "example.com" || a.Language != "en" {
		t.Errorf("format %s, ordered %t, day %s by %s, publisher %s, language %s", a.Format, a.Ordered, a.Published, a.Dated, a.Publisher, a.Language)
	}
	want := []string{
		"The bridge will carry trams from April, Mayor Ida Holm said on Monday, and it will be closed to lorries for as long as the old quay is being re\u00adbuilt & widened.",
		"“We are glad,” she said, cutting the ribbon; the ferrymen, who lose their trade, were not.",
		"It took seven years, four more than planned, and outlived two mayors",
		"It cost €90 million",
	}
	if got := body(&a); a.Title != "Harbour bridge opens after long delay" || strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("title %q, body %q", a.Title, got)
	}
	for _, row := range []struct{ text, file string }{
		{"Mayor Ida Holm", "Mayor</b> <i>Ida Holm"},
		{"“We are glad,”", "&ldquo;We are glad,&rdquo;"},
		{"€90 million", "&euro;90&nbsp;million"},
		{"will be closed", "will\nbe closed"},
	} {
		i := strings.Index(a.Text, row.text)
		s := a.Head
		s.Start, s.End = i, i+len(row.text)
		if got := a.File.File(s).Of(pageFile); got != row.file {
			t.Errorf("%q stands in the file as %q, want %q", row.text, got, row.file)
		}
	}
}

func TestPageMarks(t *testing.T) {
	for name, row := range map[string]struct{ head, day, url, title string }{
		"JSON-LD":         {`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2026-03-09T01:00:00Z"}]}</script>`, "2026-03-09", "", "A plain heading here"},
		"time":            {`<time datetime="2026-03-01"></time><time pubdate datetime="2026-03-09"></time>`, "2026-03-09", "", "A plain heading here"},
		"itemprop":        {`<meta itemprop="datePublished" content="2026-03-09">`, "2026-03-09", "", "A plain heading here"},
		"bad day":         {`<meta property="article:published_time" content="soon"><meta name="date" content="9 March 2026">`, "2026-03-09", "", "A plain heading here"},
		"address":         {`<meta property="og:url" content="https://example.org/x"><link rel="canonical" href="/x">`, "", "https://example.org/x", "A plain heading here"},
		"newspaper's own": {`<title>Rain and wind to come - The Example</title>`, "", "", "Rain and wind to come"},
	} {
		t.Run(name, func(t *testing.T) {
			a := parseOne(t, "x.html", "<html><head>"+row.head+"</head><body><h1>A plain heading here</h1><p>It rained.</p></body></html>")
			if a.Published.String() != row.day || a.URL != row.url || a.Title != row.title {
				t.Errorf("day %q, URL %q, title %q", a.Published, a.URL, a.Title)
			}
		})
	}
}

func TestHostilePages(t *testing.T) {
	for name, raw := range map[string]string{
		"nested":     strings.Repeat("<div>", 1_000_000) + "deep",
		"attributes": "<p " + strings.Repeat("a=b ", 100_000) + ">One.</p>",
		"pieces":     strings.Repeat("<b>x</b>", 200_000),
		"unclosed":   "<html><body><p>One <b>two <i>three <!-- four",
		"tables":     "<html><body>" + strings.Repeat("<table>x<tr>y", 300),
		"marks":      "<html><body><p>A\U000F0001B\U000F0000 went home.</p>",
	} {
		t.Run(name, func(t *testing.T) {
			all, err := Parse("x.html", []byte(raw))
			for _, a := range all {
				checkSpans(t, &a, []byte(raw))
			}
			if len(all) == 0 && err == nil {
				t.Error("neither an article nor a reason")
			}
		})
	}
}

// A character reference without a semicolon takes in none of the letters after it, and one for white space or a
// control character is a space.
func TestEntities(t *testing.T) {
	for in, want := range map[string]string{
		"&#xaH": " H", "&#10war": " war", "&#10;war": " war", "&NewLine;x": " x", "&Tab;x": " x", "&nbsp;x": "\u00a0x", "&nbspx": "\u00a0x",
		"&#13;&#10;x": "  x", "&#0;x": "\ufffdx", "&#xd800;x": "\ufffdx", "&#x110000x": "\ufffdx", "&#x1;x": " x", "&#x80;x": "€x",
		"&ampb": "&b", "&notit;": "¬it;", "&notin;": "∉", "&x": "&x", "&;": "&;", "&#;": "&#;", "&#xg": "&#xg", "&": "&", "&#x35": "5",
	} {
		var got strings.Builder
		for at := 0; at < len(in); {
			if in[at] != '&' {
				got.WriteByte(in[at])
				at++
				continue
			}
			out, n := entity(in[at:])
			got.WriteString(out)
			at += n
		}
		if got.String() != want {
			t.Errorf("%s is read as %q, want %q", in, got.String(), want)
		}
	}
}
