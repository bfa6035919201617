package polnear

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/span"
)

// A Tally counts what was found and right, and how much there was to find.
type Tally struct{ Right, Found, Gold int }

// F1 is the harmonic mean of precision and recall, in per cent.
func (t Tally) F1() float64 {
	if t.Right == 0 {
		return 0
	}
	return 200 * float64(t.Right) / float64(t.Found+t.Gold)
}

func (t Tally) String() string {
	p, r := 100*float64(t.Right)/float64(max(1, t.Found)), 100*float64(t.Right)/float64(max(1, t.Gold))
	return fmt.Sprintf("P %5.1f  R %5.1f  F1 %5.1f", p, r, t.F1())
}

// A Score is the measures of a set of articles.
type Score struct {
	Source, Cue, Content Tally // exact spans
	Attribution          Tally // cue and source overlap, contents alike by half
	Direct               Tally // the same, of contents with a quotation mark
	// Speaker counts direct contents found, and of them those with the right source.
	Speaker Tally
}

func (s *Score) String() string {
	return fmt.Sprintf("source          %v\ncue             %v\ncontent         %v\nattribution     %v\ndirect          %v\ndirect speaker  %.1f %%\n",
		s.Source, s.Cue, s.Content, s.Attribution, s.Direct, 100*float64(s.Speaker.Right)/float64(max(1, s.Speaker.Found)))
}

// An answer is the characters of each part of an attribution, as the measure
// sees them: without blanks, and without marks at the ends of pieces.
type answer struct {
	source, cue, content places
	direct               bool
}

// places is a set of bytes at which the counted characters begin.
type places map[int]bool

func (p places) key() string {
	lo, hi := 1<<62, -1
	for i := range p {
		lo, hi = min(lo, i), max(hi, i)
	}
	return fmt.Sprint(lo, hi, len(p))
}

func (p places) shared(q places) int {
	n := 0
	for i := range p {
		if q[i] {
			n++
		}
	}
	return n
}

func (p places) like(q places) float64 {
	both := p.shared(q)
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(p)+len(q)-both)
}

// Trim takes blanks and the marks that the measure passes over off the ends.
func Trim(s string, in span.Span) span.Span {
	const trim = " \t\r\n\"'“”‘’`,.:;—–-"
	for !in.Empty() {
		r, n := utf8.DecodeRuneInString(in.Of(s))
		if !strings.ContainsRune(trim, r) {
			break
		}
		in.Start += n
	}
	for !in.Empty() {
		r, n := utf8.DecodeLastRuneInString(in.Of(s))
		if !strings.ContainsRune(trim, r) {
			break
		}
		in.End -= n
	}
	return in
}

func placesOf(s string, spans []span.Span) places {
	out := places{}
	for _, in := range spans {
		in = Trim(s, in)
		for i, r := range in.Of(s) {
			if !strings.ContainsRune(" \t\r\n\u00a0\u2009\u200a\u202f", r) {
				out[in.Start+i] = true
			}
		}
	}
	return out
}

func answers(s string, relations []Relation) []answer {
	out := make([]answer, len(relations))
	for i, r := range relations {
		out[i] = answer{source: placesOf(s, r.Source), cue: placesOf(s, r.Cue), content: placesOf(s, r.Content)}
		for _, c := range r.Content {
			out[i].direct = out[i].direct || strings.ContainsAny(c.Of(s), "\"“”")
		}
	}
	return out
}

// Add measures the relations found in one article.
func (sc *Score) Add(a *Article, found []Relation) {
	gold, got := answers(a.Text, a.Relations), answers(a.Text, found)
	sc.Source.exact(gold, got, func(x answer) places { return x.source })
	sc.Cue.exact(gold, got, func(x answer) places { return x.cue })
	sc.Content.exact(gold, got, func(x answer) places { return x.content })
	sc.Attribution.pair(gold, got)
	gold, got = direct(gold), direct(got)
	sc.Direct.pair(gold, got)
	for _, g := range gold {
		best, top := -1, 0.5
		for i, f := range got {
			if l := g.content.like(f.content); l >= top && (best < 0 || l > top) {
				best, top = i, l
			}
		}
		if best >= 0 {
			sc.Speaker.Found++
			if g.sameSource(got[best]) {
				sc.Speaker.Right++
			}
		}
	}
}

func direct(in []answer) []answer {
	var out []answer
	for _, a := range in {
		if a.direct {
			out = append(out, a)
		}
	}
	return out
}

func (t *Tally) exact(gold, got []answer, of func(answer) places) {
	g, f := map[string]bool{}, map[string]bool{}
	for _, a := range gold {
		if p := of(a); len(p) > 0 {
			g[p.key()] = true
		}
	}
	for _, a := range got {
		if p := of(a); len(p) > 0 {
			f[p.key()] = true
		}
	}
	t.Gold, t.Found = t.Gold+len(g), t.Found+len(f)
	for k := range f {
		if g[k] {
			t.Right++
		}
	}
}

func (t *Tally) pair(gold, got []answer) {
	t.Gold, t.Found = t.Gold+len(gold), t.Found+len(got)
	used := make([]bool, len(got))
	for _, g := range gold {
		for i, f := range got {
			if !used[i] && g.same(f) {
				used[i] = true
				t.Right++
				break
			}
		}
	}
}

func (g answer) sameSource(f answer) bool {
	if len(g.source) == 0 {
		return len(f.source) == 0
	}
	return g.source.shared(f.source) > 0
}

func (g answer) same(f answer) bool {
	return (len(g.cue) == 0 || g.cue.shared(f.cue) > 0) && g.sameSource(f) && g.content.like(f.content) >= 0.5
}
