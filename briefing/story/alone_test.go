package story

import (
	"testing"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

func standsAlone(text string) bool {
	r := &reading{lex: newLexicon()}
	s := &sentence{text: text, words: r.lex.read(text, nil)}
	return len(s.words) > 0 && r.alone(s)
}

func TestAlone(t *testing.T) {
	for _, text := range []string{
		"The bridge over the Lorn reopened to traffic on Tuesday after two years of repairs.",
		"Ada Brenn, the mayor, said she would open the school by Friday.",
		"The minister said he would resign before the summer.",
		"About 12,000 people left their homes below the dam on Thursday.",
		"Some farmers in Odrava have not been paid since the harvest.",
		"Brenn called the report “total invention” and asked for the logs.",
		"The company that built the bridge at Harrowgate was fined 400 crowns.",
		"The bridge over the Lorn will be closed this weekend and next.",
		"Crews work day and night on the bridge over the Lorn.",
		"The mayor is seen as a friend of the ferrymen of Harrowgate.",
	} {
		if !standsAlone(text) {
			t.Errorf("refused: %s", text)
		}
	}
	for _, row := range []struct{ why, text string }{
		{"a pronoun for somebody not named", "In the evening he told reporters that the bridge was safe."},
		{"a pronoun at the beginning", "He said the bridge would reopen to traffic on Tuesday."},
		{"a day is nobody", "On Friday she opened the bridge to traffic again."},
		{"it goes on from another", "However, the bridge over the Lorn will stay closed to lorries."},
		{"a caption", "Passengers wait on the quay at Brinmouth on Monday (Photo: Hanne Wirth)"},
		{"no end", "Bridge over the Lorn at Harrowgate reopens to traffic"},
		{"cut at the beginning", "and the bridge over the Lorn was reopened on Tuesday."},
		{"a question", "Who will pay for the bridge over the Lorn at Harrowgate?"},
		{"the writer speaks", "I crossed the bridge over the Lorn on the day it reopened."},
		{"marks lost from a quotation", "We cannot say whether the bridge will open, Brenn told reporters."},
		{"a stamp", "Tuesday 6 May 2031 09.55 BST The bridge over the Lorn reopened to traffic."},
		{"a bracket left open", "Shares of the Lorn Bridge Company (LBC. rose on Tuesday morning."},
		{"too short", "The bridge is open again."},
		{"brackets in the wrong order", "LBC) rose on Tuesday as the bridge was reopened (LBC."},
		{"no verb", "A lorry on the bridge over the Lorn at Harrowgate."},
		{"no verb but a participle", "Mayor Ada Brenn opening the bridge over the Lorn at Harrowgate."},
		{"a leaflet, produced by somebody", "The leaflet on the bridge produced by the town of Harrowgate."},
		{"what a picture shows", "Lorries are seen on the bridge over the Lorn at Harrowgate."},
		{"a picture", "This image from a video shows the bridge over the Lorn."},
		{"who is the company", "The company said on Tuesday that the bridge was safe."},
		{"whose school", "The school's head, Ida Rell, welcomed the new bridge at Harrowgate."},
		{"a move is nobody", "The move comes as his party prepares for the vote in Harrowgate."},
		{"a company is nobody", "Although LBC has paid, he said, the bridge over the Lorn is closed."},
		{"which this", "Mayor Ada Brenn confirmed this during a walk across the bridge."},
		{"which claims", "The Lorn Bridge Company has denied these claims about the bridge."},
		{"it answers another", "At the same meeting, Mayor Ada Brenn opened the bridge at Harrowgate."},
		{"two sentences in one", "Repairs at Harrowgate have taken two years Lorn Bridge Company has opened its books to the town."},
		{"headings run in", "BRIDGE OVER LORN REOPENS Traffic crossed the river for the first time on Tuesday."},
	} {
		if standsAlone(row.text) {
			t.Errorf("let through (%s): %s", row.why, row.text)
		}
	}
}

func TestUnglued(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"HARROWGATE (Reuters) - The bridge reopened on Tuesday.", "The bridge reopened on Tuesday."},
		{"Photograph: Ida Rell/AP The bridge reopened on Tuesday.", "The bridge reopened on Tuesday."},
		{"6 May 2031 Last updated at 12:45 GMT Help The bridge reopened on Tuesday.", "The bridge reopened on Tuesday."},
		{"Bridge over the Lorn is open again Tuesday 6 May 2031 09.55 BST A lorry crosses.",
			"Bridge over the Lorn is open again|A lorry crosses."},
		{"The bridge (built in 1901) reopened on Tuesday.", "The bridge (built in 1901) reopened on Tuesday."},
		{"Bridge over Lorn reopens Traffic is back The bridge over the Lorn was reopened on Tuesday.",
			"The bridge over the Lorn was reopened on Tuesday."},
		{"Lorn bridge opens In Harrowgate, traffic is back.", "In Harrowgate, traffic is back."},
		{"Cracks were found in the pier The Lorn Bridge Company paid for the repairs.",
			"The Lorn Bridge Company paid for the repairs."},
		{`Mayor Ada Brenn: "It was worth the wait" Traffic crossed the river on Tuesday.`, "Traffic crossed the river on Tuesday."},
		{"The bridge is open to lorries Ninety-five of them crossed it.", "Ninety-five of them crossed it."},
		{"AP Traffic crossed the river on Tuesday.", "Traffic crossed the river on Tuesday."},
		{"He sent his report to the daily The Lorn Herald by boat.",
			"He sent his report to the daily The Lorn Herald by boat."},
		{"Doctors confirmed influenza A cases in Harrowgate on Tuesday.",
			"Doctors confirmed influenza A cases in Harrowgate on Tuesday."},
		{"Bridge Collapses In Storm", "Bridge Collapses In Storm"},
		{"He told The Lorn Herald that the bridge was safe.", "He told The Lorn Herald that the bridge was safe."},
		{"The prize went to The long way home, a novel.", "The prize went to The long way home, a novel."},
		{"The Lorn Bridge Company - the owner - was paid.", "The Lorn Bridge Company - the owner - was paid."},
	} {
		got := ""
		for _, p := range pieces(row.in, span.Span{End: len(row.in)}) {
			got += "|" + p.span.Of(row.in)
		}
		if got[1:] != row.want {
			t.Errorf("%q is shown as %q, want %q", row.in, got[1:], row.want)
		}
	}
}

func FuzzAlone(f *testing.F) {
	for _, s := range []string{"", "He said.", "Photograph: A/AP B", "6 May 2031 09.55 BST", "“", "A\xff(\u2014 B -- C",
		"1,2 million m", "May 4, 2031: The",
		"Tuesday 6 May 2031 Last updated at 9:55 AM ET A", "Bridge (left), 9.30 p.m. GMT", "THE BRIDGE AT HARROWGATE is",
		"OSLO, Norway -- A", "OSLO, Norway -\r A", "AP A",
		"𐐀𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨𐐨. 31, 2031: A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range pieces(s, span.Span{End: len(s)}) {
			if p.span.Start < 0 || p.span.End > len(s) || p.span.Empty() {
				t.Fatalf("%q is shown at %v", s, p.span)
			}
			if utf8.ValidString(s) && !utf8.ValidString(p.span.Of(s)) {
				t.Fatalf("%q is cut inside a character: %q", s, p.span.Of(s))
			}
		}
		standsAlone(s)
		if page.MatchString(s) && !maybePage(s) || stamp.MatchString(s) && !stamped(s) ||
			leader.MatchString(s) && !maybeLed(s) {
			t.Fatalf("%q is spared the regular expressions", s)
		}
		if k := keyOf(s); !k.same(k) {
			t.Fatalf("%q is not the same as itself", s)
		}
		readKeys([]string{s, Key(s)})
		(&reading{}).figuresIn(&sentence{text: s})
	})
}

func TestFigures(t *testing.T) {
	for _, row := range []struct {
		text, want string
		value      float64
	}{
		{"Some 100,000 troops stood at the border.", "100,000 troops", 1e5},
		{"The flood cost 80 million crowns.", "80 million crowns", 8e7},
		{"The flood cost $7.5 billion, the bank said.", "$7.5 billion", 7.5e9},
		{"The treaty of 1983 is in force.", "", 0},
		{"The 22-year wait is over.", "", 0},
	} {
		got := (&reading{}).figuresIn(&sentence{text: row.text})
		if row.want == "" {
			if len(got) != 0 {
				t.Errorf("%s: found %+v", row.text, got)
			}
			continue
		}
		if len(got) != 1 || got[0].text != row.want || got[0].value != row.value {
			t.Errorf("%s: found %+v, want %q", row.text, got, row.want)
		}
	}
}
