package near

import (
	"fmt"
	"math/rand/v2"
	"os"
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
		if got := Same(c.a, c.b); got != c.same {
			t.Errorf("Same is %t for\n\t%s\n\t%s", got, c.a, c.b)
		}
		if Same(c.b, c.a) != Same(c.a, c.b) {
			t.Errorf("Same depends on the order of\n\t%s\n\t%s", c.a, c.b)
		}
		if !Same(c.a, c.a) {
			t.Errorf("not the same as itself: %s", c.a)
		}
	}
}

// TestIndex finds every pair that is one telling among a thousand other sentences,
// and proposes few besides.
func TestIndex(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var x Index
	for range 1000 {
		x.Add(Read(filler(rng)).Sketch())
	}
	proposed := 0
	for _, c := range couples(t) {
		id := x.Add(Read(c.a).Sketch())
		found := x.Candidates(Read(c.b).Sketch())
		proposed += len(found)
		hit := false
		for _, f := range found {
			hit = hit || f == id
		}
		if c.same && !hit {
			t.Errorf("not proposed: %s", c.b)
		}
	}
	if proposed > 60 {
		t.Errorf("%d proposed for %d sentences", proposed, len(couples(t)))
	}
}

func filler(rng *rand.Rand) string {
	var b strings.Builder
	for range 18 {
		fmt.Fprintf(&b, "word%d ", rng.IntN(3000))
	}
	return b.String()
}

func TestSketchOfNothing(t *testing.T) {
	var x Index
	if got := x.Candidates(Read("").Sketch()); len(got) > 0 {
		t.Errorf("an empty index proposed %v", got)
	}
	if Same("", "") || Same("…", "!") {
		t.Error("wordings without words are the same")
	}
}

func FuzzSame(f *testing.F) {
	for _, c := range couples(f) {
		f.Add(c.a, c.b)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if Same(a, b) != Same(b, a) {
			t.Errorf("Same(%q, %q) depends on their order", a, b)
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
