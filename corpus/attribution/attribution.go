package attribution

import (
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
)

// Basis says what a speaker's name rests on.
type Basis string

// The bases, from the surest to none.
const (
	Named        Basis = "named"        // the name stands in the statement
	Description  Basis = "description"  // a description tied to one person by evidence
	Pronoun      Basis = "pronoun"      // a pronoun resolved, with the evidence kept
	Anonymous    Basis = "unnamed"      // a source the article does not name
	Unattributed Basis = "unattributed" // no speaker, or a pronoun without enough evidence
)

// Form says whose words the content is in.
type Form string

// The forms of a statement.
const (
	Direct   Form = "direct"   // the speaker's, between quotation marks
	Indirect Form = "indirect" // the writer's
	Mixed    Form = "mixed"    // the writer's with some of the speaker's
)

// A Speaker is the mention that a statement is credited to, and who is meant.
type Speaker struct {
	span.Span         // the mention as printed; empty where there is none
	Name       string // canonical person or body; "" where unnamed or unattributed
	Basis      Basis
	Confidence float64 // calibrated chance that Name is right; 0 where Name is ""
	Evidence   string  // for members: "“Kalle Laanet” in the same sentence"
}

// A Statement is a content, the cue that makes it somebody's, and the speaker.
type Statement struct {
	Sentence int         // index of the sentence that holds the cue
	Speaker  Speaker     // Basis is Unattributed and the span empty where there is none
	Cue      span.Span   // empty where a colon or a dash alone does the work
	Content  []span.Span // in order, not overlapping; at least one, none empty
	Form     Form
	SaidOn   civil.Day // the day it was said; zero when not known
	Speech   bool      // the cue is one of speech ("said"), not a loose one ("defends")
	Negated  bool      // the cue denies or is negated: "denied", "did not say"
	// Unsaid reports that the source did not say it ("has not called for"): nobody is answered with it.
	Unsaid bool
	// Confidence is the extractor's own, that this is a statement with these parts.
	Confidence float64
}
