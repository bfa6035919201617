package discord

import (
	"sync"
	"time"
)

// maxSilence is the longest Retry-After that is believed.
const maxSilence = 24 * time.Hour

// A silence is a time in which nothing may be sent. Setting the clock back does not
// prolong it. The zero value is over.
type silence struct {
	mu    sync.Mutex
	until time.Time
	seen  time.Time // when the clock was last read
}

// extend makes the silence last for at least d from now.
func (s *silence) extend(now time.Time, d time.Duration) {
	left := s.left(now)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.until = now.Add(max(left, d))
}

// left is how long the silence still lasts; not positive when it is over.
func (s *silence) left(now time.Time) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	if now.Before(s.seen) {
		s.until = now.Add(s.until.Sub(s.seen))
	}
	s.seen = now
	return s.until.Sub(now)
}
