package when

// tenseOf judges when the words about the tokens from first to end put them. The
// nearest verb before an expression decides, in its own clause; where there is
// none, the nearest after it.
func (p *phrase) tenseOf(first, end int) tense {
	if t := p.at(end); t.gap == gapSpace && (p.raw(end) == "will" || t.id == wTo) && p.at(first-1).report == false {
		if p.raw(end) == "will" {
			return future
		}
	}
	for i := first - 1; i >= 0 && i > first-30; i-- {
		t := &p.toks[i]
		if c := p.cue(i); c != noTense {
			if t.report && first-i > 2 {
				if ahead := p.ahead(end); ahead == future {
					return future
				}
			}
			return c
		}
		if i < first-1 && p.at(i+1).gap == gapBreak && p.brackets(i) {
			break
		}
	}
	return p.aheadLong(end)
}

// brackets reports whether a semicolon ends the clause after token i.
func (p *phrase) brackets(i int) bool {
	for _, c := range []byte(p.text[p.toks[i].End:p.toks[i+1].Start]) {
		if c == ';' {
			return true
		}
	}
	return false
}

// cue is the tense that the word at i gives.
func (p *phrase) cue(i int) tense {
	t := &p.toks[i]
	if t.tense != noTense {
		if t.month == 5 && t.capital || (t.tense == future && p.at(i-1).id == wThe) {
			return noTense
		}
		return t.tense
	}
	switch {
	case t.id == wTo && p.at(i-1).id == wBe && p.at(i+1).id == 0:
		return future
	case t.id == wTo && p.at(i-1).id == wSet:
		return future
	case t.id == wTo && i+1 < len(p.toks) && p.at(i-1).capital && infinitive(p.raw(i+1)):
		return future
	case t.id == wUntil && p.at(i-1).id != wNegative:
		return future
	}
	return noTense
}

// infinitive reports whether s is a verb that news uses of things to come: "Smith
// to meet Jones Friday".
func infinitive(s string) bool {
	switch s {
	case "meet", "visit", "travel", "hold", "speak", "begin", "resume", "announce", "testify", "vote", "open", "close",
		"appear", "arrive", "leave", "launch", "start", "return", "host", "sign", "release", "face", "attend", "address", "join":
		return true
	}
	return false
}

// ahead is the tense of the first verb after the expression, up to a comma.
func (p *phrase) ahead(end int) tense {
	for i := end; i < len(p.toks) && i < end+8; i++ {
		if g := p.toks[i].gap; i > end && (g == gapComma || g == gapBreak) {
			return noTense
		}
		if c := p.cue(i); c != noTense {
			return c
		}
	}
	return noTense
}

// aheadLong is the tense of the first verb after the expression.
func (p *phrase) aheadLong(end int) tense {
	for i := end; i < len(p.toks) && i < end+30; i++ {
		if c := p.cue(i); c != noTense {
			return c
		}
	}
	return noTense
}
