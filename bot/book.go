package bot

import (
	"context"
	"time"

	"rapporteur/briefing"
)

// A Digest is one scheduled digest of a guild, as its moderators see it.
type Digest struct {
	ID      string // short and permanent within the guild; "" until it is added
	Channel string // Discord's ID of the channel it is posted to
	At      string // local time as typed, "09:00", or a cron line of five fields
	Days    string // as typed: "daily", "weekdays", "mon,thu"; "" means daily
	Zone    string // IANA name; "" means the guild's zone
	About   string // words the news must be about; "" for all
	Kind    string // what it tells: "new", "day", "week", "years" or "replay"; "" means new
	Start   string // of replay: the first day, as typed
	Items   int    // at most so many items; 0 means as many as fit
	Quiet   bool   // an empty day is told in one line, instead of not at all
	Picture bool   // with a picture of stories a day
	Thread  bool   // what does not fit one message goes to a thread below it
	Paused  bool

	// What follows is told by the book and ignored when a digest is added or edited.

	Rule    string      // in plain words: "every weekday at 09:00"
	Next    []time.Time // the next three runs, soonest first; none when paused
	Last    time.Time   // last delivery; zero when there was none
	Trouble string      // why it is not delivered at present, in words for moderators; "" when all is well
	Skipped int         // runs that were skipped so far, being too late
}

// Digests keeps the digests of guilds. A mistake in At, Days, Zone or Channel is a
// *briefing.InputError naming the option at fault; so is an unknown ID (option "digest").
type Digests interface {
	// List returns the guild's digests in the order they were added.
	List(ctx context.Context, guild string) ([]Digest, error)
	// Save changes the digest of that ID by edit, or adds one where the ID is "" and edit
	// is given the zero Digest, and returns it filled in. Nobody else's change comes
	// between what edit is given and what it makes. By is the moderator's user ID, for the
	// audit.
	Save(ctx context.Context, guild, by, id string, edit func(*Digest)) (Digest, error)
	// Remove deletes a digest; one that is being delivered is delivered to its end.
	Remove(ctx context.Context, guild, by, id string) error
}

// Presses is what buttons ask of digests besides their schedule.
type Presses interface {
	// Run has the digest posted to its channel, once, without touching its schedule. It
	// does not wait for that.
	Run(ctx context.Context, guild, by, id string) error
	// Preview returns what the digest would say now, and records nothing.
	Preview(ctx context.Context, guild, id string) (briefing.BriefAnswer, error)
	// Why returns a line for each line of a posted message, by the mark on its button: how
	// that begins, a tab, and why it was chosen; "" where that is no longer kept.
	Why(ctx context.Context, guild, mark string) (string, error)
}

// Zones keeps each guild's time zone.
type Zones interface {
	// Zone is the guild's zone; UTC until it is set.
	Zone(ctx context.Context, guild string) (*time.Location, error)
	// SetZone takes an IANA name; any other is a *briefing.InputError.
	SetZone(ctx context.Context, guild, by, name string) error
}

// A Book holds what moderators set. Without one, digests cannot be set up and every
// guild is in UTC.
type Book interface {
	Digests
	Presses
	Zones
}
