package main

import (
	"math/rand/v2"

	"rapporteur/corpus/attribution/tagger"
)

const (
	hidden = tagger.Hidden
	gates  = tagger.Gates
	wide   = tagger.Wide
	states = tagger.States
	labels = tagger.Labels
)

// A dropout is how often each part of the input is withheld in training.
type dropout struct {
	vector, learned, suffix, context, input, recur, output float32
}

// A lane trains on one passage at a time and gathers the gradients of its share of a batch.
type lane struct {
	w       *tagger.Weights
	vectors *vectors
	drop    dropout
	grad    *tagger.Weights
	flat    []float32 // what grad is laid over
	rng     *rand.Rand
	loss    float64

	n      int // words of the passage
	x      []float32
	keep   []float32 // scale of each input: 0 where dropped
	act    []float32 // activated gates, n x wide
	dact   []float32
	cell   [2][]float32 // n x hidden, in the order of the text
	squash [2][]float32 // tanh of cell
	h      [2][]float32 // with recurrent dropout, shifted: what step t read
	out    []float32    // n x states
	mask   []float32    // dropout of out
	recur  [2][]float32 // dropout of h, one for the passage
	emit   []float32
	demit  []float32
	dout   []float32
	dx     []float32
}

func newLane(w *tagger.Weights, v *vectors, learned int, d dropout) *lane {
	l := &lane{w: w, vectors: v, drop: d}
	l.flat = make([]float32, tagger.WeightCount(learned))
	l.grad = tagger.NewWeights(l.flat, learned)
	return l
}

// zeroed is a slice of n zeros in the place of old.
func zeroed(old []float32, n int) []float32 {
	if cap(old) < n {
		return make([]float32, n, n+n/2)
	}
	old = old[:n]
	clear(old)
	return old
}

// learn adds the gradient of the passage's negative log-likelihood.
func (l *lane) learn(tokens []tagger.Token, gold []tagger.Label, chain *tagger.Chain) {
	if len(tokens) == 0 {
		return
	}
	l.forward(tokens)
	pairs := l.grad.Follow
	chances, logZ := chain.Marginals(l.emit, pairs)
	l.loss += logZ
	l.demit = zeroed(l.demit, len(l.emit))
	copy(l.demit, chances)
	for t, g := range gold {
		l.demit[t*labels+int(g)]--
		l.loss -= float64(l.emit[t*labels+int(g)])
		if t > 0 {
			i := int(gold[t-1])*labels + int(g)
			pairs[i]--
			l.loss -= float64(l.w.Follow[i])
		}
	}
	l.backward(tokens)
}

// withhold is 0 with chance p, else the scale that keeps the mean.
func (l *lane) withhold(p float32) float32 {
	if p > 0 && l.rng.Float32() < p {
		return 0
	}
	return 1 / (1 - p)
}

// input fills x with the words' vectors and embeddings, less what is dropped.
func (l *lane) input(tokens []tagger.Token) {
	in := tagger.InputSize()
	l.x, l.keep = zeroed(l.x, l.n*in), zeroed(l.keep, l.n*in)
	sizes := tagger.GroupSizes(0)
	for t, tok := range tokens {
		x, keep := l.x[t*in:(t+1)*in], l.keep[t*in:(t+1)*in]
		all := l.withhold(l.drop.vector)
		for i := range keep[:tagger.VectorSize] {
			keep[i] = all * l.withhold(l.drop.input)
		}
		if tok.Vector >= 0 {
			copy(x, l.vectors.row(tok.Vector))
		}
		at := tagger.VectorSize
		for g := range tagger.Groups {
			size := sizes[g].Size
			v := int(tok.Values[g])
			copy(x[at:at+size], l.w.Embed[g][v*size:])
			k := l.withhold(l.dropOf(tagger.Group(g)))
			for i := at; i < at+size; i++ {
				keep[i] = k * l.withhold(l.drop.input)
			}
			at += size
		}
		for i, k := range keep {
			x[i] *= k
		}
	}
}

func (l *lane) dropOf(g tagger.Group) float32 {
	switch g {
	case tagger.GroupWord:
		return l.drop.learned
	case tagger.GroupSuffix:
		return l.drop.suffix
	}
	return l.drop.context
}

func (l *lane) forward(tokens []tagger.Token) {
	l.n = len(tokens)
	l.input(tokens)
	in := tagger.InputSize()
	l.act = zeroed(l.act, l.n*wide)
	for t := range l.n {
		copy(l.act[t*wide:(t+1)*wide], l.w.Bias)
	}
	mulAdd(table{l.act, wide, 0, wide}, table{l.x, in, 0, in}, l.w.Input, l.n)
	l.out, l.mask = zeroed(l.out, l.n*states), zeroed(l.mask, l.n*states)
	for d := range 2 {
		l.recur[d] = zeroed(l.recur[d], hidden)
		for i := range l.recur[d] {
			l.recur[d][i] = l.withhold(l.drop.recur)
		}
		l.run(d)
	}
	for i := range l.mask {
		l.mask[i] = l.withhold(l.drop.output)
		l.out[i] *= l.mask[i]
	}
	l.emit = zeroed(l.emit, l.n*labels)
	for t := range l.n {
		e := l.emit[t*labels : (t+1)*labels]
		copy(e, l.w.OutB)
		for i, h := range l.out[t*states : (t+1)*states] {
			for b, w := range l.w.Out[i*labels : (i+1)*labels] {
				e[b] += h * w
			}
		}
	}
}

// run is the memory of direction d: 0 reads forward, 1 backward.
func (l *lane) run(d int) {
	n := l.n
	l.cell[d], l.squash[d] = zeroed(l.cell[d], n*hidden), zeroed(l.squash[d], n*hidden)
	l.h[d] = zeroed(l.h[d], n*hidden)
	cellBefore := make([]float32, hidden)
	for k := range n {
		t := order(d, k, n)
		a := l.act[t*wide+d*gates : t*wide+(d+1)*gates]
		h := l.h[d][t*hidden : (t+1)*hidden]
		if k > 0 {
			before := order(d, k-1, n)
			for i := range h {
				h[i] = l.out[before*states+d*hidden+i] * l.recur[d][i]
			}
			mulAdd(table{a, gates, 0, gates}, table{h, hidden, 0, hidden}, l.w.Recur[d], 1)
		}
		cell, sq := l.cell[d][t*hidden:(t+1)*hidden], l.squash[d][t*hidden:(t+1)*hidden]
		out := l.out[t*states+d*hidden : t*states+(d+1)*hidden]
		for i := range hidden {
			in, forget := tagger.Sigmoid(a[i]), tagger.Sigmoid(a[hidden+i])
			open, fresh := tagger.Sigmoid(a[2*hidden+i]), tagger.Tanh(a[3*hidden+i])
			a[i], a[hidden+i], a[2*hidden+i], a[3*hidden+i] = in, forget, open, fresh
			cell[i] = forget*cellBefore[i] + in*fresh
			sq[i] = tagger.Tanh(cell[i])
			out[i] = open * sq[i]
		}
		cellBefore = cell
	}
}

// order is the place in the text of the k-th step of direction d.
func order(d, k, n int) int {
	if d == 0 {
		return k
	}
	return n - 1 - k
}
