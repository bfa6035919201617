package bot

import (
	"strings"
	"testing"
)

// A text at a limit stays whole, and one beyond it is cut.
func TestCutAtTheLimit(t *testing.T) {
	t.Parallel()
	for _, letter := range []string{"a", "é", "😀", "👩\u200D🚒", "e\u0301"} {
		for _, limit := range []int{maxLabel, maxHelp, 1500, maxMessageContent} {
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
