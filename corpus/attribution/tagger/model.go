package tagger

import (
	"strings"
	"sync"
)

// A Model tags passages. It is safe for concurrent use.
type Model struct {
	lexicon Lexicon
	vectors *Vectors
	weights *Weights
	learned int

	chain  *Chain
	recur  [2]*packedMatrix
	squash *squasher
	table  [Groups][]float32    // of contextual groups: values x Wide, projected
	mutex  sync.RWMutex         // guards cache
	cache  map[string][]float32 // projected input of words, at most cacheWords
	pool   sync.Pool            // of *scratch
}

// cacheWords bounds the memory kept for projected words: 2 kB each.
const cacheWords = 12000

// NewModel makes a model of its parts: the lexicon, its vectors, and weights for
// so many learned words.
func NewModel(lex Lexicon, v *Vectors, w *Weights, learned int) *Model {
	m := &Model{lexicon: lex, vectors: v, weights: w, learned: learned}
	m.chain = NewChain(w.Follow)
	m.squash = newSquasher()
	m.cache = make(map[string][]float32, cacheWords)
	m.pool.New = func() any { return new(scratch) }
	for d := range 2 {
		m.recur[d] = packMatrix(w.Recur[d])
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
		if a0 == 0 && a1 == 0 && a2 == 0 && a3 == 0 {
			continue
		}
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

// word is the projected input of a word by itself, with the bias.
func (m *Model) word(t *Token) []float32 {
	m.mutex.RLock()
	row := m.cache[t.Word]
	m.mutex.RUnlock()
	if row != nil {
		return row
	}
	row = m.projectWord(t)
	m.mutex.Lock()
	if len(m.cache) >= cacheWords {
		clear(m.cache)
	}
	m.cache[strings.Clone(t.Word)] = row
	m.mutex.Unlock()
	return row
}

func (m *Model) projectWord(t *Token) []float32 {
	row := make([]float32, Wide)
	copy(row, m.weights.Bias)
	if t.Vector >= 0 {
		var x [VectorSize]float32
		m.vectors.Row(x[:], t.Vector)
		project(row, x[:], m.weights.Input)
	}
	at := VectorSize
	for g, size := range GroupSizes(m.learned) {
		if Group(g) == firstContextual {
			break
		}
		v := int(t.Values[g])
		project(row, m.weights.Embed[g][v*size.Size:(v+1)*size.Size], m.weights.Input[at*Wide:])
		at += size.Size
	}
	return row
}
