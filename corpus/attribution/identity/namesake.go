package identity

import (
	"slices"
	"strings"

	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// tellNamesakes assigns each bare surname that several of the cast bear to one of them; without evidence to nobody.
func (s *scene) tellNamesakes() {
	bearers := map[string][]int{} // by surname: at the end of a name, or in front as in China and Korea
	for i, f := range s.cast {
		if f.kind != people.Human || len(f.words) < 2 {
			continue
		}
		first, last := f.words[0], f.words[len(f.words)-1]
		bearers[last] = append(bearers[last], i)
		if first != last && people.FamilyFirst(f.words) {
			bearers[first] = append(bearers[first], i)
		}
	}
	for bare := range s.cast {
		e := &s.cast[bare]
		if e.kind != people.Human || len(e.words) != 1 || len(bearers[e.words[0]]) < 2 {
			continue
		}
		n := s.namesakes(bearers[e.words[0]], e.at)
		for _, at := range e.at {
			best, sure := n.meant(at)
			s.of[at], s.sure[at] = best, sure
			if best != nobody {
				s.cast[best].at = append(s.cast[best].at, at)
			}
		}
		e.at = nil
	}
}

// namesakes are the people of an article with one surname, and the evidence on whether the article is about each.
type namesakes struct {
	*scene
	bearers    []int
	introduced map[int]int     // the byte at which the body first prints each in full, or beyond the text
	worth      map[int]float64 // points of evidence
}

// mostNamesakes is how many people may share a surname before it alone means none of them.
const mostNamesakes = 24

// namesakes weighs the bearers of a surname that some mentions print bare. Standing in the title, agreeing with the
// pronouns behind bare surnames, being no mere relative and not being printed in full repeatedly count for one.
func (s *scene) namesakes(bearers, bare []int) namesakes {
	n := namesakes{s, bearers, map[int]int{}, map[int]float64{}}
	if len(bearers) > mostNamesakes {
		return n
	}
	sexes := map[people.Gender]float64{}
	for _, at := range bare {
		sexes[n.pronounAfter(at)]++
	}
	for _, b := range bearers {
		e, worth := n.cast[b], 0.0
		inFull := slices.DeleteFunc(slices.Clone(e.at),
			func(i int) bool { return n.mentions[i].Title || !strings.Contains(n.mentions[i].Name, " ") })
		n.introduced[b] = len(n.doc.Text)
		if len(inFull) > 0 {
			n.introduced[b] = n.mentions[inFull[0]].Start
		}
		if e.inTitle {
			worth += 1.5
		}
		if e.gender == people.Unknown {
			worth--
		} else {
			worth += min(3, sexes[e.gender])
		}
		if slices.ContainsFunc(inFull, func(i int) bool { return n.mentions[i].Start == n.introduced[b] && n.kin(i) }) {
			worth--
		}
		n.worth[b] = worth - min(1.5, 0.5*float64(max(0, len(inFull)-1)))
	}
	return n
}

// unsure is the probability below which a bare surname stays unassigned.
const unsure = 0.7

// meant is the bearer whom the bare surname of mention at means, with the probability; nobody below unsure. Newspapers
// print people in full once; then the surname means whom the article is about, and relatives are printed in full.
func (n namesakes) meant(at int) (int, float64) {
	if len(n.bearers) > mostNamesakes {
		return nobody, 0
	}
	m := n.mentions[at]
	fit := n.keep(n.bearers, func(b int) bool { return agrees(m.Gender, n.cast[b].gender) })
	if n.doc.Ordered && !m.Title {
		fit = n.keep(fit, func(b int) bool { return n.introduced[b] < m.Start })
	}
	if len(fit) == 1 {
		return fit[0], 0.93
	}
	if sex := n.pronounAfter(at); sex != people.Unknown {
		same := slices.DeleteFunc(slices.Clone(fit), func(b int) bool { return n.cast[b].gender != sex })
		if len(same) == 1 {
			return same[0], 0.9
		}
	}
	best, margin := n.leading(fit)
	sure := min(0.93, 0.6+0.1*margin)
	if other := n.fresh(at, fit); other != nobody && other != best {
		if n.since(at, best) < 2*parted {
			return nobody, 0
		}
		best, sure = other, 0.8
	}
	if sure < unsure {
		return nobody, 0
	}
	return best, sure
}

// keep is the bearers for whom ok holds, or all where it holds for none.
func (n namesakes) keep(fit []int, ok func(int) bool) []int {
	kept := slices.DeleteFunc(slices.Clone(fit), func(b int) bool { return !ok(b) })
	if len(kept) == 0 {
		return fit
	}
	return kept
}

// leading is the bearer whom the article is about, and by how many points; being introduced first counts as well.
func (n namesakes) leading(fit []int) (int, float64) {
	first := slices.MinFunc(fit, func(a, b int) int { return n.introduced[a] - n.introduced[b] })
	best, most, second := nobody, -99.0, -99.0
	for _, b := range fit {
		worth := n.worth[b]
		if b == first && n.doc.Ordered {
			worth += 1.5
		}
		if worth > most {
			best, most, second = b, worth, most
		} else {
			second = max(second, worth)
		}
	}
	return best, most - second
}

// fresh is the bearer mentioned just before mention at: printed in full in the same sentence or the one before, or
// introduced some sentences before and no mere relative; or meant by the last surname. It is nobody without one.
func (n namesakes) fresh(at int, fit []int) int {
	if !n.doc.Ordered {
		return nobody
	}
	for i := at - 1; i >= max(0, at-lookBack) && n.mentions[at].Sentence-n.mentions[i].Sentence <= parted; i-- {
		m, b := n.mentions[i], n.of[i]
		if !slices.Contains(fit, b) || m.Quoted || m.Title {
			continue
		}
		subject, _ := n.position(m.Start, m.Sentence)
		relative := n.kin(i) && !(subject && n.isSource(m.Span))
		if !strings.Contains(m.Name, " ") || !relative &&
			(n.mentions[at].Sentence-m.Sentence <= 1 || n.since(i, b) > 2*parted) {
			return b
		}
		return nobody
	}
	return nobody
}

// kin reports whether a word of kinship stands before mention i in its clause, or behind
// its comma: "her husband, former President Karl Brill", "Ivo Brill, his brother".
func (s *scene) kin(i int) bool {
	m := s.mentions[i]
	start := max(s.doc.Sentences[m.Sentence].Start, m.Start-70)
	before := s.doc.Text[start:m.Start]
	after, _, _ := strings.Cut(s.doc.Text[m.End:min(len(s.doc.Text), m.End+40)], ".")
	if !strings.HasPrefix(after, ",") {
		after = ""
	}
	return slices.ContainsFunc(strings.Fields(english.Fold(before+" "+after)), english.KinWords.Has)
}

// since is how many sentences before mention at the article last named bearer b; many where that is far or never.
func (n namesakes) since(at, b int) int {
	for i := at - 1; i >= max(0, at-lookBack) && n.mentions[at].Sentence-n.mentions[i].Sentence <= 2*parted; i-- {
		if n.of[i] == b && !n.mentions[i].Title {
			return n.mentions[at].Sentence - n.mentions[i].Sentence
		}
	}
	return len(n.doc.Sentences)
}

// farBehind is the most bytes behind a name in which the pronoun that carries it on is looked for.
const farBehind = 400

// pronounAfter is the gender of the first pronoun behind mention at in its sentence, no person or quotation between.
func (n namesakes) pronounAfter(at int) people.Gender {
	m := n.mentions[at]
	if m.Quoted || m.Title {
		return people.Unknown
	}
	end := n.doc.Sentences[m.Sentence].End
	for i := at + 1; i < len(n.mentions) && n.mentions[i].Start < end; i++ {
		if n.mentions[i].Kind != people.Body {
			end = n.mentions[i].Start
		}
	}
	after := n.doc.Text[m.End:max(m.End, min(end, m.End+farBehind))]
	if i := strings.IndexAny(after, "“\""); i >= 0 {
		after = after[:i]
	}
	for w := range strings.FieldsSeq(english.Fold(after)) {
		if p, ok := pronouns[w]; ok && p.gender != people.Unknown {
			return p.gender
		}
	}
	return people.Unknown
}
