package story

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// What a statement needs to be shown. A wrong name is the worst fault, so the speaker must be named and certain.
const (
	mostSaid    = 5
	fewestSaid  = 6  // words of a statement
	longestSaid = 60 // words of its sentence
)

// A saying is a statement that may be shown.
type saying struct {
	i     int // its sentence
	st    *attribution.Statement
	value float64
}

// said lists the day's most repeated and most specific statements, one per speaker.
func (c *composer) said() []Item {
	var all []saying
	for i, s := range c.told {
		if c.used[i] || c.longAgo(s) || !c.wanted(i) {
			continue
		}
		if x, ok := c.sayingIn(i, s); ok {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b saying) int { return cmp.Compare(b.value, a.value) })
	var out []Item
	spoken := map[string]bool{}
	for _, x := range all {
		name := x.st.Speaker.Name
		if spoken[name] || c.used[x.i] || len(out) == mostSaid || c.repeats(x.i) {
			continue
		}
		spoken[name] = true
		same := c.tellers(x.i)
		c.use(same)
		item := c.item(Said, same, c.whySaid(x, same))
		item.Speaker = name
		out = append(out, item)
	}
	return out
}

// sayingIn is the first statement of a sentence that may be shown.
func (c *composer) sayingIn(i int, s *sentence) (saying, bool) {
	if len(s.words) > longestSaid {
		return saying{}, false
	}
	for k := range s.article.Statements {
		st := &s.article.Statements[k]
		if st.Sentence != s.line || !tellable(s.article, st) || !c.stands(s, st) {
			continue
		}
		value := c.scores[i] + 2*float64(c.likeness(i).publishers)
		if st.Form != attribution.Indirect {
			value++ // exact words are more specific
		}
		return saying{i: i, st: st, value: value}, true
	}
	return saying{}, false
}

// tellable reports whether the statement is speech by a certain, named speaker.
func tellable(a *Article, st *attribution.Statement) bool {
	cue := strings.ToLower(a.At(st.Cue))
	addressed := st.Speaker.Start > st.Cue.End && !st.Cue.Empty() // "told the Times": the listener
	return st.Speech && !(addressed && cue == "told") && !passive(a, st) &&
		st.Speaker.Grade() == attribution.Certain &&
		(st.Speaker.Basis == attribution.Named || st.Speaker.Basis == attribution.Description)
}

// passive reports whether somebody speaks about the person: "Brenn has been accused".
func passive(a *Article, st *attribution.Statement) bool {
	if st.Speaker.End > st.Cue.Start {
		return false
	}
	between := strings.Fields(a.At(span.Span{Start: st.Speaker.End, End: st.Cue.Start}))
	return len(between) > 0 && formsOfBe[between[len(between)-1]] && !strings.HasSuffix(a.At(st.Cue), "ing")
}

var formsOfBe = english.Set("been was were is are being be")

// stands reports whether the sentence can be read alone with this statement: whole, with the speaker's name.
func (c *composer) stands(s *sentence, st *attribution.Statement) bool {
	if len(s.words) < fewestSaid || !s.span.Holds(st.Speaker.Span) {
		return false
	}
	if st.Form == attribution.Indirect {
		return c.standing(s)
	}
	body := strings.TrimLeft(s.text, "\"“‘'")
	return !hasPrefix(s.text, "Its ", "His ", "Her ", "Their ") && ended(s.text) && balanced(s.text) && !c.unnamed(s) &&
		!verbless(s.text) && !strings.Contains(s.text, "?") && unicode.IsUpper(firstRune(body)) && !furniture(s.text)
}

func (c *composer) whySaid(x saying, same []int) string {
	why := c.reportedBy(same)
	if x.st.Speaker.Evidence != "" {
		why += "; speaker: " + x.st.Speaker.Evidence
	}
	return why + "."
}
