package near

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

type couple struct {
	a, b string
	same bool
}

func couples(t testing.TB) []couple {
	t.Helper()
	raw, err := os.ReadFile("testdata/same.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []couple
	same, first := false, ""
	for line := range strings.Lines(string(raw)) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "== "):
			same = line == "== same"
		case line == "" || line[0] == '#':
		case first == "":
			first = line
		default:
			out = append(out, couple{first, line, same})
			first = ""
		}
	}
	if len(out) < 20 {
		t.Fatalf("only %d pairs in testdata", len(out))
	}
	return out
}

func TestSame(t *testing.T) {
	for _, c := range couples(t) {
		if got := same(c.a, c.b); got != c.same {
			t.Errorf("Same is %t for\n\t%s\n\t%s", got, c.a, c.b)
		}
		if same(c.b, c.a) != same(c.a, c.b) {
			t.Errorf("Same depends on the order of\n\t%s\n\t%s", c.a, c.b)
		}
		if !same(c.a, c.a) {
			t.Errorf("not the same as itself: %s", c.a)
		}
	}
}

func same(a, b string) bool { return Read(a).Same(Read(b)) }

// TestNearestFindsPairs finds every pair that is the same news among a thousand other
// sentences, and proposes few others.
func TestNearestFindsPairs(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var sketches []Sketch
	for range 1000 {
		sketches = append(sketches, Read(filler(rng)).Sketch())
	}
	all := couples(t)
	for _, c := range all {
		sketches = append(sketches, Read(c.a).Sketch(), Read(c.b).Sketch())
	}
	proposed := 0
	for i, near := range Nearest(sketches, 1000) {
		found := slices.Collect(near.All())
		proposed += len(found)
		if c := all[i/2]; i%2 == 1 && c.same && !slices.Contains(found, 1000+i-1) {
			t.Errorf("not proposed: %s", c.b)
		}
	}
	if proposed > 60 {
		t.Errorf("%d proposed for %d sentences", proposed, len(all))
	}
}

func filler(rng *rand.Rand) string {
	var b strings.Builder
	for range 18 {
		fmt.Fprintf(&b, "word%d ", rng.IntN(3000))
	}
	return b.String()
}

func TestSameOfNothing(t *testing.T) {
	if same("", "") || same("…", "!") {
		t.Error("texts without words are the same")
	}
}

func FuzzSame(f *testing.F) {
	for _, c := range couples(f) {
		f.Add(c.a, c.b)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if same(a, b) != same(b, a) {
			t.Errorf("same(%q, %q) depends on their order", a, b)
		}
		if x := Read(a); len(x.words) > 0 && !x.Same(x) {
			t.Errorf("%q is not the same as itself", a)
		}
		if x := Read(a); x.AtOdds(x) {
			t.Errorf("%q is at odds with itself", a)
		}
		Read(a).AtOdds(Read(b))
	})
}

func BenchmarkRead(b *testing.B) {
	all := couples(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Read(all[i%len(all)].a).Sketch()
	}
}

func BenchmarkSame(b *testing.B) {
	all := couples(b)
	texts := make([][2]Text, len(all))
	for i, c := range all {
		texts[i] = [2]Text{Read(c.a), Read(c.b)}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		texts[i%len(all)][0].Same(texts[i%len(all)][1])
	}
}
