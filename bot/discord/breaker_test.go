package discord

import (
	"errors"
	"testing"
	"time"
)

// Requests stop at a tenth of the refusals that Discord bans for.
func TestBreaker(t *testing.T) {
	t.Parallel()
	b, now := &breaker{}, time.Unix(1_900_000_000, 0)
	for range breakerLimit {
		if err := b.allow(now); err != nil {
			t.Fatal(err)
		}
		b.count(now)
	}
	if err := b.allow(now.Add(8 * time.Minute)); !errors.Is(err, errBreakerOpen) {
		t.Errorf("after %d refusals: %v", breakerLimit, err)
	}
	if err := b.allow(now.Add(11 * time.Minute)); err != nil {
		t.Errorf("eleven minutes later: %v", err)
	}
	if err := b.allow(now.Add(-8 * time.Minute)); !errors.Is(err, errBreakerOpen) {
		t.Errorf("with the clock set back a little: %v", err)
	}
	if err := b.allow(now.Add(-365 * 24 * time.Hour)); err != nil {
		t.Errorf("with the clock set back a year: %v", err)
	}
	b.trip()
	if err := b.allow(now.Add(24 * time.Hour)); !errors.Is(err, ErrTokenRefused) {
		t.Errorf("with a refused token: %v", err)
	}
}
