package linker

import (
	"slices"
	"testing"

	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/span"
)

// passage is the words of s with parts at the given words.
func passage(s string) *tagger.Passage {
	return &tagger.Passages(s, []span.Span{{Start: 0, End: len(s)}}, false, true)[0]
}

func TestLinkLearnsTheNearestCue(t *testing.T) {
	p := passage("Quill said the tunnel was safe, but Farrow said she would not use it.")
	parts := []tagger.Part{
		{Kind: tagger.SourceBefore, First: 0, Last: 0, Confidence: 1},
		{Kind: tagger.Cue, First: 1, Last: 1, Confidence: 1},
		{Kind: tagger.ContentAfter, First: 2, Last: 5, Confidence: 1},
		{Kind: tagger.SourceBefore, First: 8, Last: 8, Confidence: 1},
		{Kind: tagger.Cue, First: 9, Last: 9, Confidence: 1},
		{Kind: tagger.ContentAfter, First: 10, Last: 14, Confidence: 0.5},
	}
	l := new(Linker)
	s := NewChoices(p, parts)
	for range 50 {
		l.Learn(s.CuesFor(2), 0, 0.2)
		l.Learn(s.CuesFor(5), 1, 0.2)
		l.Learn(s.SourcesFor(1), s.SourceChoice(0), 0.2)
		l.Learn(s.SourcesFor(4), s.SourceChoice(3), 0.2)
	}
	got := l.Link(p, parts)
	if len(got) != 2 || got[0].Cue != 1 || got[0].Source != 0 || !slices.Equal(got[0].Contents, []int{2}) ||
		got[1].Cue != 4 || got[1].Source != 3 || !slices.Equal(got[1].Contents, []int{5}) {
		t.Errorf("got %+v", got)
	}
	if got[0].Confidence <= got[1].Confidence {
		t.Errorf("a doubtful content is as sure (%v) as a sure one (%v)", got[1].Confidence, got[0].Confidence)
	}
}

func TestLinkDropsWhatHasNoCue(t *testing.T) {
	p := passage("Quill crossed the bridge at noon")
	parts := []tagger.Part{{Kind: tagger.SourceBefore, First: 0, Last: 0},
		{Kind: tagger.ContentAfter, First: 2, Last: 5}}
	if got := new(Linker).Link(p, parts); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestLinkerSurvivesItsFile(t *testing.T) {
	l := new(Linker)
	l.Weights[7], l.Weights[Size-1] = 0.5, -2
	data, err := l.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Decode(data); err != nil || *again != *l {
		t.Errorf("came back changed (%v)", err)
	}
	if _, err := Decode(data[1:]); err == nil {
		t.Error("a file cut short was read")
	}
}
