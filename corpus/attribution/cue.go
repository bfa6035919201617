package attribution

import (
	"strings"

	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/text/english"
)

// speech reports whether the cue has a word of speech or writing, or is a mark alone, as in transcripts and captions.
func (b *builder) speech(cue tagger.Part) bool {
	marks := true
	for i := cue.First; i <= cue.Last; i++ {
		w := strings.ToLower(b.word(i))
		if b.x.lemmas[w] != "" {
			return true
		}
		marks = marks && onlyMarks(w)
	}
	return marks
}

// negated reports whether the cue denies, refuses or is itself denied.
func (b *builder) negated(cue tagger.Part) bool {
	for i := max(0, cue.First-2); i <= cue.Last; i++ {
		w := strings.ToLower(b.word(i))
		if negations[w] || i >= cue.First && (refusals[w] || denials[b.x.lemmas[w]]) {
			return true
		}
	}
	return false
}

// negations deny within a cue or up to two words before it, with and without their apostrophe.
var negations = english.Set(`not n't n’t never neither nor without didnt doesnt dont wouldnt wont couldnt hadnt hasnt havent
	wasnt werent isnt shouldnt cant`)

// refusals deny within a cue; denials are the verbs that do.
var refusals = english.Set("no unwilling unable")

var denials = english.Set("deny refuse decline reject dispute rebut refute disavow")

func (b *builder) word(i int) string { return b.passage.Words[i].Of(b.passage.Text) }

// speechVerbs maps every form of a reporting verb, and of the few nouns and phrases like one, to its first form.
func speechVerbs() map[string]string {
	forms := map[string]string{}
	for _, v := range english.ReportingVerbs.Entries() {
		for _, form := range english.Inflect(v) {
			forms[form] = v
		}
	}
	for _, entry := range english.ReportingWords.Entries() {
		words := strings.Fields(entry)
		for _, form := range words {
			forms[form] = words[0]
		}
	}
	return forms
}
