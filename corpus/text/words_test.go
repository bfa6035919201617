package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"Mara Quill said so.", "Mara|Quill|said|so|."},
		{"“It’s over,” she said.", "“|It|’s|over|,|”|she|said|."},
		{"They don't and can’t.", "They|do|n't|and|ca|n’t|."},
		{"The U.S. Senate at 5 p.m. on Jan. 3", "The|U.S.|Senate|at|5|p.m.|on|Jan.|3"},
		{"$1,000.50, or 3.5%", "$|1,000.50|,|or|3.5|%"},
		{"a well-known ex-minister—he left -- then...", "a|well-known|ex-minister|—|he|left|--|then|..."},
		{"the end.The start", "the|end|.|The|start"},
		{"O'Hara's dogs' bowls", "O'Hara|'s|dogs|'|bowls"},
		{"AT&T, @mara_q and example.org", "AT&T|,|@|mara_q|and|example.org"},
		{"``Yes,'' he said", "``|Yes|,|''|he|said"},
		{"Gen. T. Okoro (ret.)", "Gen.|T.|Okoro|(|ret|.|)"},
		{"Élodie d’Arc 2016-17", "Élodie|d’Arc|2016-17"},
		{"\u200b\ufeff ", ""},
	} {
		var got []string
		for _, w := range Words(row.in) {
			got = append(got, w.Of(row.in))
		}
		if g := strings.Join(got, "|"); g != row.want {
			t.Errorf("Words(%q)\n got %s\nwant %s", row.in, g, row.want)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("“It’s over,” said Gen. T. Okoro—not 1,000.5% sure...")
	f.Add("a\xff\xfe'’n’t U.S..")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, w := range Words(s) {
			if w.Empty() || w.Start < last || w.End > len(s) {
				t.Fatalf("word %v after byte %d of %d", w, last, len(s))
			}
			if strings.TrimFunc(s[last:w.Start], isBlank) != "" {
				t.Fatalf("%q was passed over", s[last:w.Start])
			}
			if utf8.ValidString(s) && !utf8.ValidString(w.Of(s)) {
				t.Fatalf("word %q cuts a rune", w.Of(s))
			}
			last = w.End
		}
	})
}

func BenchmarkWords(b *testing.B) {
	s := strings.Repeat("“It isn’t over,” Gen. Mara Quill told the U.S. panel of 1,200 on Friday. ", 50)
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Words(s)
	}
}
