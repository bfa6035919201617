package identity

import (
	"math"

	"rapporteur/corpus/people"
)

// features of a candidate, each between about 0 and 1.
const (
	sameSentence = iota
	previousSentence
	secondBack
	farther // sentences beyond the second, up to 1
	sameParagraph
	isSubject
	isObject
	isOwner
	isQuoted
	wasPronoun
	lastSpeaker    // of the statement before, in this paragraph or the one before
	lastSpeakerFar // of the statement before, farther off
	frequency      // how often the article names it, against the most named
	inTitle        // the title names it
	genderUnknown  // nothing tells its gender
	thread         // times met in the last three sentences
	subjectLast    // subject of the sentence before
	onlyOne        // no other candidate of the gender within two sentences
	saidInSentence // source of another statement of the same sentence
	clauseSubject  // subject of the same sentence
	nearest        // the last met of all candidates
	nearestSubject // the last subject met of all candidates
	lone           // the article has no other person of the gender
	featureCount
)

// vector is the features of one candidate.
type vector [featureCount]float64

// weights were fitted by softmax regression on half of the marked sources of
// PolNeAR's dev articles (testdata/marked.jsonl); TestFit prints them.
func weights() vector {
	return vector{
		sameSentence: 0.18, previousSentence: -0.13, secondBack: 0.42, farther: -1.00, sameParagraph: 1.49, isSubject: -0.05,
		isObject: -0.84, isOwner: 0.29, isQuoted: -0.91, wasPronoun: 0.04, lastSpeaker: 1.75, lastSpeakerFar: 0.81,
		frequency: 2.09, inTitle: -0.10, genderUnknown: -0.53, thread: -0.14, subjectLast: 1.19, onlyOne: 0.35,
		saidInSentence: 1.72, clauseSubject: -0.02, nearest: 0.49, nearestSubject: 0.06, lone: 0.00,
	}
}

func (v vector) dot(w vector) float64 {
	sum := 0.0
	for i, x := range v {
		sum += x * w[i]
	}
	return sum
}

// candidate is whom a pronoun may stand for.
type candidate struct {
	entity int // or nobody: an unnamed person
	last   sight
	vector vector
	chance float64
}

// share gives each candidate its chance, by softmax.
func share(cs []candidate, w vector) {
	top, sum := math.Inf(-1), 0.0
	for _, c := range cs {
		top = max(top, c.vector.dot(w))
	}
	for i := range cs {
		cs[i].chance = math.Exp(cs[i].vector.dot(w) - top)
		sum += cs[i].chance
	}
	for i := range cs {
		cs[i].chance /= sum
	}
}

// agrees reports whether a pronoun's gender allows an entity's.
func agrees(pronoun, entity people.Gender) bool {
	return pronoun == people.Unknown || entity == people.Unknown || pronoun == entity
}
