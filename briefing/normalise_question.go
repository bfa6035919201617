package briefing

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"rapporteur/corpus/text/english"
)

// Words around a question that ask nothing, and short forms of those that do.
var (
	regexpOpening = regexp.MustCompile(
		`(?i)^(?:<[@#][^>]*>\s*|@?(?:hey|hi|hello|so|ok|okay|and|but|also|well|um|please|pls|bot|rapporteur)[\s,:]+)+`)
	regexpRequest = regexp.MustCompile(
		`(?i)^(?:(?:can|could|would|will)\s+(?:you|u)\s+(?:please\s+|pls\s+)?` +
			`(?:tell|show|give|find|check|see|remind|explain)(?:\s+(?:me|us|out))?(?:\s+to\s+me)?|do\s+(?:you|we|u)\s+know|` +
			`(?:i|we)\s+(?:want|need|would\s+like|['’]d\s+like)\s+to\s+know|i['’]d\s+like\s+to\s+know|i\s+wonder|` +
			`(?:tell|remind|show|give)\s+(?:me|us)|any\s+idea|find\s+out|search(?:\s+for)?|look\s+up)\s+` +
			`(?P<rest>(?:who|whose|what|when|where|why|how|if|whether|the|all|everything|something)\b.*)$`)
	regexpWhether = regexp.MustCompile(
		`(?i)^(?:if|whether)\s+(?P<who>.+?)\s+(?P<verb>said|says|mentioned|denied|promised|warned|commented)\b`)
	regexpThanks      = regexp.MustCompile(`(?i)[\s,]+(?:please|pls|plz|thanks|thank\s+you|thx)$`)
	regexpClosing     = regexp.MustCompile(`(?i)[\s,]+(?:again|exactly|lately|recently|so\s+far|right\s+now|now)$`)
	regexpContraction = regexp.MustCompile(`(?i)^(who|what|when|where|how|why|wat|wot)(?:['’]?s|['’]re|\s+s)\s+(\S)`)
	regexpWhat        = regexp.MustCompile(`(?i)^(?:wat|wot|wht)\b`)
	regexpWhois       = regexp.MustCompile(`(?i)^whois\b`)
	regexpDidnt       = regexp.MustCompile(
		`(?i)^((?:what|why|when|where|how)?\s*(?:did|does|has|have|was|is))(?:n['’]?t|\s+not)\b`)
)

// commonTypos are the most frequent ones in the small words of a question. None is a word.
var commonTypos = map[string]string{
	"abuot": "about", "abotu": "about", "aboout": "about", "abbout": "about", "aobut": "about", "teh": "the", "hte": "the",
	"anythign": "anything", "anyting": "anything", "somethign": "something",
	"waht": "what", "whta": "what", "hwat": "what", "wht": "what",
}

var regexpTypos = regexp.MustCompile(`(?i)\b(?:` + strings.Join(slices.Sorted(maps.Keys(commonTypos)), "|") + `)\b`)

// normaliseQuestion removes polite words and short forms: "hey, tell me what's new please" becomes "what is new".
func normaliseQuestion(text string) string {
	for was := ""; text != was; {
		was = text
		text = regexpOpening.ReplaceAllString(text, "")
		if m := regexpRequest.FindStringSubmatch(text); m != nil {
			text = m[1]
		}
		text = regexpThanks.ReplaceAllString(text, "")
		if !startsWithWho(text) { // a quotation may end with these words
			text = regexpClosing.ReplaceAllString(text, "")
		}
		text = strings.TrimRight(text, " ?!.,;:")
	}
	text = regexpTypos.ReplaceAllStringFunc(text, func(w string) string { return commonTypos[strings.ToLower(w)] })
	text = regexpWhether.ReplaceAllString(text, "did $who $verb")
	text = regexpWhois.ReplaceAllString(text, "who is")
	text = regexpContraction.ReplaceAllString(text, "$1 is $2")
	text = regexpWhat.ReplaceAllString(text, "what")
	return regexpDidnt.ReplaceAllString(text, "$1")
}

func startsWithWho(s string) bool { return strings.HasPrefix(strings.ToLower(s)+" ", "who ") }

// fixTypos corrects the words that patterns look for, at the start or anywhere. Later words with a capital are names.
func fixTypos(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		known := []string{"said", "says", "say", "about", "happened", "happen", "mentioned", "mention"}
		switch i {
		case 0:
			known = append(known, "who", "what", "when", "where", "did", "has", "have", "news", "latest", "headlines",
				"quotes", "quote", "brief", "briefing", "summary", "update", "updates", "anything", "statements")
		case 1:
			known = append(known, "is", "did", "does", "has", "have", "was",
				"news", "headlines", "happens", "happening", "latest")
		}
		low := strings.ToLower(w)
		if i > 0 && unicode.IsUpper([]rune(w)[0]) || slices.Contains(known, w) || likeTypos[low] {
			continue
		}
		if k := slices.IndexFunc(known, func(k string) bool { return isTypo(low, k) }); k >= 0 {
			words[i] = known[k]
		}
	}
	return strings.Join(words, " ")
}

// likeTypos are words one letter away from a word that patterns look for: "quota on grain" does not ask for quotes.
var likeTypos = english.Set(
	"abort aid bout died grief here quota quotas sad slay slays staid stay stays sway sways there wars")

// isTypo reports whether typed is one error away: a letter more, less, swapped or, from five letters on, another.
func isTypo(typed, word string) bool {
	if english.Edits([]byte(typed), []byte(word)) != 1 {
		return false
	}
	switch len(typed) - len(word) {
	case 1:
		return true
	case -1:
		return len(word) >= 4
	}
	letters := func(word string) []byte { return slices.Sorted(slices.Values([]byte(word))) }
	return len(word) >= 5 || slices.Equal(letters(typed), letters(word))
}
