package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/term"
)

// A scene is what a sentence tells of whom: the last word of each name, and the
// words that are neither names nor common.
type scene struct{ names, deeds map[string]bool }

// sceneOf reads capitals, so that headlines are not for it.
func sceneOf(text string, words []term.Term) scene {
	s := scene{make(map[string]bool), make(map[string]bool)}
	last := ""
	for i, w := range words {
		if last != "" && (i == 0 || !joined(text[words[i-1].End:w.Start])) {
			s.names[last] = true
			last = ""
		}
		r, _ := utf8.DecodeRuneInString(text[w.Start:])
		switch {
		case w.Word == "of" && last != "": // Secretary of State Antony Blinken
		case unicode.IsUpper(r) && !term.Common(w.Word) && !english.DayNames.Has(w.Word):
			last = w.Key
		default:
			if last != "" {
				s.names[last] = true
				last = ""
			}
			if !term.Common(w.Word) && len(w.Word) > 2 {
				s.deeds[w.Key] = true
			}
		}
	}
	if last != "" {
		s.names[last] = true
	}
	return s
}

// joined reports whether what stands between two words keeps a name together.
func joined(gap string) bool { return strings.Trim(gap, " .-") == "" }

// like reports whether two scenes of one day are one event: three names and two
// deeds in common, and most of what the shorter has of them.
func (s scene) like(o scene) bool {
	names, deeds := both(s.names, o.names), both(s.deeds, o.deeds)
	return names >= leastNames && float64(names) >= namesShared*float64(min(len(s.names), len(o.names))) &&
		deeds >= 2 && float64(deeds) >= deedsShared*float64(min(len(s.deeds), len(o.deeds)))
}

const deedsShared = 0.4

// overlap is the share of all the words of two scenes that both have (Jaccard).
func (s scene) overlap(o scene) float64 {
	shared := both(s.names, o.names) + both(s.deeds, o.deeds)
	if all := len(s.names) + len(s.deeds) + len(o.names) + len(o.deeds) - shared; all > 0 {
		return float64(shared) / float64(all)
	}
	return 0
}

// tells reports whether a sentence without a day tells of what a dated one does.
func (s scene) tells(dated scene) bool {
	names := both(s.names, dated.names)
	return names >= leastNames && float64(names) >= namesShared*float64(len(s.names)) && both(s.deeds, dated.deeds) > 0
}

func both(a, b map[string]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}
