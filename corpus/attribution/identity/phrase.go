package identity

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// phrase is what the words of a source are.
type phrase struct {
	span    span.Span
	fold    string
	words   []string // folded
	head    int      // the mention that is the source, or -1
	company bool     // several named people: "Mr. Vale and Ms. Ost"
	body    int      // a body of the cast called by a person's name: "the Vale campaign"
}

// read analyses the words of a source.
func (s *scene) read(at span.Span) phrase {
	p := phrase{span: at, head: -1, body: nobody, fold: english.Fold(at.Of(s.doc.Text))}
	p.words = strings.Fields(p.fold)
	for len(p.words) > 1 && english.LeadIns.Has(p.words[0]) {
		p.words = p.words[1:]
	}
	p.fold = strings.Join(p.words, " ")
	var heads []int
	for i := s.mentionFrom(at.Start); i < len(s.mentions); i++ {
		m := s.mentions[i]
		if m.Start >= at.End {
			break
		}
		if m.Kind == people.Unnamed || !at.Overlaps(m.Span) || m.Start < at.Start && m.End > at.End+1 {
			continue
		}
		before, after := s.around(m.Span, at)
		if m.Kind == people.Body && len(heads) > 0 && s.mentions[heads[0]].Kind == people.Human {
			between := strings.Fields(s.doc.Text[s.mentions[heads[0]].End:m.Start])
			if len(between) == 0 || between[0] != "and" {
				continue // "Ona Berg, Dolna and Velm director"
			}
		}
		if body := campaignOf(after); body != "" && m.Kind == people.Human && len(heads) == 0 && !subordinate(before) &&
			!relative.MatchString(before) {
			p.body = s.campaignAt(m.Start, s.surnameOf(i)+" "+body)
			return p
		}
		if s.heads(m, before, after) {
			heads = append(heads, i)
			p.company = p.company || joined(after) || joinedTo(before)
		} else if len(heads) > 0 && m.Kind == people.Human && another.MatchString(before) {
			p.company = true
		}
	}
	p.choose(s, heads)
	return p
}

// mentionFrom is the index of the first mention that ends behind byte off.
func (s *scene) mentionFrom(off int) int {
	i, _ := slices.BinarySearchFunc(s.mentions, off+1, func(m people.Mention, end int) int { return m.End - end })
	return i
}

// campaignAt is the entity of the campaign whose name begins at off.
func (s *scene) campaignAt(off int, name string) int {
	i, ok := slices.BinarySearchFunc(s.campaigns, off, func(c campaign, off int) int { return c.span.Start - off })
	if ok {
		return s.campaigns[i].entity
	}
	if e, ok := s.campaignNamed[english.Fold(name)]; ok {
		return e
	}
	return nobody
}

// around is the words of the source before and after a name within it.
func (s *scene) around(name, at span.Span) (string, string) {
	return s.doc.Text[min(at.Start, name.Start):name.Start], s.doc.Text[min(name.End, at.End):at.End]
}

// heads reports whether a name is what its source is about: nothing owns it or
// stands behind it ("a spokesman for X", "X's lawyer", "X supporters").
func (s *scene) heads(m people.Mention, before, after string) bool {
	if !m.RoleSpan.Empty() && m.RoleSpan.Start < m.Start {
		// The role before a name may hold prepositions of its own.
		if cut := len(before) - (m.Start - m.RoleSpan.Start); cut >= 0 && !following(before[cut:]) {
			before = beforeProper(before[:cut])
		}
	}
	is, clear := setOff(before)
	if relative.MatchString(before) && !(is && clear) {
		return false // "Vale, who met Ost"
	}
	before = documents.ReplaceAllString(before, "")
	if m.Place {
		before = placeHeads.ReplaceAllString(before, "")
	}
	if m.Kind == people.Human && (is || beside(before)) {
		before = ""
		if is && !clear {
			return false
		}
	}
	if subordinate(before) {
		return false
	}
	rest := strings.TrimSpace(after)
	switch {
	case strings.HasPrefix(after, "-") && len(after) > 1 && after[1] != '-' && after[1] != ' ':
		return false // "a Dolna-born gunman"
	case rest == "":
		return true
	case rest == "'s" || rest == "’s": // "despite Vale's claim"
		return slices.ContainsFunc(s.statements, func(st attribution.Statement) bool {
			return st.Speaker.Overlaps(m.Span) && st.Cue.Start-st.Speaker.End == 1 &&
				!english.SourceNouns.Has(strings.TrimSpace(firstWords(st.Cue.Of(s.doc.Text), 1))) // "Vale's family welcomed"
		})
	case hasOwner(rest): // "Vale's letter" is his own word
		f := strings.Fields(english.Fold(rest))
		return len(f) == 2 && english.DocumentNouns.Has(f[1])
	case unlettered(strings.Fields(rest)[0]), strings.ContainsAny(rest[:1], ",(—–-.;:"):
		return true
	}
	next := english.Fold(strings.Fields(rest)[0])
	if m.Kind == people.Body && !m.Place && (english.DocumentNouns.Has(next) || english.MediaNouns.Has(next)) {
		return true // "a Harbour Board statement", "the Echo newspaper"
	}
	return english.Adverbs.Has(next) || english.Calendar.Has(next) || behindName[next] ||
		len(strings.Fields(rest)) < 9 && lowerCased(rest) && (english.FiniteVerbs.Has(next) || strings.HasSuffix(next, "ed"))
}

// behindName are words that may stand behind the name that a source is about.
var behindName = english.Set(`of and in from at himself herself itself who also on with as for today yesterday last
	early late`)

// beforeProper is the words before the proper name that ends them, as "University of Texas" ends what stands before
// "political scientist Ivo Holm": the name only says whose scientist he is.
func beforeProper(before string) string {
	words := strings.Fields(before)
	n := len(words)
	for n > 0 && (!lowerCased(words[n-1]) || english.NameJoiners.Has(words[n-1]) && n > 1 && !lowerCased(words[n-2])) {
		if _, person := people.Describes(english.Fold(words[max(0, n-2)])); person && lowerCased(words[n-1]) {
			break // "Lawyers for"
		}
		n--
	}
	return strings.Join(words[:n], " ") + " "
}

// following reports whether a role tells of its bearers by the person named behind it: "supporters of Democrat".
func following(role string) bool {
	f := strings.Fields(english.Fold(role))
	i := slices.Index(f, "of")
	if printed := strings.Fields(role); i > 1 && i < len(printed) && !lowerCased(printed[i-1]) {
		return false // "Joint Chiefs of Staff Chairman"
	}
	return i > 0 && (pluralHead(f[i-1]) || confidants[f[i-1]] || english.KinWords.Has(f[i-1]) || f[i-1] == "supporter" ||
		f[i-1] == "friend" || f[i-1] == "critic" || f[i-1] == "opponent" || f[i-1] == "rival" || f[i-1] == "fan")
}

// joined reports whether the words after a name add somebody to it: "and its allies", "and Russian Foreign Minister
// Y", but not "and former mayor", which says more of the same person.
func joined(after string) bool {
	f := strings.Fields(english.Fold(bracketed.ReplaceAllString(after, "")))
	if len(f) < 2 || f[0] != "and" && f[0] != "or" {
		return false
	}
	_, same := people.Describes(f[len(f)-1])
	return f[1] != "former" && f[1] != "then" || !same
}

// bracketed is what stands in brackets behind a name: "the council (TNC) and its allies".
var bracketed = regexp.MustCompile(`^ ?\([^()]{1,24}\)`)

// relative is where a source begins to tell more of a person whom it has named. WHO is a body.
var relative = regexp.MustCompile(`\b([Ww]ho|[Ww]hom|[Ww]hose|[Ww]hich|[Ww]here|[Ww]hen|[Tt]hat)\b`)

// another is what stands before a second person behind such a clause: "Vale, who met Ost, and Sen. Holm".
var another = regexp.MustCompile(`, and ([\pL.]+ ){0,4}$`)

// joinedTo reports whether the words before a name add it to somebody else: "he and", "the
// networks and the", but not "mayor and", which says more of the same person.
func joinedTo(before string) bool {
	f := strings.Fields(english.Fold(before))
	if n := len(f); n > 0 && f[n-1] == "the" {
		f = f[:n-1]
	}
	n := len(f)
	if n < 2 || f[n-1] != "and" {
		return false
	}
	_, same := people.Describes(f[n-2])
	return !same || pluralHead(f[n-2])
}

// documents are what a body or a person speaks by: "a report by the board" is the board's.
var documents = regexp.MustCompile(`(?i)^(?:(?:a|an|the|its|this|in) )?(?:(?:new|joint|recent|written|latest) )?(?:report|statement|study|` +
	`letter|survey|office|website|analysis|poll|memo|release|editorial|dispatch|brief|bulletin)s? (?:by|from|of) (?:the )?$`)

// placeHeads are the words after which a place is the whole: "the city of Holm".
var placeHeads = regexp.MustCompile(`(?i)\b(city|state|town|village|government|republic|kingdom|people) of (the )?$`)

// hasOwner reports whether a possessive ending opens the words after a name.
func hasOwner(rest string) bool {
	return slices.ContainsFunc([]string{"'s", "’s", "' ", "’ "}, func(end string) bool { return strings.HasPrefix(rest, end) })
}

// subordinate reports whether the words before a name make it part of something else: "a man close to".
func subordinate(before string) bool {
	return slices.ContainsFunc(strings.Fields(english.Fold(before)), english.Prepositions.Has)
}

// campaignOf is the body that the word after a person's name makes of it, or "".
func campaignOf(after string) string {
	after = strings.TrimPrefix(strings.TrimPrefix(after, "'s"), "’s")
	f := strings.Fields(english.Fold(strings.TrimLeft(after, " ")))
	for len(f) > 1 && (f[0] == "presidential" || f[0] == "senate") {
		f = f[1:]
	}
	if len(f) == 1 && (f[0] == "campaign" || f[0] == "administration" || f[0] == "team" || f[0] == "camp") {
		return f[0]
	}
	return ""
}

// choose sets the head: the name that the others describe. Two people joined by "and" are a company.
func (p *phrase) choose(s *scene, heads []int) {
	humans := slices.DeleteFunc(slices.Clone(heads), func(i int) bool { return s.mentions[i].Kind != people.Human })
	if len(humans) > 0 {
		p.head = humans[0]
		for _, h := range humans[1:] {
			between := s.doc.Text[s.mentions[humans[0]].End:s.mentions[h].Start]
			if s.of[h] != s.of[humans[0]] && (strings.Contains(between, " and ") ||
				strings.Contains(between, ", ") && strings.Contains(p.fold, " and ")) {
				p.company = true
			}
		}
		p.company = p.company || s.strung(p.span, humans)
		return
	}
	if len(heads) == 0 {
		return
	}
	p.head = heads[0]
	if len(heads) > 1 {
		between := s.doc.Text[s.mentions[heads[0]].End:s.mentions[heads[1]].Start]
		beside := strings.TrimSpace(between) == "" && !s.mentions[heads[0]].Place // "Velmar Times Karvia Bank"
		listed := beside || strings.TrimSpace(between) == "," && strings.Contains(p.fold, " and ")
		p.company = strings.Contains(between, " and ") && !strings.Contains(between, ",") || listed
	}
}

// strung reports whether the last of several people in a source, where it ends, is another than the first and no
// words but names stand between: "Ona Berg, Dolna, Prof. Lund". One of them speaks, and nothing tells which.
func (s *scene) strung(source span.Span, humans []int) bool {
	first, last := s.mentions[humans[0]], s.mentions[humans[len(humans)-1]]
	if s.of[humans[0]] == s.of[humans[len(humans)-1]] ||
		len(english.Fold(s.doc.Text[min(last.End, source.End):source.End])) > 0 {
		return false
	}
	start := last.Start
	if last.RoleSpan.Start >= first.End && !last.RoleSpan.Empty() {
		start = min(start, last.RoleSpan.Start)
	}
	between := s.doc.Text[first.End:max(first.End, start)]
	return !slices.ContainsFunc(strings.Fields(between), lowerCased)
}

// lowerCased reports whether a word begins with a small letter.
func lowerCased(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// surnameOf is the last word of the entity that mention i names, as printed.
func (s *scene) surnameOf(i int) string {
	f := strings.Fields(s.mentions[i].Name)
	return f[len(f)-1]
}

// pronoun is what a pronoun tells of whom it stands for.
type pronoun struct {
	gender people.Gender
	plural bool
	thing  bool // "it": a body
	who    bool // a relative: the noun before it
}

// pronouns has the words that may stand for a speaker, not the first person: the article seldom shows who that is.
var pronouns = map[string]pronoun{
	"he": {gender: people.Male}, "him": {gender: people.Male}, "his": {gender: people.Male}, "himself": {gender: people.Male},
	"she": {gender: people.Female}, "her": {gender: people.Female}, "hers": {gender: people.Female},
	"herself": {gender: people.Female},
	"they":    {plural: true}, "them": {plural: true}, "their": {plural: true}, "themselves": {plural: true},
	"it": {thing: true}, "its": {thing: true}, "itself": {thing: true}, "who": {who: true}, "whom": {who: true},
}
