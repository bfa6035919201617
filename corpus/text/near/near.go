// Package near finds texts that report the same: the sentence that several newspapers took from one agency, each
// with its own house style, and the statement that two reporters wrote down. Sketches find candidates among many
// texts; Text.Same decides word by word, since "100,000 troops" and "120,000 troops", "will" and "will not" differ
// in one word of thirty and are not the same news.
//
// # Why not one threshold
//
// Similarity alone merges denials with claims and Monday's figure with Tuesday's, and keeps apart what one editor
// shortened. So it only proposes, and words that stand in each other's place are compared by kind: figures, names,
// negations, modal verbs and opposites must agree, other words may differ.
package near

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/term"
)

// A Text is a sentence or a phrase, read once to be compared often.
type Text struct {
	words   []word
	weight  float64
	negated int
	doubted int
}

// maxWords is how many words are compared; a longer text is an article, not a sentence.
const maxWords = 200

// Read reads a text. Marks, inflection and British or American spelling make no difference.
func Read(s string) Text {
	var t Text
	for i, one := range term.Split(s) {
		if i == maxWords {
			break
		}
		for _, w := range wordsOf(s[one.Start:one.End], one) {
			t.words = append(t.words, w)
			t.weight += w.weight
			switch w.kind {
			case negation:
				t.negated++
			case doubt:
				t.doubted++
			}
		}
	}
	return t
}

// AtOdds reports whether u, which looks like t, says something else: another figure in
// the place of one of t's, the opposite of one of its words, or as a fact what t denies.
// It is not symmetric: t may be a part of u, half remembered, so that u may have more.
func (t Text) AtOdds(u Text) bool {
	if t.negated > 0 && u.negated == 0 {
		return true
	}
	asked, told := figures(t.words), figures(u.words)
	// The words by themselves are compared too: "six" is a part of six million.
	if differ(asked, told) && differ(told, asked) && differ(keysOf(t.words, figure), keysOf(u.words, figure)) {
		return true
	}
	for _, w := range t.words {
		turned := func(o word) bool { return opposed(w.key, o.key) && !t.has(o) }
		if w.kind == opposite && !u.has(w) && slices.ContainsFunc(u.words, turned) {
			return true
		}
	}
	return false
}

// differ reports whether one of a is not among b.
func differ(a, b []string) bool {
	return slices.ContainsFunc(a, func(n string) bool { return !slices.Contains(b, n) })
}

func (t Text) has(w word) bool {
	return slices.ContainsFunc(t.words, func(o word) bool { return o.kind == w.kind && o.key == w.key })
}

// The thresholds of Same, set on the pairs in testdata.
const (
	enough   = 0.68 // twice the weight of the shared words, over the weight of both texts
	strongly = 3    // shared words of full weight, unless all words are shared
	possible = 0.4  // the shorter text over the longer, below which no alignment is tried
	moved    = 0.8  // the weight of a word that moved from one end to the other
)

// Same reports whether t and u report the same. It is symmetric.
func (t Text) Same(u Text) bool {
	if len(t.words) == 0 || len(u.words) == 0 || t.negated != u.negated || t.doubted != u.doubted {
		return false
	}
	if compare(t.words, u.words) > 0 {
		t, u = u, t // so that the alignment, and with it the answer, is one for both orders
	}
	if min(t.weight, u.weight) < possible*max(t.weight, u.weight) {
		return false
	}
	pairs := align(t.words, u.words)
	turned, ok := elsewhere(t.words, u.words, pairs)
	if !ok {
		return false
	}
	shared, strong := moved*turned, 0
	for _, p := range pairs {
		shared += t.words[p.i].weight
		if t.words[p.i].weight == 1 {
			strong++
		}
	}
	whole := len(pairs) == len(t.words) && len(pairs) == len(u.words)
	if !whole && (strong < strongly || 2*shared < enough*(t.weight+u.weight)) {
		return false
	}
	return agree(t.words, u.words, pairs)
}

// elsewhere is the weight of the words that stand at the beginning of one text and at the end of the other: "Holm
// said: …" and "…, said Holm". It is not ok when two names change places: who acts on whom is the news.
func elsewhere(a, b []word, pairs []pair) (weight float64, ok bool) {
	inA, inB := left(a, pairs, func(p pair) int { return p.i }), left(b, pairs, func(p pair) int { return p.j })
	for _, x := range inA {
		for n, y := range inB {
			if x.key != y.key {
				continue
			}
			turned := x.gap == 0 && y.gap == len(pairs) || y.gap == 0 && x.gap == len(pairs)
			if turned {
				weight += x.weight
			} else if x.kind == name && y.kind == name && passes(a, b, pairs[min(x.gap, y.gap):max(x.gap, y.gap)]) {
				return 0, false
			}
			inB = slices.Delete(inB, n, n+1)
			break
		}
	}
	return weight, true
}

// passes reports whether a word moved past the pairs moves past a name.
func passes(a, b []word, pairs []pair) bool {
	return slices.ContainsFunc(pairs, func(p pair) bool { return a[p.i].kind == name && b[p.j].kind == name })
}

// A leftover is a word without a partner, after as many pairs as gap.
type leftover struct {
	word
	gap int
}

func left(words []word, pairs []pair, at func(pair) int) []leftover {
	var out []leftover
	gap := 0
	for i, w := range words {
		if gap < len(pairs) && at(pairs[gap]) == i {
			gap++
			continue
		}
		out = append(out, leftover{w, gap})
	}
	return out
}

func compare(a, b []word) int {
	return slices.CompareFunc(a, b, func(x, y word) int { return strings.Compare(x.key, y.key) })
}

// agree reports whether no word stands in the place of its opposite.
func agree(a, b []word, pairs []pair) bool {
	i, j := 0, 0
	for _, p := range append(pairs, pair{len(a), len(b)}) {
		if !compatible(a[i:p.i], b[j:p.j]) {
			return false
		}
		i, j = p.i+1, p.j+1
	}
	return true
}

// compatible compares words that stand in each other's place.
func compatible(a, b []word) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, k := range []kind{figure, name, modal, opposite} {
		x, y := keysOf(a, k), keysOf(b, k)
		if len(x) > 0 && len(y) > 0 && !meet(k, x, y) {
			return false
		}
	}
	return true
}

func keysOf(words []word, k kind) []string {
	var out []string
	for _, w := range words {
		if w.kind == k {
			out = append(out, w.key)
		}
	}
	return out
}

// meet reports whether the keys of one kind on two sides may mean the same: figures and modal verbs when they are
// equal, opposites when none is another's, names when one is on both sides or nearly so.
func meet(k kind, x, y []string) bool {
	for _, a := range x {
		for _, b := range y {
			switch {
			case k == opposite:
				if opposed(a, b) {
					return false
				}
			case k == name && (spelled(a, b) || initials(a, y) || initials(b, x)):
				return true
			case a == b:
				return true
			}
		}
	}
	return k == opposite
}

// spelled reports whether two names may be spellings of one: long, alike at the start, and one letter apart.
func spelled(a, b string) bool {
	if len(a) < 5 || len(b) < 5 || a[0] != b[0] {
		return a == b
	}
	short, long := a, b
	if len(a) > len(b) {
		short, long = b, a
	}
	if len(long)-len(short) > 1 {
		return false
	}
	i := 0
	for i < len(short) && short[i] == long[i] {
		i++
	}
	return short[i:] == long[i+len(long)-len(short):] || i < len(short) && short[i+1:] == long[i+1:]
}

// initials reports whether a is the initials of names: "UN", "United Nations".
func initials(a string, names []string) bool {
	var b strings.Builder
	for _, n := range names {
		r, _ := utf8.DecodeRuneInString(n)
		b.WriteRune(unicode.ToLower(r))
	}
	return len(a) > 1 && b.String() == a
}
