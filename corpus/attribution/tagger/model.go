package tagger

import "sync"

// A Model tags passages: a lexicon and one or more networks, trained from
// different seeds, whose scores are averaged. It is safe for concurrent use.
type Model struct {
	lexicon Lexicon
	learned int
	vectors *Vectors
	nets    []*network

	chain       *Chain
	activations *activations
	words       wordCache // projected inputs
	pool        sync.Pool // of *scratch
}

// A network is one set of weights, made ready.
type network struct {
	weights *Weights
	recur   [2]*quantizedMatrix
	table   [Groups][]float32 // of contextual groups: values x Wide, projected
}

// NewModel makes a model of its parts: the lexicon, which has learned words, its
// vectors, and the weights of each network.
func NewModel(lex Lexicon, learned int, v *Vectors, nets ...*Weights) *Model {
	m := &Model{lexicon: lex, learned: learned, vectors: v, activations: newActivations()}
	m.pool.New = func() any { return new(scratch) }
	follow := make([]float32, Labels*Labels)
	for _, w := range nets {
		m.nets = append(m.nets, newNetwork(w, learned))
		for i, x := range w.Follow {
			follow[i] += x / float32(len(nets))
		}
	}
	m.chain = NewChain(follow)
	return m
}

func newNetwork(w *Weights, learned int) *network {
	n := &network{weights: w}
	for d := range 2 {
		n.recur[d] = quantizeMatrix(w.Recur[d])
	}
	at := VectorSize
	for g, size := range GroupSizes(learned) {
		if Group(g) >= firstContextual {
			n.table[g] = make([]float32, size.Values*Wide)
			for v := range size.Values {
				project(n.table[g][v*Wide:(v+1)*Wide], w.Embed[g][v*size.Size:(v+1)*size.Size], w.Input[at*Wide:])
			}
		}
		at += size.Size
	}
	return n
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

// word is the projected input of a word by itself, with the bias: Wide numbers
// for each network.
func (m *Model) word(t *Token) []float32 {
	row := m.words.get(t.Word)
	if row != nil {
		return row
	}
	row = make([]float32, Wide*len(m.nets))
	for i, n := range m.nets {
		m.projectWord(row[i*Wide:(i+1)*Wide], t, n.weights)
	}
	m.words.put(t.Word, row)
	return row
}

func (m *Model) projectWord(row []float32, t *Token, w *Weights) {
	copy(row, w.Bias)
	if t.Vector >= 0 {
		var x [VectorSize]float32
		m.vectors.Row(x[:], t.Vector)
		project(row, x[:], w.Input)
	}
	at := VectorSize
	for g, size := range GroupSizes(m.learned) {
		if Group(g) == firstContextual {
			break
		}
		v := int(t.Values[g])
		project(row, w.Embed[g][v*size.Size:(v+1)*size.Size], w.Input[at*Wide:])
		at += size.Size
	}
}
