package identity

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// strangers is where the article speaks of one unnamed person by a noun that
// people.Mentions does not list: a determiner, up to three words that say which,
// and a noun with the ending of an occupation ("the rigger", "a young stevedore"),
// as the subject of its clause.
func (s *scene) strangers() []sight {
	var out []sight
	for k, one := range s.doc.Sentences {
		if one.Title || one.Start < 0 || one.End > len(s.doc.Text) {
			continue
		}
		words := text.Words(one.Of(s.doc.Text))
		for i := range words {
			words[i] = span.Span{Start: one.Start + words[i].Start, End: one.Start + words[i].End}
		}
		for i, w := range words {
			if !articles[strings.ToLower(w.Of(s.doc.Text))] {
				continue
			}
			at := s.strangerAt(words[i:])
			if at.Empty() || s.apposed(at) || s.mentioned(at) {
				continue
			}
			sg := sight{Span: at, entity: nobody, sentence: k, paragraph: one.Paragraph, sure: 0.9}
			sg.subject, sg.object = s.position(at.Start, k)
			sg.opens = s.opening(at.Start, k)
			sg.owner = hasOwner(s.doc.Text[at.End:])
			if sg.subject || s.behindBy(at.Start) {
				out = append(out, sg)
			}
		}
	}
	return out
}

// auxiliaries tell that the verb has begun.
var auxiliaries = map[string]bool{"is": true, "was": true, "are": true, "were": true, "has": true, "had": true, "have": true, "will": true, "would": true, "can": true, "could": true, "may": true, "might": true, "should": true, "must": true, "do": true, "did": true, "does": true, "said": true, "says": true, "that": true, "and": true, "or": true, "not": true}

// articles open the phrase of one person.
var articles = map[string]bool{"a": true, "an": true, "one": true, "another": true, "the": true}

// strangerAt is the phrase of one person that the words begin with, or empty.
func (s *scene) strangerAt(words []span.Span) span.Span {
	joined := 0
	for k := 1; k < min(9, len(words)); k++ {
		gap := s.doc.Text[words[k-1].End:words[k].Start]
		w := words[k].Of(s.doc.Text)
		if gap == "" || gap == "-" || w == "-" {
			joined++ // "40-year-old" tells as much as one word
		}
		if unlettered(w) && w != "-" || strings.Trim(gap, " \t") != "" && gap != "-" || k-joined > 3 || w != strings.ToLower(w) || prepositions[w] || articles[w] || pronouns[w].who || auxiliaries[w] {
			return span.Span{}
		}
		if occupation(w) {
			return span.Span{Start: words[0].Start, End: words[k].End}
		}
	}
	return span.Span{}
}

// occupation reports whether a word in small letters looks like what somebody is.
func occupation(w string) bool {
	if callings[w] {
		return true
	}
	if len(w) < 5 || w != strings.ToLower(w) || things[w] {
		return false
	}
	return slices.ContainsFunc([]string{"er", "or", "eer", "ist", "ian", "man", "woman", "hand", "smith", "monger", "herd", "wright", "mate"}, func(end string) bool {
		return strings.HasSuffix(w, end)
	})
}

// callings are what people are, without the ending of an occupation, where
// people.Describes does not list them.
var callings = map[string]bool{
	"guard": true, "clerk": true, "chef": true, "cook": true, "maid": true, "guide": true, "monk": true, "nun": true, "priest": true, "vicar": true, "bystander": true, "onlooker": true,
	"apprentice": true, "docker": true, "recruit": true, "cadet": true, "steward": true, "stewardess": true, "waitress": true, "actress": true, "hostess": true, "widow": true, "bride": true, "orphan": true,
	"tenant": true, "migrant": true, "refugee": true, "informant": true, "assistant": true, "merchant": true, "accountant": true, "consultant": true, "attendant": true, "mechanic": true, "medic": true, "paramedic": true,
	"neighbour": true, "neighbor": true, "guest": true, "cleric": true, "critic": true, "coxswain": true, "pilot": true, "thief": true, "pensioner": true, "retiree": true, "employee": true, "trainee": true,
	"relative": true, "cousin": true, "nephew": true, "niece": true, "aunt": true, "uncle": true, "widower": true, "toddler": true, "teenager": true, "pedestrian": true, "civilian": true, "worker": true,
}

// things have the endings of occupations and are none.
var things = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`after airliner amber anger answer armor banner barrier beaver behavior better bigger blister border bother
		brother buffer bumper bunker butter calendar cancer career center chamber chapter charter cheaper cider closer cluster cold colder color computer consumer
		container copper corner corridor counter cover cursor danger darker dealer december deeper dinner disaster disorder doctor dollar earlier easier
		either encounter ever factor faster favor fever fewer fiber filter finger fire flavor floor flower folder former freighter further gender generator greater harbor
		harder hammer higher honor horror hotter humor hunger indicator inner interior interfer jumper junior katyusha labor larger later latter layer ladder leather
		letter lever liner liter longer lower lumber major manner mayor master matter meter mineral minor mirror mister monitor monster moderator motor murder
		neighbor neither never newer number october offer older order other outer over oyster panther paper partner pepper perpetrator pillar planner poster power
		prayer prior primer quicker printer proper quarter radar rather razor reactor rector refer register remainder reminder river rocket roller rotor rubber rumor
		ruler scooter sector semester senior server servers shelter shoulder shower shutter silver simpler sister slower smaller smoother sober sooner splinter
		spider stronger stapler sticker sugar summer super supper surrender tanker temper terror theater theatre thriller thunder tiger timber tower tractor
		trailer transfer trigger tumor under upper usher vapor vector vendor victor water weaker weather whether wiser wider winter wonder wooden worker younger
		backhand beforehand firsthand secondhand hand second-hand human german roman woman median guardian meridian media merger list mist twist fist wrist exist persist insist resist assist consist
		civilian italian russian indian canadian australian american pedestrian climate estimate ultimate intimate approximate legitimate`) {
		out[w] = true
	}
	return out
}()

// aside is what may part a name from the phrase that says more of it: a comma, a
// dash, an age, a party in brackets.
var aside = regexp.MustCompile(`^[\s,–—-]*([0-9]{1,3},\s*)?(\([^()]{1,24}\))?[\s,–—-]*$`)

// apposed reports whether a phrase says what a named person is: it stands behind
// the name and a comma or a dash, or before it, or behind "as" or a form of "be".
func (s *scene) apposed(at span.Span) bool {
	k := sentenceAt(s.doc, at.Start)
	before := strings.Fields(strings.ToLower(s.leading(at.Start, k)))
	for n := len(before) - 1; n >= 0 && n >= len(before)-2; n-- {
		if being[before[n]] {
			return true
		}
		if !isAdverb(before[n]) && before[n] != "now" && before[n] != "not" {
			break
		}
	}
	for i := max(0, s.mentionFrom(at.Start)-2); i < len(s.mentions) && s.mentions[i].Start < at.End+3; i++ {
		m := s.mentions[i]
		if m.Kind == people.Unnamed {
			continue
		}
		if m.End <= at.Start && at.Start-m.End < 40 && aside.MatchString(s.doc.Text[m.End:at.Start]) {
			return true
		}
		if m.Start >= at.End && aside.MatchString(s.doc.Text[at.End:m.Start]) {
			return true
		}
	}
	return false
}

// being are the words behind which a phrase says what somebody is.
var being = map[string]bool{"as": true, "is": true, "was": true, "be": true, "been": true, "being": true, "became": true, "become": true, "remains": true, "isn't": true, "isn’t": true, "wasn't": true, "wasn’t": true, "he's": true, "she's": true, "he’s": true, "she’s": true}

// mentioned reports whether people.Mentions has filed the words of a phrase, and
// not its last noun alone.
func (s *scene) mentioned(at span.Span) bool {
	for i := s.mentionFrom(at.Start); i < len(s.mentions) && s.mentions[i].Start < at.End; i++ {
		m := s.mentions[i]
		if m.Overlaps(at) && (m.Kind != people.Unnamed || m.Start <= at.Start) || m.Kind != people.Unnamed && m.RoleSpan.Overlaps(at) {
			return true
		}
	}
	return false
}

// unnamedSpeaks records that somebody unnamed is the source at a span, so that
// the pronouns that follow may be his.
func (t *threads) unnamedSpeaks(at span.Span) {
	words := strings.Fields(people.Fold(at.Of(t.doc.Text)))
	np := nounPhrase(words)
	k := sentenceAt(t.doc, at.Start)
	if first := at.Of(t.doc.Text); len(np) > 0 && !articles[np[0]] && !possessors[np[0]] && !strings.ContainsAny(first, "'’") && upperLast(first) {
		return // a name that was not read as one
	}
	if len(np) == 0 || pluralHead(strings.Join(np, " ")) || crowds[np[0]] || t.doc.Sentences[k].Title || lifeless(np) || t.apposed(at) {
		return
	}
	next, _ := slices.BinarySearchFunc(t.pending, at.End, func(s sight, off int) int { return cmp.Compare(s.Start, off) })
	for _, list := range [][]sight{t.seen[max(0, len(t.seen)-lookBack):], t.pending[:next]} {
		for i := range list {
			if list[i].entity == nobody && list[i].Overlaps(at) {
				list[i].speaker, list[i].Span = true, at
				return
			}
		}
	}
	sex, _ := people.Describes(np[len(np)-1])
	t.met(sight{Span: at, entity: nobody, sentence: k, paragraph: t.doc.Sentences[k].Paragraph, gender: sex, subject: true, speaker: true, sure: 0.9})
}

// upperLast reports whether the last word of a phrase has a capital.
func upperLast(phrase string) bool {
	last := phrase[strings.LastIndexByte(phrase, ' ')+1:]
	return last != strings.ToLower(last)
}

// lifeless reports whether a source is paper, a body or a thing, which no "he" means: its
// noun says so, or is none for people.
func lifeless(np []string) bool {
	noun := np[len(np)-1]
	_, body := bodyKinds[noun]
	_, person := people.Describes(noun)
	if body || papers[noun] {
		return true
	}
	if !person && slices.ContainsFunc(np, func(w string) bool { return papers[w] }) {
		return true // "a poll conducted by"
	}
	return !person && !occupation(noun) && !people.Creed(noun) && !pointing[noun]
}

// pointing are words for people that are no nouns for them.
var pointing = map[string]bool{"other": true, "another": true, "one": true, "first": true, "second": true, "third": true, "last": true, "latter": true, "accused": true, "deceased": true, "youth": true, "mate": true, "master": true, "hand": true, "head": true}

// papers are sources that somebody wrote, or that are no people.
var papers = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`ad account advertisement affidavit agreement analysis announcement article assessment audit bill biography blog book brief bulletin cable column
		complaint constitution data deal decision decree directive dispatch document documentary editorial email evidence filing finding government graph group headline history hypothesis idea
		indictment inquiry investigation invitation journal law lawsuit leaflet legislation letter list manual map measure memo memoir memorandum message ministry model news newsletter note notice
		notion order outlet page paper petition photo picture piece placard plan podcast police poll post poster programme program prediction proposal provision publication raft reality
		readout record release report research resolution review ruling rumor rumour rule script section series sign site song speech statement statute story study suit summary
		survey tape template text theory timeline title tradition transcript transcripts treaty tweet number majority minority couple handful dozen crowd team panel pair chorus half lot host trio staff video view website wire word world`) {
		out[w] = true
	}
	return out
}()

// unfit reports whether the last word of an unnamed phrase is more often no person:
// "a similar model", "a chief reason".
func unfit(phrase string) bool {
	f := strings.Fields(people.Fold(phrase))
	return len(f) == 0 || papers[f[len(f)-1]] || f[len(f)-1] == "head" || f[len(f)-1] == "floor" || f[len(f)-1] == "chief"
}

// crowds open sources that are more than one.
var crowds = map[string]bool{"some": true, "many": true, "most": true, "several": true, "few": true, "two": true, "three": true, "four": true, "both": true, "these": true, "those": true, "others": true, "all": true}
