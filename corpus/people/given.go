package people

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/corpus/text/english"
)

// givenAt reports whether word k is a known given name and no word of English: a name may begin here.
func (f *finder) givenAt(k int) bool {
	w := f.words[k]
	return w.upper && f.given[w.fold] != "" && !f.gazetteer.words[w.fold] && !f.place(w.fold)
}

// initial reports whether word k is one letter of a name: the A. of "John A. Holm".
func (f *finder) initial(k int) bool {
	w := f.words[k]
	return w.upper && len(w.fold) == 1 && (strings.HasSuffix(w.Of(f.doc.Text), ".") || w.Len() == 1 && w.fold != "a" &&
		w.fold != "i")
}

// namedMonth reports whether word k is a given name that is a month as well, with a surname behind it and none of the
// words before it that stand before months: "Jan Ekedal", not "in May Holm".
func (f *finder) namedMonth(k int) bool {
	w := f.words[k]
	if f.given[w.fold] == "" || k+1 >= len(f.words) || !w.touches() || !f.words[k+1].upper || !f.words[k+1].lower ||
		english.Calendar.Has(f.words[k+1].fold) || f.gazetteer.words[f.words[k+1].fold] {
		return false
	}
	return k == 0 || !f.words[k-1].touches() || f.described(k-1) ||
		!english.Prepositions.Has(f.words[k-1].fold) && !english.Determiners.Has(f.words[k-1].fold) &&
			!f.gazetteer.words[f.words[k-1].fold]
}

// dated reports whether word k is of the calendar and no given name.
func (f *finder) dated(k int) bool { return english.Calendar.Has(f.words[k].fold) && !f.namedMonth(k) }

// seam reports whether a second full name begins at word k of a name that begins at i, as where a caption runs names
// together: "Vera Holm Sara Palmer". A given name before the last word, behind a whole name, shows it.
func (f *finder) seam(i, k int) bool {
	return k >= i+2 && k+1 < len(f.words) && f.givenAt(k) && f.givenAt(i) && f.words[k].touches() &&
		f.words[k+1].upper && f.words[k+1].lower && !f.initial(k+1) && !f.initial(k-1)
}

// capitals reports whether the words are a name in the capitals with which some papers begin a story: "VERA HOLM said".
func (f *finder) capitals(i, stop int) bool {
	if f.given[f.words[i].fold] == "" || stop-i < 2 || stop-i > 3 || stop >= len(f.words) || f.words[stop].upper {
		return false
	}
	for k := i; k < stop; k++ {
		w := f.words[k]
		if w.lower || !w.upper || f.bodyWords[w.fold] || f.known[w.fold] || k > i && f.gazetteer.words[w.fold] ||
			!f.initial(k) && w.Len() < 3 {
			return false
		}
	}
	return true
}

// handle reports whether word k is an account glued to the name that begins at i: "SecBlinken" after "Antony Blinken".
func (f *finder) handle(i, k int) bool {
	fold := f.words[k].fold
	return camel(f.words[k].Of(f.doc.Text)) && slices.ContainsFunc(f.words[i:k], func(part word) bool {
		return len(part.fold) > 3 && len(fold) > len(part.fold) &&
			(strings.HasSuffix(fold, part.fold) || strings.HasPrefix(fold, part.fold))
	})
}

// camel reports whether a word has a capital after a small letter.
func camel(w string) bool {
	small := false
	for _, r := range w {
		if small && unicode.IsUpper(r) {
			return true
		}
		small = small || unicode.IsLower(r)
	}
	return false
}

// ordinary reports whether word i is an English word that is no given name.
func (f *finder) ordinary(i int) bool {
	fold := f.words[i].fold
	return f.gazetteer.words[fold] && f.given[fold] == ""
}
