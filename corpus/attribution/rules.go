package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// A passage is a paragraph, or one sentence where lines are in any order.
type passage struct {
	span.Span
	x          *Extractor
	doc        *text.Document
	first, end int // its sentences, end exclusive
	words      []span.Span
	quotes     []text.Quotation
	taken      []span.Span // content found so far
}

func reportingVerbs() map[string]bool {
	verbs := map[string]bool{}
	for _, v := range strings.Fields(`said says saying told tells added adds announced announces
		warned warns wrote writes tweeted tweets asked asks denied denies claimed claims
		stated states argued argues insisted insists explained explains noted notes
		reported reports confirmed confirms acknowledged acknowledges suggested suggests
		replied predicted predicts promised promises vowed declared declares recalled
		admitted admits urged urges called believes believed thinks`) {
		verbs[v] = true
	}
	return verbs
}

func (p *passage) statements() []Statement {
	body := p.Of(p.doc.Text)
	p.words = text.Words(body)
	for i := range p.words {
		p.words[i].Start += p.Start
		p.words[i].End += p.Start
	}
	p.quotes = text.Quotations(p.doc.Text, []span.Span{p.Span}, false)
	var out []Statement
	for i := range p.words {
		if st, ok := p.at(i); ok {
			out = append(out, st)
			p.taken = append(p.taken, st.Content...)
		}
	}
	return out
}

func (p *passage) word(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].Of(p.doc.Text)
}

func (p *passage) at(i int) (Statement, bool) {
	w := strings.ToLower(p.word(i))
	switch {
	case w == "according" && p.word(i+1) == "to":
		return p.build(i, i+2, p.nounsAfter(i+2), true)
	case p.x.verbs[w]:
		if src := p.nounsBefore(i); !src.Empty() {
			return p.build(i, i+1, src, false)
		}
		if src := p.nounsAfter(i + 1); !src.Empty() {
			return p.build(i, i+1, src, false)
		}
	}
	return Statement{}, false
}

func isNounPart(w string) bool {
	switch strings.ToLower(w) {
	case "he", "she", "they", "it", "we", "i", "the", "a", "an", "of", "his", "her", "their", "senior", "top", "former":
		return true
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func (p *passage) nounsBefore(i int) span.Span {
	j := i
	for j > 0 && i-j < 8 && isNounPart(p.word(j-1)) {
		j--
	}
	if j == i {
		return span.Span{}
	}
	return span.Span{Start: p.words[j].Start, End: p.words[i-1].End}
}

func (p *passage) nounsAfter(i int) span.Span {
	j := i
	for j < len(p.words) && j-i < 8 && isNounPart(p.word(j)) {
		j++
	}
	if j == i {
		return span.Span{}
	}
	return span.Span{Start: p.words[i].Start, End: p.words[j-1].End}
}

func (p *passage) build(i, j int, src span.Span, according bool) (Statement, bool) {
	st := Statement{
		Speaker:    Speaker{Span: src, Basis: Unattributed},
		Cue:        span.Span{Start: p.words[i].Start, End: p.words[j-1].End},
		Form:       Indirect,
		Speech:     true,
		Confidence: 0.5,
	}
	s := p.sentence(st.Cue.Start)
	st.Sentence = s
	whole := p.doc.Sentences[s].Span
	direct := false
	for _, q := range p.quotes {
		if (whole.Overlaps(q.Span) || q.End <= whole.Start) && !q.Holds(st.Cue) && !p.isTaken(q.Span) {
			st.Content = append(st.Content, q.Span)
			direct = true
		}
	}
	after := span.Span{Start: max(st.Cue.End, src.End), End: whole.End}
	before := span.Span{Start: whole.Start, End: min(st.Cue.Start, src.Start)}
	switch {
	case direct:
		st.Form = Direct
	case !according && src.End <= st.Cue.Start && after.Len() > 15:
		st.Content = []span.Span{p.trim(after)}
	case before.Len() > 15:
		st.Content = []span.Span{p.trim(before)}
	case after.Len() > 15:
		st.Content = []span.Span{p.trim(after)}
	}
	w := strings.ToLower(p.word(i))
	st.Negated = strings.HasPrefix(w, "den")
	if len(st.Content) == 0 || st.Content[0].Empty() || p.isTaken(st.Content[0]) {
		return Statement{}, false
	}
	return st, true
}

func (p *passage) isTaken(s span.Span) bool {
	for _, t := range p.taken {
		if t.Overlaps(s) {
			return true
		}
	}
	return false
}

func (p *passage) sentence(at int) int {
	for i := p.first; i < p.end; i++ {
		if at < p.doc.Sentences[i].End {
			return i
		}
	}
	return p.end - 1
}

// trim takes blanks and a leading "that" and marks off the ends.
func (p *passage) trim(s span.Span) span.Span {
	const ends = " \t\n,.:;—–"
	for !s.Empty() && strings.IndexByte(" \t\n,:;", p.doc.Text[s.Start]) >= 0 {
		s.Start++
	}
	if strings.HasPrefix(s.Of(p.doc.Text), "that ") {
		s.Start += len("that ")
	}
	for !s.Empty() {
		r, n := utf8.DecodeLastRuneInString(s.Of(p.doc.Text))
		if !strings.ContainsRune(ends, r) {
			break
		}
		s.End -= n
	}
	return s
}
