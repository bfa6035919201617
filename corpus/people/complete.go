package people

import (
	"strings"

	"rapporteur/corpus/text/english"
)

// A Completion is a person offered while a member types.
type Completion struct {
	Name       string
	Statements int // of the corpus
}

// Complete offers people for what a member has begun to type, at most limit (0 means 25, the most that Discord shows):
// those whose names begin so, most quoted first, otherwise those whom Match finds. Nothing typed offers all.
func (x *Index) Complete(typed string, limit int) []Completion {
	if limit <= 0 {
		limit = 25
	}
	fold := english.Fold(typed)
	var r ranking
	if fold == "" {
		for i, p := range x.persons {
			if p.Kind != Unnamed {
				r.add(i, Alias, 1)
			}
		}
	} else {
		x.byParts(&r, strings.Fields(fold))
	}
	for i := range r.hits {
		r.hits[i].score = 1 // the most quoted first, however much of the name is typed
	}
	matches := r.best(x.persons, limit)
	if len(matches) == 0 && fold != "" {
		matches = x.Match(typed, limit)
	}
	out := make([]Completion, len(matches))
	for i, m := range matches {
		out[i] = Completion{m.Person.Name, m.Person.Statements}
	}
	return out
}

// Suggest is the names nearest to what Match did not find, at most limit (0: 3); of an office, its holders elsewhere.
func (x *Index) Suggest(typed string, limit int) []string {
	if limit <= 0 {
		limit = 3
	}
	var r ranking
	words := strings.Fields(english.Fold(Bare(typed)))
	if x.byLikeOffice(&r, typed); len(r.hits) > 0 {
		words = nil
	}
	for _, w := range words {
		if len(w) > 3 {
			x.byMisspelling(&r, []string{w}, 0.8)
		}
	}
	var out []string
	for _, m := range r.best(x.persons, limit) {
		out = append(out, m.Person.Name)
	}
	return out
}
