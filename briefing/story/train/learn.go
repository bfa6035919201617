package main

import (
	"math"

	"rapporteur/briefing/story"
	"rapporteur/briefing/story/gold"
)

// Settings of the training, found on the folds of -across.
const (
	rounds  = 120
	pace    = 0.05 // of Adam (Kingma and Ba 2015)
	decay   = 0.05 // pulls weights to 0
	pair    = 2.0  // what two words in a row are worth against one
	padding = 8.0  // added to a sentence's length, so that three words cannot be best
)

// worth is how much of a reference each sentence has, for its length.
func worth(texts, reference []string) []float64 {
	words, pairs := map[string]bool{}, map[string]bool{}
	for i, w := range reference {
		words[w] = true
		if i > 0 {
			pairs[reference[i-1]+" "+w] = true
		}
	}
	out := make([]float64, len(texts))
	for k, t := range texts {
		has := gold.Words(t)
		for i, w := range has {
			if words[w] && !story.Function(w) {
				out[k]++
			}
			if i > 0 && pairs[has[i-1]+" "+w] {
				out[k] += pair
			}
		}
		out[k] /= float64(len(has)) + padding
	}
	return out
}

// learn finds the weights under which a sentence drawn with a chance that grows
// with its score (softmax) is expected to be worth most. What decides a digest is
// the top of the ranking; least squares over all sentences, nearly all of them
// worthless, learned their differences instead and scored less.
func learn(tasks []task) story.Model {
	t := tasks[0].table
	w := make([]float64, len(t.Names))
	first, second := make([]float64, len(w)), make([]float64, len(w))
	for round := 1; round <= rounds; round++ {
		g := make([]float64, len(w))
		for _, k := range tasks {
			k.slope(w, g)
		}
		for f := range w {
			d := g[f]/float64(len(tasks)) - decay*w[f]
			first[f] = 0.9*first[f] + 0.1*d
			second[f] = 0.99*second[f] + 0.01*d*d
			step := first[f] / (1 - math.Pow(0.9, float64(round)))
			w[f] += pace * step / (math.Sqrt(second[f]/(1-math.Pow(0.99, float64(round)))) + 1e-6)
			if w[f]*float64(t.Ways[f]) < 0 {
				w[f] = 0
			}
		}
	}
	m := story.Model{Weights: map[string]float64{}}
	for f, name := range t.Names {
		if x := math.Round(w[f]*1000) / 1000; x != 0 {
			m.Weights[name] = x
		}
	}
	return m
}

// slope adds to g how the expected worth grows with each weight.
func (k task) slope(w, g []float64) {
	if len(k.table.Rows) == 0 {
		return
	}
	chance := make([]float64, len(k.table.Rows))
	top := math.Inf(-1)
	for i, row := range k.table.Rows {
		for f, x := range row {
			chance[i] += w[f] * x
		}
		top = max(top, chance[i])
	}
	var sum, expected float64
	for i := range chance {
		chance[i] = math.Exp(chance[i] - top)
		sum += chance[i]
	}
	for i := range chance {
		chance[i] /= sum
		expected += chance[i] * k.worth[i]
	}
	for i, row := range k.table.Rows {
		pull := chance[i] * (k.worth[i] - expected)
		for f, x := range row {
			g[f] += pull * x
		}
	}
}
