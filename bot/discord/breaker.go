package discord

import (
	"errors"
	"sync"
	"time"
)

// Discord bans an address after 10,000 answers of 401, 403 or 429 in ten minutes
// (Discord, "Invalid Request Limit"). We stop at a tenth.
const (
	breakerLimit  = 1000
	BreakerWindow = 10 * time.Minute
)

var (
	ErrTokenRefused = errors.New("discord refused the token (401): set a valid DISCORD_TOKEN")
	errBreakerOpen  = errors.New("too many requests were refused in the last ten minutes; waiting before the next")
)

// A breaker counts refused requests by the minute and stops requests when Discord's
// patience is at risk. The zero value is ready to use.
type breaker struct {
	mu      sync.Mutex
	tripped bool // the token is refused: nothing more may be sent
	minutes [int(BreakerWindow / time.Minute)]struct {
		at int64 // unix minute
		n  int
	}
}

// allow says whether a request may be sent now.
func (b *breaker) allow(now time.Time) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.tripped {
		return ErrTokenRefused
	}
	if b.sum(now) >= breakerLimit {
		return errBreakerOpen
	}
	return nil
}

// count notes a refused request.
func (b *breaker) count(now time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	minute := now.Unix() / 60
	slot := &b.minutes[minute%int64(len(b.minutes))]
	if slot.at != minute {
		slot.at, slot.n = minute, 0
	}
	slot.n++
}

// trip stops all requests for good.
func (b *breaker) trip() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tripped = true
}

// sum is how many requests were refused in the window up to now, or after it, where the
// clock has been set back by less than the window.
func (b *breaker) sum(now time.Time) int {
	minute, n := now.Unix()/60, 0
	for _, slot := range b.minutes {
		if d := minute - slot.at; max(d, -d) < int64(len(b.minutes)) {
			n += slot.n
		}
	}
	return n
}
