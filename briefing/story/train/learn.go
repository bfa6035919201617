package main

import (
	"math"
	"strings"

	"rapporteur/briefing/story"
)

const (
	steps = 25   // of Newton's method; the last ones change nothing
	decay = 10.0 // pulls weights to 0: correlated signs would grow without bound
)

// An example is how a day's articles use a gram.
type example struct {
	usage  story.Usage
	wrote  float64 // the share of editors that wrote it
	weight float64 // how many editors there are
}

// learn finds the odds under which the editors' words are most likely. The weights of measures stay.
func learn(days []day, m story.Model) story.Model {
	var words, pairs []example
	for _, d := range days {
		for _, g := range d.grams {
			e := example{usage: g.Usage, weight: float64(len(d.lines))}
			for _, has := range d.has {
				if has[strings.Join(g.Words, " ")] {
					e.wrote += 1 / float64(len(d.has))
				}
			}
			if len(g.Words) == 1 {
				words = append(words, e)
			} else {
				pairs = append(pairs, e)
			}
		}
	}
	m.Words, m.Pairs = fit(words), fit(pairs)
	return m
}

// fit is logistic regression by Newton's method, with a penalty on the squares of the weights.
func fit(all []example) story.Odds {
	const n = story.Signs + 1
	var o story.Odds
	for range steps {
		var slope [n]float64
		var bend [n][n]float64
		for i := range n {
			if bend[i][i] = 1e-6; i < story.Signs {
				slope[i], bend[i][i] = -decay*o[i], decay
			}
		}
		for _, e := range all {
			p := o.Chance(e.usage)
			x := [n]float64{story.Signs: 1}
			copy(x[:], e.usage[:])
			for i := range n {
				slope[i] += e.weight * (e.wrote - p) * x[i]
				for j := range n {
					bend[i][j] += e.weight * p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i, x := range solve(bend, slope) {
			o[i] += x
		}
	}
	for i := range o {
		o[i] = math.Round(o[i]*1000) / 1000
	}
	return o
}

// solve is Gauss's elimination with the largest pivot; a is symmetric and positive.
func solve(a [story.Signs + 1][story.Signs + 1]float64, b [story.Signs + 1]float64) [story.Signs + 1]float64 {
	n := len(b)
	for i := range n {
		p := i
		for k := i + 1; k < n; k++ {
			if math.Abs(a[k][i]) > math.Abs(a[p][i]) {
				p = k
			}
		}
		a[i], a[p], b[i], b[p] = a[p], a[i], b[p], b[i]
		for k := i + 1; k < n; k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= f * a[i][j]
			}
			b[k] -= f * b[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for j := i + 1; j < n; j++ {
			b[i] -= a[i][j] * b[j]
		}
		b[i] /= a[i][i]
	}
	return b
}
