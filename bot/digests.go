package bot

import (
	"context"
	"time"

	"rapporteur/briefing"
	"rapporteur/briefing/digest"
)

// A DigestStore keeps the digests of guilds. A moderator's mistake is a
// *briefing.InputError that names the option; so is an unknown digest.
type DigestStore interface {
	// List returns the guild's digests in the order they were added.
	List(ctx context.Context, guild string) ([]digest.Digest, error)
	// Save edits the named digest, or adds one when the name is "".
	Save(ctx context.Context, guild, by, name string, edit func(*digest.Digest) error) (digest.Digest, error)
	// Remove deletes a digest. An occurrence that has begun is still delivered.
	Remove(ctx context.Context, guild, by, name string) error
}

// A DigestRunner does what moderators ask of a digest outside its schedule.
type DigestRunner interface {
	// Run has the digest posted once and does not wait for it.
	Run(ctx context.Context, guild, by, name string) error
	// Preview returns what the digest would say now. It records nothing.
	Preview(ctx context.Context, guild, name string) (briefing.BriefAnswer, error)
	// Why explains each line of a posted message, by the mark on its button: the line's
	// beginning, a tab and the reason. It is "" when that is no longer known.
	Why(ctx context.Context, guild, mark string) (string, error)
}

// TimeZones keeps each guild's time zone.
type TimeZones interface {
	Zone(ctx context.Context, guild string) (*time.Location, error)
	// SetZone takes an IANA name; any other is a *briefing.InputError.
	SetZone(ctx context.Context, guild, by, name string) error
}

// A DigestAdmin is all that moderators can set.
type DigestAdmin interface {
	DigestStore
	DigestRunner
	TimeZones
}
