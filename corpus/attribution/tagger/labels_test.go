package tagger

import (
	"slices"
	"testing"
)

func TestLabelsOfPartsAndBack(t *testing.T) {
	parts := []Part{
		{Kind: SourceBefore, First: 0, Last: 0},
		{Kind: Cue, First: 1, Last: 2},
		{Kind: ContentAfter, First: 3, Last: 7},
		{Kind: ContentAfter, First: 8, Last: 8},
	}
	labels := LabelsOf(parts, 10)
	for i := 1; i < len(labels); i++ {
		if !labels[i].follows(labels[i-1]) {
			t.Errorf("label %d at word %d may not follow %d", labels[i], i, labels[i-1])
		}
	}
	if got := PartsOf(labels); !slices.Equal(got, parts) {
		t.Errorf("got %v, want %v", got, parts)
	}
}

func TestFollows(t *testing.T) {
	for _, row := range []struct {
		before, after Label
		want          bool
	}{
		{0, 0, true},
		{0, label(Cue, begins), true},
		{0, label(Cue, inside), false},
		{0, label(Cue, ends), false},
		{label(Cue, begins), 0, false},
		{label(Cue, begins), label(Cue, ends), true},
		{label(Cue, begins), label(ContentAfter, ends), false},
		{label(Cue, ends), label(Cue, inside), false},
		{label(Cue, single), label(SourceAfter, begins), true},
	} {
		if got := row.after.follows(row.before); got != row.want {
			t.Errorf("%d after %d: %v", row.after, row.before, got)
		}
	}
}
