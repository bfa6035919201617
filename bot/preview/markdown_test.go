package preview

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func testReader() reader {
	return reader{
		now:      clock(),
		channels: map[string]string{"7": "news"},
		users:    map[string]string{"1": "Ada"},
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ from, to string }{
		{"plain words", "plain words"},
		{`\*not\* \_emphasis\_ \[no link\](x)`, "*not* _emphasis_ [no link](x)"},
		{`a\b \\ c`, `a\b \ c`},
		{"**bold** *italic* __under__ ~~gone~~ ||secret|| ***all***", "bold italic under gone secret all"},
		{"**bold with *italic* inside**", "bold with italic inside"},
		{"2 * 3 * 4", "2 * 3 * 4"},
		{"snake_case_name and _this_", "snake_case_name and this"},
		{"**unclosed", "**unclosed"},
		{"`**code**` and ``a ` b``", "**code** and a ` b"},
		{"```go\n**x**\n```\nafter", "**x**\nafter"},
		{"# Title\n## Second\n-# small\n#no", "Title\nSecond\nsmall\n#no"},
		{"> **quoted**\n>>> more", "> quoted\n> more"},
		{"[The dam](https://courier.example/a)", "The dam <https://courier.example/a>"},
		{`[The \[old\] dam](<https://courier.example/a>)`, "The [old] dam <https://courier.example/a>"},
		{`[x](https://a.example "title")`, "x <https://a.example>"},
		{"[1] and [words](not an address)", "[1] and [words](not an address)"},
		{"<https://courier.example>", "https://courier.example"},
		{"<#7> <#8> <@1> <@!1> <@&9>", "#news #8 @Ada @Ada @9"},
		{"</said:123> <:wave:99> <a:wave:99>", "/said :wave: :wave:"},
		{"<t:1773403200>", "13 March 2026 12:00"},
		{"<t:1773403200:d> <t:1773403200:D> <t:1773403200:t>", "2026-03-13 13 March 2026 12:00"},
		{"<t:1773403200:F>", "Friday, 13 March 2026 12:00"},
		{"<t:1773396000:R> <t:1773489600:R>", "2 hours ago 1 day from now"},
		{"<t:x> < a", "<t:x> < a"},
		{"**“We will not pay.”** — Mira Varga", "“We will not pay.” — Mira Varga"},
	} {
		if got := testReader().plain(row.from); got != row.to {
			t.Errorf("%q: got %q, want %q", row.from, got, row.to)
		}
	}
}

// FuzzPlain reads anything: no panic, nothing longer than what a time or mention
// unfolds to, and valid text stays valid.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"**a**", "\\", "`", "[a](<https://b>)", "<t:99999999999999:R>", "***", "> > #", "_é_é_", "||"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := testReader().plain(text)
		if utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Errorf("%q became %q", text, got)
		}
		if strings.Count(got, "\n") > strings.Count(text, "\n") {
			t.Errorf("%q has more lines than %q", got, text)
		}
	})
}

// FuzzSplit splits any line: no panic, values are in the line, in its order.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"person:a about:b", "a about: b:c", "about:about:", " : ", "person:person: x"} {
		f.Add(seed)
	}
	options := commandOptions()
	f.Fuzz(func(t *testing.T, text string) {
		from := -1
		for _, p := range split(text, 0, options) {
			if p.start <= from && p.start != 0 || p.start > len(text) || !strings.Contains(text[p.start:], p.text) {
				t.Errorf("%q: %+v", text, p)
			}
			from = p.start
		}
	})
}
