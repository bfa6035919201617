package attribution

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// A structure finds the speakers of quotations by where things stand: what the tagger misses, since a quotation is too
// long for it, its verb too rare, or the name a paragraph away. Position tells: behind a quotation that ends with a
// comma stands its speaker, with a verb of speech whatever the verb is.
type structure struct {
	x          *Extractor
	doc        *text.Document
	paragraphs []paragraph
	out        []Statement
}

// A paragraph is one of the article's, with its quotations.
type paragraph struct {
	span.Span
	first  int // its first sentence
	quotes []text.Quotation
}

// structureConfidence is the share of statements found so that were right among 60 read in unread articles.
const structureConfidence = 0.85

// byStructure adds to the statements those that the order of quotations, names and marks shows.
func (x *Extractor) byStructure(doc *text.Document, found []Statement) []Statement {
	s := structure{x: x, doc: doc, out: found}
	s.divide()
	s.out = slices.DeleteFunc(s.out, s.unsaid)
	for i := range s.out {
		s.trimSource(&s.out[i])
		s.trimRelative(&s.out[i])
		s.ignoreListener(&s.out[i])
		s.trimOpener(&s.out[i])
		s.out[i].Unsaid = s.notSaid(s.out[i])
	}
	s.sourceless()
	for i := range s.paragraphs {
		s.tagged(i)
		s.resumed(i)
	}
	for i := len(s.paragraphs) - 1; i > 0 && doc.Ordered; i-- {
		s.continuesBack(i)
	}
	for i := range s.paragraphs {
		if doc.Ordered {
			s.announced(i)
			s.listed(i)
			s.signedBelow(i)
		}
	}
	s.inClauses()
	slices.SortStableFunc(s.out, func(a, b Statement) int {
		return cmp.Compare(cmp.Or(a.Cue.Start, a.Content[0].Start), cmp.Or(b.Cue.Start, b.Content[0].Start))
	})
	return s.out
}

// divide gathers the sentences into paragraphs, the title and datelines left out.
func (s *structure) divide() {
	last := -1
	var spans []span.Span
	for i, one := range s.doc.Sentences {
		if one.Title || one.Dateline || one.Empty() {
			continue
		}
		if n := len(s.paragraphs) - 1; n >= 0 && one.Paragraph == last {
			s.paragraphs[n].End, spans[n].End = one.End, one.End
			continue
		}
		last = one.Paragraph
		s.paragraphs = append(s.paragraphs, paragraph{Span: one.Span, first: i})
		spans = append(spans, one.Span)
	}
	k := 0
	for _, q := range text.Quotations(s.doc.Text, spans, s.doc.Ordered) {
		for k < len(spans) && spans[k].End < q.End {
			k++
		}
		if k < len(spans) {
			s.paragraphs[k].quotes = append(s.paragraphs[k].quotes, q)
		}
	}
}

// trimSource cuts from a source the quotation that goes on behind it: “A,” said Ona Berg, “B.”
func (s *structure) trimSource(st *Statement) {
	at := st.Speaker.Span
	if at.Empty() {
		return
	}
	if words := at.Of(s.doc.Text); strings.Count(words, ")") > strings.Count(words, "(") {
		// The label of a transcript: "(SOUNDBITE) (Dutch) VERA HOLM".
		open, end := strings.IndexByte(words, '('), strings.LastIndexByte(words, ')')
		if rest := strings.TrimLeft(words[end+1:], " "); rest != "" && (open < 0 || strings.IndexByte(words, ')') < open) {
			at.Start = at.End - len(rest)
			st.Speaker.Span = at
		}
	}
	if i := strings.IndexAny(at.Of(s.doc.Text), "“\"«"); i > 0 && strings.ContainsAny(at.Of(s.doc.Text)[:i], ",") {
		words := strings.TrimRight(at.Of(s.doc.Text)[:i], " ,\t\n")
		st.Speaker.End = at.Start + len(words)
	}
}

// trimRelative ends what "who had said …" said where its clause ends: at a comma with a verb of the main clause.
func (s *structure) trimRelative(st *Statement) {
	last := &st.Content[len(st.Content)-1]
	if !strings.EqualFold(st.Speaker.Of(s.doc.Text), "who") || st.Form == Direct || last.Start < st.Cue.Start {
		return
	}
	words := last.Of(s.doc.Text)
	for i := range len(words) {
		if words[i] != ',' {
			continue
		}
		next, _, _ := strings.Cut(strings.TrimLeft(words[i+1:], " "), " ")
		if english.FiniteVerbs.Has(next) {
			last.End = last.Start + i
			return
		}
	}
}

// trimOpener takes the reporter's "But" from what somebody is reported to have said: "But the dam is safe, she said."
func (s *structure) trimOpener(st *Statement) {
	first := &st.Content[0]
	opener := leadingOpener.FindString(first.Of(s.doc.Text))
	if st.Form == Indirect && len(opener) < first.Len() && st.Cue.Start > first.Start {
		first.Start += len(opener)
	}
}

var leadingOpener = regexp.MustCompile(`^(?:But|And|However,|Yet|Still,|Meanwhile,) `)

// ignoreListener takes a quotation that is a whole sentence from whom the next one has nod, shrug or smile: only a verb
// of speech, or a comma before any other, shows who said it.
func (s *structure) ignoreListener(st *Statement) {
	last := st.Content[len(st.Content)-1]
	if st.Form != Direct || st.Speech || st.Cue.Empty() || st.Cue.Start < last.End || st.Speaker.Start < last.End {
		return
	}
	words := strings.TrimRight(last.Of(s.doc.Text), "”\"»’' ")
	if words != "" && strings.ContainsAny(words[len(words)-1:], ".?!") {
		st.Speaker, st.Cue, st.Confidence = Speaker{Basis: Unattributed}, span.Span{}, st.Confidence/2
	}
}

// notSaid reports whether a cue is negated without denying: who "has not called for" a thing has said nothing.
func (s *structure) notSaid(st Statement) bool {
	return st.Negated && st.Form != Direct && !st.Cue.Empty() &&
		!slices.ContainsFunc(strings.Fields(english.Fold(st.Cue.Of(s.doc.Text))), func(w string) bool {
			return denials[s.x.lemmas[w]] || refusals[w]
		})
}

// unsaid reports whether a statement is none: what somebody only does within what another said, as the "refusing
// change" of "she said he was taking time and refusing change".
func (s *structure) unsaid(st Statement) bool {
	cue := english.Fold(st.Cue.Of(s.doc.Text))
	if strings.HasSuffix(cue, "ing") && !strings.Contains(cue, " ") &&
		strings.HasSuffix(s.doc.Text[:st.Cue.Start], " and ") && st.Form != Direct {
		return slices.ContainsFunc(s.out, func(o Statement) bool {
			last := o.Content[len(o.Content)-1]
			return o.Cue != st.Cue && o.Speaker.Span == st.Speaker.Span && last.End <= st.Cue.Start &&
				last.End+8 > st.Cue.Start &&
				strings.Contains(last.Of(s.doc.Text), "ing ")
		})
	}
	if st.Speech || st.Form == Direct || !st.Speaker.Empty() {
		return false
	}
	return slices.ContainsFunc(s.out, func(o Statement) bool {
		return o.Speech && !o.Speaker.Empty() && slices.ContainsFunc(o.Content, func(c span.Span) bool {
			return c.Holds(st.Cue) || c.End <= st.Cue.Start && st.Cue.Start-c.End < 40 && o.Form != Direct &&
				o.Sentence == st.Sentence &&
				o.Cue.Start < st.Cue.Start && strings.Contains(s.doc.Text[c.End:st.Cue.Start], "and")
		})
	})
}

// taken is the index of the statement that has half of a quotation, or -1.
func (s *structure) taken(q span.Span) int {
	for i, st := range s.out {
		held := 0
		for _, c := range st.Content {
			held += max(0, min(c.End, q.End)-max(c.Start, q.Start))
		}
		if 2*held >= q.Len() {
			return i
		}
	}
	return -1
}

// tagged finds the speakers named right behind the quotations of paragraph i that nobody has: “…,” grumbled Ona Berg.
func (s *structure) tagged(i int) {
	p := s.paragraphs[i]
	for n, q := range p.quotes {
		inner := strings.TrimRight(q.Inner.Of(s.doc.Text), " ")
		if q.Unclosed || len(strings.Fields(inner)) < 2 || s.taken(q.Span) >= 0 || !s.opensSentence(p, n) {
			continue
		}
		end := p.End
		if n+1 < len(p.quotes) {
			end = p.quotes[n+1].Start
		}
		after := s.doc.Text[q.End:end]
		if !strings.HasPrefix(strings.TrimLeft(after, " "), ",") && !strings.HasSuffix(inner, ",") &&
			!strings.HasSuffix(inner, "?") && !strings.HasSuffix(inner, "!") && !strings.HasSuffix(inner, "—") {
			continue
		}
		if source, cue, ok := s.tag(span.Span{Start: q.End, End: end}); ok {
			s.add(i, source, cue, q.Span)
		}
	}
}

// opensSentence reports whether quotation n of a paragraph begins a sentence of it.
func (s *structure) opensSentence(p paragraph, n int) bool {
	before := strings.TrimRight(s.doc.Text[p.Start:p.quotes[n].Start], " \n\t")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".?!:") || strings.HasSuffix(before, "”") ||
		strings.HasSuffix(before, "…")
}

// resumed gives the quotation behind a speaker to the statement of the one before him: “A,” said Ona Berg, “b.”
func (s *structure) resumed(i int) {
	p := s.paragraphs[i]
	for n := 1; n < len(p.quotes); n++ {
		q := p.quotes[n]
		if s.taken(q.Span) >= 0 {
			continue
		}
		k := s.taken(p.quotes[n-1].Span)
		if k < 0 || s.out[k].Speaker.Empty() || s.out[k].Speaker.Start < p.quotes[n-1].End ||
			max(s.out[k].Speaker.End, s.out[k].Cue.End) > q.Start {
			continue
		}
		between := strings.TrimSpace(s.doc.Text[max(s.out[k].Speaker.End, s.out[k].Cue.End):q.Start])
		if strings.Trim(between, ",.—–- ") == "" || strings.HasSuffix(between, ",") && len(strings.Fields(between)) < 12 {
			s.out[k].Content = append(s.out[k].Content, q.Span)
			slices.SortFunc(s.out[k].Content, func(a, b span.Span) int { return a.Start - b.Start })
		}
	}
}

// continuesBack gives the open quotations before paragraph i, whose own carries them on, to the statement that ends
// them: a speech over several paragraphs with the name after the last.
func (s *structure) continuesBack(i int) {
	p, before := s.paragraphs[i], s.paragraphs[i-1]
	if len(p.quotes) == 0 || !p.quotes[0].Carried || len(before.quotes) == 0 {
		return
	}
	q := before.quotes[len(before.quotes)-1]
	if s.doc.Text[q.Start] != s.doc.Text[p.quotes[0].Start] || q.Start != before.Start {
		return // an article that another quotes has quotations of its own
	}
	k := s.taken(p.quotes[0].Span)
	if k >= 0 && s.taken(q.Span) < 0 && !s.out[k].Speaker.Empty() {
		s.out[k].Content = slices.Insert(s.out[k].Content, 0, q.Span)
	}
}

// add files a statement found by structure, whose content stands in paragraph i.
func (s *structure) add(i int, source, cue, content span.Span) {
	k := s.paragraphs[i].first
	for k+1 < len(s.doc.Sentences) && s.doc.Sentences[k+1].Start <= content.Start {
		k++
	}
	form := Indirect
	if first, _ := utf8.DecodeRuneInString(content.Of(s.doc.Text)); strings.ContainsRune("“\"«‘'`„", first) {
		form = Direct
	}
	s.out = append(s.out, Statement{Sentence: k, Speaker: Speaker{Span: source, Basis: guessBasis(source.Of(s.doc.Text))},
		Cue: cue, Content: []span.Span{content}, Form: form, Speech: true, Confidence: structureConfidence})
}

// tag reads what stands behind a quotation: a verb and its subject, or a subject and its verb.
func (s *structure) tag(at span.Span) (source, cue span.Span, ok bool) {
	words := wordsIn(s.doc.Text, at)
	for len(words) > 1 && strings.HasSuffix(words[0].fold, "ly") {
		words = words[1:]
	}
	if len(words) > 1 && (s.verb(words[0]) || !words[0].upper && verbParticles[words[1].fold]) {
		cue, n := words[0].Span, 1
		if verbParticles[words[1].fold] {
			cue.End, n = words[1].End, 2
		}
		source, ok = subject(words[min(n, len(words)):])
		return source, cue, ok
	}
	for n := 1; n < min(len(words), 9); n++ {
		if !words[n-1].stop && s.verb(words[n]) && !words[n].upper {
			source, ok = subject(words[:n])
			return source, words[n].Span, ok && source.End == words[n-1].End
		}
	}
	return span.Span{}, span.Span{}, false
}

// verb reports whether a word is a verb as they stand beside quotations: of speech, or any in the past.
func (s *structure) verb(w spoken) bool {
	if w.upper || english.FunctionWords.Has(w.fold) {
		return false
	}
	return s.x.lemmas[w.fold] != "" || english.SpeechVerbs.Has(w.fold) || english.QuoteVerbs.Has(w.fold) ||
		english.IrregularPasts.Has(w.fold) || len(w.fold) > 4 && strings.HasSuffix(w.fold, "ed")
}

var verbParticles = english.Set("back in out up on off again")
