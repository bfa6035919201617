package discord

import (
	"sync"
	"time"
)

// Discord bans an address after 10,000 answers of 401, 403 or 429 in ten minutes
// (Discord, "Invalid Request Limit"). The breaker opens at a tenth of that.
const (
	breakerLimit  = 1000
	breakerWindow = 10 * time.Minute
)

// A breaker counts refused requests by the minute and stops all requests before Discord
// bans the address. The zero value is ready to use.
type breaker struct {
	mu      sync.Mutex
	tripped bool // the token is refused: nothing more may be sent
	minutes [int(breakerWindow / time.Minute)]struct {
		at int64 // unix minute
		n  int
	}
}

// allow returns an error when no request may be sent now.
func (b *breaker) allow(now time.Time) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.tripped:
		return ErrTokenRefused
	case b.sum(now) >= breakerLimit:
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

// trip stops all requests until the process ends.
func (b *breaker) trip() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tripped = true
}

// sum counts the refusals within one window of now, on either side: the clock may have been set back.
func (b *breaker) sum(now time.Time) int {
	minute, n := now.Unix()/60, 0
	for _, slot := range b.minutes {
		if d := minute - slot.at; max(d, -d) < int64(len(b.minutes)) {
			n += slot.n
		}
	}
	return n
}
