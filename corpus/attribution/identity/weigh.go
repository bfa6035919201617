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
	coordinate     // first subject of the same sentence, the pronoun opening another clause
	opensLast      // it opens the sentence before
	namedAfter     // the same sentence names it behind the pronoun
	fresh          // first named in this sentence or the two before
	tagSpeaker     // lastSpeaker, where the pronoun only tags a quotation: "…," he said
	tagSubject     // subjectLast, where it does
	tagFrequency   // frequency, where it does
	featureCount
)

// vector is the features of one candidate.
type vector [featureCount]float64

// weights were fitted by softmax regression on half of the marked sources of
// PolNeAR's dev articles (testdata/marked.jsonl); TestFit prints them.
func weights() vector {
	return vector{
		sameSentence: 0.54, previousSentence: -0.32, secondBack: 0.74, farther: -0.89, sameParagraph: 1.88, isSubject: -0.22,
		isObject: -0.28, isOwner: -0.06, isQuoted: 0.16, wasPronoun: 0.23, lastSpeaker: 1.71, lastSpeakerFar: 0.58,
		frequency: 1.93, inTitle: 0.37, genderUnknown: -0.68, thread: 0.80, subjectLast: 0.76, onlyOne: 0.14,
		saidInSentence: 1.01, clauseSubject: 0.43, nearest: 0.11, nearestSubject: 0.12, lone: 0.00, coordinate: 0.48,
		opensLast: 0.74, namedAfter: -0.14, fresh: 1.06, tagSpeaker: 1.08, tagSubject: 1.18, tagFrequency: -0.41,
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
