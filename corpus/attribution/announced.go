package attribution

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// announced finds a quotation that is a paragraph of its own behind one that ends with a name and a colon.
func (s *structure) announced(i int) {
	if i == 0 {
		return
	}
	p, before := s.paragraphs[i], s.paragraphs[i-1]
	lead := strings.TrimRight(before.Of(s.doc.Text), " ")
	if len(p.quotes) == 0 || p.quotes[0].Start != p.Start || p.quotes[0].End+1 < p.End && len(p.quotes) == 1 ||
		!strings.HasSuffix(lead, ":") || s.taken(p.quotes[0].Span) >= 0 {
		return
	}
	if source, cue, ok := s.speakerBefore(span.Span{Start: before.Start, End: before.Start + len(lead) - 1}); ok {
		s.add(i, source, cue, p.quotes[0].Span)
	}
}

// listed gives the items of a list to the speaker who announces it: "Ona Berg also said:".
func (s *structure) listed(i int) {
	p := s.paragraphs[i]
	lead := strings.TrimRight(p.Of(s.doc.Text), " ")
	if !strings.HasSuffix(lead, ":") || len(p.quotes) > 0 {
		return
	}
	source, cue, ok := s.speakerBefore(span.Span{Start: p.Start, End: p.Start + len(lead) - 1})
	if !ok || cue.Empty() {
		return
	}
	last := i
	for last+1 < len(s.paragraphs) && last-i < mostItems && s.item(last+1) {
		last++
	}
	if last-i < 2 {
		return
	}
	s.out = slices.DeleteFunc(s.out, func(st Statement) bool {
		return st.Cue.Overlaps(cue) || st.Sentence >= s.paragraphs[i+1].first && st.Cue.Start < s.paragraphs[last].End
	})
	for k := i + 1; k <= last; k++ {
		s.add(k, source, cue, s.paragraphs[k].Span)
	}
}

// mostItems is how many items a list that somebody says may have.
const mostItems = 20

// item reports whether paragraph k looks like an item of a list: a bullet stands before it, or it has no end of a
// sentence and no verb of speech with a name.
func (s *structure) item(k int) bool {
	p := s.paragraphs[k]
	before := strings.TrimRight(s.doc.Text[max(0, p.Start-6):p.Start], " \t")
	words := p.Of(s.doc.Text)
	for _, bullet := range []string{"•", "*", "-", "–", "·", "▪", "■", "►"} {
		if strings.HasSuffix(before, bullet) {
			return true
		}
	}
	return len(strings.Fields(words)) > 2 && len(words) < 400 && !strings.ContainsAny(words[len(words)-1:], ".?!:\"") &&
		!strings.HasSuffix(words, "”")
}

// signedBelow finds a quotation that is a paragraph of its own with a dash and a name in the line below.
func (s *structure) signedBelow(i int) {
	p := s.paragraphs[i]
	dash, n := utf8.DecodeRuneInString(p.Of(s.doc.Text))
	if i == 0 || !strings.ContainsRune("—–―-", dash) || p.Len() > 120 {
		return
	}
	before := s.paragraphs[i-1]
	source, ok := s.nameIn(span.Span{Start: p.Start + n, End: p.End})
	if ok && strings.Contains(p.Of(s.doc.Text), "(@") && s.taken(before.Span) < 0 {
		s.add(i-1, source, span.Span{Start: p.Start, End: p.Start + n}, before.Span) // a post with its account
		return
	}
	if !ok || len(before.quotes) != 1 || before.quotes[0].Start > before.Start+1 || before.quotes[0].End+1 < before.End ||
		s.taken(before.quotes[0].Span) >= 0 {
		return
	}
	s.add(i-1, source, span.Span{Start: p.Start, End: p.Start + n}, before.quotes[0].Span)
}

// speakerBefore is the source and the cue of words that announce what follows: the last name, or pronoun, with the
// verb of speech behind it.
func (s *structure) speakerBefore(at span.Span) (source, cue span.Span, ok bool) {
	words := wordsIn(s.doc.Text, at)
	for i := len(words) - 1; i >= 0 && i > len(words)-8; i-- {
		if !words[i].upper && s.x.lemmas[words[i].fold] != "" {
			cue = words[i].Span
			words = words[:i]
			for len(words) > 0 && (english.Adverbs.Has(words[len(words)-1].fold) || words[len(words)-1].fold == "also") {
				words = words[:len(words)-1]
			}
			break
		}
	}
	start := len(words)
	for start > 0 && len(words)-start < 6 && (start == len(words) || !words[start-1].stop) &&
		(words[start-1].upper || english.NameParticles.Has(words[start-1].fold)) {
		start--
	}
	if start == len(words) || cue.Empty() && len(words)-start < 2 {
		return span.Span{}, span.Span{}, false
	}
	return span.Span{Start: words[start].Start, End: words[len(words)-1].End}, cue, true
}

// nameIn is the name in a signature, without what stands behind it in brackets or behind a comma.
func (s *structure) nameIn(at span.Span) (span.Span, bool) {
	words := wordsIn(s.doc.Text, at)
	return subject(words)
}
