package text

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"rapporteur/corpus/text/english"
)

// markBoilerplate marks what a newspaper prints about itself. News must never be lost, so each rule
// needs a form that news does not have, and the loose rules skip sentences that report speech.
func markBoilerplate(d *Document) {
	for i := 0; i < len(d.Sentences); {
		end := i + 1
		for end < len(d.Sentences) && d.Sentences[end].Paragraph == d.Sentences[i].Paragraph {
			end++
		}
		line := d.Text[d.Sentences[i].Start:d.Sentences[end-1].End]
		whole := boilerplateLine(line)
		for ; i < end; i++ {
			s := &d.Sentences[i]
			s.Boilerplate = !s.Title && (whole || boilerplateSentence(s.Of(d.Text)))
		}
	}
}

// boilerplateLine judges a whole paragraph, by how it begins or by being short.
func boilerplateLine(s string) bool {
	return pointer(s) || byline(s) || label(s) || stageDirection(s)
}

// boilerplateSentence judges one sentence.
func boilerplateSentence(s string) bool {
	return wordless(s) || pointer(s) || correction(s) || credit(s) || photoCredit(s) || copyright(s) ||
		appeal(s) || slug(s)
}

// onNeed compiles an expression at its first use. Most runs of the program read no article, and
// compiling these would be most of their start.
func onNeed(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// pointerStart begins lines that send the reader elsewhere.
var pointerStart = onNeed(`(?i)^\W*(?:` +
	`source: read (?:the )?full|read (?:the )?(?:full|rest|original)\b|read (?:more|next|also)\b *(?:[:|>»]|$|here|` +
	`about|from|at\b|on\b)|continue reading|` +
	`also read\b|see also\b|see more\b *(?:[:|>»]|$)|related(?: (?:stories|articles|content|coverage|news|` +
	`links?))?(?:[:|]|$)|more (?:on this|from this|stories|from:)|most read|editor['’]?s['’]? (?:picks|choice)|` +
	`recommended(?: for you| reading)?(?:[:|]|$)|click here|watch(?: the video| more)?(?: here)? *(?:[:|]|$)|` +
	`listen to (?:this|the) (?:article|podcast)|don['’]?t miss\b *(?:[:|]|$)|` +
	`share this|share on|view comments|this comment (?:was|has been) removed|you can comment (?:on|about) this|` +
	`comments? *(?:\(\d+\))?$|advertisement\b|story continues|article continues|scroll down\W*$|loading\W*$|skip to\b|` +
	`sign up (?:here|now|for|to (?:our|the|receive|get))|subscribe (?:now|today|here|to)|get (?:our|the latest)\b|` +
	`download (?:our|the) [^.]* app|` +
	`follow (?:us|him|her|me|them|@\S+|[A-Za-zÀ-ÿĀ-Ž .]+?) on (?:twitter|facebook|instagram|x|youtube|telegram)|` +
	`contact (?:us|the (?:author|reporter|writer))|` +
	`(?:e-?mail|reach|contact) (?:us|me|him|her|them)\b[^.]{0,20}(?: at |,)|have a (?:tip|story)\b|this (?:story|` +
	`article|report|post|piece|column) (?:was|is|has been|originally|first|appeared)\b[^.]*\b(?:updat|correct|publish|` +
	`produc|appear|translat|edit|written|syndicat|part of)|` +
	`(?:originally|first) published (?:on|in|at|by)\b|last updated *(?::|on|at|\d)|(?:image|photo|picture|` +
	`video) (?:source|credit|caption|copyright)\b)`)

// maxPointer is the longest such line, in bytes.
const maxPointer = 200

// pointer looks at the first word before the expression. This check and those below keep nearly all sentences from the
// regular expressions, which would otherwise cost more than all other reading.
func pointer(s string) bool {
	return len(s) <= maxPointer && english.PointerStarts.Has(strings.ToLower(firstWord(s))) &&
		pointerStart().MatchString(s) && !reports(s)
}

// firstWord is the first word of s.
func firstWord(s string) string {
	return leadingWord(strings.TrimLeftFunc(s, func(r rune) bool { return !isWordRune(r) }))
}

// correctionForm matches corrections of the article itself.
var correctionForm = onNeed(`^(?:Correction|CORRECTION|Clarification|CLARIFICATION|Editor['’]s [Nn]ote|` +
	`EDITOR['’]S NOTE)(?: appended)?:|` +
	`(?i)\b(?:earlier|previous|original) version of this (?:article|story|report|post|headline)\b|` +
	`^(?:because of an editing error, )?an (?:article|obituary|editorial)\b[^.]*\b(?:misstated|misidentified|` +
	`misspelled|incorrectly|erroneously)\b`)

func correction(s string) bool {
	return len(s) < 600 && containsAny(s, "ersion of this", "ticle", ":", "error") && correctionForm().MatchString(s)
}

// bylineForm is a line that names a writer and holds nothing else.
var bylineForm = onNeed(`^(?:By|BY|Written by|Posted by|Words by|Analysis by|From|` +
	`Story by) (?:[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ÿĀ-Ž.'’-]*,? ?|and |AND |of |the |for |de |van |von |in |at ){1,14}(?:[|•·/–-].*)?$`)

func byline(s string) bool {
	return len(s) <= 120 && bylineForm().MatchString(s) && !strings.HasSuffix(s, ".") && len(strings.Fields(s)) > 2
}

// labelForm matches a field of an archive's record, or a label on its own line.
var labelForm = onNeed(`^(?:(?:BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|` +
	`DOCUMENT-TYPE|GRAPHIC|SUBJECT|ANCHORS?|REPORTERS?|GUESTS?|PROGRAM|SHOW|CREDIT|URL): .*|` +
	`(?:ABSTRACT|FULL TEXT|TRANSCRIPT|SUMMARY|CORRECTION APPENDED|RUSH TRANSCRIPT|TEXT)[.:]?|` +
	`.*\b(?:[Rr]ush transcript|RUSH TRANSCRIPT)\b.*|.*[Tt]his (?:copy|transcript) may not be in its final form.*)$`)

func label(s string) bool {
	if len(s) > 250 || len(s) < 2 {
		return false
	}
	capitals := s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
	return (capitals || containsAny(s, "ranscript", "final form")) && labelForm().MatchString(s)
}

// stageDirection matches what a transcript adds to speech: "(APPLAUSE)", "[BEGIN VIDEO CLIP]".
func stageDirection(s string) bool {
	if len(s) < 3 || len(s) > 60 || s[0] != '(' && s[0] != '[' || !strings.ContainsAny(s[len(s)-1:], ")]") {
		return false
	}
	return s == strings.ToUpper(s) && !strings.ContainsAny(s[1:len(s)-1], "()[]0123456789")
}

// wordless reports whether a line is a rule or an ornament: "* * *", "###", "-30-".
func wordless(s string) bool {
	return !strings.ContainsFunc(s, unicode.IsLetter) && (!strings.ContainsFunc(s, unicode.IsDigit) || s == "-30-")
}

// creditForm names those who helped with a report.
var creditForm = onNeed(`(?i)\bcontributed (?:to|from|reporting (?:to|for|from|on)) (?:this|the) (?:report|story|` +
	`article|piece|post|coverage)\b|\bcontributed (?:reporting|research)\b|` +
	`^\W*(?:(?:additional |further |original )?(?:reporting|writing|editing|research|translation|compiled|photography|` +
	`graphics?) by\b|with (?:files|reporting|additional reporting|reports|inputs?) (?:from|` +
	`by) (?:the )?(?:(?-i:[A-ZÀ-ÞĀ-Ž])|agenc|wire|staff)|` +
	`(?:the )?(?:associated press|reuters|afp|agence france-presse|bloomberg|the canadian press)(?: writers?|` +
	` reporters?)?[A-Za-zÀ-ÿĀ-Ž ,.]* contributed\b)|` +
	`\b(?:was|were) used in (?:compiling )?this (?:report|story|article)\b|^\W*(?:-+ ?)?(?:press association|agencies|` +
	`associated press|reuters|afp|bloomberg)\W*$`)

// creditTail ends a list of names with places: "A in Oslo and B in Riga contributed."
var creditTail = onNeed(`^(?:[A-ZÀ-ÞĀ-Ž]|Associated Press|AP)[^"“”]*\b(?:in [A-ZÀ-ÞĀ-Ž]|writers?|reporters?|Press|` +
	`staff|correspondents?)[^"“”]* (?:also )?(?:contributed|reported)\W*$`)

func credit(s string) bool {
	if strings.HasSuffix(strings.TrimRight(s, ". )"), "contributed") && creditTail().MatchString(s) {
		return true
	}
	return hintsCredit(s) && creditForm().MatchString(s)
}

func hintsCredit(s string) bool {
	return len(s) < 40 || containsAny(s, "ontributed", "used in") || creditStarts[strings.ToLower(firstWord(s))]
}

var creditStarts = english.Set("additional further original reporting writing editing research translation compiled " +
	"photography graphic graphics with")

var photoForm = onNeed(`(?i)^\W*(?:(?:file )?(?:photo|image|picture|photograph|pic|credit|` +
	`illustration)s?(?: credit)?(?: by|: | courtesy)|[A-Za-zÀ-ÿĀ-Ž .'-]+/(?:getty|ap|reuters|afp|epa)\b|(?:ap|afp|` +
	`reuters|epa) (?:photo|file|images)|getty images|handout)`)

// photoCredit reports whether a line says only who took a picture. What the picture shows is news.
func photoCredit(s string) bool {
	if end := strings.IndexByte(s, ')'); s[0] == '(' && end >= 0 && len(strings.TrimRight(s[end+1:], ".")) > 0 {
		return false // a sentence follows
	}
	return len(s) <= 90 && !reports(s) && (photoForm().MatchString(s) ||
		len(s) <= 60 && strings.Contains(s, "Getty Images"))
}

var copyrightForm = onNeed(`(?i)^\W*(?:©|\(c\) ?(?:19|20)\d\d|copyright\b.*\b(?:19|20)\d\d)|all rights reserved|` +
	`may not be (?:published|reproduced|broadcast)[^.]*(?:rewritten|redistributed|permission|published|distributed)`)

func copyright(s string) bool {
	return containsAny(s, "©", "(c)", "(C)", "opyright", "may not be", "ights reserved", "RIGHTS RESERVED") &&
		copyrightForm().MatchString(s)
}

// slugForm matches the initials of a wire's editors at the end of a story: "(ab/cd)".
var slugForm = onNeed(`^\([a-z]{2,4}(?:[/-][a-z]{2,4})+\)$`)

func slug(s string) bool { return len(s) <= 20 && s[0] == '(' && slugForm().MatchString(s) }
