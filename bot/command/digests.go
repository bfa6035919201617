package command

import (
	"context"
	"fmt"
	"time"

	"rapporteur/briefing"
	"rapporteur/briefing/digest"
)

// A DigestStore stores the digests of guilds. A moderator's mistake is a
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
	// Why explains each item of a posted message, by the mark on its button. A line is the
	// beginning of the item, a tab and the reason; "" when the reasons are no longer stored.
	Why(ctx context.Context, guild, mark string) (string, error)
}

// TimeZones stores each guild's time zone.
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

// requireDigests refuses a command that needs digests where they are turned off.
func (s Services) requireDigests() error {
	if s.Digests == nil {
		return mistake("Digests are turned off here. The operator must give the bot a data directory.")
	}
	return nil
}

// digests are those of the guild.
func (s Services) digests(ctx context.Context, guild string) ([]digest.Digest, error) {
	if err := s.requireDigests(); err != nil {
		return nil, err
	}
	all, err := s.Digests.List(ctx, guild)
	if err != nil {
		return nil, fmt.Errorf("list the guild's digests: %w", err)
	}
	return all, nil
}

// digest finds one digest of the guild.
func (s Services) digest(ctx context.Context, guild, id string) (digest.Digest, error) {
	all, err := s.digests(ctx, guild)
	if err != nil {
		return digest.Digest{}, err
	}
	return digest.Find(all, id)
}
