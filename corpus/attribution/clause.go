package attribution

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// inClauses finds the statements whose verb of speech has a subject of its own and that the tagger left out, since it
// marks each word once and most of these stand within another's words: "the officer said Vale had told him that …".
func (s *structure) inClauses() {
	for k, one := range s.doc.Sentences {
		if one.Title || one.Dateline || one.Boilerplate || one.Empty() {
			continue
		}
		words := wordsIn(s.doc.Text, one.Span)
		for i := range words {
			if i > 1 && speechNouns[words[i].fold] && i+2 < len(words) && words[i+1].fold == "that" &&
				!s.quoted(words[i].Start) && !s.owned(k, words, i) {
				s.nominal(k, words, i)
			}
			switch {
			case words[i].upper && i > 0 || s.quoted(words[i].Start) || s.cued(words[i].Span):
			case i > 0 && finiteSpeech(words, i):
				s.clause(k, words, i)
			case words[i].fold == "according" && i+2 < len(words) && words[i+1].fold == "to":
				s.behind(k, words, i, i+2, span.Span{Start: words[i].Start, End: words[i+1].End})
			case words[i].fold == "as" && i > 0 && i+3 < len(words) && words[i+1].fold == "saying":
				s.relayed(k, words, i)
			}
		}
	}
}

// finiteSpeech reports whether word i is a verb of speech with a subject, and no participle or passive.
func finiteSpeech(words []spoken, i int) bool {
	w := words[i].fold
	if !tellingVerbs[w] {
		return false
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch b := words[k].fold; {
		case passives[b] || b == "to" || b == "not" || b == "never" || b == "by":
			return false
		case b == "had" || b == "has" || b == "have" || english.Adverbs.Has(b) || b == "also":
			continue
		}
		break
	}
	return true
}

// tellingVerbs are verbs, in finite forms, whose object is a clause that tells what was said.
var tellingVerbs = english.Set(`said says told tells testified admitted announced added claimed claims insisted insists
	confirmed denied warned noted argued argues acknowledged explained stressed concluded predicted estimated alleged
	conceded reiterated vowed pledged complained maintained ruled`)

var passives = english.Set("is are was were be been being it's as")

// cued reports whether a statement has its cue at a span.
func (s *structure) cued(at span.Span) bool {
	return slices.ContainsFunc(s.out, func(st Statement) bool { return st.Cue.Overlaps(at) || st.Speaker.Holds(at) })
}

// quoted reports whether byte off stands within a quotation, whose speaker may say what others said: it is his.
func (s *structure) quoted(off int) bool {
	i, _ := slices.BinarySearchFunc(s.paragraphs, off, func(p paragraph, off int) int { return cmp.Compare(p.End, off+1) })
	return i < len(s.paragraphs) && slices.ContainsFunc(s.paragraphs[i].quotes, func(q text.Quotation) bool {
		return q.Start <= off && off < q.End
	})
}

// clause files the statement whose verb is word i of sentence k, if its subject and its content are plain.
func (s *structure) clause(k int, words []spoken, i int) {
	source, ok := s.subjectBefore(words, verbStart(words, i))
	if !ok {
		if words[i-1].stop && (words[i].fold == "said" || words[i].fold == "says") {
			s.behind(k, words, i, i+1, words[i].Span)
		}
		return
	}
	content, ok := s.reported(k, words, i)
	if !ok {
		if content = s.before(k, source.Start); content.Empty() {
			return
		}
	}
	if !content.Overlaps(source) {
		s.file(k, source, words[i].Span, content)
	}
}

// owned files the statement of a noun of speech that a name owns: "there is no truth in Vale's assertion that …".
func (s *structure) owned(k int, words []spoken, i int) bool {
	start := i - 1
	if between := s.doc.Text[words[start].End:words[i].Start]; !words[start].upper || s.cued(words[i].Span) ||
		between != "'s " && between != "’s " {
		return false
	}
	for start > 0 && words[start-1].upper && !words[start-1].stop {
		start--
	}
	s.file(k, span.Span{Start: words[start].Start, End: words[i-1].End}, words[i].Span,
		span.Span{Start: words[i+1].Start, End: words[len(words)-1].End})
	return true
}

// behind files what stands before a comma as said by the name from word n on: "…, said Ona Berg", "…, according to X".
func (s *structure) behind(k int, words []spoken, i, n int, cue span.Span) {
	for n < len(words) && english.Determiners.Has(words[n].fold) {
		n++
	}
	source, ok := subject(words[n:])
	if content := s.before(k, words[i].Start); ok && !content.Empty() && words[n].End <= source.End {
		s.file(k, source, cue, content)
	}
}

// relayed files what an agency or a paper reports somebody "as saying".
func (s *structure) relayed(k int, words []spoken, i int) {
	start := i
	for start > 0 && i-start < 4 && words[start-1].upper && (start == i || !words[start-1].stop) {
		start--
	}
	if start < i {
		s.file(k, span.Span{Start: words[start].Start, End: words[i-1].End}, span.Span{Start: words[i].Start,
			End: words[i+1].End},
			span.Span{Start: words[i+2].Start, End: words[len(words)-1].End})
	}
}

// before is the clause that a comma parts from what stands at byte off of sentence k, if no statement has it.
func (s *structure) before(k, off int) span.Span {
	at := span.Span{Start: s.doc.Sentences[k].Start, End: off}
	words := strings.TrimRight(at.Of(s.doc.Text), " \"”“")
	first, _, _ := strings.Cut(strings.ToLower(words), " ")
	if english.Subordinators.Has(first) || english.Prepositions.Has(first) || strings.ContainsAny(words, "“”\"") {
		return span.Span{}
	}
	if !strings.HasSuffix(words, ",") || len(strings.Fields(words)) < 4 || s.taken(at) >= 0 {
		return span.Span{}
	}
	at.End = at.Start + len(words) - 1
	return at
}

func (s *structure) file(k int, source, cue, content span.Span) {
	s.out = append(s.out, Statement{Sentence: k, Speaker: Speaker{Span: source, Basis: guessBasis(source.Of(s.doc.Text))},
		Cue: cue, Content: []span.Span{content}, Form: Indirect, Speech: true, Confidence: clauseConfidence})
}

// nominal files the statement of a noun of speech: "Vale repeated the council's insistence that it has no plans".
func (s *structure) nominal(k int, words []spoken, i int) {
	for v := i - 1; v > 0 && v >= i-4; v-- {
		if !voicing[words[v].fold] || words[v].upper {
			continue
		}
		source, ok := s.subjectBefore(words, v)
		if ok {
			end := words[len(words)-1].End
			s.file(k, source, span.Span{Start: words[v].Start, End: words[i].End}, span.Span{Start: words[i+1].Start, End: end})
		}
		return
	}
}

// speechNouns are what somebody says that a clause with "that" follows; voicing are the verbs of saying it.
var (
	speechNouns = english.Set("insistence claim claims warning warnings denial denials assertion assertions assurance " +
		"assurances promise promises accusation accusations allegation allegations announcement")
	voicing = english.Set("repeated reiterated made issued voiced renewed echoed offered gave repeats reiterates")
)

// clauseConfidence is the share of these that PolNeAR's train articles have as attributions.
const clauseConfidence = 0.7

var auxiliaries = english.Set("had has have")

// subjectBefore is the subject that ends before word end: a pronoun, a name with its titles, "the" and a noun, or
// one of
// these with an apposition between commas.
func (s *structure) subjectBefore(words []spoken, end int) (span.Span, bool) {
	if end == 0 {
		return span.Span{}, false
	}
	last := words[end-1]
	if last.stop {
		for k := end - 2; k >= 0 && k > end-20; k-- {
			if words[k].stop && words[k].upper {
				at, ok := s.subjectBefore(append(slices.Clone(words[:k]), spoken{words[k].Span, words[k].fold, true, false}), k+1)
				return at, ok && s.between(words[k].End, words[k+1].Start, ",")
			}
		}
		return span.Span{}, false
	}
	if speakingPronouns[last.fold] || last.fold == "it" {
		return last.Span, true
	}
	if (last.fold == "which" || last.fold == "who") && end > 1 && words[end-2].stop && words[end-2].upper {
		whole := slices.Clone(words[:end-1])
		whole[end-2].stop = false
		return s.subjectBefore(whole, end-1)
	}
	if last.fold == "who" {
		return last.Span, true
	}
	if last.fold == "that" || last.fold == "which" {
		return span.Span{}, false
	}
	start := end - 1
	for start > 0 && end-start < 9 && !words[start-1].stop && nounPhraseWord(words[start-1]) {
		start--
		if english.Determiners.Has(words[start].fold) {
			break
		}
	}
	for start < end-1 && !words[start].upper && !english.Determiners.Has(words[start].fold) {
		start++
	}
	named := last.upper && !english.Calendar.Has(last.fold)
	if !named && !(english.Determiners.Has(words[start].fold) && end-start > 1) {
		return span.Span{}, false
	}
	return span.Span{Start: words[start].Start, End: last.End}, true
}

// between reports whether only a mark stands between two words.
func (s *structure) between(from, to int, mark string) bool {
	return strings.TrimSpace(s.doc.Text[from:to]) == mark
}

// nounPhraseWord reports whether a word may stand inside a noun phrase before its last.
func nounPhraseWord(w spoken) bool {
	if w.upper && !english.Calendar.Has(w.fold) && !english.Prepositions.Has(w.fold) || english.Determiners.Has(w.fold) {
		return true
	}
	return !w.upper && w.fold != "that" && w.fold != "who" && w.fold != "which" && !english.FunctionWords.Has(w.fold) &&
		!english.SpeechVerbs.Has(w.fold) && !english.Prepositions.Has(w.fold) &&
		!english.FiniteVerbs.Has(w.fold) && !english.IrregularPasts.Has(w.fold) && !english.Adverbs.Has(w.fold)
}

// reported is what the verb at word i reports: the clause behind it and its hearers, up to the end of the sentence or
// of the quotation that it stands in.
func (s *structure) reported(k int, words []spoken, i int) (span.Span, bool) {
	n := i + 1
	if that := slices.IndexFunc(words[n:min(len(words), n+6)],
		func(w spoken) bool { return w.fold == "that" }); that > 0 &&
		hearing[words[i].fold] {
		n += that
	} else if hearing[words[i].fold] {
		for n < len(words) && n < i+6 && (words[n].upper || english.Determiners.Has(words[n].fold) ||
			hearers[words[n].fold] ||
			english.Audiences.Has(words[n].fold) || words[n].fold == "on" || words[n-1].fold == "the") && !words[n-1].stop {
			n++
		}
		if n == i+1 {
			return span.Span{}, false
		}
	}
	for n < len(words) && (words[n].fold == "late" || words[n].fold == "early" || words[n].fold == "earlier") {
		n++
	}
	if n < len(words) && words[n].fold == "on" && n+1 < len(words) && english.Calendar.Has(words[n+1].fold) {
		n += 2
	} else if n < len(words) && english.Calendar.Has(words[n].fold) {
		n++
	}
	if !hearing[words[i].fold] && !plainly[words[i].fold] && n < len(words) && words[n].fold != "that" {
		return span.Span{}, false // "announced a plan", "denied entry"
	}
	if n+2 >= len(words) || words[n-1].stop || english.Prepositions.Has(words[n].fold) && !s.figure(words[n].End) ||
		notClause[words[n].fold] || words[n].fold == "a" && !hearing[words[i].fold] {
		return span.Span{}, false
	}
	end := s.doc.Sentences[k].End
	for end > words[n].End && strings.ContainsRune(".”\"’' ", rune(s.doc.Text[end-1])) {
		end--
	}
	for _, st := range s.out { // "…, the source added": the tag is another's
		if st.Sentence == k && !st.Speaker.Empty() && st.Speaker.Start > words[n].End && max(st.Cue.End,
			st.Speaker.End)+2 >= end {
			end = min(end, words[n].Start+len(strings.TrimRight(s.doc.Text[words[n].Start:min(st.Speaker.Start,
				st.Cue.Start)], " ,\"”")))
		}
	}
	return span.Span{Start: words[n].Start, End: end}, end > words[n].End
}

// plainly are verbs behind which a clause needs no "that".
var plainly = english.Set("said says claimed claims insisted testified admitted added denied")

var notClause = english.Set("as yes no so before after when while during because something nothing much")

// figure reports whether a number stands at byte off: "said about 250 people had died".
func (s *structure) figure(off int) bool {
	rest := strings.TrimLeft(s.doc.Text[off:min(len(s.doc.Text), off+4)], " ")
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// hearing are verbs whose hearer stands behind them.
var hearing = english.Set("told tells warned informed assured reminded")

var hearers = english.Set("him her them me us it you police reporters investigators journalists")
