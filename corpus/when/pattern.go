package when

import "strings"

// A row of a table says what a pattern means; the first row that matches decides, and one without a meaning says
// that there is no date. A pattern is elements with spaces between them:
//
//	the          a word of the lexicon, or another with its id: "previous" is also "prior"
//	week weeks   a unit in the singular; in either number
//	'now'        a word as printed
//	YEAR         a class (class.go): a test of one token, or a reader of several
//	a|b  a&!b    either; the first but not the second
//	a?           may be left out
//	_a  ~a       white space before it; white space or a hyphen
//	<a  <<a      the token before the expression; the token before that
//	>a           the token after it; a second one is the token after that
//	<!a  >!a     not such a token there
type row struct {
	pattern string
	means   expr // what the words themselves do not tell; n is a factor where words count
}

// A table is rows ready to be tried.
type table []compiledRow

type compiledRow struct {
	elements []element
	means    expr
	starts   start // of the tokens that it can begin with
}

// An element of a pattern. Its place is 0 where it takes tokens, else where it looks.
type element struct {
	either        []reader
	not, optional bool
	hyphen, space bool // what may stand before it, where either is set
	behind        int
	ahead         bool
}

// A reader takes what begins at token i, notes in e what it tells, and returns the
// token after it; 0 where it finds nothing.
type reader func(p *phrase, i int, e *expr) int

// compile panics on a word that neither the lexicon nor a class knows.
func compile(classes map[string]reader, rows ...row) table {
	t := make(table, len(rows))
	for k, r := range rows {
		t[k].means = r.means
		begins := true
		for s := range strings.FieldsSeq(r.pattern) {
			el := newElement(classes, s)
			t[k].elements = append(t[k].elements, el)
			if begins && el.behind == 0 && !el.ahead {
				t[k].starts |= startOf(s)
				begins = el.optional
			}
		}
	}
	return t
}

func newElement(classes map[string]reader, s string) element {
	var el element
	for ; s[0] == '<'; s = s[1:] {
		el.behind++
	}
	s, el.ahead = strings.CutPrefix(s, ">")
	s, el.optional = strings.CutSuffix(s, "?")
	if el.behind > 0 || el.ahead {
		s, el.not = strings.CutPrefix(s, "!")
	}
	s, el.space = strings.CutPrefix(s, "_")
	s, el.hyphen = strings.CutPrefix(s, "~")
	el.space = el.space || el.hyphen
	for one := range strings.SplitSeq(s, "|") {
		var all []reader
		for part := range strings.SplitSeq(one, "&") {
			all = append(all, newReader(classes, part))
		}
		el.either = append(el.either, both(all))
	}
	return el
}

// A start is a set of the tokens that a row can begin with: by their ids, modulo 60,
// and by three kinds. It spares most rows a try.
type start uint64

const (
	startsNumber start = 1 << (60 + iota) // or a number word
	startsUnit
	startsNamed       // a weekday, a month, a season, or what points: "last"
	startsAny   start = 1<<64 - 1
)

func (t *token) starting() start {
	s := start(1) << (t.id % 60)
	if t.num >= 0 || t.cardinal > 0 || t.ordinal > 0 {
		s |= startsNumber
	}
	if t.unit != noUnit {
		s |= startsUnit
	}
	if t.weekday > 0 || t.month > 0 || t.season > 0 || t.deixis != noDeixis {
		s |= startsNamed
	}
	return s
}

// startOf is what the element can begin with.
func startOf(element string) start {
	var any start
	for one := range strings.SplitSeq(strings.Trim(element, "_~?"), "|") {
		all := startsAny
		for part := range strings.SplitSeq(one, "&") {
			w := lexicon[part]
			switch {
			case w.unit != noUnit:
				all &= startsUnit
			case w.id != 0:
				all &= start(1) << (w.id % 60)
			case classStarts[part] != 0:
				all &= classStarts[part]
			}
		}
		any |= all
	}
	return any
}

// both is what all of the readers agree on; the last one tells the end.
func both(all []reader) reader {
	if len(all) == 1 {
		return all[0]
	}
	return func(p *phrase, i int, e *expr) (end int) {
		for _, r := range all {
			if end = r(p, i, e); end == 0 {
				return 0
			}
		}
		return end
	}
}

func newReader(classes map[string]reader, s string) reader {
	if not, found := strings.CutPrefix(s, "!"); found {
		r := newReader(classes, not)
		return func(p *phrase, i int, e *expr) int { return endIf(r(p, i, e) == 0, i+1) }
	}
	if printed, found := strings.CutPrefix(s, "'"); found {
		printed = strings.TrimSuffix(printed, "'")
		return test(func(p *phrase, i int) bool { return p.raw(i) == printed })
	}
	if r := classes[s]; r != nil {
		return r
	}
	w := lexicon[s]
	switch {
	case w.unit != noUnit:
		return func(p *phrase, i int, e *expr) int {
			t := p.at(i)
			e.unit = t.unit
			return endIf(t.unit == w.unit && (w.plural || !t.plural), i+1)
		}
	case w.id == 0:
		panic("when: no word or class " + s)
	}
	return test(func(p *phrase, i int) bool { return p.at(i).id == w.id })
}

// test is a reader of one token.
func test(is func(p *phrase, i int) bool) reader {
	return func(p *phrase, i int, _ *expr) int { return endIf(is(p, i), i+1) }
}

// match tries the elements in turn from token start; it never goes back.
func match(elements []element, p *phrase, start int, e *expr) int {
	i, ahead := start, 0
	for k := range elements {
		el := &elements[k]
		at := i
		if el.behind > 0 {
			at = start - el.behind
		} else if el.ahead {
			at += ahead
			ahead++
		}
		if el.behind > 0 || el.ahead {
			unit := e.unit
			if (el.read(p, at, e) > 0) == el.not {
				return 0
			}
			e.unit = unit
			continue
		}
		end := el.read(p, at, e)
		switch {
		case end > 0:
			i = end
		case !el.optional:
			return 0
		}
	}
	return i
}

func (el *element) read(p *phrase, i int, e *expr) int {
	if gap := p.at(i).gap; el.space && gap != gapSpace && (gap != gapHyphen || !el.hyphen) {
		return 0
	}
	for _, r := range el.either {
		if end := r(p, i, e); end > 0 {
			return end
		}
	}
	return 0
}

// read is the rule that the table makes.
func (t table) read(p *phrase, i int) (expr, int) {
	starts := p.at(i).starts
	e := &p.exprs[p.depth] // in the phrase, for a variable would be allocated for each row
	p.depth++
	defer func() { p.depth-- }()
	for k := range t {
		if t[k].starts&starts == 0 {
			continue
		}
		*e = t[k].means
		end := match(t[k].elements, p, i, e)
		if end == 0 {
			continue
		}
		if t[k].means.unit != noUnit {
			e.unit = t[k].means.unit
		}
		if e.kind == noKind {
			return expr{}, 0
		}
		return *e, end
	}
	return expr{}, 0
}

// A rule reads an expression at token i. It returns the token after it, or 0.
type rule func(p *phrase, i int) (expr, int)

// classStarts has what begins a class, where that is little.
var classStarts = map[string]start{
	"YEAR": startsNumber, "SHORTYEAR": startsNumber, "COUNT": startsNumber, "SOME": startsNumber, "CENTURY": startsNumber,
	"ORD1": startsNumber, "ORD2": startsNumber, "ORD4": startsNumber, "WORD2": startsNumber, "WORD4": startsNumber,
	"WEEKDAY": startsNamed, "SEASON": startsNamed, "LAST": startsNamed, "NEXT": startsNamed, "FINAL": startsNamed,
	"TURNYEAR": startsNamed, "POINTER": startsNamed | 1<<wPast, "SHIFT": startsNamed | 1<<wPast, "FISCAL": 1<<wFiscal | 1<<wCalendar,
	"YEAREARLIER": startsUnit,
}

func endIf(found bool, end int) int {
	if found {
		return end
	}
	return 0
}

func is(right func(t *token) bool) reader {
	return test(func(p *phrase, i int) bool { return right(p.at(i)) })
}

// value is a reader of one token that notes its value.
func value(note func(t *token, e *expr) bool) reader {
	return func(p *phrase, i int, e *expr) int { return endIf(note(p.at(i), e), i+1) }
}
