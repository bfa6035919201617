package story

import "math"

// A measure is one reason for or against a sentence: a number for each sentence that may be shown.
// Model has its weight.
type measure struct {
	name string
	of   func(*reading) []float64
}

// measures lists all of them. A new one needs a function, a line here and a weight in model.json.
func measures() []measure {
	return []measure{
		{"walked", walked},          // central, next to other central sentences
		{"opening words", openers},  // has words with which many articles begin
		{"topic", topic},            // has frequent words
		{"triples", triples},        // has three words in a row that many articles have
		{"dated words", datedWords}, // resembles the sentences dated to these days
		{"told before", toldBefore}, // resembles the news of the days before
		{"byline", byline},          // has a part of the page in it
		{"earlier", earlier},        // about earlier days
		{"later", later},            // about later days
		{"undated", undated},        // has no date
		{"speech", speech},          // about what somebody said
	}
}

func (r *reading) each(f func(*sentence) float64) []float64 {
	out := make([]float64, len(r.told))
	for i := range r.told {
		out[i] = f(&r.told[i])
	}
	return out
}

func if1(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// standardise scales a column by its own day: the distance from the mean in standard deviations,
// at most 4. That makes a day of 3 articles comparable with one of 60.
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
