package people

import (
	"slices"
	"strings"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// A surname that is also a place's, such as Washington, stands for the place unless the article
// shows that it means the person: a capital that speaks for its government is no person.

// placeSpeech is what an article shows about people whose surname is a place's, by folded name.
type placeSpeech struct {
	introduced map[string]int  // the byte at which somebody is first printed in full with it
	spoke      map[string]int  // and with a verb of speech beside the full name
	placed     map[string]bool // it stands behind "in" or "near"
	governed   bool            // a place speaks whose name nobody bears
}

// tellPlaces judges the places that bear a surname of the article's people.
func (f *finder) tellPlaces(names surnames) {
	if !slices.ContainsFunc(f.found, func(m Mention) bool { return m.Place && names.last[english.Fold(m.Name)] > 0 }) {
		return
	}
	shown := f.placeSpeech(names)
	for i := range f.found {
		m := &f.found[i]
		fold := english.Fold(m.Name)
		if !m.Place || m.Title || names.last[fold] == 0 || f.ofItself(*m) {
			continue
		}
		first, known := shown.introduced[fold]
		if known && first <= m.Start && f.speaks(*m) && (f.inOwnWords(*m) || !shown.governed && f.personal(*m, shown)) {
			m.Kind, m.Place = Human, false
		} else {
			m.Weak = !shown.placed[fold]
		}
	}
}

// placeSpeech gathers that. In an article whose lines are out of order, what it prints anywhere counts everywhere.
func (f *finder) placeSpeech(names surnames) placeSpeech {
	out := placeSpeech{introduced: map[string]int{}, spoke: map[string]int{}, placed: map[string]bool{}}
	note := func(first map[string]int, fold string, off int) {
		if old, ok := first[fold]; !f.doc.Ordered {
			first[fold] = 0
		} else if !ok || off < old {
			first[fold] = off
		}
	}
	for _, m := range f.found {
		fold := english.Fold(m.Name)
		parts := strings.Fields(fold)
		switch {
		case m.Title:
		case m.Kind == Human && len(parts) > 1:
			note(out.introduced, surname(parts), m.Start)
			if f.speaks(m) {
				note(out.spoke, surname(parts), m.Start)
			}
		case m.Place && whereabouts[strings.ToLower(lastWord(f.doc.Text[max(0, m.Start-24):m.Start]))]:
			out.placed[fold] = true
		case m.Place && names.last[fold] == 0 && f.speaks(m):
			out.governed = true
		}
	}
	return out
}

// ofItself reports whether a mention speaks of itself as a country does: "Jordan said it would".
func (f *finder) ofItself(m Mention) bool {
	return slices.ContainsFunc(f.clauseAfter(m), func(w string) bool { return w == "it" || w == "its" })
}

// clauseAfter is the first words of the clause behind a mention.
func (f *finder) clauseAfter(m Mention) []string {
	after := f.doc.Text[m.End:min(len(f.doc.Text), m.End+40)]
	words := strings.Fields(strings.ToLower(after[:strings.IndexAny(after+".", ".,;:”\"")]))
	return words[:min(4, len(words))]
}

// inOwnWords reports whether the quotation beside a mention uses the first person singular, as no government does.
func (f *finder) inOwnWords(m Mention) bool {
	return slices.ContainsFunc(strings.FieldsFunc(f.quoteBeside(m), notLetter), func(w string) bool {
		return w == "I" || w == "my" || w == "My" || w == "me" || w == "myself"
	})
}

func notLetter(r rune) bool { return !letter(r) }

// personal reports whether a mention speaks as a person, not a government: it is quoted, or speaks to reporters or a
// court, or recalls; or "he" follows, the person spoke in full before, and the article does not name the place.
func (f *finder) personal(m Mention, shown placeSpeech) bool {
	clause := f.clauseAfter(m)
	if f.quoteBeside(m) != "" || slices.ContainsFunc(clause, english.Audiences.Has) {
		return true
	}
	first, spoke := shown.spoke[english.Fold(m.Name)]
	return spoke && first <= m.Start && !shown.placed[english.Fold(m.Name)] &&
		slices.ContainsFunc(clause, func(w string) bool { return w == "he" || w == "she" })
}

// quoteBeside is the quotation of three words or more beside a mention, at most a verb and an adverb between, or "".
func (f *finder) quoteBeside(m Mention) string {
	sentence := f.doc.Sentences[m.Sentence]
	i, _ := slices.BinarySearchFunc(f.quoted, sentence.Start, func(q span.Span, off int) int { return q.End - off - 1 })
	for ; i < len(f.quoted) && f.quoted[i].Start < sentence.End; i++ {
		q := f.quoted[i]
		between := span.Span{Start: min(q.End, m.End), End: max(q.Start, m.Start)}
		if between.Start <= between.End && len(strings.FieldsFunc(between.Of(f.doc.Text), notLetter)) <= 3 &&
			len(strings.Fields(q.Of(f.doc.Text))) > 2 {
			return q.Of(f.doc.Text)
		}
	}
	return ""
}
