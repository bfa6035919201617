package discord

import (
	"sync"
	"time"
)

// Discord bans an address after 10,000 refusals in ten minutes. Digests may use about a
// hundredth of that: refusalBurst at once, then one every refillEvery.
const (
	refusalBurst = 40
	refillEvery  = 12 * time.Second
)

// A RefusalBudget caps how many requests Discord may still refuse. Take one before sending and return it when the
// request was accepted. So nothing waits while all is well; when many channels are closed, one message at a time
// finds out whether they are open again. A guild gets at most as many as are left for the others, so that its
// closed channels do not delay other guilds. The zero value is ready to use.
type RefusalBudget struct {
	mu      sync.Mutex
	asOf    time.Time
	used    float64            // of allowedAtOnce
	byGuild map[string]float64 // the same per guild that has used any
}

// Take takes one refusal for a guild and returns 0, or how long to wait before trying
// again. A Return may shorten the wait.
func (b *RefusalBudget) Take(guild string, now time.Time) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.refill(now)
	own := b.byGuild[guild]
	over := own + 1 - (refusalBurst - b.used)
	if over <= 0 {
		b.add(guild, 1)
		return 0
	}
	share := own / b.used // of the refill; over cannot be positive when nothing is used
	return max(time.Millisecond, time.Duration(over/(1+share)*float64(refillEvery)))
}

// Return gives back a refusal that was taken and not used.
func (b *RefusalBudget) Return(guild string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.add(guild, -1)
}

// Charge counts a refusal that was not taken beforehand.
func (b *RefusalBudget) Charge(guild string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.add(guild, 1)
}

// refill returns refusals for the time that has passed, to each guild in proportion to what
// it used. A clock that was set back returns none.
func (b *RefusalBudget) refill(now time.Time) {
	refilled := max(0, float64(now.Sub(b.asOf))/float64(refillEvery))
	b.asOf = now
	if refilled >= b.used {
		b.used, b.byGuild = 0, nil
		return
	}
	left := 1 - refilled/b.used
	b.used *= left
	for guild := range b.byGuild {
		b.byGuild[guild] *= left
	}
}

func (b *RefusalBudget) add(guild string, n float64) {
	if b.byGuild == nil {
		b.byGuild = map[string]float64{}
	}
	n = max(n, -b.byGuild[guild]) // what was taken may have been refilled meanwhile
	b.byGuild[guild] += n
	b.used = max(0, b.used+n)
	if b.byGuild[guild] <= 0 {
		delete(b.byGuild, guild)
	}
}
