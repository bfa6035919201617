package people

import (
	"strings"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// readRun reads a run of capitalised and joining words: roles, people and bodies stand in it one after another.
func (f *finder) readRun(i, end int, headline bool) {
	if headline {
		return // names of headlines are found once the body's are known
	}
	for i < end {
		w := f.words[i]
		if !w.upper || f.idle(i, end) {
			i++
			continue
		}
		k := f.titleEnd(i, end)
		if k == i {
			i = f.untitled(i, end)
			continue
		}
		stop, start := f.nameEnd(k, end), f.roleStart(i)
		if start > 0 && changers[f.words[start-1].fold] && f.words[start-1].touches() {
			start-- // "the former Danish minister"
		}
		f.person(start, k, stop)
		i = stop
	}
}

// idle reports whether the capitalised word i cannot begin a name: a function word, a date, an ordinary first word.
func (f *finder) idle(i, end int) bool {
	w := f.words[i]
	if f.dated(i) || english.FunctionWords.Has(w.fold) && w.fold != "will" && !f.initial(i) || f.stray(i) {
		return true
	}
	if changers[w.fold] && f.titleEnd(i, end) > i {
		return false // "Former Texas Gov. Vera Holm"
	}
	if _, titled := f.titles[w.fold]; titled || !w.first || !f.gazetteer.words[w.fold] {
		return false
	}
	followed := i+1 < end && f.words[i+1].upper
	if !followed {
		return !f.acts(i)
	}
	if f.familyNames[w.fold] && syllables(f.words[i+1].Of(f.doc.Text)) {
		return false // "Park Min-soo"
	}
	return !(f.given[w.fold] != "" || f.bodyWords[f.words[i+1].fold] || f.known[w.fold+" "+f.words[i+1].fold])
}

// acts reports whether a verb follows word i, so that it may be a surname though it is ordinary and opens its sentence.
func (f *finder) acts(i int) bool {
	if i+1 >= len(f.words) || !f.words[i].touches() {
		return false
	}
	next := f.words[i+1].fold
	return english.SpeechVerbs.Has(next) || english.IrregularPasts.Has(next) ||
		len(next) > 4 && strings.HasSuffix(next, "ed")
}

// titleEnd is where the name begins behind a title at or after i, or i: "U.S. Secretary of State|Antony Blinken".
func (f *finder) titleEnd(i, end int) int {
	k := i
	for p := i; p < end; p++ {
		w := f.words[p]
		if !w.upper {
			if p+1 < end && officeJoiners[w.fold] && k > i {
				continue
			}
			break
		}
		if _, ok := f.titles[w.fold]; !ok || w.owner {
			continue
		}
		q := p + 1
		if q < end && officeJoiners[f.words[q].fold] {
			for q++; q < end && f.words[q].fold == "the"; q++ {
			}
			q = f.officeEnd(q, end)
		}
		if q < end && (f.words[q].upper || q == p+1 && english.NameParticles.Has(f.words[q].fold)) &&
			f.words[q-1].touches() && f.nameLike(q, end) {
			k = q
			p = q - 1
		}
	}
	return k
}

// officeJoiners stand between a title and its office.
var officeJoiners = english.Set("of for to")

// officeEnd is the end of the longest office at i. Where the list has none, a known given name with a surname ends it,
// as in "Mayor of Dolna Peter Holman"; without one it is the run's end, so that no name is seen there.
func (f *finder) officeEnd(i, end int) int {
	for n := min(4, end-i); n > 0; n-- {
		if f.offices[f.folded(i, i+n)] {
			return i + n
		}
	}
	for k := i + 1; k+1 < end; k++ {
		if f.givenAt(k) && f.words[k+1].upper && f.words[k].touches() && !f.bodyWords[f.words[k+1].fold] {
			return k
		}
	}
	return end
}

// nameLike reports whether word i can begin the name behind a title: no body ("Justice Department"), no further title.
func (f *finder) nameLike(i, end int) bool {
	w := f.words[i]
	if _, ok := f.titles[w.fold]; ok && (i+1 >= end || !f.words[i+1].upper || f.given[w.fold] == "") {
		return false
	}
	stop := f.nameEnd(i, end)
	if stop == i+1 && !w.lower && (f.known[w.fold] || w.Len() <= 3 && !strings.Contains(w.Of(f.doc.Text), ".")) {
		return false // "Business Editor BP": a headline's end, and a company
	}
	if f.bodyWords[f.words[stop-1].fold] && f.given[w.fold] == "" {
		return false
	}
	return f.demonyms[w.fold] == "" && !f.dated(i) && (!english.FunctionWords.Has(w.fold) || f.initial(i)) &&
		!f.groups(w.fold)
}

// nameEnd is the end of the person's name that begins at i.
func (f *finder) nameEnd(i, end int) int {
	k := i + 1
	for k < end && k < i+5 {
		w, prev := f.words[k], f.words[k-1]
		if n := f.nickname(k); n > 0 {
			k += n
			continue
		}
		if prev.owner || strings.Contains(prev.next, "&") || english.Calendar.Has(w.fold) ||
			w.upper && english.FunctionWords.Has(w.fold) && !f.initial(k) || f.seam(i, k) {
			break
		}
		if !w.upper {
			n := 0
			for k+n < end && !f.words[k+n].upper && english.NameParticles.Has(f.words[k+n].fold) {
				n++
			}
			if n == 0 || k+n >= end || !f.words[k+n].upper {
				break
			}
			k += n
			continue
		}
		if f.handle(i, k) || k >= i+2 && k+1 < end && f.ordinary(k) && f.ordinary(k+1) {
			break // "Barack Obama Election Day"
		}
		k++
	}
	return k
}

// folded is the folded words from i to end.
func (f *finder) folded(i, end int) string {
	parts := make([]string, 0, end-i)
	for ; i < end; i++ {
		parts = append(parts, f.words[i].fold)
	}
	return strings.Join(parts, " ")
}

// person files the person named by the words from k to stop; the role begins at i.
func (f *finder) person(i, k, stop int) {
	if lone := f.words[k].fold; stop-k == 1 && (f.groups(lone) || f.demonyms[lone] != "" ||
		english.FunctionWords.Has(lone) || english.Calendar.Has(lone)) {
		return
	}
	m := Mention{Kind: Human}
	if i < k {
		m.RoleSpan = span.Span{Start: f.words[i].Start, End: f.words[k-1].End}
		m.Gender, m.Role = f.readRole(i, k)
	}
	if m.Role == "" {
		m.Role, m.RoleSpan = f.apposition(k, stop, m.RoleSpan)
	}
	if m.Gender == Unknown && stop-k > 1 {
		m.Gender = f.sexOf(f.words[k].fold)
	}
	if stop-k == 1 && m.RoleSpan.Empty() {
		f.single(k)
		return
	}
	f.add(m, k, stop)
}

// readRole is the role in the words from i to k, and the gender; the role is "" for honorifics alone.
func (f *finder) readRole(i, k int) (Gender, string) {
	sex, office := Unknown, false
	for j := i; j < k; j++ {
		t, ok := f.titles[f.words[j].fold]
		if ok && t.gender != Unknown {
			sex = t.gender
		}
		office = office || !ok || !t.honorific
	}
	if !office {
		return sex, ""
	}
	role := f.doc.Text[f.words[i].Start:f.words[k-1].End]
	return sex, strings.Join(strings.Fields(role), " ")
}

// untitled reads the name, body or thing at i, where no title stands, and returns where the reading goes on.
func (f *finder) untitled(i, end int) int {
	if e := f.bodyEnd(i, end); e > i {
		f.add(Mention{Kind: Body}, i, e)
		return e
	}
	if e := f.placeEnd(i, end); e > i && !f.personAt(i, end) {
		f.add(Mention{Kind: Body, Place: true}, i, e)
		return e
	}
	k := i
	for k+1 < end && f.words[k].touches() && f.words[k+1].upper &&
		(f.demonyms[f.words[k].fold] != "" || f.groups(f.words[k].fold)) {
		k++ // "Republican Donald Trump"
	}
	stop := f.nameEnd(k, end)
	switch {
	case stop-k == 1 && (k > i || f.described(k) && f.given[f.words[k].fold] == ""):
	case stop-k == 1:
		if start := f.roleStart(k); start < k {
			f.person(start, k, stop)
		} else {
			f.single(k)
		}
	case f.human(k, stop):
		f.person(f.roleStart(i), k, stop)
	}
	return stop
}

// personAt reports whether a person's full name begins at i, given name first.
func (f *finder) personAt(i, end int) bool {
	stop := f.nameEnd(i, end)
	return stop-i >= 2 && f.given[f.words[i].fold] != "" && f.human(i, stop)
}

// human reports whether two or more words look like a person's name.
func (f *finder) human(i, stop int) bool {
	first := f.words[i]
	if first.fold == "st" && stop-i < 3 {
		return f.saints[f.folded(i, stop)] // "St. Cloud" is a town until somebody bears it
	}
	if f.capitals(i, stop) {
		return true
	}
	_, given := f.given[first.fold]
	given = given || f.sexOf(first.fold) != Unknown
	ordinary := 0
	for k := i; k < stop; k++ {
		k += f.nickname(k)
		w := f.words[k]
		surname := k == stop-1 && k > i && given && !f.gazetteer.words[first.fold] // "Ivo Hill" is no newspaper
		if english.FunctionWords.Has(w.fold) && !english.NameParticles.Has(w.fold) && !f.initial(k) || tempests[w.fold] ||
			f.known[w.fold] && !surname || f.demonyms[w.fold] != "" || f.groups(w.fold) {
			return false
		}
		if stem := strings.TrimSuffix(w.fold, "s"); stem != w.fold && f.countries[stem] != "" {
			return false // "Ukraines Crimea Peninsula", its apostrophe lost
		}
		initial := w.Len() <= 2 && !w.lower
		if w.upper && !w.lower && !initial && !strings.Contains(w.Of(f.doc.Text), ".") {
			return false
		}
		if w.upper && !initial && f.gazetteer.words[w.fold] && !(k == i && given) {
			ordinary++
		}
	}
	last := f.words[stop-1]
	if !last.upper || last.Len() < 2 || last.Len() == 2 && !last.lower {
		return false // "Ona Berg BP": a caption's end, and a company
	}
	if initials := first.Len() <= 5 && strings.HasSuffix(first.Of(f.doc.Text), "."); initials {
		return ordinary == 0
	}
	if f.familyNames[first.fold] && syllables(last.Of(f.doc.Text)) ||
		given && ordinary == 1 && stop-i == 2 && f.presented(i, stop) {
		return true
	}
	if given {
		return ordinary < stop-i-1 || ordinary == 1 && stop-i == 2 && !f.gazetteer.words[first.fold]
	}
	return ordinary == 0 && !f.place(first.fold) && !f.place(last.fold) && stop-i <= 4
}

// presented reports whether the context of two ordinary words shows that they are a name, "Mark
// Price": a verb of speech, or an age or a description set off by a comma.
func (f *finder) presented(i, stop int) bool {
	if i > 0 && f.words[i-1].touches() && english.SpeechVerbs.Has(f.words[i-1].fold) {
		return true
	}
	if stop >= len(f.words) {
		return false
	}
	gap, next := strings.TrimSpace(f.words[stop-1].next), f.words[stop].fold
	return gap == "" && english.SpeechVerbs.Has(next) ||
		gap == "," && (english.Determiners.Has(next) || strings.Trim(next, "0123456789") == "" || next == "who")
}

// single files a lone capitalised word, to be judged once all is read.
func (f *finder) single(i int) {
	w := f.words[i]
	fold := w.fold
	stem := strings.TrimSuffix(fold, "s")
	switch {
	case f.tempest(i):
	case i > 0 && f.words[i-1].touches() && seated(f.words[i-1].Of(f.doc.Text)) && f.given[fold] == "" && !f.place(fold):
		f.firms[fold] = true // "Dolna-based Karvia"
		f.add(Mention{Kind: Body}, i, i+1)
	case f.demonyms[fold] != "" || f.groups(fold) || len(fold) < 2:
	case f.known[fold] || !w.lower && acronym(fold):
		f.add(Mention{Kind: Body}, i, i+1)
	case f.place(fold):
		f.add(Mention{Kind: Body, Place: true}, i, i+1)
	case stem != fold && !f.doc.Ordered && (f.gazetteer.capitals[stem] || f.countries[stem] != "" || f.known[stem]):
		f.words[i].End-- // "Kyivs", its apostrophe lost
		f.add(Mention{Kind: Body, Place: !f.known[stem]}, i, i+1)
	case w.lower:
		m := Mention{Kind: Human, Weak: true, Gender: f.sexOf(fold), opens: w.first}
		if i == 0 || !whereabouts[f.words[i-1].fold] {
			m.Role, m.RoleSpan = f.apposition(i, i+1, m.RoleSpan)
		}
		f.add(m, i, i+1)
	}
}

// changers make another office of the one before which they stand.
var changers = english.Set("former ex deputy acting interim vice assistant")

// whereabouts stand before places, whose apposition describes no person: "In Dolna, a judge".
var whereabouts = english.Set("in at near outside inside across throughout")
