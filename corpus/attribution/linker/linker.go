// Package linker says which sources and contents belong to which cue. It is a log-linear choice for each content
// among the cues of its passage, and for each cue among the sources, or none.
package linker

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"rapporteur/corpus/attribution/tagger"
)

// Size is the number of weights; features are hashed into them.
const Size = 1 << 13

// A Linker is the weights of the features of a choice.
type Linker struct{ Weights [Size]float32 }

// A Relation is a cue with what belongs to it, as indices of the parts.
type Relation struct {
	Cue        int
	Source     int   // -1 where there is none
	Contents   []int // in order, at least one
	Confidence float64
}

// Link groups parts into relations, in the order of their cues, and drops a cue or a content without the other.
func (l *Linker) Link(p *tagger.Passage, parts []tagger.Part) []Relation {
	s := NewChoices(p, parts)
	if len(s.cues) == 0 {
		return nil
	}
	of := make([]Relation, len(parts))
	sure := make([]float64, len(parts))
	for i, part := range parts {
		if !part.Kind.Content() {
			continue
		}
		best, chance := pick(l.scores(s.CuesFor(i)))
		cue := s.cues[best]
		sure[i] = chance * part.Confidence
		r := &of[cue]
		if len(r.Contents) == 0 {
			r.Confidence = 1
		}
		r.Contents, r.Confidence = append(r.Contents, i), min(r.Confidence, sure[i])
	}
	var out []Relation
	for _, cue := range s.cues {
		r := of[cue]
		if len(r.Contents) == 0 {
			continue
		}
		r.Cue = cue
		r.prune(sure)
		best, chance := pick(l.scores(s.SourcesFor(cue)))
		r.Source = s.Source(best)
		r.Confidence *= chance * parts[cue].Confidence
		if r.Source >= 0 {
			r.Confidence *= parts[r.Source].Confidence
		}
		out = append(out, r)
	}
	return out
}

// doubtful is the confidence under which a content beside a surer one is dropped: it is more often another's words.
const doubtful = 0.5

// prune drops the doubtful contents; sure has the confidence of each part.
func (r *Relation) prune(sure []float64) {
	best := slices.MaxFunc(r.Contents, func(a, b int) int { return cmp.Compare(sure[a], sure[b]) })
	r.Contents = slices.DeleteFunc(r.Contents, func(c int) bool { return c != best && sure[c] < doubtful })
}

func (l *Linker) scores(choices [][]uint16) []float64 {
	out := make([]float64, len(choices))
	for i, features := range choices {
		for _, f := range features {
			out[i] += float64(l.Weights[f])
		}
	}
	return out
}

// Best is the choice that Link would make.
func (l *Linker) Best(choices [][]uint16) int {
	best, _ := pick(l.scores(choices))
	return best
}

// pick is the highest score's index and its chance among all.
func pick(scores []float64) (best int, chance float64) {
	best = slices.Index(scores, slices.Max(scores))
	return best, 1 / exponentiate(scores)
}

// exponentiate replaces each score by e to how far it is below the highest, and returns the sum.
func exponentiate(scores []float64) (sum float64) {
	top := slices.Max(scores)
	for i, s := range scores {
		scores[i] = math.Exp(s - top)
		sum += scores[i]
	}
	return sum
}

// Learn moves the weights towards the right choice, by gradient of the log-likelihood; it returns the chance it had.
func (l *Linker) Learn(choices [][]uint16, right int, rate float64) float64 {
	scores := l.scores(choices)
	sum := exponentiate(scores)
	for i, features := range choices {
		step := -rate * scores[i] / sum
		if i == right {
			step += rate
		}
		for _, f := range features {
			l.Weights[f] += float32(step)
		}
	}
	return scores[right] / sum
}

// AppendBinary appends the weights, little-endian.
func (l *Linker) AppendBinary(b []byte) ([]byte, error) {
	return binary.Append(b, binary.LittleEndian, l.Weights[:])
}

// Decode reads what AppendBinary wrote.
func Decode(data []byte) (*Linker, error) {
	if len(data) != 4*Size {
		return nil, errors.New("decode linker: wrong number of weights")
	}
	l := new(Linker)
	if _, err := binary.Decode(data, binary.LittleEndian, l.Weights[:]); err != nil {
		return nil, fmt.Errorf("decode linker: %w", err)
	}
	return l, nil
}
