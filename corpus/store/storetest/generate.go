package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/store"
	"rapporteur/corpus/when"
)

// Generated is a corpus for benchmarks: as many sentences as asked, thirty to an article, eight articles a day,
// words by Zipf's law over an invented vocabulary. Of three sentences one holds a statement and one an event. The
// same number gives the same corpus.
func Generated(t testing.TB, sentences int) []store.Entry {
	t.Helper()
	g := generator{rand.New(rand.NewPCG(uint64(sentences), 1)), nil}
	g.zipf = rand.NewZipf(g.Rand, 1.1, 20, 40_000)
	var out []store.Entry
	for i := 0; i*30 < sentences; i++ {
		day := civil.Of(2030, 1, 1).Add(i / 8)
		var lines []Line
		for n := range min(30, sentences-i*30) {
			lines = append(lines, g.line(n, day))
		}
		out = append(out, Entry(t, fmt.Sprintf("Article %d", i), fmt.Sprintf("paper%d.example", i%25), day.String(),
			lines...))
	}
	return out
}

type generator struct {
	*rand.Rand
	zipf *rand.Zipf
}

func (g generator) line(n int, day civil.Day) Line {
	words := make([]string, 12+g.IntN(16))
	for i := range words {
		words[i] = invented(g.zipf.Uint64())
	}
	said := strings.Join(words, " ")
	switch n % 3 {
	case 0:
		name := g.name()
		return Line{Text: said + ", " + name + " said.", Speaker: name, Name: name, Cue: "said",
			Content: []string{said}}
	case 1:
		d := day.Add(-g.IntN(4))
		return Line{Text: said + " on that day.", Happened: "on that day", When: when.Interval{From: d, To: d,
			Precision: when.DayPrecision}}
	}
	return Line{Text: said + "."}
}

// name is one of six thousand, some in the news much more than others.
func (g generator) name() string {
	n := min(g.IntN(6000), g.IntN(6000))
	given, sur := invented(uint64(n%40)), invented(uint64(n))
	return strings.ToUpper(given[:1]) + given[1:] + " " + strings.ToUpper(sur[:1]) + sur[1:] + "son"
}

// invented is the word of a rank, common words being short.
func invented(rank uint64) string {
	var b strings.Builder
	for rank += 3; rank > 0; rank /= 60 {
		b.WriteByte("bdfgklmnprst"[rank%12])
		b.WriteByte("aeiou"[rank/12%5])
	}
	return b.String()
}
