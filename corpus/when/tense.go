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
	if p.at(first-1).id == wSince {
		return past
	}
	if b := p.at(first - 1); b.id == wThrough || p.raw(first-1) == "as" && p.raw(first-3) == "as" {
		return future
	}
	for i := first - 1; i >= 0 && i > first-30; i-- {

		if c := p.cue(i); c != noTense {
			if c == future && p.at(end-1).own && outcome(p.raw(end)) {
				return past // "will look into Friday's attack"
			}
			return p.weigh(i, first, end, c)
		}
		if i < first-1 && p.at(i+1).gap == gapBreak && p.brackets(i) {
			break
		}
	}
	return p.aheadLong(end)
}

// weigh reconsiders the cue c, at token i, by what follows the expression.
func (p *phrase) weigh(i, first, end int, c tense) tense {
	t := &p.toks[i]
	switch {
	case t.report && first-i > 2 && p.ahead(end) == future:
		return future // "said the talks Friday will go on"
	case t.participle && c == future && p.at(i-1).id != wBe && p.at(end).tense == past && p.at(end).gap == gapSpace:
		return past // "a service planned for Saturday was cancelled"
	case t.id == wUntil && i <= 1 && p.aheadLong(end) == past:
		return past // "Until Thursday, they had not"
	}
	return c
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
	if t.id == wPledge && p.at(i+1).id == wTo {
		return future
	}
	if t.tense != noTense {
		if after := p.at(i + 1); t.tense == future && p.raw(i+1) == "have" && after.gap == gapSpace && p.raw(i) != "will" {
			return past // "may have left on Friday"
		}
		if t.tense == past && p.passive(i) {
			return noTense
		}
		if t.month == 5 && t.capital || (t.tense == future && p.at(i-1).id == wThe) {
			return noTense
		}
		return t.tense
	}
	switch {
	case t.id == wSet && p.at(i+1).id != wTo && p.at(i+1).id != wFor && !p.passive(i):
		return past
	case t.id == wBe && p.raw(i) == "be" && p.at(i-1).id == wTo:
		return future
	case t.id == wOf && p.raw(i-1) == "ahead":
		return future
	case t.id == wBe && (p.raw(i) == "is" || p.raw(i) == "are") && p.tellsWhen(i+1):
		return future // "the deadline is Friday"
	case (p.raw(i) == "takes" || p.raw(i) == "take") && p.raw(i+1) == "place":
		return future
	case t.id == wTo && p.raw(i-1) == "going":
		return future
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

// tellsWhen reports whether a date stands at token i, at once or after "on".
func (p *phrase) tellsWhen(i int) bool {
	if p.at(i).id == wOn {
		i++
	}
	t := p.at(i)
	return t.capital && (t.weekday > 0 || t.month > 0 && p.isDayNumber(i+1))
}

// passive reports whether the participle at i leans on an auxiliary, which has the
// tense: "be held", "is expected", "will have left".
func (p *phrase) passive(i int) bool {
	before := p.at(i - 1)
	if !before.gap.near() && i > 1 || p.at(i).id == wBe {
		return false
	}
	if before.id == wNegative || before.id == wAlso {
		before = p.at(i - 2)
	}
	switch p.raw(i) {
	case "have", "had", "has":
		return before.tense == future
	case "was", "were", "did":
		return false
	}
	if before.id == wA || before.id == wThe {
		return true // an adjective: "an unspecified date"
	}
	return before.id == wBe && before.tense == noTense
}

// outcome reports whether s is a noun that news uses of what has happened.
func outcome(s string) bool {
	switch s {
	case "ruling", "decision", "attack", "attacks", "bombing", "bombings", "shooting", "shootings", "blast", "blasts", "explosion",
		"explosions", "killing", "killings", "crash", "earthquake", "quake", "announcement", "results", "defeat", "victory", "win",
		"close", "statement", "arrest", "arrests", "incident", "storm", "fire", "massacre", "derailment", "spill", "collapse", "coup":
		return true
	}
	return false
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

// aheadLong is the tense of the first verb after the expression. A participle that
// no auxiliary leads is that verb: "On Friday the ministry planned to pay".
func (p *phrase) aheadLong(end int) tense {
	for i := end; i < len(p.toks) && i < end+30; i++ {
		if c := p.cue(i); c != noTense {
			if p.toks[i].participle && p.at(i-1).id != wBe && p.at(i-1).tense == noTense {
				return past
			}
			return c
		}
	}
	return noTense
}
