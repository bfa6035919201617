package story

import "math"

// A measure is one reason why a sentence may belong in a digest: a number for
// each sentence to be told. What it is worth is in model.json; see Model.
type measure struct {
	name string
	way  way
	of   func(*reading) []float64
}

// A way says how a measure may count. Reason fixes it where it can, and training
// only how much: with two topics to learn from, a weight against reason is chance.
type way int

const (
	either        way = 0
	speaksFor     way = 1
	speaksAgainst way = -1
)

// measures is all of them. A new one is a function and a line here; it costs nothing
// until model.json gives it a weight.
func measures() []measure {
	return []measure{
		{"central", speaksFor, central},       // near the middle of what these articles tell
		{"walked", speaksFor, walked},         // in the middle by way of what is in the middle
		{"wide", either, wide},                // near the middle of the days before: background
		{"leads", speaksFor, leads},           // near the middle of how articles begin
		{"opening words", speaksFor, openers}, // of words with which many articles begin
		{"topic", speaksFor, topic},           // of words that come often in these articles
		{"publishers' words", speaksFor, publishersWords},
		{"burst", speaksFor, burst}, // of words that come more often than in the days before
		{"news pairs", speaksFor, newsPairs},
		{"triples", speaksFor, triples},
		{"retold", speaksFor, retold}, // told in other articles, in nearly these words
		{"publishers", speaksFor, publishers},
		{"echo", speaksFor, echo}, // how near the other articles come to it, in sum
		{"dated words", speaksFor, datedWords},
		{"first", speaksFor, first},
		{"central first", speaksFor, centralFirst},
		{"told before", speaksAgainst, toldBefore},
		{"news openings", speaksFor, newsOpenings},
		{"byline", speaksAgainst, byline},
		{"early", speaksFor, early},
		{"place", speaksAgainst, place},
		{"next day", speaksAgainst, nextDay},
		{"day before", either, dayBefore},
		{"earlier", speaksAgainst, earlier},
		{"later", speaksAgainst, later},
		{"undated", either, undated},
		{"length", either, length},
		{"quotation", speaksAgainst, quotation},
		{"digits", either, digits},
		{"capitals", either, capitals},
		{"past", either, past},
		{"speech", either, speech},
		{"function words", either, functionWords},
	}
}

// each fills a column from one sentence at a time.
func (r *reading) each(f func(*sentence) float64) []float64 {
	out := make([]float64, len(r.told))
	for i := range r.told {
		out[i] = f(&r.told[i])
	}
	return out
}

// if1 is 1 where b holds.
func if1(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// standardise puts a column on the scale of its own day: how far from the mean, in
// standard deviations, no more than 4. A day of 3 articles and a day of 60, a
// narrow topic and a wide one, are then weighed alike.
func standardise(col []float64) {
	if len(col) == 0 {
		return
	}
	var mean, spread float64
	for _, x := range col {
		mean += x
	}
	mean /= float64(len(col))
	for _, x := range col {
		spread += (x - mean) * (x - mean)
	}
	spread = math.Sqrt(spread/float64(len(col))) + 1e-3
	for i, x := range col {
		col[i] = math.Max(-4, math.Min(4, (x-mean)/spread))
	}
}
