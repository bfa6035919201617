package card

import (
	"strings"
	"testing"

	"rapporteur/bot/card/cardtest"
	"rapporteur/bot/discord"
	"rapporteur/bot/kv"
	"rapporteur/briefing"
)

// long is the worst foreign text: no space to cut at, and each character needs an escape.
func long(n int) string { return strings.Repeat("*_[`~", n/5) }

// For any answer, each message stays within Discord's limits, and each item is on some page.
func TestCardsFit(t *testing.T) {
	t.Parallel()
	worst := cardtest.NamedStatement()
	worst.Quote, worst.Evidence, worst.Basis = long(9000), long(9000), "pronoun"
	worst.Speaker, worst.AsPrinted = long(900), long(900)
	address := "https://" + strings.Repeat("a.", 60) + "example/" + strings.Repeat("x", 370)
	for i := range worst.Sources {
		worst.Sources[i].Title, worst.Sources[i].URL = long(900), address
	}
	worst.Sources = append(worst.Sources, worst.Sources...)
	var all []briefing.Statement
	for range 12 {
		all = append(all, worst, cardtest.NamedStatement())
	}
	hint := []string{long(900), long(900), long(900), long(900), long(900), long(900)}
	replies := map[string]Reply{
		"who":     RenderWho(briefing.WhoAnswer{Phrase: long(9000), Answers: all, Coverage: cardtest.SampleCoverage()}),
		"nothing": RenderWho(briefing.WhoAnswer{Phrase: long(9000), DidYouMean: hint, Coverage: cardtest.SampleCoverage()}),
		"said": RenderSaid(briefing.SaidQuestion{Person: long(900), About: long(900)}, briefing.SaidAnswer{
			Person:     &briefing.MatchedPerson{Name: long(900), Roles: hint, MatchedBy: "role"},
			Statements: all, Coverage: cardtest.SampleCoverage(),
		}),
		"nobody": RenderSaid(briefing.SaidQuestion{Person: long(900)}, briefing.SaidAnswer{DidYouMean: hint}),
		"happened": RenderHappened(long(900), briefing.HappenedAnswer{Coverage: cardtest.SampleCoverage(), Events: []briefing.Event{
			{Text: long(9000), DatedBy: long(900), Why: long(9000), Sources: worst.Sources},
		}}),
		"brief": RenderBrief(long(900), briefing.BriefAnswer{Coverage: cardtest.SampleCoverage(), Items: []briefing.BriefItem{
			{Section: "said", Text: long(9000), Speaker: long(900), Why: long(9000), Sources: worst.Sources},
		}}),
	}
	s := testSigner(t, &kv.Memory{})
	sign := func(v Verb, arg, token string) string { return s.Sign("guild 1", CustomID{v, arg, token}) }
	for name, r := range replies {
		shown := 0
		for _, p := range Pages(r) {
			shown += len(p.Items)
			m := Render(r, p, sign, "AAAAAAAAAAAAAAAAAAAAAA")
			text, parts := size(m.Components)
			if text > discord.MaxDisplayText || parts > discord.MaxComponents {
				t.Errorf("%s, page %d: %d characters of text in %d components", name, p.number+1, text, parts)
			}
		}
		if shown != len(r.Items) {
			t.Errorf("%s: %d of %d items are shown", name, shown, len(r.Items))
		}
	}
}

// size counts text and components, with nesting.
func size(all []discord.Component) (text, parts int) {
	for _, c := range all {
		inside := c.Components
		if c.Accessory != nil {
			inside = append([]discord.Component{*c.Accessory}, inside...)
		}
		t, n := size(inside)
		text, parts = text+t+discord.Length(c.Content), parts+n+1
	}
	return text, parts
}

// A page holds as much as its limit allows; the next item begins another.
func TestPagesAtTheLimit(t *testing.T) {
	t.Parallel()
	half := Markdown(strings.Repeat("a", maxPageText/2))
	for extra, want := range map[Markdown]int{"": 1, "a": 2} {
		if got := len(Pages(Reply{Items: []Item{{Text: half}, {Text: half + extra}}})); got != want {
			t.Errorf("%d characters take %d pages, want %d", maxPageText+len(extra), got, want)
		}
	}
	for n, want := range map[int]int{maxItems: 1, maxItems + 1: 2, 2*maxItems + 1: 3} {
		if got := len(Pages(Reply{Items: make([]Item, n)})); got != want {
			t.Errorf("%d items take %d pages, want %d", n, got, want)
		}
	}
}
