package bot

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"
)

// Discord bans an address that is refused 10,000 times in ten minutes. Of that the
// courier allows itself a hundredth: so many refusals at once, and then one each time
// this long has passed.
const (
	allowedAtOnce = 40
	allowedEvery  = 12 * time.Second
)

// A credit is how many refusals the courier may still run into. Whoever is about
// to send takes one, and gives it back when there was no refusal: so nothing waits
// while all is well, and in a storm, or when many channels are closed at once, one
// message at a time finds out whether it is over. The zero value is ready to use.
type credit struct {
	mu    sync.Mutex
	used  float64 // of allowedAtOnce
	asOf  time.Time
	freed chan struct{} // closed when something is given back; nil while nobody waits
}

// wait takes one refusal as soon as there is one, or gives ctx's error.
func (c *credit) wait(ctx context.Context, now func() time.Time) error {
	for {
		d, freed := c.take(now())
		if d == 0 {
			return nil
		}
		timer := time.NewTimer(d)
		select {
		case <-freed:
		case <-timer.C:
		case <-ctx.Done():
		}
		timer.Stop()
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// take takes one refusal, or says how long to wait for one, or until freed is closed.
func (c *credit) take(now time.Time) (time.Duration, <-chan struct{}) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if passed := now.Sub(c.asOf); passed > 0 { // a clock that went back earns nothing
		c.used = max(0, c.used-float64(passed)/float64(allowedEvery))
	}
	c.asOf = now
	over := c.used + 1 - allowedAtOnce
	if over <= 0 {
		c.used++
		return 0, nil
	}
	if c.freed == nil {
		c.freed = make(chan struct{})
	}
	return max(time.Millisecond, time.Duration(over*float64(allowedEvery))), c.freed
}

// spare gives back what was taken.
func (c *credit) spare() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.used = max(0, c.used-1)
	if c.freed != nil {
		close(c.freed)
		c.freed = nil
	}
}

// charge counts a refusal that nothing was taken for.
func (c *credit) charge() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.used++
}

// refuses reports whether err is an answer that Discord counts against us.
func refuses(err error) bool {
	var api *APIError
	if !errors.As(err, &api) || errors.Is(err, errSilenced) {
		return false
	}
	switch api.Status {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusTooManyRequests:
		return true
	}
	return false
}
