package near

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// Neighbours are the sketches most like one, at most twelve (a phrase of the weather is in every article), each as
// similar as two texts that Same accepts: they have half their words and pairs in common.
type Neighbours [12]neighbour

// leastLike leaves room below that half for the error of an estimate by 32 places.
const leastLike = 0.3

// A neighbour is one sketch's number, below the count of places in which the two
// differ, so that the likest comes first and of those as like the first added.
type neighbour uint32

const (
	numberBits = 27
	nobody     = neighbour(math.MaxUint32)
)

// Nearest finds the neighbours of each sketch from number fresh on, among the sketches before it; result i is that
// of sketch fresh+i. The sketches are compared where they agree in a band. Only one band is in memory at a time: an
// index of all bands would be as large as the sketches themselves.
func Nearest(sketches []Sketch, fresh int) []Neighbours {
	out := make([]Neighbours, len(sketches)-fresh)
	for i := range out {
		for j := range out[i] {
			out[i][j] = nobody
		}
	}
	if len(out) == 0 {
		return nil
	}
	band := make([]placed, len(sketches))
	for b := range hashes / rows {
		for i := range sketches {
			s := sketches[i][b*rows:]
			band[i] = placed{places: uint64(s[0])<<32 | uint64(s[1]), number: uint32(i)}
		}
		slices.SortFunc(band, func(x, y placed) int {
			return cmp.Or(cmp.Compare(x.places, y.places), cmp.Compare(x.number, y.number))
		})
		for start := 0; start < len(band); {
			end := start + 1
			for end < len(band) && band[end].places == band[start].places {
				end++
			}
			meet := band[start:end]
			for i, x := range meet {
				if int(x.number) >= fresh {
					out[int(x.number)-fresh].choose(sketches, meet[:i], x.number)
				}
			}
			start = end
		}
	}
	return out
}

// A placed is a sketch's number by its places in one band.
type placed struct {
	places uint64
	number uint32
}

// choose takes up what is most like sketch number of among, which is in ascending order.
func (n *Neighbours) choose(sketches []Sketch, among []placed, number uint32) {
	for _, other := range among {
		if n[len(n)-1]>>numberBits == 0 {
			return // all are quite alike already, and came before
		}
		like := sketches[number].like(sketches[other.number])
		if like < leastLike {
			continue
		}
		one := neighbour(math.Round((1-like)*hashes))<<numberBits | neighbour(other.number)
		if at, found := slices.BinarySearch(n[:], one); !found && at < len(n) {
			copy(n[at+1:], n[at:])
			n[at] = one
		}
	}
}

// All is the numbers of the neighbours, the likest first.
func (n *Neighbours) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, one := range n {
			if one == nobody || !yield(int(one&(1<<numberBits-1))) {
				return
			}
		}
	}
}
