package near

import (
	"math"
	"slices"

	"github.com/cespare/xxhash/v2"
)

// A Sketch stands for the words of a Text and their order: two sketches agree in
// about as many places as the texts share of their telling words and of the pairs
// of neighbours among them (MinHash: Broder, "On the resemblance and containment
// of documents", 1997).
type Sketch [hashes]uint32

const hashes = 32

// Sketch is the text's sketch. The order of words counts, but for little.
func (t Text) Sketch() Sketch {
	var s Sketch
	for i := range s {
		s[i] = math.MaxUint32
	}
	last := uint64(0)
	for _, w := range t.words {
		if w.weight < 1 {
			continue
		}
		h := xxhash.Sum64String(w.key)
		s.add(h)
		if last != 0 {
			s.add(last*31 + h)
		}
		last = h
	}
	return s
}

// add lowers each place to the shingle's hash under that place's permutation.
func (s *Sketch) add(h uint64) {
	for i := range s {
		x := (h ^ uint64(i)*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9 // the mixing step of SplitMix64
		x ^= x >> 29
		x *= 0x94D049BB133111EB
		s[i] = min(s[i], uint32(x>>32))
	}
}

// like is how much two sketches agree, from 0 to 1.
func (s Sketch) like(t Sketch) float64 {
	n := 0
	for i := range s {
		if s[i] == t[i] {
			n++
		}
	}
	return float64(n) / hashes
}

// An Index finds, among sketches added to it, those that may be like another. The
// zero Index is empty and ready for use.
type Index struct {
	bands    map[band][]int32
	sketches []Sketch
}

// A band is a few places of a sketch: sketches that agree in all places of one band
// are candidates. With 16 bands of 2 places, texts that share a third of their
// shingles meet with a chance of 0.85, half of them 0.99; Like then sends away those that
// share under a fifth.
type band struct {
	no int
	at [rows]uint32
}

const (
	rows    = 2
	atLeast = 0.2
)

// Add adds a sketch and gives its number: 0, 1, 2 and so on.
func (x *Index) Add(s Sketch) int {
	if x.bands == nil {
		x.bands = make(map[band][]int32)
	}
	id := int32(len(x.sketches))
	x.sketches = append(x.sketches, s)
	for _, b := range bandsOf(s) {
		x.bands[b] = append(x.bands[b], id)
	}
	return int(id)
}

// Candidates are the numbers of the sketches that may be like s, ascending.
func (x *Index) Candidates(s Sketch) []int {
	var out []int
	for _, b := range bandsOf(s) {
		for _, id := range x.bands[b] {
			out = append(out, int(id))
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return slices.DeleteFunc(out, func(id int) bool { return x.sketches[id].like(s) < atLeast })
}

func bandsOf(s Sketch) [hashes / rows]band {
	var out [hashes / rows]band
	for i := range out {
		out[i] = band{no: i, at: [rows]uint32(s[i*rows : (i+1)*rows])}
	}
	return out
}
