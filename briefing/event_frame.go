package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
	"rapporteur/corpus/text/term"
)

// An eventFrame is who does what in a sentence: the last word of each name, and the other words that are not common.
type eventFrame struct{ names, actions map[string]bool }

// frameOf knows names by their capitals, so it cannot read headlines.
func frameOf(text string, words []term.Term) eventFrame {
	f := eventFrame{make(map[string]bool), make(map[string]bool)}
	last := ""
	end := func() {
		if last != "" {
			f.names[last], last = true, ""
		}
	}
	for i, w := range words {
		if i > 0 && strings.Trim(text[words[i-1].End:w.Start], " .-") != "" {
			end()
		}
		switch {
		case w.Word == "of" && last != "": // Secretary of State Antony Blinken
		case capitalised(text[w.Start:]) && !term.Common(w.Word) && !english.DayNames.Has(w.Word):
			last = w.Key
		default:
			end()
			if !term.Common(w.Word) && len(w.Word) > 2 {
				f.actions[w.Key] = true
			}
		}
	}
	end()
	return f
}

// sameEvent reports whether two frames of one day share three names and two actions, and most of the shorter one's.
func (f eventFrame) sameEvent(o eventFrame) bool {
	names, actions := countShared(f.names, o.names), countShared(f.actions, o.actions)
	return names >= leastNames && float64(names) >= namesShared*float64(min(len(f.names), len(o.names))) &&
		actions >= 2 && float64(actions) >= actionsShared*float64(min(len(f.actions), len(o.actions)))
}

const actionsShared = 0.4

// overlap is the share of all words of two frames that both have (Jaccard).
func (f eventFrame) overlap(o eventFrame) float64 {
	shared := countShared(f.names, o.names) + countShared(f.actions, o.actions)
	if all := len(f.names) + len(f.actions) + len(o.names) + len(o.actions) - shared; all > 0 {
		return float64(shared) / float64(all)
	}
	return 0
}

// coveredBy reports whether a sentence without a date reports the event of a dated one.
func (f eventFrame) coveredBy(dated eventFrame) bool {
	names := countShared(f.names, dated.names)
	return names >= leastNames && float64(names) >= namesShared*float64(len(f.names)) &&
		countShared(f.actions, dated.actions) > 0
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

func capitalised(raw string) bool {
	r, _ := utf8.DecodeRuneInString(raw)
	return unicode.IsUpper(r)
}
