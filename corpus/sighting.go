package corpus

import (
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/text/english"
)

// sightings is each way in which an article names somebody, once for each name and role. A word that is a name only
// on other evidence, and a place, count where a statement is credited to them.
func sightings(mentions []people.Mention, statements []attribution.Statement) []people.Sighting {
	credited := make(map[string]bool)
	for _, s := range statements {
		credited[english.Fold(s.Speaker.Name)] = true
	}
	type way struct{ name, role string }
	at := make(map[way]int)
	var out []people.Sighting
	for _, m := range mentions {
		if m.Kind == people.Unnamed || (m.Weak || m.Place) && !credited[english.Fold(m.Name)] {
			continue
		}
		key := way{english.Fold(m.Name), m.Role}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, people.Sighting{Name: m.Name, Kind: m.Kind, Gender: m.Gender, Role: m.Role})
		}
		out[i].Count++
	}
	return out
}
