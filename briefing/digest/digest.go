// Package digest has the settings of scheduled digests: what a moderator chooses about one, what the ledger knows
// of it, and Admin, which checks and keeps changes. It knows no Discord and no database.
package digest

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/briefing"
	"rapporteur/briefing/schedule"
)

// Kind says what a digest covers.
type Kind string

// The kinds of digest.
const (
	KindNew    Kind = "new"    // articles added since the last edition
	KindDay    Kind = "day"    // the previous day
	KindWeek   Kind = "week"   // the previous seven days
	KindYears  Kind = "years"  // the same day in earlier years
	KindReplay Kind = "replay" // an archive, one day per edition
)

// Kinds lists all kinds in the order in which moderators see them.
func Kinds() []Kind { return []Kind{KindNew, KindDay, KindWeek, KindYears, KindReplay} }

// RepeatAfter is how long a story that a channel has seen is not posted there again.
const RepeatAfter = 14 * 24 * time.Hour

// ErrNotFound is returned when a guild has no digest with that number.
var ErrNotFound = errors.New("no such digest")

// Settings are what a moderator chooses. The ledger stores them as JSON under these names.
type Settings struct {
	Channel string // Discord's ID
	Rule    schedule.Rule
	Kind    Kind   // "" is KindNew
	About   string // words the news must be about; "" for everything
	Items   int    // at most this many items; 0 for as many as fit
	Quiet   bool   // post one line when there is no news, instead of nothing
	Picture bool   // add a chart of stories per day
	Thread  bool   // continue in a thread when one message is not enough
	Start   string // of KindReplay: the first day, 2022-01-21
	By      string // Discord's ID of the moderator who added it and hears of failures
}

// A Digest is a standing order of one guild, and its state.
type Digest struct {
	ID    int64 // unique in the ledger, never used again; 0 until it is added
	Guild string
	Settings
	Paused    bool      // by a moderator
	Suspended string    // why delivery waits until the channel works again; "" when it does not
	Planned   time.Time // the newest occurrence that the ledger has seen
	Skipped   int       // occurrences missed while the program was down
	Cursor    string    // where the last delivered edition ended; only briefing.Desk reads it
	Last      *Delivery // nil before the first
}

// A Delivery is how an occurrence ended.
type Delivery struct {
	Name  string // of the occurrence
	Sent  bool   // false when there was no news, or the channel could not be reached
	Ended time.Time
	Late  bool
}

// Name is the number as moderators type it.
func (d Digest) Name() string { return strconv.FormatInt(d.ID, 10) }

// LastSent is when the last occurrence was posted; zero when it was not.
func (d Digest) LastSent() time.Time {
	if d.Last == nil || !d.Last.Sent {
		return time.Time{}
	}
	return d.Last.Ended
}

// When is the schedule in plain words, "every day at 09:00", with what daylight saving does to it in the next year.
func (d Digest) When(now time.Time) string {
	s, err := d.Rule.Schedule()
	if err != nil {
		return err.Error()
	}
	plain := strings.TrimSuffix(s.String(), ", "+d.Rule.Zone)
	if change := s.Changes(now); change != "" {
		plain += ". " + change
	}
	return plain
}

// Next is the next three due times after now; none while the digest is paused.
func (d Digest) Next(now time.Time) []time.Time {
	s, err := d.Rule.Schedule()
	if err != nil || d.Paused {
		return nil
	}
	var next []time.Time
	for o, ok := s.After(now); ok && len(next) < 3; o, ok = s.After(o.Due) {
		next = append(next, o.Due)
	}
	return next
}

// Reschedule reads a schedule as typed. What is "" stays, except that an at with days in it replaces the days too.
func (s *Settings) Reschedule(at, days, zone string) error {
	oldAt, oldDays := s.Rule.Typed()
	if schedule.SaysDays(at) {
		oldDays = ""
	}
	read, err := schedule.Parse(cmp.Or(at, oldAt), cmp.Or(days, oldDays), cmp.Or(zone, s.Rule.Zone))
	if err != nil {
		return inputError(err)
	}
	s.Rule = read.Rule()
	return nil
}

// Question asks for the edition that is due at the given time.
func (s Settings) Question(guild string, due time.Time) (briefing.EditionQuestion, error) {
	rule, err := s.Rule.Schedule()
	if err != nil {
		return briefing.EditionQuestion{}, err
	}
	return briefing.EditionQuestion{
		Asker: briefing.Asker{Guild: guild, Today: briefing.DayIn(due, rule.Zone())},
		Kind:  string(s.Kind), About: s.About, Items: s.Items, Start: s.Start,
	}, nil
}

// Find returns the digest that a moderator names, "3" or "#3". Its error is for members.
func Find(all []Digest, name string) (Digest, error) {
	id, err := number(name)
	if err != nil {
		return Digest{}, err
	}
	i := slices.IndexFunc(all, func(d Digest) bool { return d.ID == id })
	if i < 0 {
		return Digest{}, inputError(ErrNotFound)
	}
	return all[i], nil
}

// number reads the number of a digest as a moderator types it.
func number(name string) (int64, error) {
	id, err := strconv.ParseInt(strings.TrimPrefix(strings.TrimSpace(name), "#"), 10, 64)
	if err != nil {
		return 0, inputError(ErrNotFound)
	}
	return id, nil
}

// inputError puts the mistakes of a moderator in words for them; other errors pass.
func inputError(err error) error {
	if errors.Is(err, ErrNotFound) {
		return mistake("digest", "this server has no such digest; /admin digest list shows them all")
	}
	var bad *schedule.RuleError
	if errors.As(err, &bad) {
		return mistake(bad.Option, bad.Problem)
	}
	return err
}

func mistake(option, problem string) error {
	return &briefing.InputError{Option: option, Problem: problem}
}
