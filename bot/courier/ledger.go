package courier

import (
	"context"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
)

// A Ledger remembers what is due and what was delivered, through any crash. Package
// ledger has one in SQLite, and ledgertest holds what each must do.
type Ledger interface {
	// Digests are those of a guild, oldest first; of all guilds when guild is "".
	Digests(ctx context.Context, guild string) ([]digest.Digest, error)
	// DeliveredKeys are the keys of what a channel was told since the given time.
	DeliveredKeys(ctx context.Context, channel string, since time.Time) ([]string, error)
	Planner
	Recorder
	// Tidy drops values that expired, deliveries from before the first time, and guilds
	// whose digests have all been suspended since before the second. It returns those.
	Tidy(ctx context.Context, before, suspended time.Time) (forgotten []string, err error)
}

// A Planner knows what is due.
type Planner interface {
	// Plan records the occurrences that have become due: of each digest the newest,
	// unless it is older than catchUp. Older ones are skipped and counted.
	Plan(ctx context.Context, now time.Time, catchUp time.Duration) error
	// Waiting is how many occurrences can be worked on at now, and when there will be
	// another; zero for never.
	Waiting(ctx context.Context, now time.Time) (open int, next time.Time, err error)
	// Pending are the occurrences to work on at now, at most so many, with what an earlier
	// try left of them. Each digest's come in order; guilds take turns.
	Pending(ctx context.Context, now time.Time, most int) ([]ledger.Occurrence, error)
}

// A Recorder is told of each step before or after it is taken.
type Recorder interface {
	// Freeze keeps the messages before any of them is sent. The first to freeze an
	// occurrence wins, and all get what is kept.
	Freeze(ctx context.Context, r ledger.Occurrence, c ledger.Edition, now time.Time) (ledger.Occurrence, error)
	// Sending notes that message n is about to be tried and returns when it first was.
	Sending(ctx context.Context, r ledger.Occurrence, n int, now time.Time) (first time.Time, err error)
	// Delivered notes the ID under which message n is in the channel.
	Delivered(ctx context.Context, r ledger.Occurrence, n int, message string, now time.Time) error
	// Failed notes a failure. It reports whether that has just suspended the digest.
	Failed(ctx context.Context, r ledger.Occurrence, s ledger.Failure, now time.Time) (suspended bool, err error)
}
