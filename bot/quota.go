package bot

import (
	"cmp"
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
	checkBurst      = 5 // a check asks Discord some things, and its pages are turned
	runBurst        = 3 // a closed channel refuses every run of a digest, and Discord counts that, too
	quotaWindow     = 10 * time.Second
)

// quotaEntries bounds the memory of a quota; beyond it, those longest at rest go.
const quotaEntries = 10_000

var errQuota = &briefing.InputError{Problem: "Too many questions at once. Wait a few seconds and ask again."}

// A quota limits how often members and guilds may ask.
type quota struct {
	perUser     int
	mu          sync.Mutex
	users       allowances
	guilds      allowances
	presses     allowances
	completions allowances
	checks      allowances
	runs        allowances
}

// Allowances are those of members, or of guilds, by their IDs.
type allowances map[string]*allowance

type allowance struct {
	limit *rate.Limiter
	used  time.Time
}

// newQuota allows each member so many questions in the window; 0 means userBurst, and
// a negative number any.
func newQuota(perUser int) *quota {
	return &quota{
		perUser:     cmp.Or(perUser, userBurst),
		users:       allowances{},
		guilds:      allowances{},
		presses:     allowances{},
		completions: allowances{},
		checks:      allowances{},
		runs:        allowances{},
	}
}

// take spends one question of the member's and of the guild's allowance.
func (q *quota) take(user, guild string, now time.Time) error {
	if err := q.spend(q.users, user, q.perUser, now); err != nil || guild == "" {
		return err
	}
	return q.spend(q.guilds, guild, guildBurst, now)
}

// takePress spends one press of a button of the member's allowance.
func (q *quota) takePress(user string, now time.Time) error {
	return q.spend(q.presses, user, pressBurst, now)
}

// takeCheck spends one check of its channels of the guild's allowance.
func (q *quota) takeCheck(guild string, now time.Time) error {
	return q.spend(q.checks, guild, checkBurst, now)
}

// takeRun spends one run of a digest by hand of the guild's allowance.
func (q *quota) takeRun(guild string, now time.Time) error {
	return q.spend(q.runs, guild, runBurst, now)
}

// takeCompletion spends one completion of the member's allowance.
func (q *quota) takeCompletion(user string, now time.Time) error {
	return q.spend(q.completions, user, completionBurst, now)
}

func (q *quota) spend(all allowances, id string, burst int, now time.Time) error {
	if q.perUser < 0 {
		return nil
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	a := all[id]
	if a == nil {
		all.makeRoom(now)
		a = &allowance{limit: rate.NewLimiter(rate.Limit(float64(burst)/quotaWindow.Seconds()), burst)}
		all[id] = a
	}
	a.used = now
	if !a.limit.AllowN(now, 1) {
		return errQuota
	}
	return nil
}

// makeRoom drops the allowances that are full again, where there are many, and all of
// them should that not be enough: a quota forgotten is better than memory without bound.
func (all allowances) makeRoom(now time.Time) {
	if len(all) < quotaEntries {
		return
	}
	for id, a := range all {
		if now.Sub(a.used) > quotaWindow {
			delete(all, id)
		}
	}
	if len(all) >= quotaEntries {
		clear(all)
	}
}
