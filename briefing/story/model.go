package story

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

// A Model says what each measure and each word is worth. The weights of measures are
// set by hand; the odds of words are learned by the command train.
type Model struct {
	Provenance string             `json:"provenance"` // data, command and measures
	Weights    map[string]float64 `json:"weights"`    // by the name of the measure; 0 when absent
	Words      Odds               `json:"words"`      // that an editor's line has a word
	Pairs      Odds               `json:"pairs"`      // that it has two words in a row
}

//go:embed model.json
var modelJSON []byte

// Learned is the model built in; see its provenance.
func Learned() (Model, error) {
	var m Model
	if err := json.Unmarshal(modelJSON, &m); err != nil {
		return m, fmt.Errorf("read the built-in model: %w", err)
	}
	return m, nil
}

// scores weighs the sentences to be told. The scale is that of one standard
// deviation over them.
func (m Model) scores(r *reading) []float64 {
	out := make([]float64, len(r.told))
	for _, x := range measures() {
		w := m.Weights[x.name]
		if w == 0 {
			continue
		}
		col := x.of(r)
		standardise(col)
		for i, v := range col {
			out[i] += w * v
		}
	}
	var spread float64
	for _, v := range out {
		spread += v * v
	}
	if spread > 0 {
		spread = math.Sqrt(spread / float64(len(out)))
		for i := range out {
			out[i] /= spread
		}
	}
	return out
}

// A Gram is a word or two words in a row of a day's articles, in lower case, and how
// the articles use it.
type Gram struct {
	Words []string
	Usage Usage
}

// Grams are those of the sentences that may be headlines, each once, for the command
// that learns what they are worth.
func Grams(m Material) []Gram {
	r := read(m)
	var may []int
	for i := range r.told {
		if r.mayHead(&r.told[i]) {
			may = append(may, i)
		}
	}
	var out []Gram
	for g, u := range r.uses(may) {
		out = append(out, Gram{Words: r.spell(g), Usage: r.usage(g, u)})
	}
	slices.SortFunc(out, func(a, b Gram) int { return slices.Compare(a.Words, b.Words) })
	return out
}

// spell gives the words of a gram.
func (r *reading) spell(g gram) []string {
	var words []string
	for _, w := range g {
		if w >= 0 {
			words = append(words, r.lex.words[w].text)
		}
	}
	return words
}
