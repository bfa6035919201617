package story

import (
	"math"
	"slices"
)

// A vector is a bag of stems weighted by tf·idf, of length 1, ordered by stem.
type vector []weight

type weight struct {
	stem int32
	w    float32
}

// meet is the cosine of two vectors and how many stems they share.
func (v vector) meet(u vector) (cosine float64, shared int) {
	var sum float32
	for i, j := 0, 0; i < len(v) && j < len(u); {
		switch a, b := v[i].stem, u[j].stem; {
		case a == b:
			sum += v[i].w * u[j].w
			shared++
			i++
			j++
		case a < b:
			i++
		default:
			j++
		}
	}
	return float64(sum), shared
}

// weigh makes the vector of a sentence, where df of n sentences have each stem.
func weigh(lex *lexicon, words []int32, df []int32, n float64) vector {
	v := make(vector, 0, len(words))
	for _, w := range words {
		if !lex.words[w].stop {
			v = append(v, weight{lex.words[w].stem, 1})
		}
	}
	slices.SortFunc(v, func(a, b weight) int { return int(a.stem - b.stem) })
	out := v[:0]
	for _, t := range v {
		if k := len(out); k > 0 && out[k-1].stem == t.stem {
			out[k-1].w++
			continue
		}
		out = append(out, t)
	}
	var norm float64
	for i := range out {
		out[i].w *= float32(math.Log((1 + n) / (1 + float64(df[out[i].stem]))))
		norm += float64(out[i].w * out[i].w)
	}
	if norm == 0 {
		return nil
	}
	for i := range out {
		out[i].w /= float32(math.Sqrt(norm))
	}
	return out
}
