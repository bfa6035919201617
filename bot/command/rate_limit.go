package command

import (
	"cmp"
	"maps"
	"sync"
	"time"

	"rapporteur/briefing"

	"golang.org/x/time/rate"
)

// How often one member or one guild may ask: this many at once, refilled in RateWindow. Turning pages is faster
// than thinking of questions, and every keystroke asks for completions.
const (
	UserBurst       = 5
	pressBurst      = 20
	guildBurst      = 30
	completionBurst = 30
	checkBurst      = 5 // a check sends requests to Discord, and its pages are turned
	runBurst        = 3 // a closed channel rejects each run of a digest, which Discord counts
	RateWindow      = 10 * time.Second
)

// maxRateEntries bounds the memory of a limit.
const maxRateEntries = 10_000

var errTooMany = &briefing.InputError{Problem: "Too many questions at once. Wait a few seconds and ask again."}

// RateLimits limit how often members and guilds may ask.
type RateLimits struct {
	perUser                                           int
	mu                                                sync.Mutex
	users, guilds, presses, completions, checks, runs limiters
}

// limiters are those of members or of guilds, by their IDs.
type limiters map[string]*rate.Limiter

// NewRateLimits allows each member this many questions in RateWindow; 0 means UserBurst, and a negative number any.
func NewRateLimits(perUser int) *RateLimits {
	return &RateLimits{
		perUser: cmp.Or(perUser, UserBurst), users: limiters{}, guilds: limiters{}, presses: limiters{},
		completions: limiters{}, checks: limiters{}, runs: limiters{},
	}
}

// TakeQuestion counts a question against the limits of the member and of the guild.
func (l *RateLimits) TakeQuestion(user, guild string, now time.Time) error {
	if err := l.take(l.users, user, l.perUser, now); err != nil || guild == "" {
		return err
	}
	return l.take(l.guilds, guild, guildBurst, now)
}

// TakePress counts a press of a button against the member's limit.
func (l *RateLimits) TakePress(user string, now time.Time) error {
	return l.take(l.presses, user, pressBurst, now)
}

// TakeCompletion counts a completion against the member's limit.
func (l *RateLimits) TakeCompletion(user string, now time.Time) error {
	return l.take(l.completions, user, completionBurst, now)
}

// takeCheck counts a check of digests against the guild's limit.
func (l *RateLimits) takeCheck(guild string, now time.Time) error {
	return l.take(l.checks, guild, checkBurst, now)
}

// takeRun counts a digest that is run by hand against the guild's limit.
func (l *RateLimits) takeRun(guild string, now time.Time) error {
	return l.take(l.runs, guild, runBurst, now)
}

func (l *RateLimits) take(all limiters, id string, burst int, now time.Time) error {
	if l.perUser < 0 {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	a := all[id]
	if a == nil {
		all.makeRoom(now)
		a = rate.NewLimiter(rate.Limit(float64(burst)/RateWindow.Seconds()), burst)
		all[id] = a
	}
	if !a.AllowN(now, 1) {
		return errTooMany
	}
	return nil
}

// makeRoom drops the limiters that are full again, where there are many. If too many
// remain it drops them all, which bounds the memory and forgets some limits.
func (all limiters) makeRoom(now time.Time) {
	if len(all) < maxRateEntries {
		return
	}
	maps.DeleteFunc(all, func(_ string, a *rate.Limiter) bool { return a.TokensAt(now) >= float64(a.Burst()) })
	if len(all) >= maxRateEntries {
		clear(all)
	}
}
