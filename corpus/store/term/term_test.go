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

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"Kyiv's", "U.S.A. 1,000.5", "don’t—stop", "\xff\u0301x", "ß Æ ﬁ İ", strings.Repeat("é", 100)} {
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
