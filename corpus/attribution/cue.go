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
		case strings.HasSuffix(w, "nt") && isAuxiliary(strings.TrimSuffix(w, "nt")):
			return true // "didnt", its apostrophe lost
		case i < cue.First:
		case w == "no", w == "unwilling", w == "unable":
			return true
		}
		if i >= cue.First && isDenial(b.x.lemmas[w]) {
			return true
		}
	}
	return false
}

func isAuxiliary(w string) bool {
	switch w {
	case "did", "does", "do", "would", "wo", "could", "had", "has", "have", "was", "were", "is", "should", "ca":
		return true
	}
	return false
}

func isDenial(lemma string) bool {
	switch lemma {
	case "deny", "refuse", "decline", "reject", "dispute", "rebut", "refute", "disavow":
		return true
	}
	return false
}

func (b *builder) word(i int) string { return b.passage.Words[i].Of(b.passage.Text) }

// speechVerbs maps every form of the verbs, and the few nouns and phrases, with
// which newspapers report speech or writing to its first form. Verbs of thought
// and stance ("believe", "defend", "seek to") are left out on purpose.
func speechVerbs() map[string]string {
	const regular = `accuse acknowledge add admit advise affirm allege announce answer appeal apologise apologize
		argue ask assert assure blog boast caution charge claim clarify comment complain concede conclude
		condemn confess confirm contend counter criticise criticize declare decline demand deny describe
		detail disclose dispute email emphasise emphasize estimate exclaim explain express inform inquire
		insist instruct joke lament maintain mention mutter note observe phrase pledge point post praise
		predict press proclaim promise quip quote react reaffirm reassure recall recommend recount refuse
		refute reiterate reject relay remark remind repeat reply report request respond reveal rule scream
		shout signal stress suggest testify thank threaten tout tweet urge voice vow warn wonder whisper
		rebut disavow characterise characterize cite`
	forms := map[string]string{}
	for _, v := range strings.Fields(regular) {
		for _, form := range english.Inflect(v) {
			forms[form] = v
		}
	}
	const irregular = `say says said saying | tell tells told telling | write writes wrote written writing |
		speak speaks spoke spoken speaking | read reads reading | swear swears swore sworn |
		according | statement statements | interview | call calls called calling |
		state states stated stating | put puts | forecast forecasts forecasting | retort retorts retorted |
		testimony | remarks | comments | tweets | talk talks talked talking | retweet retweets retweeted`
	for group := range strings.SplitSeq(irregular, "|") {
		words := strings.Fields(group)
		for _, form := range words {
			forms[form] = words[0]
		}
	}
	return forms
}
