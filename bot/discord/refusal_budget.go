package discord

import (
	"errors"
	"net/http"
	"sync"
	"time"
)

// Discord bans an address that is refused 10,000 times in ten minutes. Of that the
// digests are allowed a hundredth: so many refusals at once, and then one each time this
// long has passed.
const (
	AllowedAtOnce = 40
	allowedEvery  = 12 * time.Second
)

// A credit is how many refusals may still be run into. Whoever is about to send what may
// be refused takes one, and gives it back when it was not: so nothing waits while all is
// well, and in a storm, or when many channels are closed at once, one message at a time
// finds out whether it is over. A guild is given no more than are left for the others,
// so that its closed channels hold up nobody else. The zero value is ready to use.
type RefusalBudget struct {
	mu   sync.Mutex
	asOf time.Time
	used float64            // of allowedAtOnce
	by   map[string]float64 // the same, of each guild that has used any
}

// take takes one refusal for a guild and returns 0, or says how long to wait before asking
// again; something given back may make it sooner.
func (c *RefusalBudget) Take(guild string, now time.Time) time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.recover(now)
	own := c.by[guild]
	over := own + 1 - (AllowedAtOnce - c.used)
	if over <= 0 {
		c.add(guild, 1)
		return 0
	}
	share := own / c.used // of what is earned; over could not be positive with nothing used
	return max(time.Millisecond, time.Duration(over/(1+share)*float64(allowedEvery)))
}

// spare gives back what was taken.
func (c *RefusalBudget) Return(guild string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(guild, -1)
}

// charge counts a refusal that nothing was taken for.
func (c *RefusalBudget) Charge(guild string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(guild, 1)
}

// earn makes good with time what was used, of each guild in proportion. A clock that went
// back earns nothing.
func (c *RefusalBudget) recover(now time.Time) {
	earned := max(0, float64(now.Sub(c.asOf))/float64(allowedEvery))
	c.asOf = now
	if earned >= c.used {
		c.used, c.by = 0, nil
		return
	}
	left := 1 - earned/c.used
	c.used *= left
	for guild := range c.by {
		c.by[guild] *= left
	}
}

// book adds to what a guild has used.
func (c *RefusalBudget) add(guild string, n float64) {
	if c.by == nil {
		c.by = map[string]float64{}
	}
	n = max(n, -c.by[guild]) // what was taken may have been earned meanwhile
	c.by[guild] += n
	c.used = max(0, c.used+n)
	if c.by[guild] <= 0 {
		delete(c.by, guild)
	}
}

// refuses reports whether err is an answer that Discord counts against us.
func IsRefusal(err error) bool {
	var api *APIError
	if !errors.As(err, &api) || errors.Is(err, ErrSilenced) {
		return false
	}
	switch api.Status {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusTooManyRequests:
		return true
	}
	return false
}
