package near

import (
	"slices"
	"strings"
	"sync"

	"rapporteur/corpus/text/english"
)

// opposites has, for each word, all words that mean the opposite.
var opposites = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for _, entry := range english.Opposites.Entries() {
		left, right, _ := strings.Cut(entry, "|")
		one, other := strings.Fields(left), strings.Fields(right)
		for _, w := range one {
			table[w] = append(table[w], other...)
		}
		for _, w := range other {
			table[w] = append(table[w], one...)
		}
	}
	return table
})

// opposed reports whether b means the opposite of a.
func opposed(a, b string) bool { return slices.Contains(opposites()[a], b) }
