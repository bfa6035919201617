package card

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rapporteur/bot/card/cardtest"
	"rapporteur/bot/discord"
	"rapporteur/bot/kv"
	"rapporteur/briefing"
	"rapporteur/corpus/testenv"
)

// constructs are what Discord's markdown makes of text, each as it is recognised at a
// place in a line that is not escaped. They follow Discord's client, whose rules are
// those of simple-markdown with its own mentions and timestamps.
var constructs = map[string]*regexp.Regexp{
	"code block":   regexp.MustCompile("^```"),
	"code":         regexp.MustCompile("^(`+)[^`]"),
	"link":         regexp.MustCompile(`^\[[^\]]*\]\(`),
	"autolink":     regexp.MustCompile(`^<?(?i:https?|steam|ftp)://[^\s<]`),
	"mention":      regexp.MustCompile(`^<(@[!&]?|#|a?:\w+:|t:|/|id:|sound:)\S*>`),
	"everyone":     regexp.MustCompile(`^@(everyone|here)`),
	"strong or em": regexp.MustCompile(`^\*`),
	"underline":    regexp.MustCompile(`^_`),
	"strike":       regexp.MustCompile(`^~~`),
	"spoiler":      regexp.MustCompile(`^\|\|`),
}

// blocks are what is recognised at the start of a line, also inside a quote.
var blocks = map[string]*regexp.Regexp{
	"heading":  regexp.MustCompile(`^\s*#{1,3}\s`),
	"subtext":  regexp.MustCompile(`^\s*-#`),
	"quote":    regexp.MustCompile(`^\s*>`),
	"list":     regexp.MustCompile(`^\s*(?:[-*+]|\d+[.)])\s`),
	"new line": regexp.MustCompile(`\n`),
}

// active lists the mark-up that Discord would find in a line.
func active(line string) []string {
	found := activeInline(line)
	for name, rule := range blocks {
		if rule.MatchString(line) {
			found = append(found, name)
		}
	}
	return found
}

// activeInline is active without what is recognised only at the start of a line.
func activeInline(s string) (found []string) {
	for i := 0; i < len(s); {
		if s[i] == '\\' && i+1 < len(s) {
			r, size := utf8.DecodeRuneInString(s[i+1:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsSpace(r) {
				i += 1 + size
				continue
			}
		}
		for name, rule := range constructs {
			if rule.MatchString(s[i:]) {
				found = append(found, name)
			}
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return found
}

// The parser above must find every kind of mark-up, or the tests below prove nothing.
func TestParserSeesMarkup(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"# head", "-# small", "> quote", "- item", "1. item", "```x```", "`x`", "[a](b)", "https://a.example", "<https://a>",
		"<@1>", "<@&1>", "<#1>", "<:a:1>", "<t:0:R>", "</who:1>", "<id:guide>", "@everyone", "@here",
		"*a*", "__a__", "~~a~~", "||a||", "a\nb",
	} {
		if len(active(s)) == 0 {
			t.Errorf("the parser takes %q for plain text", s)
		}
	}
	if found := active("It rose 3.5% (from 2 to 7), he said; 'yes'!"); len(found) > 0 {
		t.Errorf("the parser finds %v in plain text", found)
	}
}

func checkEscape(t *testing.T, s string) {
	t.Helper()
	md := string(Escape(s))
	if found := active(md); len(found) > 0 {
		t.Errorf("Escape(%q) = %q is %v", s, md, found)
	}
	if got, want := cardtest.Unescape(md), discord.PlainText(s); got != want {
		t.Errorf("Escape(%q) shows %q, want %q", s, got, want)
	}
	for _, r := range md {
		if unicode.In(r, unicode.Cc, unicode.Co, unicode.Cs) || unicode.Is(unicode.Cf, r) && r != '\u200D' {
			t.Errorf("Escape(%q) keeps %U", s, r)
		}
	}
	if discord.PlainText(discord.PlainText(s)) != discord.PlainText(s) {
		t.Errorf("PlainText(%q) changes when repeated: %q", s, discord.PlainText(discord.PlainText(s)))
	}
}

func TestEscape(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ in, want string }{
		{"plain words", "plain words"},
		{"a\nb\t c", "a b c"},
		{"# head", `\# head`},
		{"no 1 # here", "no 1 # here"},
		{"-5 degrees", `\-5 degrees`},
		{"well-known", "well-known"},
		{"12. May", `12\. May`},
		{"In 12. he", "In 12. he"},
		{"snake_case *x* ~~y~~ ||z||", `snake\_case \*x\* \~\~y\~\~ \|\|z\|\|`},
		{"[a](https://x)", `\[a\](https\://x)`},
		{`back\slash`, `back\\slash`},
		{"<@1> @everyone", `\<\@1\> \@everyone`},
		{"@\u202Eeveryone", `\@everyone`},
		{"zero\u200Bwidth", "zerowidth"},
		{"e\u0301", "é"},
		{"e\u200B\u0301", "é"},
		{"👩\u200D🚒 ok", "👩\u200D🚒 ok"},
		{"a\u200Db", "ab"},
		{"bad \xff byte", "bad \uFFFD byte"},
		{"9:30, 10:45", "9:30, 10:45"},
	} {
		if got := string(Escape(row.in)); got != row.want {
			t.Errorf("Escape(%q) = %q, want %q", row.in, got, row.want)
		}
		checkEscape(t, row.in)
	}
}

func FuzzEscape(f *testing.F) {
	f.Add(cardtest.HostileStatement().Quote)
	for _, s := range []string{
		"", "# *a* [b](https://c)", "<@1>\n> x", "1. a", "```", "\u202E@everyone", "\\", "\\\\*", "-#", "+ a",
	} {
		f.Add(s)
	}
	f.Fuzz(checkEscape)
}

// FuzzCard lays out hostile words in every place of a card.
func FuzzCard(f *testing.F) {
	f.Add("](https://evil.example)", "https://evil.example/\u202E)a", "@here")
	f.Add("# x", "javascript:alert(1)", "||")
	f.Fuzz(func(t *testing.T, words, address, name string) {
		s := cardtest.NamedStatement()
		s.Quote, s.Speaker, s.AsPrinted, s.Evidence = words, name, words, name
		s.Sources[0].Title, s.Sources[0].URL, s.Sources[0].Publisher = words, address, name
		s.Basis, s.Confidence = "pronoun", 0.5
		s.Sources = append(s.Sources, s.Sources...)
		text := string(statementItem(s).Text)
		if discord.Length(text) > maxPageText {
			t.Errorf("an item has %d characters", discord.Length(text))
		}
		checkSourceLine(t, s.Sources[0])
		sentence := name + " " + words + " " + address
		bold := string(boldWithin(sentence, words))
		for _, line := range strings.Split(text+"\n"+bold, "\n") {
			checkLine(t, line)
		}
		shown, ok := strings.CutPrefix(strings.ReplaceAll(bold, "**", ""), "> ")
		if cut := strings.Contains(bold, "\n"); !cut && (!ok || shown != string(Escape(sentence))) {
			t.Errorf("%q is shown as %q", sentence, bold)
		}
		if strings.Count(bold, "**")%2 != 0 {
			t.Errorf("%q is half bold: %q", sentence, bold)
		}
	})
}

// checkLine finds mark-up in a line of a card beyond that of the card itself.
func checkLine(t *testing.T, line string) {
	t.Helper()
	line = strings.TrimPrefix(strings.TrimPrefix(line, "> "), "-# ")
	if link := ourLink.FindStringSubmatch(line); link != nil {
		checkLabel(t, link[1])
		line = "link" + strings.TrimPrefix(line, link[0])
	}
	line = ourBold.ReplaceAllString(line, "$1")
	if found := active(line); len(found) > 0 {
		t.Errorf("the card's line %q is %v", line, found)
	}
}

// checkLabel finds in the label of a link what would break it, fake its target or show a
// backslash.
func checkLabel(t *testing.T, label string) {
	t.Helper()
	bad := strings.ContainsAny(label, special) || strings.Contains(label, "://") || strings.Contains(label, "www.")
	if found := activeInline(label); bad || len(found) > 0 || label == "" || label != discord.PlainText(label) {
		t.Errorf("the label %q is %v", label, found)
	}
}

// What a card writes itself: the link that begins a source line, and bold words.
var (
	ourLink = regexp.MustCompile(`^\[([^\]]*)\]\((https?://[^()\s<>\[\]\\]+)\)`)
	ourBold = regexp.MustCompile(`(\\.)|\*\*`) // or an escaped character, which is kept
)

// checkSourceLine checks that a line names its source and links to nothing else.
func checkSourceLine(t *testing.T, s briefing.Source) {
	t.Helper()
	line := string(sourceLine(s))
	checkLine(t, line)
	link, address := ourLink.FindStringSubmatch(line), safeAddress(s.URL)
	if (link == nil) != (address == "") || link != nil && link[2] != address {
		t.Errorf("%+v is linked as %q", s, line)
	}
	if from := host(s.URL); from != "" && !strings.Contains(line, string(Clip(from, MaxName))) {
		t.Errorf("%q does not name %s", line, from)
	}
}

func TestSourceLine(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ title, want string }{
		{"Dam gates stay shut", "Dam gates stay shut"},
		{"[Live] 5 things: *now*, snake_case | `x` ~ \\", "(Live) 5 things: ＊now＊, snake＿case ｜ ｀x｀ ～ ＼"},
		{"](https://evil.example) @here <@1>", ")( ＠here ＜＠1＞"},
		{"see WWW.evil.example/login now", "see now"},
		{"新闻https://evil.example/a报道", "新闻报道"},
		{"#MeToo", "#MeToo"},
		{"12. May", "12. May"},
		{"- dash", "- dash"},
		{"zero\u200Bwidth \u202Eover", "zerowidth over"},
		{"https://evil.example", "Untitled article"},
		{"\uFE0F \u0301", "Untitled article"},
		{"", "Untitled article"},
	} {
		s := cardtest.Gazette()
		s.Title = row.title
		want := "[" + row.want + "](" + s.URL + ") · gazette.example · 12 March 2031"
		if got := sourceLine(s); string(got) != want {
			t.Errorf("%q is shown as %q, want %q", row.title, got, want)
		}
		checkSourceLine(t, s)
	}
	s := cardtest.Gazette()
	s.URL, s.Title, s.Published = "javascript:alert(1)", "[a](https://b)", briefing.Day{}
	if got, want := string(sourceLine(s)), `“\[a\](https\://b)” · gazette.example`; got != want {
		t.Errorf("a source without a link is shown as %q, want %q", got, want)
	}
}

// One source is shown, and how many others there are. Its button opens as many as fit.
func TestSourcesOfAnItem(t *testing.T) {
	t.Parallel()
	sources := []briefing.Source{cardtest.Gazette(), cardtest.Herald(), cardtest.Gazette(), cardtest.Herald(), {ID: "a-1-1"}}
	first := "a\n-# " + sourceLine(sources[0])
	for n, want := range map[int]Markdown{0: "a", 1: first, 2: first + " · and 1 more", 5: first + " · and 4 more"} {
		if got := withSource("a", sources[:n]); got != want {
			t.Errorf("%d sources: %q", n, got)
		}
	}
	s := testSigner(t, &kv.Memory{})
	for n, want := range []int{0, 1, 2, 3, 3, 3} {
		buttons := contextButton(sources[:n])
		if want == 0 {
			if buttons != nil {
				t.Errorf("a button without sources: %v", buttons)
			}
			continue
		}
		if got := SourceIDs(buttons[0].Arg); len(got) != want || got[0] != sources[0].ID {
			t.Errorf("%d sources: the button opens %v", n, got)
		}
		if s.Sign("guild 1", CustomID{VerbContext, buttons[0].Arg, "99"}) == "" {
			t.Errorf("%d sources are too many for a custom_id: %q", n, buttons[0].Arg)
		}
	}
}

// FuzzSourceLine links hostile titles: the label stays inside the link, and the link
// leads to the source.
func FuzzSourceLine(f *testing.F) {
	for _, title := range []string{
		"](https://evil.example)", "a\\", "www.www.x", "x://y ://", "[[]]((", "*_~|`<>@", "1. #", "\u202E\u034F",
	} {
		f.Add(title, "https://gazette.example/a(b)", "gazette.example")
	}
	f.Add("title", "javascript:alert(1)", "[a](https://b)")
	f.Fuzz(func(t *testing.T, title, address, publisher string) {
		checkSourceLine(t, briefing.Source{Title: title, URL: address, Publisher: publisher})
	})
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ address, host, safe string }{
		{"https://www.gazette.example/a", "gazette.example", "https://www.gazette.example/a"},
		{"http://gazette.example:8080/a(b)", "gazette.example", "http://gazette.example:8080/a%28b%29"},
		{"https://user:secret@gazette.example/", "gazette.example", "https://gazette.example/"},
		{"https://аpple.example/", "xn--pple-43d.example", "https://xn--pple-43d.example/"},
		{"https://gazette.example/über?a=b c", "gazette.example", "https://gazette.example/%C3%BCber?a=b%20c"},
		{"javascript:alert(1)", "", ""},
		{"ftp://gazette.example/", "", ""},
		{"//gazette.example/", "", ""},
		{"https:///nohost", "", ""},
		{"https://gazette.example/" + strings.Repeat("a", 600), "gazette.example", ""},
		{"", "", ""},
	} {
		if got := host(row.address); got != row.host {
			t.Errorf("host(%q) = %q, want %q", row.address, got, row.host)
		}
		if got := safeAddress(row.address); got != row.safe {
			t.Errorf("safeAddress(%q) = %q, want %q", row.address, got, row.safe)
		}
	}
}

// Random text out of what Discord gives a meaning to.
func TestEscapeRandomText(t *testing.T) {
	t.Parallel()
	pieces := strings.Split("*|_|~|`|[|]|(|)|<|>|#|-|+|.|:|/|@|\\|!|&|1|a| |\n|**|||https://|@everyone|<@1>|<t:0:R>|"+
		"</a:1>|-# |1. |```|\u202E|\u200B|é|👩\u200D🚒", "|")
	pieces = append(pieces, "|", "||")
	random := rand.New(rand.NewPCG(1, 2))
	for range testenv.Times(2_000, 20_000, 20_000) { // a short run is for the race detector, and this runs alone
		var b strings.Builder
		for range 1 + random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		checkEscape(t, b.String())
	}
}

func BenchmarkStatementCard(b *testing.B) {
	b.ReportAllocs()
	s := testSigner(b, &kv.Memory{})
	sign := func(v Verb, arg, token string) string { return s.Sign("guild 1", CustomID{v, arg, token}) }
	answer := cardtest.SampleWho()
	for b.Loop() {
		r := RenderWho(answer)
		Render(r, Pages(r)[0], sign, "AAAAAAAAAAAAAAAAAAAAAA")
	}
}
