package bot

import (
	"strings"
	"testing"
)

// At each of Discord's limits of choices there is still one, and beyond it there is not.
func TestChoicesAtTheLimit(t *testing.T) {
	t.Parallel()
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
}
