package linker

import (
	"math/bits"
	"slices"

	"rapporteur/corpus/attribution/tagger"
)

// Choices are the features of each part of a passage as the cue of a content, and as the source of a cue.
type Choices struct {
	passage       *tagger.Passage
	parts         []tagger.Part
	cues, sources []int
	stops         []int  // sentence ends before each word
	quoted        []bool // by word
}

// NewChoices prepares the choices among parts, which are in the order of the text.
func NewChoices(p *tagger.Passage, parts []tagger.Part) *Choices {
	s := &Choices{passage: p, parts: parts, stops: make([]int, len(p.Words)+1), quoted: make([]bool, len(p.Words))}
	for i, part := range parts {
		switch {
		case part.Kind == tagger.Cue:
			s.cues = append(s.cues, i)
		case part.Kind.Source():
			s.sources = append(s.sources, i)
		}
	}
	q := 0
	for i, w := range p.Words {
		s.stops[i+1] = s.stops[i]
		switch w.Of(p.Text) {
		case ".", "?", "!":
			s.stops[i+1]++
		}
		for q < len(p.Quotes) && p.Quotes[q].End <= w.Start {
			q++
		}
		s.quoted[i] = q < len(p.Quotes) && p.Quotes[q].Start <= w.Start
	}
	return s
}

// Cues is the indices of the parts that are cues: the choices of CuesFor.
func (s *Choices) Cues() []int { return s.cues }

// Source is the part that choice i of SourcesFor stands for; -1 for none.
func (s *Choices) Source(i int) int {
	if i == len(s.sources) {
		return -1
	}
	return s.sources[i]
}

// SourceChoice is the choice of SourcesFor that stands for the part; -1: none.
func (s *Choices) SourceChoice(part int) int {
	if i := slices.Index(s.sources, part); i >= 0 {
		return i
	}
	return len(s.sources)
}

// CuesFor is the features of each cue as the one of the content.
func (s *Choices) CuesFor(content int) [][]uint16 {
	out := make([][]uint16, len(s.cues))
	for i, cue := range s.cues {
		out[i] = s.pair(1, cue, content)
	}
	return out
}

// SourcesFor is the features of each source as the cue's, and last of none.
func (s *Choices) SourcesFor(cue int) [][]uint16 {
	out := make([][]uint16, len(s.sources)+1)
	near := 20
	for i, source := range s.sources {
		out[i] = s.pair(0, cue, source)
		near = min(near, s.gap(s.parts[cue], s.parts[source]))
	}
	out[len(s.sources)] = []uint16{
		hash(10),
		hash(11, uint32(min(s.parts[cue].First, 2))),
		hash(12, uint32(min(len(s.sources), 3))),
		hash(13, uint32(bucket(near))),
		hash(14, s.word(s.parts[cue].First)),
		hash(15, s.word(s.parts[cue].Last)),
	}
	return out
}

// gap is how many words stand between the parts.
func (s *Choices) gap(a, b tagger.Part) int {
	if a.First > b.First {
		a, b = b, a
	}
	return max(0, b.First-a.Last-1)
}

// pair is the features of a cue and a part as belonging together.
func (s *Choices) pair(role uint32, cue, other int) []uint16 {
	c, o := s.parts[cue], s.parts[other]
	after := o.First > c.First
	told := o.Kind == tagger.SourceAfter || o.Kind == tagger.ContentAfter
	first, last := o, c
	if after {
		first, last = c, o
	}
	base := role<<2 | flag(after)<<1 | flag(after == told)
	var between [3]uint32
	for _, p := range s.parts {
		if p.First <= first.First || p.First >= last.First {
			continue
		}
		sort := 2
		switch {
		case p.Kind == tagger.Cue:
			sort = 0
		case p.Kind.Source():
			sort = 1
		}
		between[sort] = min(between[sort]+1, 2)
	}
	stops := uint32(min(3, s.stops[last.First]-s.stops[first.Last+1]))
	gap := uint32(bucket(s.gap(c, o)))
	quoted := flag(s.quoted[o.First])<<1 | flag(s.quoted[c.First])
	all := between[0]*9 + between[1]*3 + between[2]
	return []uint16{
		hash(0, base),
		hash(1, base, between[0], stops),
		hash(2, base, all),
		hash(3, base, gap),
		hash(4, base, gap, between[0], quoted),
		hash(5, base, quoted, between[0], stops),
		hash(6, base, s.word(first.Last+1), gap),
		hash(7, base, s.word(last.First-1), between[0]),
		hash(8, base, all, stops, quoted),
	}
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// bucket is the gap itself up to 4, then one of those that end at 8, 16 and 32, or beyond.
func bucket(gap int) int {
	if gap <= 4 {
		return gap
	}
	return min(8, 2+bits.Len(uint(gap-1)))
}

// word hashes the word at i.
func (s *Choices) word(i int) uint32 {
	h := uint32(2166136261)
	if i >= 0 && i < len(s.passage.Words) {
		for _, c := range []byte(s.passage.Words[i].Of(s.passage.Text)) {
			h = (h ^ uint32(c)) * 16777619
		}
	}
	return h
}

// hash folds numbers into the index of a weight (FNV-1a over words).
func hash(values ...uint32) uint16 {
	h := uint32(2166136261)
	for _, v := range values {
		h = (h ^ v) * 16777619
		h ^= h >> 13
	}
	return uint16((h ^ h>>17) % Size)
}
