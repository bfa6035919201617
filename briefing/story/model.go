package story

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
)

// A Model says what each measure is worth. The one built in is set by hand; the
// command train learns others and compares them with it.
type Model struct {
	Provenance string             `json:"provenance"` // data, command and measures
	Weights    map[string]float64 `json:"weights"`    // by the name of the measure; 0 when absent
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

// A Table has what every measure says of every sentence of a material, for the
// command that learns what they are worth.
type Table struct {
	Names []string
	Ways  []int       // of each: 1 may only speak for a sentence, -1 against, 0 either
	Rows  [][]float64 // one a sentence, standardised
	Texts []string
}

// Measure takes all the measures of a material, for the sentences that may be
// headlines.
func Measure(m Material) Table {
	r := read(m)
	var t Table
	may := make([]bool, len(r.told))
	for i := range r.told {
		if may[i] = r.mayHead(&r.told[i]); may[i] {
			t.Texts = append(t.Texts, r.told[i].text)
		}
	}
	t.Rows = make([][]float64, len(t.Texts))
	for _, x := range measures() {
		t.Names, t.Ways = append(t.Names, x.name), append(t.Ways, int(x.way))
		col := x.of(r)
		standardise(col)
		n := 0
		for i, v := range col {
			if may[i] {
				t.Rows[n] = append(t.Rows[n], v)
				n++
			}
		}
	}
	return t
}
