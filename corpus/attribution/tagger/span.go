package tagger

// refine moves the borders of each part to those of the likeliest part of its kind within the words that no other
// part has, and sets its confidence. The likeliest sequence of labels, from which the parts come, need not have the
// likeliest parts: many sequences share one.
func (l *lattice) refine(c *Chain, parts []Part) {
	n := len(l.scale)
	for k := range parts {
		from, to := 0, n-1
		if k > 0 {
			from = parts[k-1].Last + 1
		}
		if k+1 < len(parts) {
			to = parts[k+1].First - 1
		}
		p := &parts[k]
		*p = l.likeliest(c, *p, max(from, p.First-reach), min(to, p.Last+reach))
	}
}

// reach is how many words a border may move.
const reach = 40

// likeliest is the likeliest part of p's kind that shares a word with p, within the words from..to.
func (l *lattice) likeliest(c *Chain, p Part, from, to int) Part {
	b, i := int(label(p.Kind, begins)), int(label(p.Kind, inside))
	e, s := int(label(p.Kind, ends)), int(label(p.Kind, single))
	best := Part{Kind: p.Kind, First: p.First, Last: p.Last}
	take := func(first, last int, chance float32) {
		if last >= p.First && float64(chance) > best.Confidence {
			best.First, best.Last, best.Confidence = first, last, float64(chance)
		}
	}
	for first := from; first <= p.Last; first++ {
		take(first, first, l.alpha[first*Labels+s]*l.beta[first*Labels+s])
		mass, before := l.alpha[first*Labels+b], b
		for last := first + 1; last <= to && mass > 1e-6; last++ {
			step := mass / l.scale[last]
			take(first, last, step*c.follow[before*Labels+e]*l.emit[last*Labels+e]*l.beta[last*Labels+e])
			mass, before = step*c.follow[before*Labels+i]*l.emit[last*Labels+i], i
		}
	}
	return best
}
