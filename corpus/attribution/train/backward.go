package main

import "rapporteur/corpus/attribution/tagger"

// backward carries demit, the gradient of the emission scores, to all weights.
func (l *lane) backward(tokens []tagger.Token) {
	l.dout = zeroed(l.dout, l.n*states)
	for t := range l.n {
		de := l.demit[t*labels : (t+1)*labels]
		for b, v := range de {
			l.grad.OutB[b] += v
		}
		for i := range states {
			h, s := l.out[t*states+i], float32(0)
			w, dw := l.w.Out[i*labels:(i+1)*labels], l.grad.Out[i*labels:(i+1)*labels]
			for b, v := range de {
				s += v * w[b]
				dw[b] += v * h
			}
			l.dout[t*states+i] = s * l.mask[t*states+i]
		}
	}
	l.dact = zeroed(l.dact, l.n*wide)
	for d := range 2 {
		l.unrun(d)
	}
	l.backInput(tokens)
}

// unrun carries the gradient back through the memory of direction d.
func (l *lane) unrun(d int) {
	n := l.n
	dh, dcell := make([]float32, hidden), make([]float32, hidden)
	for k := n - 1; k >= 0; k-- {
		t := order(d, k, n)
		a := l.act[t*wide+d*gates : t*wide+(d+1)*gates]
		da := l.dact[t*wide+d*gates : t*wide+(d+1)*gates]
		var before []float32
		if k > 0 {
			b := order(d, k-1, n)
			before = l.cell[d][b*hidden : (b+1)*hidden]
		}
		sq := l.squash[d][t*hidden : (t+1)*hidden]
		for i := range hidden {
			in, forget, open, fresh := a[i], a[hidden+i], a[2*hidden+i], a[3*hidden+i]
			g := l.dout[t*states+d*hidden+i] + dh[i]
			dc := dcell[i] + g*open*(1-sq[i]*sq[i])
			da[i] = dc * fresh * in * (1 - in)
			if before != nil {
				da[hidden+i] = dc * before[i] * forget * (1 - forget)
			}
			da[2*hidden+i] = g * sq[i] * open * (1 - open)
			da[3*hidden+i] = dc * in * (1 - fresh*fresh)
			dcell[i] = dc * forget
		}
		if k > 0 {
			clear(dh)
			mulBack(table{dh, hidden, 0, hidden}, table{da, gates, 0, gates}, l.w.Recur[d], 1)
			for i := range dh {
				dh[i] *= l.recur[d][i]
			}
		}
	}
	outer(l.grad.Recur[d], table{l.h[d], hidden, 0, hidden}, table{l.dact, wide, d * gates, gates}, n)
}

// backInput adds the gradients of the input weights and of the embeddings.
func (l *lane) backInput(tokens []tagger.Token) {
	in := tagger.InputSize()
	for t := range l.n {
		for i, v := range l.dact[t*wide : (t+1)*wide] {
			l.grad.Bias[i] += v
		}
	}
	outer(l.grad.Input, table{l.x, in, 0, in}, table{l.dact, wide, 0, wide}, l.n)
	own := in - tagger.VectorSize
	l.dx = zeroed(l.dx, own*l.n)
	mulBack(table{l.dx, own, 0, own}, table{l.dact, wide, 0, wide}, l.w.Input[tagger.VectorSize*wide:], l.n)
	sizes := tagger.GroupSizes(0)
	for t, tok := range tokens {
		dx := l.dx[t*own : (t+1)*own]
		keep := l.keep[t*in+tagger.VectorSize : (t+1)*in]
		at := 0
		for g := range tagger.Groups {
			size := sizes[g].Size
			row := l.grad.Embed[g][int(tok.Values[g])*size:]
			for i := range size {
				row[i] += dx[at+i] * keep[at+i]
			}
			at += size
		}
	}
}
