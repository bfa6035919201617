package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// subjects gives a statement that has a cue but no source the subject of its cue, where that is plain: the name
// that opens the sentence with only an adverb before the cue ("Vale, meanwhile, called the talks useful"), or the
// source of the verb joined to the cue ("and declined to say more").
func (s *scene) subjects() {
	for i, st := range s.statements {
		if !st.Speaker.Empty() || st.Cue.Empty() || st.Cue.Start < 0 || st.Cue.End > len(s.doc.Text) {
			continue
		}
		if at := s.opener(st.Cue); !at.Empty() {
			s.statements[i].Speaker.Span = at
		}
	}
	cued := map[int][]int{} // of each sentence the statements with a source and a cue
	for i, st := range s.statements {
		if !st.Speaker.Empty() && !st.Cue.Empty() {
			k := sentenceAt(s.doc, st.Cue.Start)
			cued[k] = append(cued[k], i)
		}
	}
	for i, st := range s.statements {
		if st.Speaker.Empty() && !st.Cue.Empty() && st.Cue.End <= len(s.doc.Text) {
			k := sentenceAt(s.doc, st.Cue.Start)
			s.statements[i].Speaker.Span = s.sharedSubject(st, cued[k])
			if !s.statements[i].Speaker.Empty() {
				cued[k] = append(cued[k], i)
			}
		}
	}
}

// opener is the name, with its role, that opens the cue's sentence and is all that stands before the cue.
func (s *scene) opener(cue span.Span) span.Span {
	k := sentenceAt(s.doc, cue.Start)
	var found span.Span
	for i := s.mentionFrom(s.doc.Sentences[k].Start); i < len(s.mentions) && s.mentions[i].Start < cue.Start; i++ {
		m := s.mentions[i]
		if m.Kind == people.Unnamed || m.Quoted || s.of[i] < 0 {
			return span.Span{}
		}
		at := m.Span
		if !m.RoleSpan.Empty() {
			at = span.Span{Start: min(m.Start, m.RoleSpan.Start), End: max(m.End, m.RoleSpan.End)}
		}
		if !found.Empty() && !at.Holds(found) && !found.Holds(at) {
			return span.Span{}
		}
		found = span.Span{Start: at.Start, End: max(at.End, found.End)}
	}
	if found.Empty() || found.End > cue.Start || !s.opening(found.Start, k) {
		return span.Span{}
	}
	between := strings.Fields(english.Fold(s.doc.Text[found.End:cue.Start]))
	if slices.ContainsFunc(between, func(w string) bool { return !english.Adverbs.Has(w) }) {
		return span.Span{}
	}
	return found
}

// sharedSubject is the source of the statement before st in its sentence, where "and" or "but" joins st's cue to it.
func (s *scene) sharedSubject(st attribution.Statement, cued []int) span.Span {
	k := sentenceAt(s.doc, st.Cue.Start)
	before := strings.Fields(english.Fold(s.leading(st.Cue.Start, k)))
	for len(before) > 0 && english.Adverbs.Has(before[len(before)-1]) {
		before = before[:len(before)-1]
	}
	if len(before) == 0 || !slices.Contains([]string{"and", "but", "then", "or"}, before[len(before)-1]) {
		return span.Span{}
	}
	best := attribution.Statement{}
	for _, i := range cued {
		if o := s.statements[i]; o.Cue.Start < st.Cue.Start && o.Speaker.End <= o.Cue.Start && o.Cue.Start >= best.Cue.Start {
			best = o
		}
	}
	return best.Speaker.Span
}
