package when

import (
	"strings"
	"testing"

	"rapporteur/corpus/civil"
)

// prose is about what an article holds: most sentences have no date.
const prose = `The council of Ostra voted on Friday to close the old mill after a debate that lasted most of the night.
Supporters of the plan said it would save the town a good deal of money.
Its opponents, who had gathered outside the hall with torches and banners, were not persuaded.
The mill opened in 1987 and was sold to a fund three years later.
Nobody has said what will become of the two hundred people who work there.
A spokesman for the fund declined to answer questions about the future of the building.
The mayor will travel to the capital on Wednesday, Jan. 26, to ask the minister for help.
In a letter seen by this newspaper she called the decision hasty, unkind and wrong.
`

func BenchmarkFind(b *testing.B) {
	doc := paragraphs(strings.Repeat(prose, 4))
	published := civil.Of(2022, 1, 22)
	b.ReportAllocs()
	for b.Loop() {
		if len(Find(doc, published)) == 0 {
			b.Fatal("no dates")
		}
	}
	b.ReportMetric(float64(b.N*len(doc.Sentences))/b.Elapsed().Seconds(), "sentences/s")
}

func BenchmarkFindUndated(b *testing.B) {
	doc := paragraphs(strings.Repeat(prose, 4))
	b.ReportAllocs()
	for b.Loop() {
		Find(doc, civil.Day{})
	}
}

func BenchmarkParse(b *testing.B) {
	a := ParseContext{Today: civil.Of(2022, 1, 26)}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("between march and may 2021", a); err != nil {
			b.Fatal(err)
		}
	}
}
