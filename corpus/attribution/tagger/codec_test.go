package tagger

import (
	"math/rand/v2"
	"slices"
	"testing"

	"rapporteur/corpus/span"
)

// sample is a model of random weights that knows a few words.
func sample() (*Model, *Vectors) {
	rng := rand.New(rand.NewPCG(5, 6))
	v := new(Vectors)
	lex := Lexicon{"tunnel": {Vector: -1, Learned: 2, Cue: 2}}
	for i, w := range []string{"said", "the", "harbour"} {
		row := make([]float32, VectorSize)
		for k := range row {
			row[k] = rng.Float32() - 0.5
		}
		v.Add(w, row)
		lex[w] = Entry{Vector: int32(i), Learned: int32(i % 2), Cue: uint8(8 * (1 - min(i, 1)))}
	}
	const learned = 3
	flat := make([]float32, WeightCount(learned))
	for i := range flat {
		flat[i] = rng.Float32() - 0.5
	}
	w := NewWeights(flat, learned)
	return NewModel(lex, learned, v, w), v
}

func TestModelSurvivesItsFile(t *testing.T) {
	m, v := sample()
	data, err := m.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Decode(data, v)
	if err != nil {
		t.Fatal(err)
	}
	// Bytes round once: a model that was read writes itself unchanged.
	same, err := again.AppendBinary(nil)
	if err != nil || !slices.Equal(same, data) {
		t.Errorf("written again, %d bytes became %d (%v)", len(data), len(same), err)
	}
	s := "The harbour said the tunnel “is open” now."
	p := Passages(s, []span.Span{{Start: 0, End: len(s)}}, false, true)[0]
	if a, b := m.Tag(&p), again.Tag(&p); len(a) != len(b) {
		t.Errorf("tagged %v before and %v after", a, b)
	}
}

func TestVectorsSurviveTheirFile(t *testing.T) {
	_, v := sample()
	data, err := v.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := DecodeVectors(data)
	if err != nil || !slices.Equal(again.Bytes, v.Bytes) || !slices.Equal(again.Words, v.Words) {
		t.Errorf("got %v, %v", again, err)
	}
}

// FuzzDecode holds that damaged files are refused, not believed.
func FuzzDecode(f *testing.F) {
	m, v := sample()
	data, err := m.AppendBinary(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data[:40])
	f.Add([]byte(magic + "\x01\xff\xff\xff\x7f\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Decode(data, v); err == nil && m == nil {
			t.Error("neither a model nor an error")
		}
		if v, err := DecodeVectors(data); err == nil && v == nil {
			t.Error("neither vectors nor an error")
		}
	})
}
