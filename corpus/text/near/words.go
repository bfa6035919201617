package near

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/term"
)

// A kind says what may stand in a word's place without changing the news.
type kind uint8

const (
	plain    kind = iota // another word, or none
	figure               // only the same figure
	name                 // only a spelling of the same name
	negation             // nothing: both sides have as many
	doubt                // nothing, likewise
	modal                // only a verb as sure
	opposite             // anything but its opposite
)

type word struct {
	key    string
	kind   kind
	weight float64 // 1, or less for words that are in every sentence
}

// faint is the weight of common words: they are most of a sentence and the first to be changed by an editor.
const faint = 0.3

// wordsOf is the words that one term stands for, two for a contraction with "not".
func wordsOf(raw string, t term.Term) []word {
	if n := number(raw, t.Word); n != "" {
		return []word{{n, figure, 1}}
	}
	if verb, found := contracted(t.Word); found {
		return append(single(verb, verb, false), word{"not", negation, 1})
	}
	switch {
	case english.Negations.Has(t.Word):
		return []word{{"not", negation, 1}}
	case english.Doubts.Has(t.Word):
		return []word{{"doubt", doubt, 1}}
	}
	if w, found := positive(t.Word); found {
		return append(single(w, term.Split(w)[0].Key, false), word{"not", negation, 1})
	}
	r, _ := utf8.DecodeRuneInString(raw)
	return single(t.Word, alias(raw, t.Key), unicode.IsUpper(r))
}

func single(plainForm, key string, capital bool) []word {
	w := word{key, plain, 1}
	switch {
	case sureness[plainForm] != "":
		return []word{{sureness[plainForm], modal, faint}}
	case term.Common(plainForm):
		w.weight = faint
	case opposites()[plainForm] != nil:
		w.key, w.kind = plainForm, opposite
	case capital:
		w.kind = name
	}
	return []word{w}
}

// number is the figure that raw writes, in digits; "" where it writes none.
func number(raw, folded string) string {
	if raw[0] >= '0' && raw[0] <= '9' {
		s := strings.ToLower(strings.ReplaceAll(raw, ",", ""))
		for _, unit := range []struct{ short, zeros string }{{"k", "000"}, {"m", "000000"}, {"bn", "000000000"}} {
			if n, found := strings.CutSuffix(s, unit.short); found && !strings.Contains(n, ".") {
				return n + unit.zeros
			}
		}
		return s
	}
	switch n := english.Number(folded); {
	case n >= 20:
		return folded
	case n >= 2: // "one" is as often a pronoun
		return strconv.Itoa(n)
	}
	switch folded {
	case "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions",
		"trillion",
		"half", "third", "quarter", "twice", "double", "triple":
		return strings.TrimSuffix(folded, "s")
	}
	return ""
}

// contracted takes "wont", as the folding of "won't" has it, for "will not".
func contracted(w string) (verb string, found bool) {
	switch w {
	case "wont":
		return "will", true
	case "cant", "cannot":
		return "can", true
	}
	return strings.TrimSuffix(w, "nt"), english.NegatedVerbs.Has(w)
}

// positive takes "unlikely" for "not likely".
func positive(w string) (string, bool) {
	return strings.TrimPrefix(w, "un"), english.NegatedAdjectives.Has(w)
}

// alias is the key of the few names that are written in quite different ways.
func alias(raw, key string) string {
	if same := aliases[strings.ReplaceAll(raw, ".", "")]; same != "" {
		return same
	}
	return key
}

var aliases = map[string]string{"UK": "britain", "British": "britain", "US": "usa", "USA": "usa", "American": "usa",
	"America": "usa", "EU": "europ", "European": "europ"}

// sureness is how sure a modal verb is; the past tense of reported speech is as sure as the present it reports.
var sureness = map[string]string{"will": "will", "would": "will", "shall": "will", "may": "may", "might": "may", "could": "may",
	"can": "may", "must": "must", "should": "must", "ought": "must"}
