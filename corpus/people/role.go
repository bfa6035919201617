package people

import (
	"strings"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// roleStart is where the role before the name at i begins, read leftwards over titles, modifiers
// and capitals: "State Department spokesman|Ned Price". It is i without a title before the name.
func (f *finder) roleStart(i int) int {
	j := i
	if k := f.officeBefore(i); k < i {
		j = k
	} else if i == 0 || !f.words[i-1].touches() || f.words[i-1].owner || !f.described(i-1) {
		if !(i < len(f.words) && f.words[i].upper && f.described(i) || i > 0 && f.groups(f.words[i].fold)) {
			return i
		}
	} else {
		j = i - 1
	}
	for j > 0 && i-j < 9 {
		w := f.words[j-1]
		if !w.touches() || english.FunctionWords.Has(w.fold) && !f.ofOffice(j-1) {
			break
		}
		if w.owner && w.upper {
			return j - 1 // "Germany's Foreign Minister"
		}
		if w.owner || !(f.ofOffice(j-1) || w.upper || f.modifiers[w.fold] || f.described(j-1) || f.joint(j-1)) {
			break
		}
		j--
	}
	return j
}

// described reports whether word i is a title or describes a person.
func (f *finder) described(i int) bool {
	if i < 0 {
		return false
	}
	_, ok := f.titles[f.words[i].fold]
	return ok
}

// ofOffice reports whether the small word i joins a title to its office: the "of" and "the" of "Speaker of the House".
func (f *finder) ofOffice(i int) bool {
	fold := f.words[i].fold
	return fold == "of" && f.described(i-1) || fold == "the" && i > 1 && f.words[i-1].fold == "of" && f.described(i-2)
}

// joint reports whether the small word i joins two capitals of a role: "House Oversight and Reform Committee chairman".
func (f *finder) joint(i int) bool {
	return (f.words[i].fold == "and" || f.words[i].fold == "of") && i > 0 && f.words[i-1].upper && i+1 < len(f.words) &&
		f.words[i+1].upper
}

// officeBefore is where an office such as "chief of staff" begins that ends just before i, or i.
func (f *finder) officeBefore(i int) int {
	for n := 1; n <= 4 && i-n >= 2; n++ {
		if f.words[i-n-1].fold == "of" && f.described(i-n-2) && f.offices[f.folded(i-n, i)] && f.words[i-1].touches() {
			return i - n - 2
		}
	}
	return i
}

// apposition is the description set off by commas behind or before the name from k to stop: ", the German foreign
// minister,", "The top diplomat, X,". Without one it returns the role span it was given.
func (f *finder) apposition(k, stop int, had span.Span) (string, span.Span) {
	i, end := f.appositionAfter(stop)
	if end <= i {
		i, end = f.appositionBefore(k)
	}
	if end <= i {
		return "", had
	}
	s := span.Span{Start: f.words[i].Start, End: f.words[end-1].End}
	return strings.Join(strings.Fields(s.Of(f.doc.Text)), " "), s
}

// appositionAfter is the words of a description behind a name: after a comma (an age or a bracket may come between)
// it begins with a determiner, an owner or a title, contains a title, and ends with a comma or the sentence.
func (f *finder) appositionAfter(stop int) (int, int) {
	if stop >= len(f.words) || f.words[stop-1].owner {
		return 0, 0
	}
	i := stop
	gap := f.words[stop-1].next
	if strings.HasPrefix(strings.TrimSpace(gap), "(") {
		for i < len(f.words) && !strings.Contains(f.words[i].next, ")") {
			i++
		}
		if i >= len(f.words) {
			return 0, 0
		}
		gap = f.words[i].next
		i++
	}
	if !commaFirst(gap) || i >= len(f.words) {
		return 0, 0
	}
	if age := f.words[i]; age.Len() <= 2 && age.fold != "" && age.fold[0] <= '9' && commaFirst(age.next) &&
		i+1 < len(f.words) {
		i++
	}
	return f.descriptive(i)
}

// commaFirst reports whether a gap between words is a comma or a dash.
func commaFirst(gap string) bool {
	gap = strings.TrimLeft(gap, " )”\"")
	return gap == "," || strings.HasPrefix(gap, ", ") || strings.TrimSpace(gap) == "—"
}

// descriptive is the extent of the description at i, at most 14 words; empty where the words there are none.
func (f *finder) descriptive(i int) (int, int) {
	w := f.words[i]
	lostOwner := strings.HasSuffix(w.fold, "s") &&
		f.countries[strings.TrimSuffix(w.fold, "s")] != "" // "Russias top diplomat"
	if !english.Determiners.Has(w.fold) && !w.owner && !lostOwner && !f.described(i) && !f.modifiers[w.fold] &&
		f.demonyms[w.fold] == "" {
		return 0, 0
	}
	start := i
	if english.Determiners.Has(w.fold) {
		start++
	}
	titled := false
	for k := start; k < len(f.words) && k < i+14; k++ {
		w := f.words[k]
		if relatives[w.fold] || english.SpeechVerbs.Has(w.fold) && !w.upper && k > start {
			// In "to deal with Vale, the minister said" the minister is another.
			return ended(start, k, titled && (relatives[w.fold] || start == i))
		}
		titled = titled || f.described(k)
		if !w.touches() {
			return ended(start, k+1, titled && !strings.Contains(w.next, "("))
		}
	}
	return 0, 0
}

func ended(i, end int, ok bool) (int, int) {
	if !ok {
		return 0, 0
	}
	return i, end
}

// appositionBefore is a description that a comma parts from name k: "The state's campaign chairman, Phil Lovas,".
func (f *finder) appositionBefore(k int) (int, int) {
	if k == 0 || strings.TrimSpace(f.words[k-1].next) != "," {
		return 0, 0
	}
	titled := false
	for j := k - 1; j >= 0 && j > k-12; j-- {
		w := f.words[j]
		if j < k-1 && !w.touches() {
			return 0, 0
		}
		if english.Determiners.Has(w.fold) && !w.owner {
			return ended(j+1, k, titled)
		}
		if w.owner && w.upper && titled {
			return ended(j, k, true)
		}
		titled = titled || f.described(j)
		if !(w.upper || w.owner || f.modifiers[w.fold] || f.described(j) || w.fold == "of" || w.fold == "for" ||
			w.fold == "and") {
			return 0, 0
		}
	}
	return 0, 0
}

// relatives end a description.
var relatives = english.Set("who whose whom that which")
