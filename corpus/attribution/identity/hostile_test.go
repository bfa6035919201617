package identity

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus/people"
)

// madeUp is the i-th of many names of five letters, no two alike in any order.
func madeUp(i int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	name := []byte{0, 0, 0, 0, 0}
	i = i * 7919 % (14 * 5 * 14 * 5 * 14)
	for k := range name {
		letters := consonants
		if k%2 == 1 {
			letters = vowels
		}
		name[k] = letters[i%len(letters)]
		i /= len(letters)
	}
	return strings.ToUpper(string(name[:1])) + string(name[1:])
}

// hostile has lines that, over and over with ever new names, make as much work as a line
// can: whatever compares each with all shows there.
func hostile() map[string]string {
	return map[string]string{
		"full names":          "[[Anna %[1]s]] said the pier was safe.\n",
		"pronouns":            "Anna %[1]s left. [[She]] said the pier was safe and would hold.\n",
		"quotations":          "“The pier is safe,” said [[Anna %[1]s]]. “It was built to last.”\n“It is,” [[she]] said.\n",
		"one office":          "Senator Anna %[1]s left. [[The senator]] said the pier was safe.\n",
		"an office of nobody": "Senator Anna %[1]s left. [[The president]] said the pier was safe.\n",
		"a place's office":    "%[1]s Senator Anna Holt left. [[The %[1]s senator]] said the pier was safe.\n",
		"one surname":         "%[1]s Holt left. [[Holt]] said the pier was safe.\n",
		"second given names":  "Anna %[1]s Holt left. [[Holt]] said the pier was safe.\n",
		"a place's surname":   "%[1]s Washington left. [[Washington]] told reporters that the pier was safe.\n",
		"surnames alone":      "%[1]s said so. [[%[2]s]] said the pier was safe.\n",
		"unnamed people":      "Anna %[1]s left. [[A spokesman]] said the pier was safe. [[He]] said it would hold.\n",
		"councils":            "The %[1]s Council met. [[The council]] said the pier was safe.\n",
		"companies":           "%[1]s Industries left. [[The company]] said the pier was safe.\n",
		"acronyms":            "The %[1]s Workers Federation (%[1].1sWF) met. [[The federation]] said the pier was safe.\n",
		"ages":                "Anna %[1]s, 45, left. [[The 45-year-old rigger]] said the pier was safe.\n",
		"campaigns":           "Anna %[1]s left. [[The %[1]s campaign]] said the pier was safe.\n",
		"allies":              "Anna %[1]s spoke. [[The top Holt ally]] said the pier was safe.\n",
		"who":                 "The rigger from Anna %[1]s, [[who]] said the pier was safe.\n",
		"one sentence":        "Senator Anna %[1]s left, [[she]] said, and [[the senator]] stayed, ",
		"one man":             "President Karl Holt left. [[The president]] said he would. [[Holt]] said so. [[He]] did.\n",
	}
}

// overAndOver is an article of n such lines.
func overAndOver(line string, n int) string {
	var b strings.Builder
	b.WriteString("Velmar\n\n")
	for i := range n {
		fmt.Fprintf(&b, line+"%.0[2]s", madeUp(i), madeUp(i+1))
	}
	return b.String()
}

// TestWorkGrowsWithTheArticle holds what is allocated, which no machine makes more or less,
// to the length of the article: four times the lines take no more than five times as much.
func TestWorkGrowsWithTheArticle(t *testing.T) {
	if raced {
		t.Skip("what regexps allocate is left to chance under the race detector")
	}
	allocated := func(line string, n int, ordered bool) (count, bytes uint64) {
		doc, statements := marked(overAndOver(line, n), ordered)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Resolve(doc, people.Mentions(doc), statements)
		runtime.ReadMemStats(&after)
		return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
	}
	for _, name := range slices.Sorted(maps.Keys(hostile())) {
		for _, ordered := range []bool{true, false} {
			line := hostile()[name]
			allocated(line, 10, ordered) // what is made once
			count, bytes := allocated(line, 150, ordered)
			count4, bytes4 := allocated(line, 600, ordered)
			if count4 > 5*count || bytes4 > 5*bytes {
				t.Errorf("%s (ordered %v): %d allocations of %d bytes, and %d of %d for four times as much", name, ordered, count,
					bytes, count4, bytes4)
			}
		}
	}
}

// BenchmarkHostile reads such articles at two sizes.
func BenchmarkHostile(b *testing.B) {
	for _, name := range []string{"pronouns", "one office", "one surname", "quotations"} {
		for _, lines := range []int{500, 4000} {
			b.Run(fmt.Sprintf("%s/%d", name, lines), func(b *testing.B) {
				article := overAndOver(hostile()[name], lines)
				doc, statements := marked(article, true)
				mentions := people.Mentions(doc)
				b.ReportAllocs()
				b.SetBytes(int64(len(article)))
				for b.Loop() {
					Resolve(doc, mentions, statements)
				}
			})
		}
	}
}
