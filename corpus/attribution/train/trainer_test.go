package main

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/span"
)

// corpus is a few articles that all say the same.
func corpus() []polnear.Article {
	const s = "Tunnel opens\n\nMara Quill said the tunnel was open. It rained.\n“Go through,” she added."
	at := func(words string) []span.Span {
		i := strings.Index(s, words)
		return []span.Span{{Start: i, End: i + len(words)}}
	}
	a := polnear.Article{Name: "a", Text: s, Relations: []polnear.Relation{
		{Source: at("Mara Quill"), Cue: at("said"), Content: at("the tunnel was open")},
		{Source: at("she"), Cue: at("added"), Content: at("“Go through,”")},
	}}
	return []polnear.Article{a, a, a}
}

func trained(t *testing.T) []float32 {
	t.Helper()
	articles := corpus()
	v := new(tagger.Vectors)
	v.Add("said", make([]float32, tagger.VectorSize))
	tr := newTrainer(settings{seed: 7, epochs: 2}, newTally(articles), v)
	all := tr.prepare(articles)
	first := tr.epoch(all, 0, 6)
	last := first
	for i := range 5 {
		last = tr.epoch(all, 1+i, 6)
	}
	if last >= first {
		t.Errorf("loss rose from %v to %v", first, last)
	}
	return tr.flat
}

func TestTrainingRepeatsToTheBit(t *testing.T) {
	if a, b := trained(t), trained(t); !slices.Equal(a, b) {
		t.Error("two runs of one seed differ")
	}
}

func TestExamplesOfEveryVersion(t *testing.T) {
	for _, v := range []version{{}, {strip: true}, {split: true}, {strip: true, split: true}} {
		links := 0
		for _, e := range examples(corpus()[0], v) {
			links += len(e.links)
			for _, l := range e.links {
				if len(l.source) != 1 || len(l.cue) != 1 || len(l.content) != 1 {
					t.Errorf("%+v: link %+v", v, l)
				}
			}
		}
		if links != 2 {
			t.Errorf("%+v: %d links, want 2", v, links)
		}
	}
}

func TestReadVectors(t *testing.T) {
	numbers := "[0.5" + strings.Repeat(",1", tagger.VectorSize) + "]"
	in := `{"size":2,"words":["the","\/","ferry"],"vectors":{"the":` + numbers + `,"ferry":` + numbers + `},"end":1}`
	v, err := readVectors(strings.NewReader(in), func(word string, rank int) bool { return rank == 2 })
	if err != nil || !slices.Equal(v.Words, []string{"ferry"}) || len(v.Bytes) != tagger.VectorSize {
		t.Errorf("read %v, %v", v, err)
	}
	if _, err := readVectors(strings.NewReader(in[:40]), nil); err == nil {
		t.Error("a file that is cut short was read")
	}
}
