package people

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// stray reports whether the capitalised word i is no part of a name: "Dolna-based", "3 PM", the "North" of "North of".
func (f *finder) stray(i int) bool {
	w := f.words[i]
	_, tail, compound := strings.Cut(w.Of(f.doc.Text), "-")
	return compound && english.CompoundEndings.Has(tail) || !w.lower && (w.fold == "am" || w.fold == "pm") ||
		quarters[w.fold] && i+1 < len(f.words) && w.touches() && f.words[i+1].fold == "of"
}

// seated reports whether a word says where a company has its seat: "Dolna-based".
func seated(w string) bool { return strings.HasSuffix(w, "-based") || strings.HasSuffix(w, "-listed") }

var quarters = english.Set("north south east west northeast northwest southeast southwest")

var tempests = english.Set("storm hurricane typhoon cyclone")

// tempest reports whether word i is the name of a storm, and notes it: it is no person's in the article.
func (f *finder) tempest(i int) bool {
	if i == 0 || !tempests[f.words[i-1].fold] || !f.words[i-1].touches() {
		return false
	}
	f.storms[f.words[i].fold] = true
	return true
}

// tellThings turns people into bodies: names that the article mostly prints behind "the", such as ships and bands ("the
// Grey Heron"), unless a given name or a title shows a person, and names that it describes as a magazine or a company.
func (f *finder) tellThings() {
	articled, all, bodies := map[string]int{}, map[string]int{}, map[string]bool{}
	for i := range f.found {
		m := &f.found[i]
		fold := english.Fold(m.Name)
		if m.Kind != Human {
			continue
		}
		all[fold]++
		if english.Determiners.Has(strings.ToLower(lastWord(f.doc.Text[max(0, m.Start-24):m.Start]))) &&
			(m.RoleSpan.Empty() || m.RoleSpan.Start >= m.Start) {
			articled[fold]++
		}
		if f.enterprise(*m) {
			bodies[fold] = true
		}
	}
	for i := range f.found {
		m := &f.found[i]
		fold := english.Fold(m.Name)
		first, _, several := strings.Cut(fold, " ")
		thing := several && m.Role == "" && f.given[first] == "" && articled[fold] > 0 && 2*articled[fold] >= all[fold]
		if m.Kind == Human && (thing || bodies[fold]) {
			f.incorporate(m)
		}
	}
}

// enterprise reports whether a description behind a name is of no person: "Mother Quill, a monthly magazine,".
func (f *finder) enterprise(m Mention) bool {
	found := concern.FindStringSubmatch(f.doc.Text[m.End:min(len(f.doc.Text), m.End+90)])
	return found != nil && !slices.ContainsFunc(strings.Fields(english.Fold(found[1])), func(w string) bool {
		return english.FunctionWords.Has(w) || f.titles[w] != title{} // "the director of the company"
	})
}

var concern = regexp.MustCompile(`^, (?:an?|the) ((?:[\pL-]+ ){0,4})(?:magazine|newspaper|weekly|website|blog|` +
	`company|firm|charity|non-?profit|bank|agency|consultancy|publisher|broadcaster|network|brewery|restaurant|hotel|` +
	`ship|vessel|tanker|trawler)(?:[.,;]|$| that | which | based | in | of | for )`)

// incorporate turns a person's name into a body's, titles included: the "Mother" of "Mother Quill" is part of it.
func (f *finder) incorporate(m *Mention) {
	if m.RoleSpan.Start < m.Start && strings.TrimSpace(f.doc.Text[m.RoleSpan.End:m.Start]) == "" && !m.RoleSpan.Empty() {
		m.Start = m.RoleSpan.Start
		m.Name = trimStop(strings.Join(strings.Fields(m.Of(f.doc.Text)), " "))
	}
	m.Kind, m.Gender, m.Role, m.RoleSpan = Body, Unknown, "", span.Span{}
}

// shouted reports whether a body's name is only an ordinary word in capitals: "STORIES".
func (f *finder) shouted(m Mention) bool {
	fold := english.Fold(m.Name)
	return m.Kind == Body && !m.Place && len(fold) > 3 && m.Name == strings.ToUpper(m.Name) && !f.known[fold] &&
		!f.firms[fold] && (f.gazetteer.words[fold] || f.gazetteer.words[strings.TrimSuffix(fold, "s")])
}

// crowd reports whether a lone word that only opens sentences is a plural noun: "Forecasters", "Leaflets".
func (g *gazetteer) crowd(fold string) bool {
	one, plural := strings.CutSuffix(fold, "s")
	switch {
	case strings.HasSuffix(fold, "men") && len(fold) > 5:
		return true
	case !plural || len(one) < 5:
		return false
	case g.words[one], g.titles[one] != title{}, len(one) > 5 &&
		(strings.HasSuffix(one, "ist") || strings.HasSuffix(one, "itor") || strings.HasSuffix(one, "ator")):
		return true
	}
	return slices.ContainsFunc([]string{"er", "or", "ist", "ent", "ant", "ian"}, func(end string) bool {
		stem, ok := strings.CutSuffix(one, end)
		return ok && len(stem) > 3 && (g.words[stem] || g.words[stem+"e"])
	})
}

// inside is the lone words that also stand inside sentences.
func (f *finder) inside() map[string]bool {
	out := map[string]bool{}
	for _, m := range f.singles {
		if !m.opens {
			out[english.Fold(m.Name)] = true
		}
	}
	return out
}
