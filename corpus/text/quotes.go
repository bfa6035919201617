package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

// A Quotation is a stretch of text between quotation marks, within one paragraph. A speech printed over several
// paragraphs, each with an opening mark and only the last with a closing one, is a Quotation for each paragraph.
type Quotation struct {
	span.Span           // the marks included
	Inner     span.Span // the words between the marks; may be empty
	Unclosed  bool      // it runs to its paragraph's end for want of a closing mark
	Carried   bool      // it goes on from the paragraph before, which is Unclosed
}

// Quotations finds the quotations of s, in order, without overlap: between curly or straight double
// marks, TeX's doubled marks, guillemets, and single marks that are no apostrophes. Paragraphs are
// spans of s in order; where ordered is false, no quotation continues from the paragraph before. A
// quotation inside another is part of the outer one.
func Quotations(s string, paragraphs []span.Span, ordered bool) []Quotation {
	var out []Quotation
	open := false
	bare := 0 // paragraphs without a mark behind one that ends within a quotation
	for i, p := range paragraphs {
		q := quoter{s: s, p: p, carried: ordered && open}
		if ordered && open && q.markless() && bare < mostBare {
			bare++
			continue
		}
		if bare > 0 && q.closesFirst() {
			for _, between := range paragraphs[i-bare : i] {
				out = append(out, Quotation{Span: between, Inner: between, Unclosed: true, Carried: true})
			}
		} else if bare > 0 {
			q.carried = false
		}
		bare = 0
		out = q.find(out)
		open = len(out) > 0 && out[len(out)-1].Unclosed && out[len(out)-1].End == p.End
	}
	return out
}

// mostBare is how many paragraphs of a speech may have no mark, where only its first and its last one do.
const mostBare = 8

// markless reports whether the paragraph has no double mark.
func (q *quoter) markless() bool { return q.firstDouble().size == 0 }

// closesFirst reports whether the paragraph's first double mark closes.
func (q *quoter) closesFirst() bool { return q.firstDouble().closes }

func (q *quoter) firstDouble() mark {
	for i := q.p.Start; i < q.p.End; {
		m := q.mark(i)
		if m.size > 0 && m.double {
			return m
		}
		_, n := decode(q.s, i)
		i += max(n, m.size)
	}
	return mark{}
}

// A quoter finds the quotations of the paragraph p of s.
type quoter struct {
	s       string
	p       span.Span
	carried bool // the paragraph before ended within a quotation
}

func (q *quoter) find(out []Quotation) []Quotation {
	first := true
	for i := q.p.Start; i < q.p.End; {
		m := q.mark(i)
		if m.size == 0 {
			_, n := decode(q.s, i)
			i += n
			continue
		}
		if !m.opens || m.closes && first && q.carried {
			// A closing mark with nothing open ends a quotation that continued without a new opening mark.
			if first && q.carried && m.closes && m.double {
				whole := span.Span{Start: q.p.Start, End: i + m.size}
				out = append(out, Quotation{Span: whole, Inner: span.Span{Start: q.p.Start, End: i}, Carried: true})
			}
			first = first && !m.double
			i += m.size
			continue
		}
		end, size := q.closing(i+m.size, m)
		if size == 0 && !m.double {
			i += m.size
			continue
		}
		out = append(out, Quotation{
			Span:     span.Span{Start: i, End: end + size},
			Inner:    span.Span{Start: i + m.size, End: end},
			Unclosed: size == 0,
			Carried:  q.carried && first && i == q.p.Start,
		})
		first = false
		i = end + size
	}
	return out
}

// maxSingle is the most bytes before a single mark closes; beyond it, the mark was an apostrophe.
const maxSingle = 600

// closing is the position, from i on, and the size of the mark that closes m; the paragraph's end
// and 0 where none does.
func (q *quoter) closing(i int, m mark) (at, size int) {
	end := q.p.End
	if !m.double {
		end = min(end, i+maxSingle)
	}
	for i < end {
		if c := q.mark(i); c.size > 0 && c.closes && c.double == m.double && (c.curly == m.curly || c.double) {
			return i, c.size
		} else if c.size > 0 && c.opens && c.double && m.double && c.curly {
			return i, 0 // a new curly opening: the closing mark before it was lost
		}
		_, n := decode(q.s, i)
		i += n
	}
	return q.p.End, 0
}

// A mark is a quotation mark and what it may do where it stands.
type mark struct {
	size          int // in bytes; 0: no mark
	curly, double bool
	opens, closes bool
}

// mark reads the quotation mark at i.
func (q *quoter) mark(i int) mark {
	r, n := decode(q.s, i)
	switch r {
	case '“', '„':
		return mark{size: n, curly: true, double: true, opens: true}
	case '”':
		return mark{size: n, curly: true, double: true, closes: true}
	case '«', '»':
		// French houses set blanks inside: « words », said X.
		before, after := q.around(i, n)
		if r == '«' && isBlank(after) || r == '»' && isBlank(before) {
			return mark{size: n, double: true, opens: r == '«', closes: r == '»'}
		}
		opens := q.startsWord(i, n)
		return mark{size: n, double: true, opens: opens, closes: !opens}
	case '"':
		opens := q.startsWord(i, n)
		if before, after := q.around(i, n); (before == 0 || isBlank(before)) && isBlank(after) {
			return mark{size: n, double: true, opens: true, closes: true} // set apart on both sides: it may be either
		}
		return mark{size: n, double: true, opens: opens, closes: !opens}
	case '`', '\'':
		if next(q.s, i+1) == r && i+2 <= q.p.End {
			return mark{size: 2, double: true, opens: r == '`', closes: r == '\''}
		}
		if r == '`' {
			return mark{}
		}
		return q.single(i, n, false)
	case '‘', '’':
		m := q.single(i, n, true)
		m.opens, m.closes = m.opens && r == '‘', m.closes && r == '’'
		return m
	}
	return mark{}
}

// single reads a single mark, which is an apostrophe where a letter or digit
// stands on both sides, and before a decade ('90s).
func (q *quoter) single(i, n int, curly bool) mark {
	before, after := q.around(i, n)
	switch {
	case isWordRune(before) && isWordRune(after), isDigit(after):
		return mark{}
	}
	opens := q.startsWord(i, n)
	closes := !opens && (strings.ContainsRune(",.?!", before) || isWordRune(before) && before != 's')
	return mark{size: n, curly: curly, opens: opens, closes: closes}
}

// startsWord reports whether the mark of n bytes at i stands before a word and after none, as an opening mark does.
func (q *quoter) startsWord(i, n int) bool {
	before, after := q.around(i, n)
	if after == 0 || isBlank(after) {
		return false
	}
	switch before {
	case 0, '(', '[', '—', '–', '-', '/', '“', '‘', '"', '\'', ':':
		return isWordRune(after) || before == 0 || unicode.IsPunct(after) && after != ',' && after != '.'
	}
	return isBlank(before)
}

// around is the runes beside the n bytes at i; 0 at the paragraph's borders.
func (q *quoter) around(i, n int) (before, after rune) {
	if i > q.p.Start {
		before, _ = utf8.DecodeLastRuneInString(q.s[q.p.Start:i])
	}
	if i+n < q.p.End {
		after, _ = decode(q.s, i+n)
	}
	return before, after
}
