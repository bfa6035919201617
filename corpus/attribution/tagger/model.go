package tagger

import (
	"slices"
	"sync"
)

// A Model tags passages by a lexicon and a network. It is safe for concurrent use.
type Model struct {
	lexicon Lexicon
	learned int
	vectors *Vectors
	weights *Weights

	recur       [2]*quantizedMatrix
	table       [Groups][]float32 // of contextual groups: values x Wide, projected
	chain       *Chain
	activations *activations
	words       wordCache // projected inputs
	pool        sync.Pool // of *scratch
}

// NewModel makes a model of a lexicon, which has learned words, its vectors, and the weights of the network.
func NewModel(lex Lexicon, learned int, v *Vectors, w *Weights) *Model {
	m := &Model{lexicon: lex, learned: learned, vectors: v, weights: w, activations: newActivations(),
		chain: NewChain(w.Follow)}
	m.pool.New = func() any { return new(scratch) }
	for d := range 2 {
		m.recur[d] = quantizeMatrix(w.Recur[d])
	}
	at := VectorSize
	for g, size := range GroupSizes(learned) {
		if Group(g) >= firstContextual {
			m.table[g] = make([]float32, size.Values*Wide)
			for v := range size.Values {
				project(m.table[g][v*Wide:(v+1)*Wide], w.Embed[g][v*size.Size:(v+1)*size.Size], w.Input[at*Wide:])
			}
		}
		at += size.Size
	}
	return m
}

// project adds the product of the row vector x and the matrix rows to y.
func project(y, x, rows []float32) {
	n := len(y)
	j := 0
	for ; j+4 <= len(x); j += 4 {
		a0, a1, a2, a3 := x[j], x[j+1], x[j+2], x[j+3]
		r0, r1 := rows[j*n:(j+1)*n], rows[(j+1)*n:(j+2)*n]
		r2, r3 := rows[(j+2)*n:(j+3)*n], rows[(j+3)*n:(j+4)*n]
		for i := range y {
			y[i] += a0*r0[i] + a1*r1[i] + a2*r2[i] + a3*r3[i]
		}
	}
	for ; j < len(x); j++ {
		for i, r := range rows[j*n : (j+1)*n] {
			y[i] += x[j] * r
		}
	}
}

// word is the projected input of a word by itself, with the bias: Wide numbers.
func (m *Model) word(t *Token) []float32 {
	if row := m.words.get(t.Word); row != nil {
		return row
	}
	w := m.weights
	row := slices.Clone(w.Bias)
	if t.Vector >= 0 {
		var x [VectorSize]float32
		m.vectors.Row(x[:], t.Vector)
		project(row, x[:], w.Input)
	}
	at := VectorSize
	sizes := GroupSizes(m.learned)
	for g, size := range sizes[:firstContextual] {
		v := int(t.Values[g])
		project(row, w.Embed[g][v*size.Size:(v+1)*size.Size], w.Input[at*Wide:])
		at += size.Size
	}
	m.words.put(t.Word, row)
	return row
}
