package courier

import (
	"context"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
)

// A Ledger remembers what is due and what was delivered, through any crash. Package ledger
// implements it in SQLite, and package ledgertest tests any implementation.
type Ledger interface {
	// Digests lists a guild's digests, oldest first; those of all guilds when guild is "".
	Digests(ctx context.Context, guild string) ([]digest.Digest, error)
	// DeliveredKeys are the keys of the items posted to a channel since the given time.
	DeliveredKeys(ctx context.Context, channel string, since time.Time) ([]string, error)
	Planner
	Recorder
	// Tidy drops expired values, deliveries from before the first time, and guilds whose
	// digests have all been suspended since before the second time. It returns those guilds.
	Tidy(ctx context.Context, before, suspended time.Time) (forgotten []string, err error)
}

// A Planner knows what is due.
type Planner interface {
	// Plan records the occurrences that have become due: the newest of each digest, unless
	// it is older than catchUp. Older ones are skipped and counted.
	Plan(ctx context.Context, now time.Time, catchUp time.Duration) error
	// Waiting is how many occurrences can be delivered at now, and when the next one can; zero for never.
	Waiting(ctx context.Context, now time.Time) (open int, next time.Time, err error)
	// Pending are the occurrences to deliver at now, at most so many, with what an earlier try
	// left of them. Those of one digest come in order; guilds take turns.
	Pending(ctx context.Context, now time.Time, most int) ([]ledger.Occurrence, error)
}

// A Recorder records each step of a delivery.
type Recorder interface {
	// Freeze stores the messages before any of them is sent. The first call for an
	// occurrence wins; later ones return what is stored.
	Freeze(ctx context.Context, r ledger.Occurrence, c ledger.Edition, now time.Time) (ledger.Occurrence, error)
	// Sending records that message n is about to be sent, and returns when it first was.
	Sending(ctx context.Context, r ledger.Occurrence, n int, now time.Time) (first time.Time, err error)
	// Delivered records the ID of message n in the channel.
	Delivered(ctx context.Context, r ledger.Occurrence, n int, message string, now time.Time) error
	// Failed records a failure. It reports whether that has just suspended the digest.
	Failed(ctx context.Context, r ledger.Occurrence, s ledger.Failure, now time.Time) (suspended bool, err error)
}
