package story

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

// A Model has the weight of each measure, set by hand, and the odds of words, learned by the command train.
type Model struct {
	Provenance string             `json:"provenance"` // data, command and measures
	Weights    map[string]float64 `json:"weights"`    // by the name of the measure; 0 when absent
	Words      Odds               `json:"words"`      // of a word in an editor's line
	Pairs      Odds               `json:"pairs"`      // of two words in a row
}

//go:embed model.json
var modelJSON []byte

// Learned is the built-in model; see its provenance.
func Learned() (Model, error) {
	var m Model
	if err := json.Unmarshal(modelJSON, &m); err != nil {
		return m, fmt.Errorf("read the built-in model: %w", err)
	}
	return m, nil
}

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

// A Gram is a lower-case word or two in a row, and how the articles of a day use it.
type Gram struct {
	Words []string
	Usage Usage
}

// Grams are those of the sentences that may be headlines, each once, for the command train.
func Grams(m Material) []Gram {
	r := read(m)
	var may []int
	for i, s := range r.told {
		if r.mayHead(s) {
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

func (r *reading) spell(g gram) []string {
	var words []string
	for _, w := range g {
		if w >= 0 {
			words = append(words, r.lex.words[w].text)
		}
	}
	return words
}
