package tagger

import (
	"math"
	"slices"
)

// A lattice holds a passage's forward and backward chances, scaled so that the forward ones sum to one (Rabiner, 1989).
type lattice struct {
	emit        []float32 // e to the emission score less the word's highest
	top         []float32 // that highest score
	scale       []float32
	alpha, beta []float32
}

func newLattice(emit []float32) *lattice {
	n := len(emit) / Labels
	buf := make([]float32, 3*len(emit)+2*n)
	l := &lattice{emit: buf[:len(emit)], alpha: buf[len(emit) : 2*len(emit)], beta: buf[2*len(emit) : 3*len(emit)]}
	l.top, l.scale = buf[3*len(emit):3*len(emit)+n], buf[3*len(emit)+n:]
	for t := range n {
		row := emit[t*Labels : (t+1)*Labels]
		l.top[t] = slices.Max(row)
		for b, v := range row {
			l.emit[t*Labels+b] = Exp(v - l.top[t])
		}
	}
	return l
}

func (l *lattice) forward(c *Chain) (logZ float64) {
	n := len(l.top)
	for t := range n {
		row := l.alpha[t*Labels : (t+1)*Labels]
		sum := float32(0)
		for b := range Labels {
			v := float32(0)
			if t == 0 && c.first[b] {
				v = 1
			} else if t > 0 {
				before := l.alpha[(t-1)*Labels : t*Labels]
				for _, a := range c.into[b] {
					v += before[a] * c.follow[int(a)*Labels+b]
				}
			}
			row[b] = v * l.emit[t*Labels+b]
			if t == n-1 && !c.last[b] {
				row[b] = 0
			}
			sum += row[b]
		}
		sum = max(sum, 1e-30)
		l.scale[t] = sum
		for b := range row {
			row[b] /= sum
		}
		logZ += math.Log(float64(sum)) + float64(l.top[t])
	}
	return logZ
}

func (l *lattice) backward(c *Chain, pairs []float32) {
	n := len(l.top)
	for b := range Labels {
		if n > 0 && c.last[b] {
			l.beta[(n-1)*Labels+b] = 1
		}
	}
	for t := n - 2; t >= 0; t-- {
		row := l.beta[t*Labels : (t+1)*Labels]
		after := l.beta[(t+1)*Labels : (t+2)*Labels]
		for b := range Labels {
			v := l.emit[(t+1)*Labels+b] * after[b] / l.scale[t+1]
			if v == 0 {
				continue
			}
			for _, a := range c.into[b] {
				w := c.follow[int(a)*Labels+b] * v
				row[a] += w
				if pairs != nil {
					pairs[int(a)*Labels+b] += l.alpha[t*Labels+int(a)] * w
				}
			}
		}
	}
}
