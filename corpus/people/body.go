package people

import (
	"strings"

	"rapporteur/corpus/text/english"
)

// bodyEnd is the end of the longest body that begins at i, or i where none does.
func (f *finder) bodyEnd(i, end int) int {
	for e := end; e > i; e-- {
		if f.words[e-1].upper && f.body(i, e) {
			return e
		}
	}
	return i
}

// body reports whether the words from i to e name a body: a known one, or words that end with a
// telling one ("Democratic Party") or begin with one before "of" or "for" ("Ministry of Defence").
func (f *finder) body(i, e int) bool {
	name := f.folded(i, e)
	if f.known[name] {
		return true
	}
	if e-i < 2 || f.places[name] || f.countries[name] != "" {
		return false
	}
	telling, joined, and := -1, false, false
	for k := i; k < e; k++ {
		w := f.words[k]
		if k+1 < e && w.owner || k > i && f.introduces(k, e) {
			return false
		}
		if w.upper && f.bodyWords[w.fold] && (telling < 0 || !joined) {
			telling = k
		}
		if !w.upper && english.NameParticles.Has(w.fold) && w.fold != "la" && w.fold != "de" {
			return false
		}
		joined = joined || !w.upper && !english.NameParticles.Has(w.fold)
		and = and || w.fold == "and"
	}
	if telling < 0 {
		return false
	}
	if t, ok := f.titles[f.words[i].fold]; ok && (t.honorific || telling == i) {
		return false
	}
	if last := f.words[e-1]; !joined && last.Len() > 1 && !last.lower && !english.CompanyEndings.Has(last.fold) &&
		!f.bodyWords[last.fold] && f.words[telling].lower {
		return false // "Velmar Times BP": a credit, and a company
	}
	if !joined {
		return telling == e-1 || telling == e-2 && !f.given2(i, e)
	}
	return f.joinedBody(i, e, telling, and)
}

// introduces reports whether word k is a title before a given name: "House Rivers Committee Chairman Ona Berg".
func (f *finder) introduces(k, e int) bool {
	t, ok := f.titles[f.words[k].fold]
	return ok && !t.honorific && k+1 < e && f.words[k+1].upper && f.given[f.words[k+1].fold] != "" &&
		!f.bodyWords[f.words[e-1].fold]
}

// joinedBody judges words joined by small ones: "and" counts only in a body that a telling word ends, never in a name.
func (f *finder) joinedBody(i, e, telling int, and bool) bool {
	if and && telling != e-1 && f.bodyWords[f.words[e-1].fold] {
		telling = e - 1
	}
	if and && telling != e-1 && telling != i {
		return false
	}
	for k := i; k < e; k++ {
		if f.words[k].fold != "and" {
			continue
		}
		if k+1 < e && f.words[k+1].fold == "the" || f.given[f.words[i].fold] != "" && k-i >= 2 ||
			k == i+1 && f.place(f.words[i].fold) {
			return false
		}
		if k-1 >= i && f.bodyWords[f.words[k-1].fold] {
			return false // "the Labour Party and the State Department" are two
		}
	}
	for k := i + 1; k < e; k++ {
		if f.words[k].fold == "of" || f.words[k].fold == "for" {
			return f.bodyWords[f.words[k-1].fold] || telling < k || and
		}
	}
	return telling == e-1 || telling == i
}

// given2 reports whether the run begins with a given name and a surname.
func (f *finder) given2(i, e int) bool { return e-i >= 2 && f.given[f.words[i].fold] != "" }

// placeEnd is the end of the longest place that begins at i, or i.
func (f *finder) placeEnd(i, end int) int {
	for e := min(end, i+4); e > i; e-- {
		if f.words[e-1].upper && f.place(f.folded(i, e)) {
			return e
		}
	}
	return i
}

// acronym reports whether a folded run of capitals may be a body's short name.
func acronym(fold string) bool {
	return len(fold) >= 2 && len(fold) <= 7 && !english.NonNameAcronyms.Has(fold) &&
		!strings.ContainsAny(fold, "0123456789")
}
