package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
)

// Vectors are word vectors of VectorSize, a byte for each number with a scale for each word.
type Vectors struct {
	Words []string
	Scale []float32
	Bytes []int8
}

// Add appends the vector of word, rounded to bytes.
func (v *Vectors) Add(word string, vector []float32) {
	scale, bytes := quantize(vector)
	v.Words, v.Scale, v.Bytes = append(v.Words, word), append(v.Scale, scale), append(v.Bytes, bytes...)
}

// Row writes the i-th vector to dst.
func (v *Vectors) Row(dst []float32, i int32) {
	s := v.Scale[i]
	for k, b := range v.Bytes[int(i)*VectorSize : int(i+1)*VectorSize] {
		dst[k] = s * float32(b)
	}
}

// quantize rounds numbers to bytes of one scale.
func quantize(in []float32) (scale float32, out []int8) {
	top := float32(0)
	for _, x := range in {
		top = max(top, x, -x)
	}
	out = make([]int8, len(in))
	if top == 0 {
		return 0, out
	}
	scale = top / 127
	for i, x := range in {
		out[i] = int8(math.Round(float64(x / scale)))
	}
	return scale, out
}

// AppendBinary appends the number of words, the length of their list, the list, scales and bytes; little-endian.
func (v *Vectors) AppendBinary(b []byte) ([]byte, error) {
	list := strings.Join(v.Words, "\n")
	b = binary.LittleEndian.AppendUint32(b, uint32(len(v.Words)))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	b = append(b, list...)
	b, err := binary.Append(b, binary.LittleEndian, v.Scale)
	if err != nil {
		return nil, err
	}
	return binary.Append(b, binary.LittleEndian, v.Bytes)
}

// DecodeVectors reads what AppendBinary wrote.
func DecodeVectors(data []byte) (*Vectors, error) {
	var size [2]uint32
	if _, err := binary.Decode(data, binary.LittleEndian, &size); err != nil {
		return nil, fmt.Errorf("read head of word vectors: %w", err)
	}
	n, list := int(size[0]), int(size[1])
	if len(data) != 8+list+n*(4+VectorSize) {
		return nil, errors.New("word vectors are cut short")
	}
	v := &Vectors{Scale: make([]float32, n), Bytes: make([]int8, n*VectorSize)}
	data = data[8:]
	v.Words = strings.Split(string(data[:list]), "\n")
	data = data[list:]
	if _, err := binary.Decode(data, binary.LittleEndian, v.Scale); err != nil {
		return nil, fmt.Errorf("read scales of word vectors: %w", err)
	}
	if _, err := binary.Decode(data[4*n:], binary.LittleEndian, v.Bytes); err != nil {
		return nil, fmt.Errorf("read word vectors: %w", err)
	}
	return v, nil
}
