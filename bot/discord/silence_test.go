package discord

import (
	"testing"
	"time"
)

// A silence lasts as long as Discord asked, even when the clock is set back meanwhile. A
// shorter one that comes later does not end it.
func TestSilenceWhenTheClockGoesBack(t *testing.T) {
	t.Parallel()
	var s silence
	now := time.Unix(1_900_000_000, 0)
	s.extend(now, 20*time.Second)
	s.extend(now, time.Second)
	for _, step := range []struct{ by, want time.Duration }{
		{5 * time.Second, 15 * time.Second},
		{-365 * 24 * time.Hour, 15 * time.Second},
		{10 * time.Second, 5 * time.Second},
		{-time.Hour, 5 * time.Second},
		{6 * time.Second, -time.Second},
	} {
		now = now.Add(step.by)
		if left := s.left(now); left != step.want {
			t.Errorf("after a step of %s: %s left, want %s", step.by, left, step.want)
		}
	}
}
