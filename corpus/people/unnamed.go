package people

import (
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// unnamed files the unnamed source that begins at word i ("a senior defence source", "officials") and returns where
// reading continues, or i without one. The phrase ends with a noun for people, and no name follows.
func (f *finder) unnamed(i int) int {
	w := f.words[i]
	if !english.Determiners.Has(w.fold) && !f.modifiers[w.fold] && !f.described(i) && !english.UnnamedCrowds.Has(w.fold) {
		return i
	}
	head := -1
	for k := i; k < len(f.words) && k < i+7; k++ {
		w := f.words[k]
		if f.described(k) && !w.owner {
			head = k
		} else if k > i && (!w.upper && !f.modifiers[w.fold] && !f.gazetteer.words[w.fold] ||
			english.FunctionWords.Has(w.fold) && w.fold != "of" || english.SpeechVerbs.Has(w.fold)) {
			break // "spokesman Ivo Vale told reporters"
		}
		if !w.touches() || w.owner && k > i {
			break
		}
	}
	if head < 0 || head == i && english.VagueTitles.Has(w.fold) || head+1 < len(f.words) && f.words[head].touches() &&
		f.words[head+1].upper && !english.FunctionWords.Has(f.words[head+1].fold) {
		return i
	}
	s := span.Span{Start: f.words[i].Start, End: f.words[head].End}
	f.found = append(f.found, Mention{
		Span: s, Sentence: f.sentence, Kind: Unnamed, Role: s.Of(f.doc.Text), RoleSpan: s,
		Gender: f.titles[f.words[head].fold].gender, Title: f.doc.Sentences[f.sentence].Title, Quoted: f.inQuotes(s.Start),
	})
	return head + 1
}
