package near

import (
	"math"

	"github.com/cespare/xxhash/v2"
)

// A Sketch stands for the words of a Text and their order: two sketches agree in about as many places as the texts
// share of their rarer words and of the pairs of neighbours among them (MinHash: Broder, "On the resemblance and
// containment of documents", 1997).
type Sketch [hashes]uint32

const (
	hashes = 32
	// rows is how many places make a band: sketches that agree in all places of one band are compared. With 16 bands of
	// 2 places, texts that share a third of their shingles meet with a chance of 0.85, texts that share half with 0.99.
	rows = 2
)

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
