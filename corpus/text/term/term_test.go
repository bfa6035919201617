package term

import (
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"Kyiv's defences, Kyivs defenses", "kyiv defens kyiv defens"},
		{"can’t cant CAN'T", "cant cant cant"},
		{"a 90-minute talk of 100,000 troops", "a 90 minut talk of 100000 troop"},
		{"the U.S. and the US", "the us and the us"},
		{"Erdoğan, Erdogan; Łódź", "erdogan erdogan lodz"},
		{"naval manoeuvres", "naval maneuv"},
		{"naval maneuvers", "naval maneuv"},
		{"organised organizing", "organ organ"},
		{"", ""},
		{"— “” …", ""},
	} {
		var keys []string
		for _, k := range Split(row.in) {
			keys = append(keys, k.Key)
		}
		if got := strings.Join(keys, " "); got != row.want {
			t.Errorf("Split(%q) has keys %q, want %q", row.in, got, row.want)
		}
	}
}

func TestKeys(t *testing.T) {
	got := strings.Join(Keys("They said that the war is the war, and wars end"), " ")
	if want := "war end"; got != want {
		t.Errorf("Keys = %q, want %q", got, want)
	}
}

// TestInflections: the words of a row are forms of one and are searched by one key.
func TestInflections(t *testing.T) {
	for _, row := range []string{
		"ferry ferries ferry's", "ferryman ferrymen", "policewoman policewomen", "spill spills spilled spilt spilling",
		"spy spies spied", "fly flies flew flown", "bus buses", "gas gases", "knife knives", "thief thieves",
		"crisis crises", "analysis analyses analysed analyzed", "hypothesis hypotheses", "criterion criteria",
		"referendum referendums referenda", "foot feet", "rebuild rebuilt rebuilding", "oversee oversaw overseen",
		"mislead misled", "undertake undertook undertaken", "break broke broken breaking", "uphold upheld",
		"large larger largest", "deadly deadliest", "collide collided collision collisions", "invade invading invasion",
		"explode explosions", "die died dying death deaths", "programme programmes program", "practise practice practising",
		"judgment judgement", "elect elected election elections", "vaccine vaccinate vaccination",
		"negotiate negotiations negotiators", "evacuate evacuation", "travelled traveled travelling", "army armies",
	} {
		words := Split(row)
		for _, w := range words[1:] {
			if w.Key != words[0].Key {
				t.Errorf("%q has the key %q, %q %q", w.Word, w.Key, words[0].Word, words[0].Key)
			}
		}
	}
}

// TestNamesStandApart: names that look like forms of one another have keys of their
// own. Names that are words ("Waters") share the key of the word: members do not
// type capitals.
func TestNamesStandApart(t *testing.T) {
	for _, row := range []string{
		"Carman Carmen", "Bremen Breman", "Norman Norm", "Freeman Free", "Portman Port", "Fry Fri", "Ely Eli", "Amy Ami",
		"Davis David", "Robertson Roberts", "Ivan Ivanov", "Iran Iranian Iraq Iraqi", "Georgia Georgian George",
		"Yemen Yeman", "Marsk Marsh", "Resent Resend", "Austria Australia", "Niger Nigeria", "Turkmen Turkman",
	} {
		seen := make(map[string]string)
		for _, w := range Split(row) {
			if other, ok := seen[w.Key]; ok {
				t.Errorf("%q and %q have one key, %q", w.Word, other, w.Key)
			}
			seen[w.Key] = w.Word
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"Kyiv's", "U.S.A. 1,000.5", "don’t—stop", "\xff\u0301x", "ß Æ ﬁ İ",
		strings.Repeat("é", 100)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var memo Memo
		again := memo.Split(s)
		end := 0
		for i, one := range Split(s) {
			if one.Start < end || one.Empty() || one.End > len(s) {
				t.Fatalf("term %q is at %v of %d bytes, after %d", one.Word, one.Span, len(s), end)
			}
			end = one.End
			if !Valid(one.Key) {
				t.Fatalf("key %q of %q is not valid", one.Key, one.Of(s))
			}
			if one != again[i] {
				t.Fatalf("a memo makes %v of what Split makes %v", again[i], one)
			}
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	s := "Western allies are also supplying weaponry to strengthen the defences of the capital, ministers said on Friday."
	b.Run("plain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Split(s)
		}
	})
	b.Run("memo", func(b *testing.B) {
		var m Memo
		b.ReportAllocs()
		for b.Loop() {
			m.Split(s)
		}
	})
}
