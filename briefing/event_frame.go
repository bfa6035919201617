package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/term"
)

// A eventFrame is what a sentence tells of whom: the last word of each name, and the
// words that are neither names nor common.
type eventFrame struct{ names, actions map[string]bool }

// frameOf reads capitals, so that headlines are not for it.
func frameOf(text string, words []term.Term) eventFrame {
	s := eventFrame{make(map[string]bool), make(map[string]bool)}
	last := ""
	for i, w := range words {
		if last != "" && (i == 0 || !joinsName(text[words[i-1].End:w.Start])) {
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
				s.actions[w.Key] = true
			}
		}
	}
	if last != "" {
		s.names[last] = true
	}
	return s
}

// joinsName reports whether what stands between two words keeps a name together.
func joinsName(gap string) bool { return strings.Trim(gap, " .-") == "" }

// sameEvent reports whether two scenes of one day are one event: three names and two
// deeds in common, and most of what the shorter has of them.
func (s eventFrame) sameEvent(o eventFrame) bool {
	names, deeds := countShared(s.names, o.names), countShared(s.actions, o.actions)
	return names >= leastNames && float64(names) >= namesShared*float64(min(len(s.names), len(o.names))) &&
		deeds >= 2 && float64(deeds) >= actionsShared*float64(min(len(s.actions), len(o.actions)))
}

const actionsShared = 0.4

// overlap is the share of all the words of two scenes that both have (Jaccard).
func (s eventFrame) overlap(o eventFrame) float64 {
	shared := countShared(s.names, o.names) + countShared(s.actions, o.actions)
	if all := len(s.names) + len(s.actions) + len(o.names) + len(o.actions) - shared; all > 0 {
		return float64(shared) / float64(all)
	}
	return 0
}

// coveredBy reports whether a sentence without a day tells of what a dated one does.
func (s eventFrame) coveredBy(dated eventFrame) bool {
	names := countShared(s.names, dated.names)
	return names >= leastNames && float64(names) >= namesShared*float64(len(s.names)) && countShared(s.actions, dated.actions) > 0
}

func countShared(a, b map[string]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}
