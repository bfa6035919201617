package story

import "math"

// A measure is one reason for or against a sentence in a digest: a number for each
// sentence to be told. What it is worth is in model.json; see Model.
type measure struct {
	name string
	of   func(*reading) []float64
}

// measures is all of them. A new one is a function, a line here and a weight in
// model.json.
func measures() []measure {
	return []measure{
		{"walked", walked},          // in the middle by way of what is in the middle
		{"opening words", openers},  // of words with which many articles begin
		{"topic", topic},            // of words that come often in these articles
		{"triples", triples},        // of words in a row that many articles have
		{"dated words", datedWords}, // near the sentences that say they are of these days
		{"told before", toldBefore}, // near what was told the days before
		{"byline", byline},          // with something of the page in it
		{"earlier", earlier},        // of other days before
		{"later", later},            // of days after
		{"undated", undated},        // of no day it names
		{"speech", speech},          // of what somebody said
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
