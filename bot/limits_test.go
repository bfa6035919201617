package bot

import (
	"strings"
	"testing"
)

// At each of Discord's limits there is still something, and one beyond it there is not.
func TestAtTheLimits(t *testing.T) {
	t.Parallel()
	s := testSeals(t, &Memory{})
	room := maxCustomID - len(s.sign("guild 1", press{verb: verbTry}))
	for extra, want := range map[int]bool{-1: true, 0: true, 1: false} {
		id := s.sign("guild 1", press{verb: verbTry, arg: strings.Repeat("a", room+extra)})
		if (id != "") != want || len(id) > maxCustomID {
			t.Errorf("a custom_id of %d bytes is %q", maxCustomID+extra, id)
		}
	}
	for _, row := range []struct {
		value string
		want  bool
	}{
		{strings.Repeat("a", maxChoice), true}, {strings.Repeat("a", maxChoice+1), false},
		{strings.Repeat("😀", maxChoice/2), true}, {strings.Repeat("😀", maxChoice/2) + "a", false}, {" ", false},
	} {
		got := offerOne(nil, row.value, strings.Repeat("é", maxChoice+1))
		if (len(got) == 1) != row.want || len(got) == 1 && units(got[0].Name) > maxChoice {
			t.Errorf("a value of %d units is offered as %v", units(row.value), got)
		}
	}
	var all []choice
	for range maxChoices + 1 {
		all = offerOne(all, "a", "a")
	}
	if len(all) != maxChoices {
		t.Errorf("%d choices are offered", len(all))
	}
	for _, letter := range []string{"a", "é", "😀", "👩\u200D🚒", "e\u0301"} {
		for _, limit := range []int{maxLabel, maxHelp, quoteText, maxMessageContent} {
			whole := strings.Repeat(letter, limit/units(letter))
			if got := cut(whole, limit); got != whole {
				t.Errorf("%d of %d units are cut to %d", units(whole), limit, units(got))
			}
			if got := cut(whole+letter, limit); units(got) > limit || !strings.HasSuffix(got, "…") || units(got) < limit-2*units(letter) {
				t.Errorf("%d units over %d are cut to %d: …%q", units(letter), limit, units(got), got[max(0, len(got)-20):])
			}
		}
	}
}

// A page is full at its limit of text, and the next item begins another.
func TestPagesAtTheLimit(t *testing.T) {
	t.Parallel()
	half := markdown(strings.Repeat("a", pageText/2))
	for extra, want := range map[markdown]int{"": 1, "a": 2} {
		if got := len(pages(Reply{Items: []Item{{Text: half}, {Text: half + extra}}})); got != want {
			t.Errorf("%d characters take %d pages, want %d", pageText+len(extra), got, want)
		}
	}
	for n, want := range map[int]int{pageItems: 1, pageItems + 1: 2, 2*pageItems + 1: 3} {
		if got := len(pages(Reply{Items: make([]Item, n)})); got != want {
			t.Errorf("%d items take %d pages, want %d", n, got, want)
		}
	}
}
