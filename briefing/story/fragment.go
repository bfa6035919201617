package story

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/corpus/text/english"
)

// Captions, headings and lists have full stops too, but report no event. A caption has words such
// as "is seen", or no verb: "A lorry on the bridge at Harrowgate."

// picture is how a caption describes the picture.
var picture = regexp.MustCompile(`\b(?:is|are) (?:seen|pictured|shown) (?:on|in|at|during|after|before|from|near|outside|inside|with|next|\w+ing)\b|` +
	`\b(?:[Tt]his|An?|The) (?:[\w-]+ ){0,2}(?:image|photo|photograph|picture|video|still|handout|footage|grab)\b.{0,60}\b(?:shows?|showing|provided|taken|released|from)\b|` +
	`^(?:Images?|Photos?|Pictures?|Videos?) |[Ii]n (?:this|a|an) (?:[\w-]+ )?(?:image|photo|photograph|picture|video)\b`)

func pictured(text string) bool {
	return contains(text, " seen ", "pictured", " shown ", "mage", "hoto", "icture", "ideo", "still", "handout", "footage",
		"grab") && picture.MatchString(text)
}

// verbless reports whether no word can be the verb of a sentence, as every plural may.
func verbless(text string) bool {
	words := strings.Fields(text)
	for i, w := range words {
		low := letters(w)
		switch {
		case english.FiniteVerbs.Has(low), plural[low], strings.HasSuffix(low, "n't"), strings.HasSuffix(low, "n’t"):
			return false
		case strings.ContainsAny(w, "'’"): // "Brenn's" may be "Brenn is"
			cut, _, _ := strings.Cut(strings.ReplaceAll(low, "’", "'"), "'")
			if pronouns[cut] || cut == "it" || cut == "there" || cut == "that" {
				return false
			}
		case strings.HasSuffix(low, "ed"):
			passive := i+1 < len(words) && words[i+1] == "by"
			if !passive && (i == 0 || !determiners[letters(words[i-1])]) && !strings.Contains(w, "-") {
				return false
			}
		case strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss") && !strings.HasSuffix(low, "us") &&
			unicode.IsLower(firstRune(w)):
			return false
		}
	}
	return true
}

var (
	determiners = english.Set("the a an")
	plural      = english.Set("people police men women children staff crew crews media") // their verbs have no ending
)
