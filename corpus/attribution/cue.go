package attribution

import (
	"strings"

	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/text/english"
)

// speech reports whether the cue's words are of speech or writing. A colon or a
// dash counts as such: transcripts and captions have nothing else.
func (b *builder) speech(cue tagger.Part) bool {
	letters := false
	for i := cue.First; i <= cue.Last; i++ {
		w := strings.ToLower(b.word(i))
		if b.x.lemmas[w] != "" {
			return true
		}
		letters = letters || !onlyMarks(w)
	}
	return !letters
}

// negated reports whether the cue denies, refuses or is itself denied.
func (b *builder) negated(cue tagger.Part) bool {
	for i := max(0, cue.First-2); i <= cue.Last; i++ {
		w := strings.ToLower(b.word(i))
		switch {
		case w == "not" || w == "n't" || w == "n’t" || w == "never" || w == "neither" || w == "nor" || w == "without":
			return true
		case strings.HasSuffix(w, "nt") && negatable[strings.TrimSuffix(w, "nt")]:
			return true // "didnt", its apostrophe lost
		case i < cue.First:
		case w == "no", w == "unwilling", w == "unable":
			return true
		}
		if i >= cue.First && denials[b.x.lemmas[w]] {
			return true
		}
	}
	return false
}

// negatable are the auxiliaries to which "nt" is joined where an apostrophe was lost.
var negatable = english.Set("did does do would wo could had has have was were is should ca")

var denials = english.Set("deny refuse decline reject dispute rebut refute disavow")

func (b *builder) word(i int) string { return b.passage.Words[i].Of(b.passage.Text) }

// speechVerbs maps every form of the verbs, and the few nouns and phrases, with which
// newspapers report speech or writing to its first form.
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
