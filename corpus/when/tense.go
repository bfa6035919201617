package when

import "strings"

// reach is how many words away from an expression its verb may stand.
const reach = 30

// tenseOf is the tense of the tokens from first to end. The words beside them decide, then the nearest verb before
// them in their clause, then the nearest after.
func (p *phrase) tenseOf(first, end int) tense {
	switch before := p.at(first - 1); {
	case before.id == wSince, before.id == wThe && p.at(first-2).id == wSince, p.ofMishap(end):
		return past
	case before.id == wThrough:
		return p.unlessPast(first - 1)
	case p.raw(first-1) == "as" && p.raw(first-3) == "as": // "as early as Monday"
		return p.unlessPast(first - 3)
	case before.id == wFor && p.at(first).weekday > 0 && !p.at(end-1).own && p.at(end).tense != past:
		return future // "a meeting for Friday"
	case p.raw(end) == "deadline" && !p.at(end-1).own && before.id == wA, // "before a Monday deadline"
		p.raw(end) == "will" && p.at(end).gap == gapSpace, p.isDeadline(first - 1):
		return future
	}
	for i := first - 1; i >= max(0, first-reach); i-- {
		if c := p.cue(i); c != noTense {
			return p.weigh(i, first, end, c)
		}
		if i < first-1 && p.endsClause(i) {
			break
		}
	}
	return p.verbAfter(end)
}

// ofMishap reports whether the date that ends before token i is that of a mishap, which is always past: "the April
// 20 explosion".
func (p *phrase) ofMishap(i int) bool {
	const near = 3 // words
	for j := i; j < i+near && p.at(j).gap == gapSpace && p.at(j).tense == noTense; j++ {
		if mishaps[p.raw(j)] {
			return true
		}
	}
	return false
}

// unlessPast is future, or past where the verb before token i is past and does not report: "was known as early as
// March 8".
func (p *phrase) unlessPast(i int) tense {
	for j := i - 1; j >= max(0, i-reach); j-- {
		if c := p.cue(j); c != noTense {
			if c == past && !p.toks[j].report && !putsOff[p.raw(j)] {
				return past
			}
			break
		}
	}
	return future
}

// isDeadline reports whether the preposition at i makes the date after it a deadline: "asked for a reply by
// Friday", "put off to Monday".
func (p *phrase) isDeadline(i int) bool {
	t := p.at(i)
	return i >= 2 && t.gap == gapSpace && (t.id == wBy && p.before(i, 8, asks) || t.id == wTo && putsOff[p.raw(i-1)])
}

// before reports whether one of the n words before token i is one of words.
func (p *phrase) before(i, n int, words map[string]bool) bool {
	for j := max(0, i-n); j < i; j++ {
		if words[p.raw(j)] {
			return true
		}
	}
	return false
}

// weigh corrects the tense c of token i by what follows the expression.
func (p *phrase) weigh(i, first, end int, c tense) tense {
	t, after := &p.toks[i], p.at(end)
	switch {
	case c == future && p.at(end-1).own && outcomes[p.raw(end)]:
		return past // "will look into Friday's attack"
	case t.id == wUntil && p.before(i, 6, perfect):
		return past // "had escaped until Sunday"
	case t.report && first-i > 2 && after.id != wThat && p.clauseAfter(end) == future:
		return future // "said the talks Friday will go on"
	case t.participle && c == future && p.at(i-1).id != wBe && after.tense == past && after.gap == gapSpace:
		return past // "a service planned for Saturday was cancelled"
	case t.id == wUntil && i <= 1 && p.verbAfter(end) == past:
		return past // "Until Thursday, they had not"
	}
	return c
}

// endsClause reports whether a semicolon follows token i.
func (p *phrase) endsClause(i int) bool {
	return p.at(i+1).gap == gapBreak && strings.Contains(p.text[p.toks[i].End:p.toks[i+1].Start], ";")
}

// cue is the tense that the word at i gives.
func (p *phrase) cue(i int) tense {
	t := &p.toks[i]
	switch {
	case t.id == wPledge && p.at(i+1).id == wTo:
		return future
	case t.tense == noTense:
		e, _ := constructions.read(p, i)
		return tense(e.n)
	case t.tense == future && p.raw(i+1) == "have" && p.at(i+1).gap == gapSpace && p.raw(i) != "will":
		return past // "may have left on Friday"
	case t.tense == past && p.passive(i),
		t.tense == future && p.at(i-1).id == wThe,      // "the planned march"
		p.raw(i) == "plans" && p.at(i-1).tense == past, // "announced plans"
		t.month > 0 && t.capital:
		return noTense
	}
	return t.tense
}

// constructions are the words that give a tense, in n, together with their neighbours.
var constructions = compile(tokens,
	row{"set&!PASSIVE >!to|for", expr{kind: tensed, n: int(past)}},
	row{"<to 'be'", expr{kind: tensed, n: int(future)}},          // "talks to be held Friday"
	row{"'is'|'are' >DATED", expr{kind: tensed, n: int(future)}}, // "the deadline is Friday"
	row{"<be to >UNKNOWN", expr{kind: tensed, n: int(future)}},   // "is to meet"
	row{"<set|LIKELY to", expr{kind: tensed, n: int(future)}},
	row{"<CAPITAL to >VERB", expr{kind: tensed, n: int(future)}}, // "Smith to meet Jones"
	row{"<set for", expr{kind: tensed, n: int(future)}},
	row{"<!not until", expr{kind: tensed, n: int(future)}},
	row{"<'ahead' of", expr{kind: tensed, n: int(future)}},
	row{"'takes'|'take' >'place'", expr{kind: tensed, n: int(future)}},
)

// clauseAfter is the tense of the first verb after the expression, up to a comma.
func (p *phrase) clauseAfter(end int) tense {
	const near = 8 // words
	for i := end; i < min(len(p.toks), end+near); i++ {
		if g := p.toks[i].gap; i > end && (g == gapComma || g == gapBreak) {
			return noTense
		}
		if c := p.cue(i); c != noTense {
			return c
		}
	}
	return noTense
}

// verbAfter is the tense of the first verb after the expression, or past for a participle without an auxiliary:
// "On Friday the ministry planned to pay".
func (p *phrase) verbAfter(end int) tense {
	for i := end; i < min(len(p.toks), end+reach); i++ {
		c := p.cue(i)
		if c == noTense {
			continue
		}
		if before := p.at(i - 1); p.toks[i].participle && before.id != wBe && before.tense == noTense {
			return past
		}
		return c
	}
	return noTense
}
