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
	isObject
	lastSpeaker    // of the statement before, in this paragraph or the one before
	lastSpeakerFar // of the statement before, farther off
	frequency      // how often the article names it, against the most named
	genderUnknown  // nothing tells its gender
	subjectLast    // subject of the sentence before
	opensLast      // it opens the sentence before
	saidInSentence // source of another statement of the same sentence
	nearest        // the last met of all candidates
	coordinate     // first subject of the same sentence, the pronoun opening another clause
	fresh          // first named in this sentence or the two before
	tagSpeaker     // lastSpeaker, where the pronoun only tags a quotation: "…," he said
	tagSubject     // subjectLast, where it does
	speakerBack    // of the statement before: 1 over the sentences between
	voice          // how often it is a source by name, up to 1 for three times
	unnamed        // an unnamed person
	inContent      // what is said names it
	absent         // of none of the candidates: that it is somebody else
	featureCount
)

// vector is the features of one candidate.
type vector [featureCount]float64

// weights were fitted by softmax regression on half of the marked sources of PolNeAR's dev articles
// (testdata/marked.jsonl) and on sources of its train articles (testdata/fitted.jsonl); TestFit prints them. A
// feature that did not help in cross-validation by articles is not among them.
func weights() vector {
	return vector{
		sameSentence: 1.10, previousSentence: 0.47, secondBack: 1.05, farther: -1.48, sameParagraph: 1.77,
		isObject: -0.11, lastSpeaker: 0.50, lastSpeakerFar: 0.21, frequency: 1.14, genderUnknown: -0.72,
		subjectLast: 0.72, opensLast: 0.60, saidInSentence: 0.88, nearest: 0.22, coordinate: 0.97, fresh: 0.53,
		tagSpeaker: 0.83, tagSubject: 0.57, speakerBack: 0.79, voice: 1.34, unnamed: -0.33, inContent: -1.46,
		absent: -0.01,
	}
}

func (v vector) dot(w vector) float64 {
	sum := 0.0
	for i, x := range v {
		sum += x * w[i]
	}
	return sum
}

// candidate is an entity that a pronoun may mean.
type candidate struct {
	entity int // or nobody: an unnamed person
	last   sight
	vector vector
	chance float64
}

// share gives each candidate its probability, by softmax, and returns the probability that none is meant.
func share(cs []candidate, w vector) (none float64) {
	top := w[absent]
	for _, c := range cs {
		top = max(top, c.vector.dot(w))
	}
	none = math.Exp(w[absent] - top)
	sum := none
	for i := range cs {
		cs[i].chance = math.Exp(cs[i].vector.dot(w) - top)
		sum += cs[i].chance
	}
	for i := range cs {
		cs[i].chance /= sum
	}
	return none / sum
}

// agrees reports whether a pronoun's gender allows an entity's.
func agrees(pronoun, entity people.Gender) bool {
	return pronoun == people.Unknown || entity == people.Unknown || pronoun == entity
}
