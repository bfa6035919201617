package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// magic begins every model file; its last byte is the version of the format.
const magic = "RAPTAG\x00\x01"

// AppendBinary appends the model as Decode reads it, without the vectors. After magic and the number of networks,
// which is 1, come the words without a vector, the entries of all words, and the weights: matrices as bytes with a
// scale for each row, the rest as they are.
func (m *Model) AppendBinary(b []byte) ([]byte, error) {
	b = append(append(b, magic...), 1)
	b = binary.LittleEndian.AppendUint32(b, uint32(m.learned))
	rest := maps.Clone(m.lexicon)
	for _, w := range m.vectors.Words {
		delete(rest, w)
	}
	unseen := slices.Sorted(maps.Keys(rest))
	list := strings.Join(unseen, "\n")
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	b = append(b, list...)
	for _, w := range slices.Concat(m.vectors.Words, unseen) {
		e := m.lexicon[w]
		b = append(binary.LittleEndian.AppendUint16(b, uint16(e.Learned)), e.Cue)
	}
	for _, x := range m.weights.matrices(m.learned) {
		b = x.append(b)
	}
	return b, nil
}

// Decode reads what AppendBinary wrote; v are the vectors it was trained with.
func Decode(data []byte, v *Vectors) (*Model, error) {
	r := reader{data: data}
	if string(r.take(len(magic))) != magic {
		return nil, errors.New("decode tagger: not a model of this version")
	}
	nets, learned := r.uint(1), int(r.uint(4))
	words := v.Words
	if list := string(r.take(int(r.uint(4)))); list != "" {
		words = slices.Concat(words, strings.Split(list, "\n"))
	}
	lex := make(Lexicon, len(words))
	for i, w := range words {
		e := Entry{Vector: int32(i), Learned: int32(r.uint(2)), Cue: uint8(r.uint(1))}
		if i >= len(v.Words) {
			e.Vector = -1
		}
		lex[w] = e
		if int(e.Learned) >= max(learned, 1) || int(e.Cue) >= CueLevels {
			r.short = true
		}
	}
	if r.short || nets != 1 || learned > len(words)+1 {
		return nil, fmt.Errorf("decode tagger: %d bytes are cut short or damaged", len(data))
	}
	weights := NewWeights(make([]float32, WeightCount(learned)), learned)
	for _, x := range weights.matrices(learned) {
		x.read(&r)
	}
	if r.short || len(r.data) > 0 {
		return nil, fmt.Errorf("decode tagger: weights of %d bytes do not fit", len(data))
	}
	return NewModel(lex, learned, v, weights), nil
}

func (m matrix) append(b []byte) []byte {
	if m.width == 0 {
		for _, x := range *m.data {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
		return b
	}
	for row := range slices.Chunk(*m.data, m.width) {
		scale, bytes := quantize(row)
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
		for _, x := range bytes {
			b = append(b, byte(x))
		}
	}
	return b
}

func (m matrix) read(r *reader) {
	if m.width == 0 {
		for i := range *m.data {
			(*m.data)[i] = math.Float32frombits(r.uint(4))
		}
		return
	}
	for row := range slices.Chunk(*m.data, m.width) {
		scale := math.Float32frombits(r.uint(4))
		for i, x := range r.take(m.width) {
			row[i] = scale * float32(int8(x))
		}
	}
}

// A reader takes bytes off data; past the end it gives zeros and sets short.
type reader struct {
	data  []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.short, r.data = true, nil
		return nil
	}
	out := r.data[:n]
	r.data = r.data[n:]
	return out
}

// uint takes a little-endian number of n bytes, at most four.
func (r *reader) uint(n int) (out uint32) {
	for i, b := range r.take(n) {
		out |= uint32(b) << (8 * i)
	}
	return out
}
