package attribution

import (
	"testing"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/testenv"
	"rapporteur/corpus/text"
)

// BenchmarkStatements reads the articles of dev one after another, as on a fresh
// start: the first rounds fill the cache of words.
func BenchmarkStatements(b *testing.B) {
	articles, err := polnear.Read(testenv.Shared(b, "eval", "polnear", "dev"))
	if err != nil {
		b.Fatal(err)
	}
	x := extractor(b)
	var docs []*text.Document
	sentences := 0
	for _, a := range articles {
		_, doc := document(b, a.Name+".txt", a.Text)
		docs = append(docs, doc)
		sentences += len(doc.Sentences)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			x.Statements(doc)
		}
	}
	b.ReportMetric(float64(sentences)*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}
