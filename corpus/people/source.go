package people

import (
	"slices"
	"strings"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// SourceName is who speaks by the words of a source at a span of sentence k, in which Mentions found no name: a body
// that no list has ("the Interim National Council", "Iata"), or one told by its noun and whose it is ("the Dutch
// government", "state television"). Only in the position of a source do capitals show so much. It is false for
// descriptions, crowds and ordinary words.
func SourceName(doc *text.Document, k int, at span.Span) (Mention, bool) {
	f := finder{doc: doc, gazetteer: lists(), sentence: k, quoted: nil}
	f.words = split(doc.Text, at, f.gazetteer)
	i, end := 0, 0
	for i < len(f.words) && (english.Determiners.Has(f.words[i].fold) || english.LeadIns.Has(f.words[i].fold)) &&
		!f.words[i].owner {
		i++
	}
	if i > 0 && slices.Contains([]string{"a", "an", "another", "some", "one"}, f.words[i-1].fold) {
		return Mention{}, false
	}
	for end = i; end < len(f.words); end++ {
		w := f.words[end]
		if !w.upper && end > i && (english.Adverbs.Has(w.fold) || english.TimeNouns.Has(w.fold) || timeWords[w.fold]) ||
			w.small() && !f.within(end) || english.SpeechVerbs.Has(w.fold) && end > i && !w.upper {
			break
		}
		if !w.touches() && !w.owner {
			end++
			break
		}
	}
	m := Mention{Kind: Body, Sentence: k}
	if last := end - 1; last > i && english.MediaNouns.Has(f.words[last].fold) && f.words[last-1].upper {
		end-- // "the Karvia Echo newspaper"
	}
	if i >= end || end < len(f.words) && f.words[end].fold == "and" {
		return Mention{}, false
	}
	proper := (f.words[end-1].upper || end-1 > i && numeral(f.words[end-1].fold)) && !f.stateMedia(end-1)
	for k := end - 1; proper && k > i; k-- { // "Italian oil refiner Karvia"
		if w := f.words[k-1]; w.owner || !w.upper && !f.within(k-1) && w.fold != "state" {
			i = k
			break
		}
	}
	switch {
	case !f.institution(i, end) && !f.surname(i, end-1) && (f.described(end-1) || f.crowdNoun(end-1)):
		return Mention{}, false
	case proper:
		if !f.proper(i, end) {
			return Mention{}, false
		}
		m.Kind, m.Gender = f.sort(i, end)
	case !english.SpeakingBodies.Has(f.words[end-1].fold) || !f.qualified(i, end-1):
		return Mention{}, false
	}
	m.Span = span.Span{Start: f.words[i].Start, End: f.words[end-1].End}
	if last := f.words[end-1]; last.owner && last.stop == at.End {
		m.End = last.stop // "Holm's said": the ending is the name's own
	}
	m.Name = trimStop(strings.Join(strings.Fields(m.Of(doc.Text)), " "))
	return m, true
}

var timeWords = english.Set("today yesterday tomorrow tonight last next this early late")

// qualified reports whether the words from i to the noun at head tell which body it is: a name or an owner, at most
// two words more before the noun ("the Libyan foreign ministry", "the White House oil spill commission").
func (f *finder) qualified(i, head int) bool {
	for k := head - 1; k >= max(i, head-3); k-- {
		w := f.words[k]
		if w.upper || w.owner || k == head-1 && w.fold == "state" {
			return !strings.Contains(w.Of(f.doc.Text), "-")
		}
	}
	return false
}

// institution reports whether the words from i to end are a body by its first noun, whatever the last one is: "the
// Committee to Protect Journalists", "the House of Representatives".
func (f *finder) institution(i, end int) bool {
	for k := i; k+2 < end; k++ {
		if f.bodyNoun(k) && f.words[k].upper && f.within(k+1) {
			return true
		}
	}
	return false
}

// bodyNoun reports whether word k, or its singular, shows a body: "Centers for Disease Control".
func (f *finder) bodyNoun(k int) bool { return f.bodyWords[strings.TrimSuffix(f.words[k].fold, "s")] }

// surname reports whether word k, a noun for people, ends the name of somebody whose given name no list has: "Joerg
// Hacker", not "Dolna Mayor".
func (f *finder) surname(i, k int) bool {
	w, before := f.words[k], f.words[max(i, k-1)]
	return k == i+1 && w.upper && !strings.HasSuffix(w.fold, "s") && before.upper && before.lower && !before.owner &&
		!f.gazetteer.words[before.fold] && !f.described(i) && !f.place(before.fold) && !f.known[before.fold] &&
		!f.bodyWords[before.fold] && f.demonyms[before.fold] == "" && !f.groups(before.fold)
}

// stateMedia reports whether the words up to k are "state TV", in whatever letters.
func (f *finder) stateMedia(k int) bool {
	return k > 0 && f.words[k-1].fold == "state" && !f.words[k-1].upper && english.SpeakingBodies.Has(f.words[k].fold)
}

// small reports whether a word is a function word, as "who" is and WHO is not.
func (w word) small() bool { return english.FunctionWords.Has(w.fold) && (w.lower || w.Len() < 3) }

// numeral reports whether a word is all digits, as in "Channel 4".
func numeral(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }

// within reports whether the small word k joins two capitals of a name: "Ministry of Defence".
func (f *finder) within(k int) bool {
	if k == 0 || k+1 == len(f.words) || !f.words[k-1].upper || f.words[k].fold == "on" {
		return false
	}
	return english.NameJoiners.Has(f.words[k].fold) && (f.words[k+1].upper || f.words[k+1].fold == "the") ||
		f.words[k].fold == "to" && f.words[k+1].upper && f.bodyWords[f.words[k-1].fold] // "Committee to Protect"
}

// crowdNoun reports whether word k is no name of one body: people of a nation or creed, a day, several of a kind.
func (f *finder) crowdNoun(k int) bool {
	w := f.words[k]
	one := strings.TrimSuffix(w.fold, "s")
	return f.demonyms[w.fold] != "" || f.demonyms[one] != "" || f.groups(w.fold) || english.Calendar.Has(w.fold) ||
		english.UnnamedCrowds.Has(w.fold) || english.SeveralPeople.Has(w.fold) || w.fold == "i"
}

// proper reports whether the words from i to end are a proper name: every one but small joining words has a capital,
// and a lone word at the beginning of a sentence, whose capital says nothing, is no word of English.
func (f *finder) proper(i, end int) bool {
	of := false
	for k := i; k < end; k++ {
		w := f.words[k]
		of = of || w.fold == "of" || w.fold == "for"
		switch {
		case !w.upper && !f.within(k) && !(k > i && numeral(w.fold)), english.Calendar.Has(w.fold) && end-i == 1:
			return false
		case w.fold == "and" && !of && !(f.bodyWords[f.words[end-1].fold] && !f.bodyWords[f.words[k-1].fold]):
			return false // two bodies
		case !w.upper && (w.fold == "of" || w.fold == "for") && !f.bodyNoun(max(i, k-1)):
			return false
		}
	}
	if end < len(f.words) && f.placeEnd(end, len(f.words)) > end {
		return false // "Dolna, Denmark"
	}
	w := f.words[i]
	opens := w.Start <= f.doc.Sentences[f.sentence].Start+4
	if end-i == 1 {
		if opens && f.crowd(w.fold) {
			return false
		}
		if opens && i > 0 && strings.Contains(f.doc.Text, " the "+w.Of(f.doc.Text)+" ") {
			return true // "The Echo said", where "the Echo" stands elsewhere
		}
		return w.Len() > 1 && !f.gazetteer.words[w.fold] && !w.small() ||
			w.Len() > 2 && (!opens && w.lower && !w.small() || !w.lower && english.FunctionWords.Has(w.fold))
	}
	return end > i && !(opens && i == 0 && end-i == 2 && f.gazetteer.words[w.fold] &&
		f.gazetteer.words[f.words[end-1].fold])
}

// sort tells whether a proper name that no list has is a person's or a body's.
func (f *finder) sort(i, end int) (Kind, Gender) {
	if f.described(end-1) && f.surname(i, end-1) {
		return Human, f.sexOf(f.words[i].fold)
	}
	introduced := i == 0 || f.given[f.words[i].fold] != "" || f.described(i-1)
	if !introduced || end-i < 2 || end-i > 3 || slices.ContainsFunc(f.words[i:end], func(w word) bool {
		return !w.lower || f.gazetteer.words[w.fold] || f.bodyWords[w.fold] || f.known[w.fold] || f.place(w.fold) || !w.upper
	}) {
		return Body, Unknown
	}
	return Human, f.sexOf(f.words[i].fold)
}
