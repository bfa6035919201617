package phrase

import (
	"testing"

	"rapporteur/corpus/text/term"
)

// of is a phrase in which every word that is not common weighs 3.
func of(s string) Phrase {
	var p Phrase
	for _, t := range term.Split(s) {
		w := Word{Key: t.Key, Weight: 3}
		if term.Common(t.Word) {
			w.Weight = CommonWeight
		}
		p = append(p, w)
	}
	return p
}

func TestIn(t *testing.T) {
	const asked = "the river has waited ten thousand years"
	for _, row := range []struct {
		name, told string
		min, max   float64
	}{
		{"as it is", "The river has waited ten thousand years.", 1, 1},
		{"inside more", "There was no hurry, he said: the river has waited ten thousand years, and it can wait for a comma.", 1, 1},
		{"inflected", "The rivers have been waiting for ten thousand years", 0.9, 1},
		{"in another order", "Ten thousand years the river has waited", 0.7, 0.99},
		{"half of it", "The river has waited for rain", 0.3, 0.6},
		{"the same words far apart", "A river runs there. Nobody had waited, and of the others some ten went home at four while a hundred stayed; a thousand sandbags were laid, in what were hard years", 0, 0.75},
		{"common words alone", "The man has the hat", 0, 0.1},
		{"nothing", "", 0, 0},
	} {
		if got := of(asked).In(term.Split(row.told)).Score(); got < row.min-1e-9 || got > row.max+1e-9 {
			t.Errorf("%s: %.2f, want %.2f to %.2f", row.name, got, row.min, row.max)
		}
	}
}

func TestNear(t *testing.T) {
	p := of("the rivr has waited")
	p[1].Near = map[string]float64{"river": 0.8}
	f := p.In(term.Split("the river has waited"))
	if f.Words != 2 || f.Score() <= 0.8 || f.Score() >= 1 {
		t.Errorf("a misspelt word gives %+v, score %.2f; want both words and a score under 1", f, f.Score())
	}
}

func TestIdf(t *testing.T) {
	if rare, often := Idf(1, 1000), Idf(500, 1000); rare <= often || often <= 0 {
		t.Errorf("Idf of a rare word is %.2f, of a frequent one %.2f", rare, often)
	}
	if everywhere := Idf(10, 10); everywhere <= 0 {
		t.Errorf("Idf of a word in every sentence is %.2f, want it above nought", everywhere)
	}
}

func FuzzIn(f *testing.F) {
	f.Add("the river has waited", "the river waits")
	f.Add("", "x")
	f.Fuzz(func(t *testing.T, asked, told string) {
		if len(asked) > 500 || len(told) > 2000 {
			return
		}
		fit := of(asked).In(term.Split(told))
		if fit.Strong < 0 || fit.Strong > 1+1e-9 || fit.Cover < 0 || fit.Cover > 1+1e-9 || fit.Order > fit.Cover+1e-9 {
			t.Fatalf("shares are out of range: %+v", fit)
		}
		if fit.Words > 0 && (fit.Span.Empty() || fit.Span.End > len(told)) {
			t.Fatalf("stretch %v lies outside %d bytes", fit.Span, len(told))
		}
	})
}

func BenchmarkIn(b *testing.B) {
	p := of("the river has waited ten thousand years and it can wait for a comma")
	told := term.Split("Prime Minister Anders Holt suggested there was no hurry, saying drily that the river had waited ten thousand years and could wait for a comma")
	b.ReportAllocs()
	for b.Loop() {
		p.In(told)
	}
}
