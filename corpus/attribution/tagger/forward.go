package tagger

import "slices"

// scratch is the buffers of one passage, kept between passages.
type scratch struct {
	gates []float32 // n x Wide, before activation
	out   []float32 // n x States
	emit  []float32 // n x Labels
}

func grown(old []float32, n int) []float32 { return slices.Grow(old[:0], n)[:n] }

// Tag marks the parts of attributions in the passage, in order.
func (m *Model) Tag(p *Passage) []Part {
	if len(p.Words) == 0 {
		return nil
	}
	tokens := m.lexicon.Tokens(p, nil)
	if !worthwhile(tokens, p) {
		return nil
	}
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	m.emissions(tokens, s)
	labels := m.chain.Best(s.emit)
	parts := PartsOf(labels)
	if len(parts) == 0 {
		return nil
	}
	chances, _ := m.chain.Marginals(s.emit, nil)
	for i := range parts {
		parts[i].Confidence = 1
		for t := parts[i].First; t <= parts[i].Last; t++ {
			parts[i].Confidence = min(parts[i].Confidence, float64(chances[t*Labels+int(labels[t])]))
		}
	}
	return parts
}

// worthwhile reports whether the passage can hold an attribution: it has a
// quotation, a colon or a word that was part of a cue in training.
func worthwhile(tokens []Token, p *Passage) bool {
	if len(p.Quotes) > 0 {
		return true
	}
	for i := range tokens {
		if tokens[i].Values[GroupCue] >= 2 || tokens[i].Values[GroupShape] == 13 {
			return true
		}
	}
	return false
}

// emissions fills s.emit.
func (m *Model) emissions(tokens []Token, s *scratch) {
	n := len(tokens)
	s.gates, s.out, s.emit = grown(s.gates, n*Wide), grown(s.out, n*States), grown(s.emit, n*Labels)
	for t := range tokens {
		m.input(s.gates[t*Wide:(t+1)*Wide], &tokens[t])
	}
	for d := range 2 {
		m.run(d, n, s)
	}
	for t := range n {
		row := s.emit[t*Labels : (t+1)*Labels]
		copy(row, m.weights.OutB)
		project(row, s.out[t*States:(t+1)*States], m.weights.Out)
	}
}

// input is the sum of the projections of the word's features.
func (m *Model) input(row []float32, t *Token) {
	at := func(g Group) *[Wide]float32 {
		return (*[Wide]float32)(m.table[g][int(t.Values[g])*Wide:])
	}
	word := (*[Wide]float32)(m.word(t))
	a, b := at(GroupStrongLeft), at(GroupStrongRight)
	c, d := at(GroupWeakLeft), at(GroupWeakRight)
	e, f := at(GroupQuote), at(GroupPlace)
	row = row[:Wide]
	for i := range row {
		row[i] = word[i] + a[i] + b[i] + c[i] + d[i] + e[i] + f[i]
	}
}

// run is the memory of direction d over n words: 0 reads forward, 1 backward.
func (m *Model) run(d, n int, s *scratch) {
	q := m.squash
	var cell, before [Hidden]float32
	for k := range n {
		t := k
		if d == 1 {
			t = n - 1 - k
		}
		a := (*[Gates]float32)(s.gates[t*Wide+d*Gates:])
		if k > 0 {
			m.recur[d].addProduct(a, &before)
		}
		for i := range Hidden {
			cell[i] = q.sigmoid[step(a[Hidden+i])]*cell[i] + q.sigmoid[step(a[i])]*q.tanh[step(a[3*Hidden+i])]
			before[i] = q.sigmoid[step(a[2*Hidden+i])] * q.tanh[step(cell[i])]
		}
		copy(s.out[t*States+d*Hidden:], before[:])
	}
}
