package near

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestNearest finds what comparing each pair finds, ordered by likeness.
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
	for i, near := range Nearest(sketches, 100) {
		s := sketches[100+i]
		var want []int
		for j, o := range sketches[:100+i] {
			if share(s, o) && o.like(s) >= leastLike {
				want = append(want, j)
			}
		}
		slices.SortStableFunc(want, func(j, k int) int {
			return int(hashes * (sketches[k].like(s) - sketches[j].like(s)))
		})
		want = want[:min(len(want), len(near))]
		if got := slices.Collect(near.All()); !slices.Equal(got, want) {
			t.Errorf("sketch %d: neighbours %v, want %v", 100+i, got, want)
		}
	}
	if got := Nearest(sketches, len(sketches)); len(got) > 0 {
		t.Errorf("neighbours of nothing fresh: %v", got)
	}
}

// share reports whether two sketches agree in a band.
func share(a, b Sketch) bool {
	for i := 0; i < hashes; i += rows {
		if slices.Equal(a[i:i+rows], b[i:i+rows]) {
			return true
		}
	}
	return false
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
