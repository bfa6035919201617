package tagger

// A Kind says what part of an attribution a stretch of words is. Sources and contents have two kinds each, by the
// side on which their cue stands: "She said", but "said she". It halves the work of linking them.
type Kind uint8

// The kinds of parts.
const (
	Outside       Kind = iota
	SourceBefore       // a source whose cue follows
	SourceAfter        // a source whose cue went before
	Cue                // the words that make the content the source's
	ContentBefore      // a content whose cue follows
	ContentAfter       // a content whose cue went before
	kinds
)

// Source reports whether the part is a source.
func (k Kind) Source() bool { return k == SourceBefore || k == SourceAfter }

// Content reports whether the part is a content.
func (k Kind) Content() bool { return k == ContentBefore || k == ContentAfter }

// A Part is a stretch of words of one kind, First and Last included.
type Part struct {
	Kind        Kind
	First, Last int
	Confidence  float64 // the chance, by the model, that these very words are a part
}

// A Label is a kind with a place in the part: BIOES of the tagging literature.
type Label uint8

// Labels is the number of labels: Outside and four places of each other kind.
const Labels = 1 + 4*(int(kinds)-1)

// The places of a word in a part.
const (
	begins = iota
	inside
	ends
	single
)

// label is the label of a kind, which is not Outside, at a place.
func label(k Kind, place int) Label { return Label(1 + 4*(int(k)-1) + place) }

// Kind is the kind of the label.
func (l Label) Kind() Kind { return Kind((int(l) + 3) / 4) }

func (l Label) place() int { return (int(l) - 1) % 4 }

// opens reports whether a part may begin, or none be open, at l.
func (l Label) opens() bool { return l == 0 || l.place() == begins || l.place() == single }

// closes reports whether no part is open after l.
func (l Label) closes() bool { return l == 0 || l.place() == ends || l.place() == single }

// follows reports whether l may come right after before.
func (l Label) follows(before Label) bool {
	if before.closes() {
		return l.opens()
	}
	return !l.opens() && l.Kind() == before.Kind()
}

// LabelsOf writes parts, which do not overlap, as labels of n words.
func LabelsOf(parts []Part, n int) []Label {
	out := make([]Label, n)
	for _, p := range parts {
		if p.First == p.Last {
			out[p.First] = label(p.Kind, single)
			continue
		}
		for i := p.First + 1; i < p.Last; i++ {
			out[i] = label(p.Kind, inside)
		}
		out[p.First], out[p.Last] = label(p.Kind, begins), label(p.Kind, ends)
	}
	return out
}

// PartsOf reads parts from a sequence of labels in which each follows the last.
func PartsOf(labels []Label) []Part {
	var out []Part
	for i, l := range labels {
		switch {
		case l == 0:
		case l.opens():
			out = append(out, Part{Kind: l.Kind(), First: i, Last: i})
		default:
			out[len(out)-1].Last = i
		}
	}
	return out
}
