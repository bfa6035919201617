package briefing

import (
	"regexp"
	"strings"
	"sync"
)

// What a plain question can ask for.
const (
	intentWho       = "who"
	intentSaid      = "said"
	intentHappened  = "happened"
	intentBrief     = "brief"
	intentMentioned = "mentioned" // who said something about a topic; answered as who
)

// A questionPattern is one way to ask. The groups of its expression are person, about and phrase; of two groups
// with one name, the one that matched counts. Dates are cut out of a question before.
type questionPattern struct {
	intent    string
	regexp    *regexp.Regexp
	ambiguous bool   // the corpus decides whether it means this
	loose     bool   // fits nearly anything: tried last, after typing errors are fixed
	fallback  string // the intent when nobody has the person's name; "" tries the words without a pattern
}

// patternVocabulary replaces the words in capitals that patterns are written with.
func patternVocabulary() *strings.Replacer {
	const (
		saying = `(?:say|says|said|saying|tell|tells|told|think|thinks|thought|claim|claims|claimed|argue|argued|announce|announced|warn|warned|promise|promised|mean|state|stated|comment|commented|suggest|suggested|tweet|tweeted|write|wrote|declare|declared|insist|insisted|deny|denied|confirm|confirmed|admit|admitted)`
		noting = `(?:mention(?:s|ed|ing)?|discuss(?:es|ed|ing)?|address(?:es|ed|ing)?|criticis(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|(?:talk(?:s|ed|ing)?|sp(?:eak|eaks|eaking|oke|oken)|warn(?:s|ed|ing)?|complain(?:s|ed|ing)?)\s+(?:about|of|on|against)|refer(?:s|red|ring)?\s+to|react(?:s|ed|ing)?\s+to|respond(?:s|ed|ing)?\s+to|comment(?:s|ed|ing)?\s+on|speak\s+out\s+(?:on|about|against))`
		onto   = `(?:about|on|of|regarding|concerning|over|to|against)`
		anyone = `(?:any\s?(?:one|body)|some\s?(?:one|body)|every\s?(?:one|body)|no\s?(?:one|body)|people|they|others|both\s+sides|all\s+sides)`
		aux    = `(?:did|does|do|has|have|had|was|is|are|were|would|will)`
		words  = `(?:quotes?|quotations?|statements?|remarks?|comments?|words)`
		stance = `(?:positions?|views?|opinions?|stance|reactions?|response|take|line)`
		report = `(?:news|headlines?|updates?|developments?|latest|stories)`
	)
	return strings.NewReplacer("SAYING", saying, "NOTING", noting, "ONTO", onto, "ANYONE", anyone, "AUX", aux,
		"WORDS", words, "STANCE", stance, "REPORT", report,
		"ABOUT", `(?P<about>.+)`, "PERSON", `(?P<person>.+?)`, "PHRASE", `(?P<phrase>.+)`, " ", `\s+`)
}

// questionPatterns are tried in order; the first that fits is taken.
var questionPatterns = sync.OnceValue(func() []questionPattern {
	v := patternVocabulary()
	var out []questionPattern
	add := func(s questionPattern, forms ...string) {
		for _, form := range forms {
			s.regexp = regexp.MustCompile(`(?i)^` + v.Replace(form) + `$`)
			out = append(out, s)
		}
	}
	add(questionPattern{intent: intentMentioned}, mentionedPatterns()...)
	add(questionPattern{intent: intentWho},
		`(?:who|which \S+)(?: (?:the \S+|on earth|in the \S+))?(?: (?:was|is) it)?(?: (?:else|ever|has|had|that))* (?:said|says|say|saying|told|claimed|stated|wrote|tweeted)(?: (?:us|them|reporters))?(?: that)?\b[\s:,]*PHRASE`,
		`(?:whose (?:words|quote|line)|who is quoted|who was quoted)(?: (?:is|are|was|were|as saying|this|these|saying|that))*[\s:,]+PHRASE`,
		`AUX ANYONE(?: (?:ever|really|actually))* (?:say|said|saying|claim|claimed|state|stated)(?: that)? PHRASE`,
		`(?:quotes?|source|sources)(?:[\s]*:| for:?)[\s]*PHRASE`)
	add(questionPattern{intent: intentSaid, ambiguous: true, fallback: intentWho}, `who (?:is|was|are|were) PERSON`)
	add(questionPattern{intent: intentWho, ambiguous: true, loose: true}, `who (?:has |had )?PHRASE`)
	add(questionPattern{intent: intentSaid}, saidPatterns()...)
	add(questionPattern{intent: intentHappened}, happenedPatterns()...)
	add(questionPattern{intent: intentSaid, ambiguous: true, fallback: intentMentioned},
		`(?:what (?:is|was|are|were) )?(?:the )?(?:WORDS|STANCE) of PERSON(?: (?:about|on|to|regarding) ABOUT)?`,
		`(?:what (?:is|was|are|were) )?PERSON(?:['’]s?)? (?:WORDS|STANCE)(?: (?:about|on|to|regarding) ABOUT)?`)
	add(questionPattern{intent: intentSaid, ambiguous: true, fallback: intentBrief},
		`(?:what (?:is|was) )(?:the )?(?:role|job|title|office) of PERSON`,
		`(?:what (?:is|was) )PERSON['’]s? (?:role|job|title|office)`,
		`(?:anything |something |the )?(?:new |REPORT |words? )*(?:from|by) PERSON`,
		`(?:the )?(?:latest|newest|last)(?: thing)? PERSON SAYING`,
		`what about PERSON`)
	add(questionPattern{intent: intentBrief}, briefPatterns()...)
	add(questionPattern{intent: intentSaid, ambiguous: true, fallback: intentBrief},
		`(?:tell me(?: more)?|more|information|info|details?|facts?|everything|anything|something) (?:about|on) PERSON`)
	add(questionPattern{intent: intentBrief, ambiguous: true, loose: true}, `ABOUT REPORT`)
	add(questionPattern{intent: intentSaid, ambiguous: true, loose: true}, `PERSON (?:about|on|regarding) ABOUT`)
	add(questionPattern{intent: intentHappened, ambiguous: true}, `is it (?:true|right|correct)(?: that)? ABOUT`)
	add(questionPattern{intent: intentHappened, ambiguous: true, loose: true},
		`(?:why|how|which)\b(?: (?:many|much|long|far|big|bad|come|AUX))* ABOUT`,
		`(?:AUX|where(?: AUX)?|what AUX|what) ABOUT`)
	return out
})

func mentionedPatterns() []string {
	return []string{
		`who(?: (?:else|all|has|had|have|was|is|are|ever))* (?:said|says|say|saying) (?:anything|something|what|things?) ONTO ABOUT`,
		`who(?: (?:else|all|has|had|have|was|is|are|ever|been))* NOTING ABOUT`,
		`AUX ANYONE(?: ever| been)* (?:SAYING(?: (?:anything|something|much))? ONTO|NOTING) ABOUT`,
		`what(?: else)? AUX ANYONE(?: been)* (?:SAYING(?: ONTO)?|NOTING) ABOUT`,
		`what ANYONE(?: have)? (?:SAYING(?: ONTO)?|NOTING) ABOUT`,
		`what(?: else)? (?:has been|had been|have been|was|is being|is|were) said ONTO ABOUT`,
		`(?:any |all |the |some |give me |show me |find |what (?:are|were|was|is) )*(?:WORDS|reactions?|opinions?|views?) (?:about|on|regarding|concerning|to) ABOUT`,
		`how (?:did|do|have) ANYONE (?:react|respond|reacted|responded) to ABOUT`,
	}
}

func saidPatterns() []string {
	const what = `(?: (?:anything|something|much|what))?`
	return []string{
		`what(?: else| exactly)? AUX PERSON (?:to )?(?:been )?SAYING` + what + `(?: (?:about|on|of|regarding|concerning|over|to) ABOUT)?`,
		`what(?: else| exactly)? AUX PERSON (?:tell|told|say to|said to) ABOUT`,
		`(?:what|everything|anything|all) (?:that )?PERSON (?:has |have |had )?SAYING` + what + `(?: (?:about|on|of|regarding|concerning|over|to) ABOUT)?`,
		`(?:when|where|why|how often) AUX PERSON (?:say|said|tell|told|claim|claimed|warn|warned|promise|promised|mention|mentioned)(?: (?:that|about|of))? ABOUT`,
		`AUX PERSON (?:(?:ever|also|really|just|been) )*(?:SAYING` + what + ` (?:about|on|of|regarding|concerning|over) |NOTING )ABOUT`,
		`AUX PERSON (?:(?:ever|also|really|just) )*SAYING(?: (?:anything|something|that))?(?: ABOUT)?`,
		`(?:show (?:me )?|list |find |give me |any |all )*(?:the |a |an |last |latest |recent )*WORDS (?:by|from|of) PERSON(?: (?:about|on|regarding|concerning) ABOUT)?`,
		`(?:where does PERSON stand|how does PERSON feel|what does PERSON (?:want|make)) (?:on|about|of) ABOUT`,
	}
}

func happenedPatterns() []string {
	return []string{
		`(?:what|anything|something)(?: else)?(?: (?:has|had|was|is|all|important|big))*(?:['’]s)? (?:happen|happens|happened|happening|occur|occurred|took place|take place|went on|going on|goes on|went down)(?: (?:to |with )?ABOUT)?`,
		`what (?:did|does|will) (?:happen|occur)(?: (?:to |with )?ABOUT)?`,
		`(?:when|(?:on )?(?:what|which) (?:day|date|month|year)|(?:at )?what time|how long ago|since when) AUX ABOUT`,
		`when ABOUT`,
		`(?:the |a )?(?:events?|timeline|chronology)(?: (?:of|on|in|for|about|around) ABOUT)?`,
	}
}

func briefPatterns() []string {
	return []string{
		`what(?:['’]?s| is| are)? (?:new|the news|the (?:latest|newest)(?: (?:news|word|updates?))?|the headlines|up|in the news)(?: ABOUT)?`,
		`what(?: did| have| has)? (?:i|we)(?: have)? miss(?:ed)?(?: ABOUT)?`,
		`(?:is there |are there |anything |something |have you |got )*(?:any |the |a |some |give me |show me )*(?:brief(?:ing)?(?: me)?|summar(?:y|ise|ize)|digest|catch me up|fill me in|sum up|overview|recap|update(?: me)?|new|(?:(?:latest|newest|recent|top|breaking|current|new|main|big|biggest) )*REPORT)(?: ABOUT)?`,
	}
}
