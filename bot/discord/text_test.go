package discord

import (
	"strings"
	"testing"
)

// A text at a limit stays whole, and a longer one is cut.
func TestTruncateAtTheLimit(t *testing.T) {
	t.Parallel()
	for _, letter := range []string{"a", "é", "😀", "👩\u200D🚒", "e\u0301"} {
		for _, limit := range []int{MaxLabelLength, MaxDescription, 1500, MaxMessageContent} {
			whole := strings.Repeat(letter, limit/Length(letter))
			if got := Truncate(whole, limit); got != whole {
				t.Errorf("%d of %d units are cut to %d", Length(whole), limit, Length(got))
			}
			got := Truncate(whole+letter, limit)
			if n := Length(got); n > limit || !strings.HasSuffix(got, "…") || n < limit-2*Length(letter) {
				t.Errorf("%d units over %d are cut to %d: …%q", Length(letter), limit, n, got[max(0, len(got)-20):])
			}
		}
	}
}
