package command

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
	UserBurst       = 5
	PressBurst      = 20
	GuildBurst      = 30
	completionBurst = 30
	CheckBurst      = 5 // a check asks Discord some things, and its pages are turned
	runBurst        = 3 // a closed channel refuses every run of a digest, and Discord counts that, too
	QuotaWindow     = 10 * time.Second
)

// quotaEntries bounds the memory of a quota; beyond it, those longest at rest go.
const QuotaEntries = 10_000

var ErrQuota = &briefing.InputError{Problem: "Too many questions at once. Wait a few seconds and ask again."}

// A quota limits how often members and guilds may ask.
type RateLimits struct {
	perUser     int
	mu          sync.Mutex
	users       allowances
	guilds      allowances
	presses     allowances
	Completions allowances
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
func NewRateLimits(perUser int) *RateLimits {
	return &RateLimits{
		perUser:     cmp.Or(perUser, UserBurst),
		users:       allowances{},
		guilds:      allowances{},
		presses:     allowances{},
		Completions: allowances{},
		checks:      allowances{},
		runs:        allowances{},
	}
}

// take spends one question of the member's and of the guild's allowance.
func (q *RateLimits) TakeQuestion(user, guild string, now time.Time) error {
	if err := q.spend(q.users, user, q.perUser, now); err != nil || guild == "" {
		return err
	}
	return q.spend(q.guilds, guild, GuildBurst, now)
}

// takePress spends one press of a button of the member's allowance.
func (q *RateLimits) TakePress(user string, now time.Time) error {
	return q.spend(q.presses, user, PressBurst, now)
}

// takeCheck spends one check of its channels of the guild's allowance.
func (q *RateLimits) TakeCheck(guild string, now time.Time) error {
	return q.spend(q.checks, guild, CheckBurst, now)
}

// takeRun spends one run of a digest by hand of the guild's allowance.
func (q *RateLimits) takeRun(guild string, now time.Time) error {
	return q.spend(q.runs, guild, runBurst, now)
}

// takeCompletion spends one completion of the member's allowance.
func (q *RateLimits) TakeCompletion(user string, now time.Time) error {
	return q.spend(q.Completions, user, completionBurst, now)
}

func (q *RateLimits) spend(all allowances, id string, burst int, now time.Time) error {
	if q.perUser < 0 {
		return nil
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	a := all[id]
	if a == nil {
		all.makeRoom(now)
		a = &allowance{limit: rate.NewLimiter(rate.Limit(float64(burst)/QuotaWindow.Seconds()), burst)}
		all[id] = a
	}
	a.used = now
	if !a.limit.AllowN(now, 1) {
		return ErrQuota
	}
	return nil
}

// makeRoom drops the allowances that are full again, where there are many, and all of
// them should that not be enough: a quota forgotten is better than memory without bound.
func (all allowances) makeRoom(now time.Time) {
	if len(all) < QuotaEntries {
		return
	}
	for id, a := range all {
		if now.Sub(a.used) > QuotaWindow {
			delete(all, id)
		}
	}
	if len(all) >= QuotaEntries {
		clear(all)
	}
}
