package near

import (
	"slices"
	"strings"
)

// opposites has, for each word, all words that mean the opposite. It is made once and
// never changed.
var opposites = opposing(
	"rose rise rises rising increased increase increases increasing climbed grew", "fell fall falls falling dropped drop declined decline decreased decrease shrank",
	"more higher highest above over", "less fewer lower lowest below under",
	"before", "after",
	"won win wins victory", "lost lose loses defeat",
	"accepted accept accepts agreed agree agrees approved approve", "rejected reject rejects declined decline disagreed blocked",
	"supported support supports backed backs for", "opposed oppose opposes against",
	"opened open opens", "closed close closes shut",
	"started start starts began begin begins", "ended end ends stopped stop stops",
	"guilty", "innocent",
	"alive survived", "dead died",
	"arrested jailed detained", "released freed",
	"hired appointed", "fired dismissed sacked",
	"joined entered", "left quit",
	"advance advanced", "retreat retreated",
	"buy buys bought import imports imported", "sell sells sold export exports exported",
	"east eastern", "west western",
	"north northern", "south southern",
	"lifted lift lifts", "imposed impose imposes",
	"strengthened", "weakened",
	"best better", "worst worse",
	"safe legal true possible", "dangerous illegal false impossible",
	"allowed allow allows", "banned ban bans forbade",
	"first", "last",
)

// opposing makes the table from sides that stand in turn.
func opposing(sides ...string) map[string][]string {
	table := make(map[string][]string)
	for i := 0; i < len(sides); i += 2 {
		one, other := strings.Fields(sides[i]), strings.Fields(sides[i+1])
		for _, w := range one {
			table[w] = append(table[w], other...)
		}
		for _, w := range other {
			table[w] = append(table[w], one...)
		}
	}
	return table
}

// opposed reports whether b means the opposite of a.
func opposed(a, b string) bool { return slices.Contains(opposites[a], b) }
