package people

import (
	"strings"

	"rapporteur/corpus/text/english"
)

// bodyEnd is the end of the longest body that begins at i, or i where none does.
func (f *finder) bodyEnd(i, end int) int {
	for e := end; e > i; e-- {
		if f.words[e-1].upper && f.body(i, e) {
			return e
		}
	}
	return i
}

// body reports whether the words from i to e name a body: a known one, or a run
// that ends with a telling word ("Democratic Party") or begins with one that "of"
// or "for" follows ("Ministry of Defence").
func (f *finder) body(i, e int) bool {
	name := f.folded(i, e)
	if f.known[name] {
		return true
	}
	if e-i < 2 || f.places[name] || f.countries[name] != "" {
		return false
	}
	telling, joined, and := -1, false, false
	for k := i; k < e; k++ {
		w := f.words[k]
		if k+1 < e && w.owner || k > i && f.introduces(k, e) {
			return false
		}
		if w.upper && f.bodyWords[w.fold] && (telling < 0 || !joined) {
			telling = k
		}
		if !w.upper && particles[w.fold] && w.fold != "la" && w.fold != "de" {
			return false
		}
		joined = joined || !w.upper && !particles[w.fold]
		and = and || w.fold == "and"
	}
	if telling < 0 {
		return false
	}
	if t, ok := f.titles[f.words[i].fold]; ok && (t.honorific || telling == i) {
		return false
	}
	if last := f.words[e-1]; !joined && last.Len() > 1 && !last.lower && !corporate[last.fold] && !f.bodyWords[last.fold] && f.words[telling].lower {
		return false // "Velmar Times BP": a credit, and a company
	}
	if !joined {
		return telling == e-1 || telling == e-2 && !f.given2(i, e)
	}
	return f.joinedBody(i, e, telling, and)
}

// introduces reports whether word k is a title and a given name follows within the run:
// "House Ports and Rivers Committee Chairman Ona Berg" is no body.
func (f *finder) introduces(k, e int) bool {
	t, ok := f.titles[f.words[k].fold]
	return ok && !t.honorific && k+1 < e && f.words[k+1].upper && f.given[f.words[k+1].fold] != "" && !f.bodyWords[f.words[e-1].fold]
}

// joinedBody judges a run with small words: "and" only inside a body that a
// telling word ends, and never after a person's name.
func (f *finder) joinedBody(i, e, telling int, and bool) bool {
	if and && telling != e-1 && f.bodyWords[f.words[e-1].fold] {
		telling = e - 1
	}
	if and && telling != e-1 && telling != i {
		return false
	}
	for k := i; k < e; k++ {
		if f.words[k].fold != "and" {
			continue
		}
		if k+1 < e && f.words[k+1].fold == "the" || f.given[f.words[i].fold] != "" && k-i >= 2 || k == i+1 && f.place(f.words[i].fold) {
			return false
		}
		if k-1 >= i && f.bodyWords[f.words[k-1].fold] {
			return false // "the Labour Party and the State Department" are two
		}
	}
	for k := i + 1; k < e; k++ {
		if f.words[k].fold == "of" || f.words[k].fold == "for" {
			return f.bodyWords[f.words[k-1].fold] || telling < k || and
		}
	}
	return telling == e-1 || telling == i
}

// given2 reports whether the run begins with a given name and a surname.
func (f *finder) given2(i, e int) bool { return e-i >= 2 && f.given[f.words[i].fold] != "" }

// placeEnd is the end of the longest place that begins at i, or i.
func (f *finder) placeEnd(i, end int) int {
	for e := min(end, i+4); e > i; e-- {
		if f.words[e-1].upper && f.place(f.folded(i, e)) {
			return e
		}
	}
	return i
}

// groupWords are the capitalised words that are nobody's name.
var groupWords = map[string]bool{
	"republican": true, "republicans": true, "democrat": true, "democrats": true, "democratic": true, "gop": true,
	"libertarian": true, "libertarians": true, "tory": true, "tories": true, "conservatives": true, "communist": true, "communists": true,
	"socialist": true, "socialists": true, "liberals": true, "nazi": true, "nazis": true,
	"muslim": true, "muslims": true, "christian": true, "christians": true, "jew": true, "jews": true, "jewish": true, "catholic": true, "catholics": true,
	"hindu": true, "hindus": true, "islamic": true, "islamist": true, "islamists": true, "sunni": true, "shia": true, "shiite": true, "evangelical": true, "evangelicals": true,
	"latino": true, "latinos": true, "hispanic": true, "hispanics": true, "african american": true, "african americans": true, "millennials": true, "arab": true, "arabs": true,
	"western": true, "eastern": true, "northern": true, "southern": true, "baltic": true, "nordic": true, "trans-atlantic": true, "transatlantic": true,
	"kurdish": true, "kurds": true, "chechen": true, "english": true,
	"texan": true, "texans": true, "californian": true, "californians": true, "floridian": true, "floridians": true, "ohioan": true, "iowan": true, "iowans": true, "virginian": true, "alaskan": true, "hawaiian": true, "kansan": true, "pennsylvanian": true, "arizonan": true,
	"minnesotan": true, "new yorker": true, "new yorkers": true, "londoner": true, "londoners": true, "parisian": true, "parisians": true, "scots": true, "scottish": true, "welsh": true,
}

// idleWords are printed with a capital and are nobody's name either.
var idleWords = map[string]bool{
	"islam": true, "jesus": true, "christ": true, "allah": true, "americas": true, "internet": true, "brexit": true, "obamacare": true, "olympics": true, "olympic": true,
	"god": true, "lord": true, "bible": true, "quran": true, "earth": true, "i": true,
	"christmas": true, "easter": true, "ramadan": true, "thanksgiving": true, "halloween": true, "covid": true, "democracy": true, "constitution": true,
	"photo": true, "video": true, "image": true, "ms": true, "mr": true,
}

// acronym reports whether a folded run of capitals may be a body's short name.
func acronym(fold string) bool {
	return len(fold) >= 2 && len(fold) <= 7 && !idleAcronyms[fold] && !strings.ContainsAny(fold, "0123456789")
}

// idleAcronyms are printed in capitals and name nobody.
var idleAcronyms = map[string]bool{
	"tv": true, "gop": true, "am": true, "pm": true, "ok": true, "ceo": true, "cfo": true, "dna": true, "gdp": true, "hiv": true, "aids": true, "est": true, "edt": true, "gmt": true, "utc": true,
	"id": true, "it": true, "no": true, "so": true, "we": true, "ii": true, "iii": true, "iv": true, "vi": true, "lgbt": true, "lgbtq": true, "ptsd": true, "usd": true, "mp": true, "mps": true, "phd": true, "md": true, "dc": true, "ny": true, "ad": true, "bc": true, "vs": true, "faq": true, "covid": true, "hd": true, "btw": true, "fyi": true, "asap": true, "imo": true, "lol": true, "omg": true, "llc": true, "mba": true, "gps": true, "cc": true, "qa": true, "rip": true, "pr": true, "ap": false,
	"the": true, "and": true, "not": true, "you": true, "to": true, "in": true, "on": true, "of": true, "a": true, "for": true, "is": true, "be": true, "he": true, "she": true, "they": true, "but": true, "all": true, "i": true, "your": true, "my": true, "me": true, "will": true, "up": true, "out": true,
	"full": true, "text": true, "abstract": true, "read": true, "more": true, "watch": true, "related": true, "updated": true, "breaking": true, "exclusive": true, "letters": true,
}

// isCalendarWord reports whether w names a day or month, which is no person's name
// beside a number. Jun is a given name.
func isCalendarWord(w string) bool {
	return english.IsWeekday(w) || english.IsMonth(w) && w != "jun" && w != "jul"
}

// functionWords open sentences and titles of works; none begins a name.
var functionWords = map[string]bool{
	"the": true, "a": true, "an": true, "this": true, "that": true, "these": true, "those": true, "his": true, "her": true, "its": true, "their": true, "our": true, "my": true, "your": true,
	"he": true, "she": true, "it": true, "they": true, "we": true, "i": true, "you": true, "who": true, "whom": true, "whose": true, "what": true, "which": true, "when": true, "where": true, "why": true, "how": true,
	"in": true, "on": true, "at": true, "by": true, "for": true, "from": true, "to": true, "with": true, "of": true, "as": true, "after": true, "before": true, "during": true, "since": true, "until": true, "under": true, "over": true, "about": true, "against": true, "between": true, "among": true, "despite": true, "amid": true, "like": true, "unlike": true, "through": true, "without": true, "within": true, "into": true, "per": true, "via": true, "according": true,
	"and": true, "but": true, "or": true, "nor": true, "so": true, "yet": true, "if": true, "though": true, "although": true, "because": true, "while": true, "whether": true, "once": true, "then": true, "than": true,
	"is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "has": true, "have": true, "had": true, "do": true, "does": true, "did": true, "can": true, "could": true, "would": true, "should": true, "will": true, "must": true, "not": true, "no": true, "yes": true,
	"there": true, "here": true, "now": true, "today": true, "yesterday": true, "tomorrow": true, "earlier": true, "later": true, "meanwhile": true, "however": true, "also": true, "still": true, "even": true, "just": true, "only": true, "both": true, "some": true, "many": true, "most": true, "all": true, "any": true, "each": true, "every": true, "few": true, "other": true, "others": true, "another": true, "such": true, "one": true, "two": true, "three": true, "several": true, "more": true, "much": true, "asked": true, "speaking": true, "let": true, "lets": true, "please": true, "thank": true, "thanks": true, "well": true, "im": true, "ive": true, "hes": true, "shes": true, "theyre": true, "weve": true, "dont": true, "cant": true,
}
