package near

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestNearest finds what an Index proposes, ordered by likeness.
func TestNearest(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var sketches []Sketch
	for range 40 {
		sketches = append(sketches, Read(filler(rng)).Sketch(), Read("").Sketch())
	}
	for range 3 { // so that some have more neighbours than are kept
		for _, c := range couples(t) {
			sketches = append(sketches, Read(c.a).Sketch(), Read(c.b).Sketch())
		}
	}
	var x Index
	for _, s := range sketches[:100] {
		x.Add(s)
	}
	for i, near := range Nearest(sketches, 100) {
		s := sketches[100+i]
		want := x.Candidates(s)
		want = slices.DeleteFunc(want, func(j int) bool { return sketches[j].like(s) < leastLike })
		slices.SortStableFunc(want, func(j, k int) int { return int(hashes * (sketches[k].like(s) - sketches[j].like(s))) })
		want = want[:min(len(want), len(near))]
		if got := slices.Collect(near.All()); !slices.Equal(got, want) {
			t.Errorf("sketch %d: neighbours %v, want %v", 100+i, got, want)
		}
		x.Add(s)
	}
	if got := Nearest(sketches, len(sketches)); len(got) > 0 {
		t.Errorf("neighbours of nothing fresh: %v", got)
	}
}

func BenchmarkNearest(b *testing.B) {
	rng := rand.New(rand.NewPCG(5, 6))
	sketches := make([]Sketch, 10_000)
	for i := range sketches {
		sketches[i] = Read(filler(rng)).Sketch()
	}
	b.ReportAllocs()
	for b.Loop() {
		Nearest(sketches, 0)
	}
}
