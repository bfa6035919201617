package people

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// surnames maps the folded surnames, and given names, of the article's full names to how many full names have them.
type surnames struct {
	last    map[string]int
	given   map[string]int
	company map[string]bool // first word of a company's name
}

// settle judges the lone words by the full names found, reads the headlines, and sorts all in the order of the text.
func (f *finder) settle() []Mention {
	f.tellThings()
	names := surnames{map[string]int{}, map[string]int{}, f.firms}
	for _, m := range f.found {
		parts := strings.Fields(english.Fold(m.Name))
		if m.Kind == Body && len(parts) > 1 && english.CompanyEndings.Has(parts[len(parts)-1]) {
			names.company[english.Fold(strings.Fields(m.Name)[0])] = true
		}
		if m.Kind != Human || m.Quoted && m.Role == "" && !strings.Contains(m.Name, " ") {
			continue
		}
		if len(parts) > 0 {
			names.last[surname(parts)]++
		}
		if FamilyFirst(parts) {
			names.last[parts[0]]++
		}
		if words := strings.Fields(m.Name); len(words) > 1 && strings.Contains(words[len(words)-1], "-") {
			names.last[english.Fold(words[len(words)-1])]++ // "Moreau-Petit", "al-Rashidi"
		}
		if len(parts) > 1 {
			names.given[parts[0]]++
		}
	}
	spoken, inside := f.spokenFor(), f.inside()
	for _, m := range f.singles {
		if fold := english.Fold(m.Name); names.last[fold]+names.given[fold] == 0 &&
			(f.storms[fold] || !inside[fold] && f.crowd(fold)) {
			continue
		}
		if f.judge(&m, names, spoken) {
			f.found = append(f.found, m)
		}
	}
	f.readHeadlines(names)
	full := f.fullNames()
	for i := range f.found {
		f.found[i].trimLostApostrophe(f.doc.Text, names)
		f.found[i].trimStrays(f.doc.Text, full, names, f.given)
		if m := &f.found[i]; m.Kind == Body && !m.Place && !strings.Contains(m.Name, " ") &&
			names.last[english.Fold(m.Name)] > 0 && (m.Name == strings.ToUpper(m.Name) || f.speaks(*m) && !f.ofItself(*m)) {
			m.Kind = Human // "TRUMP", shouted, or "Ford" where a man of that name speaks
		}
	}
	f.found = slices.DeleteFunc(f.found, f.shouted)
	f.tellPlaces(names)
	slices.SortStableFunc(f.found, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	f.dropDescriptions()
	return slices.CompactFunc(f.found, func(a, b Mention) bool { return a.Overlaps(b.Span) })
}

// speaks reports whether a verb of speech touches a mention that no determiner goes before.
func (f *finder) speaks(m Mention) bool {
	before, after := f.doc.Text[max(0, m.Start-24):m.Start], f.doc.Text[m.End:min(len(f.doc.Text), m.End+24)]
	return !english.Determiners.Has(strings.ToLower(lastWord(before))) &&
		(speechNear(lastWord(before)) || speechNear(firstWord(after)))
}

// dropDescriptions removes unnamed sources that describe a named person: "a former aide" of "Ona Berg, a former aide,".
func (f *finder) dropDescriptions() {
	var roles []span.Span
	for _, m := range f.found {
		if m.Kind != Unnamed && !m.RoleSpan.Empty() {
			roles = append(roles, m.RoleSpan)
		}
	}
	slices.SortFunc(roles, func(a, b span.Span) int { return cmp.Compare(a.Start, b.Start) })
	f.found = slices.DeleteFunc(f.found, func(m Mention) bool {
		if m.Kind != Unnamed {
			return false
		}
		i, _ := slices.BinarySearchFunc(roles, m.Start, func(r span.Span, off int) int { return cmp.Compare(r.End, off+1) })
		return i < len(roles) && roles[i].Overlaps(m.Span)
	})
}

// surname is the last word of a folded name that is no "Jr".
func surname(parts []string) string {
	for len(parts) > 1 && slices.Contains([]string{"jr", "sr", "ii", "iii"}, parts[len(parts)-1]) {
		parts = parts[:len(parts)-1]
	}
	return parts[len(parts)-1]
}

// judge says whether a lone capitalised word is a name, and how sure that is.
func (f *finder) judge(m *Mention, names surnames, spoken map[string]int) bool {
	fold := english.Fold(m.Name)
	stem := strings.TrimSuffix(fold, "s")
	switch {
	case names.company[fold] && names.last[fold] == 0 && !(f.gazetteer.words[fold] && m.opens):
		m.Kind, m.Weak, m.Gender = Body, false, Unknown // "Waxman" of Waxman Industries
	case names.last[fold] > 0, stem != fold && len(stem) > 3 && names.last[stem] > 0 && !f.gazetteer.words[fold]:
		m.Weak, m.Gender = false, Unknown
	case names.given[fold] > 0 && (!f.gazetteer.words[fold] || !m.opens || spoken[fold] > 0):
		m.Weak = false
	case f.gazetteer.words[fold] || f.bodyWords[fold]:
		return false
	case spoken[fold] == 0 && f.given[fold] == "" && m.Role == "":
		return false
	}
	return true
}

// spokenFor counts, for each lone word, how often a verb of speech or a word for a leader's followers touches it.
func (f *finder) spokenFor() map[string]int {
	out := map[string]int{}
	for _, m := range f.singles {
		before, after := f.doc.Text[max(0, m.Start-24):m.Start], f.doc.Text[m.End:min(len(f.doc.Text), m.End+24)]
		if m.Role != "" && !f.gazetteer.words[english.Fold(m.Name)] {
			out[english.Fold(m.Name)]++ // introduced with a description, it is a name wherever it stands
		}
		if speechNear(lastWord(before)) || speechNear(firstWord(after)) ||
			followings[strings.Trim(firstWord(after), ".,;:")] {
			out[english.Fold(m.Name)]++
		}
	}
	return out
}

func firstWord(s string) string {
	f := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' })
	if len(f) == 0 || !strings.HasPrefix(s, " ") {
		return ""
	}
	if slices.Contains([]string{"also", "has", "have", "had", "then", "later"}, f[0]) && len(f) > 1 {
		return f[1]
	}
	return f[0]
}

func lastWord(s string) string {
	f := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' })
	if len(f) == 0 || !strings.HasSuffix(s, " ") {
		return ""
	}
	return f[len(f)-1]
}

// followings are the nouns that a leader's surname stands before.
var followings = english.Set("administration campaign camp presidency supporters government")

// speechNear reports whether a word is a verb of speech.
func speechNear(w string) bool { return english.SpeechVerbs.Has(strings.Trim(w, ".,;:“”\"'’")) }

// readHeadlines finds the article's names in its headlines.
func (f *finder) readHeadlines(names surnames) {
	for i, s := range f.doc.Sentences {
		if s.Span.Empty() || s.Start < 0 || s.End > len(f.doc.Text) {
			continue
		}
		f.words, f.sentence = split(f.doc.Text, s.Span, f.gazetteer), i
		if !f.headline() {
			continue
		}
		for k := range f.words {
			if !f.words[k].upper || names.last[f.words[k].fold] == 0 {
				continue
			}
			start := k
			if k > 0 && f.words[k-1].touches() && (names.given[f.words[k-1].fold] > 0 ||
				f.words[k-1].upper && k > 1 && !f.gazetteer.words[f.words[k-1].fold] && !f.described(k-1) && f.words[k-1].lower) {
				start--
			}
			f.add(Mention{Kind: Human, Gender: f.sexOf(f.words[start].fold)}, start, k+1)
		}
	}
}

// trimLostApostrophe removes the s of "Blinkens visit" where the article also prints the name without it.
func (m *Mention) trimLostApostrophe(text string, names surnames) {
	fold := english.Fold(m.Name)
	if m.Kind != Human || !strings.HasSuffix(m.Of(text), "s") {
		return
	}
	last := surname(strings.Fields(fold + " "))
	if stem := strings.TrimSuffix(last, "s"); len(stem) > 3 && names.last[stem] > names.last[last] {
		m.Span = span.Span{Start: m.Start, End: m.End - 1}
		m.Name = strings.TrimSuffix(m.Name, "s")
	}
}

// fullNames is the folded names of two words and more that the article prints.
func (f *finder) fullNames() map[string]bool {
	out := map[string]bool{}
	for _, m := range f.found {
		if m.Kind == Human && strings.Contains(m.Name, " ") {
			out[english.Fold(m.Name)] = true
		}
	}
	return out
}

// trimStrays removes a capitalised word that only stands beside a name, where the article also
// prints the name without it: "Entrusting Donald Trump", "Donald Trump Wins".
func (m *Mention) trimStrays(text string, full map[string]bool, names surnames, given map[string]Gender) {
	words := strings.Fields(m.Name)
	if m.Kind != Human || len(words) < 2 {
		return
	}
	last := len(words) - 1
	nicknamed := last == 1 && names.given[english.Fold(words[1])] > 0 // "Crooked Vera"
	switch {
	case given[english.Fold(words[0])] == "" &&
		(nicknamed || last > 1 && full[english.Fold(strings.Join(words[1:], " "))]):
		words = words[1:]
		m.Start = m.End - len(strings.TrimLeft(strings.TrimPrefix(m.Of(text), strings.Fields(m.Of(text))[0]), " \n\t\u00a0"))
	case last > 1 && full[english.Fold(strings.Join(words[:last], " "))] && len(words[last]) > 3:
		words = words[:last]
		m.End = m.Start + strings.LastIndex(m.Of(text), words[last-1]) + len(words[last-1])
	default:
		return
	}
	m.Name = strings.Join(words, " ")
}
