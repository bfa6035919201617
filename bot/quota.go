package bot

import (
	"sync"
	"time"

	"rapporteur/briefing"

	"golang.org/x/time/rate"
)

// What one member and one guild may ask: so many at once, refilled in ten seconds.
// Pages are turned faster than questions are thought of, and completions are asked at
// every keystroke.
const (
	userBurst       = 5
	pressBurst      = 20
	guildBurst      = 30
	completionBurst = 30
	checkBurst      = 1 // a check of many closed channels is refused for each, and Discord counts that
	quotaWindow     = 10 * time.Second
)

// quotaEntries bounds the memory of a quota; beyond it, those longest at rest go.
const quotaEntries = 10_000

var errQuota = &briefing.InputError{Problem: "Too many questions at once. Wait a few seconds and ask again."}

// A quota limits how often members and guilds may ask.
type quota struct {
	perUser     int
	mu          sync.Mutex
	users       map[string]*allowance
	guilds      map[string]*allowance
	presses     map[string]*allowance
	completions map[string]*allowance
	checks      map[string]*allowance
}

type allowance struct {
	limit *rate.Limiter
	used  time.Time
}

// newQuota allows each member so many questions in the window; 0 means userBurst, and
// a negative number any.
func newQuota(perUser int) *quota {
	if perUser == 0 {
		perUser = userBurst
	}
	return &quota{
		perUser:     perUser,
		users:       map[string]*allowance{},
		guilds:      map[string]*allowance{},
		presses:     map[string]*allowance{},
		completions: map[string]*allowance{},
		checks:      map[string]*allowance{},
	}
}

// take spends one question of the member's and of the guild's allowance.
func (q *quota) take(user, guild string, now time.Time) error {
	if q.perUser < 0 {
		return nil
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if !spend(q.users, user, q.perUser, now) {
		return errQuota
	}
	if guild != "" && !spend(q.guilds, guild, guildBurst, now) {
		return errQuota
	}
	return nil
}

// takePress spends one press of a button of the member's allowance.
func (q *quota) takePress(user string, now time.Time) error {
	if q.perUser < 0 {
		return nil
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if !spend(q.presses, user, pressBurst, now) {
		return errQuota
	}
	return nil
}

// takeCheck spends one check of its channels of the guild's allowance.
func (q *quota) takeCheck(guild string, now time.Time) error {
	if q.perUser < 0 {
		return nil
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if !spend(q.checks, guild, checkBurst, now) {
		return errQuota
	}
	return nil
}

// takeCompletion spends one completion of the member's allowance.
func (q *quota) takeCompletion(user string, now time.Time) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return spend(q.completions, user, completionBurst, now)
}

func spend(all map[string]*allowance, key string, burst int, now time.Time) bool {
	a := all[key]
	if a == nil {
		if len(all) >= quotaEntries {
			forget(all, now)
		}
		a = &allowance{limit: rate.NewLimiter(rate.Limit(float64(burst)/quotaWindow.Seconds()), burst)}
		all[key] = a
	}
	a.used = now
	return a.limit.AllowN(now, 1)
}

// forget drops the allowances that are full again, and all of them should that not be
// enough: a quota forgotten is better than memory without bound.
func forget(all map[string]*allowance, now time.Time) {
	for key, a := range all {
		if now.Sub(a.used) > quotaWindow {
			delete(all, key)
		}
	}
	if len(all) >= quotaEntries {
		clear(all)
	}
}
