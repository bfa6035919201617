package attribution

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/span"
)

// A tally counts what was found and right, and how much there was to find.
type tally struct{ Right, Found, Gold int }

// f1 is the harmonic mean of precision and recall, in per cent.
func (t tally) f1() float64 {
	if t.Right == 0 {
		return 0
	}
	return 200 * float64(t.Right) / float64(t.Found+t.Gold)
}

func (t tally) String() string {
	p, r := 100*float64(t.Right)/float64(max(1, t.Found)), 100*float64(t.Right)/float64(max(1, t.Gold))
	return fmt.Sprintf("P %5.1f  R %5.1f  F1 %5.1f", p, r, t.f1())
}

// A score is the measures of a set of articles.
type score struct {
	Source, Cue, Content tally // exact spans
	Attribution          tally // cue and source overlap, contents alike by half
	Direct               tally // the same, of contents with a quotation mark
	// Speaker counts direct contents found, and of them those with the right source.
	Speaker tally
}

func (s *score) String() string {
	return fmt.Sprintf("source          %v\ncue             %v\ncontent         %v\nattribution     %v\n"+
		"direct          %v\n"+
		"direct speaker  %.1f %%\n", s.Source, s.Cue, s.Content, s.Attribution, s.Direct,
		100*float64(s.Speaker.Right)/float64(max(1, s.Speaker.Found)))
}

// An answer is the characters of each part of an attribution that are compared: without
// blanks, and without marks at the ends of pieces.
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

func placesOf(s string, spans []span.Span) places {
	out := places{}
	for _, in := range spans {
		in = polnear.Trim(s, in)
		for i, r := range in.Of(s) {
			if !strings.ContainsRune(" \t\r\n\u00a0\u2009\u200a\u202f", r) {
				out[in.Start+i] = true
			}
		}
	}
	return out
}

func answers(s string, relations []polnear.Relation) []answer {
	out := make([]answer, len(relations))
	for i, r := range relations {
		out[i] = answer{source: placesOf(s, r.Source), cue: placesOf(s, r.Cue), content: placesOf(s, r.Content)}
		for _, c := range r.Content {
			out[i].direct = out[i].direct || strings.ContainsAny(c.Of(s), "\"“”")
		}
	}
	return out
}

// add measures the relations found in one article.
func (sc *score) add(a *polnear.Article, found []polnear.Relation) {
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

func (t *tally) exact(gold, got []answer, of func(answer) places) {
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

func (t *tally) pair(gold, got []answer) {
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

func TestMeasure(t *testing.T) {
	const body = "“It wasn’t safe,” said Mara Quill."
	at := func(part string) []span.Span {
		i := strings.Index(body, part)
		return []span.Span{{Start: i, End: i + len(part)}}
	}
	gold := polnear.Relation{Source: at("Mara Quill"), Cue: at("said"), Content: at("“It wasn’t safe,”")}
	a := polnear.Article{Text: body, Relations: []polnear.Relation{gold}}
	half := polnear.Relation{Cue: gold.Cue, Content: at("“It wasn’t")}
	for _, row := range []struct {
		name                               string
		found                              []polnear.Relation
		content, attribution, speakerRight int
	}{
		{"the same", []polnear.Relation{gold}, 1, 1, 1},
		{"no source", []polnear.Relation{{Cue: gold.Cue, Content: gold.Content}}, 1, 0, 0},
		{"part of the content, no source", []polnear.Relation{half}, 0, 0, 0},
		{"nothing", nil, 0, 0, 0},
		{"twice counts once", []polnear.Relation{gold, gold}, 1, 1, 1},
	} {
		var sc score
		sc.add(&a, row.found)
		if sc.Content.Right != row.content || sc.Attribution.Right != row.attribution ||
			sc.Speaker.Right != row.speakerRight {
			t.Errorf("%s: %+v", row.name, sc)
		}
	}
}
