package command

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/bot/card"
	"rapporteur/briefing"
)

// Access says who may use a command or a button.
type Access int

// The levels of access. Moderators are members with Manage Server. It is checked on every
// interaction, because server settings can override what Discord shows.
const (
	Everyone Access = iota
	Moderators
)

// Kind is what an option holds, which decides what Discord offers while it is typed.
type Kind int

// The kinds of option. Free text is always accepted beside what is offered.
const (
	Text       Kind = iota
	Person          // offers people with their number of quotes
	Date            // offers days that have news
	Channel         // a channel of the guild
	Number          // a whole number
	Flag            // true or false
	Zone            // offers IANA time zones
	DigestName      // offers the guild's digests
	DigestDays      // offers daily, weekdays, …
	DigestKind      // one of the kinds of digest
)

// An Option is one thing a command asks for.
type Option struct {
	Name     string
	Help     string // one line; Discord allows 100 characters
	Kind     Kind
	Required bool
}

// A Command is one row of the command table: what Discord shows, who may use it, and
// what it does. A name of several words is a subcommand: "admin digest add".
type Command struct {
	Name      string
	Help      string // one line; Discord allows 100 characters
	Access    Access
	OnMessage bool // in the menu of a message instead of behind a slash
	Options   []Option
	Run       func(context.Context, Services, Request) (card.Reply, error)
}

// A Request is one use of a command, as its handler sees it.
type Request struct {
	Command    string            // the row's name
	Options    map[string]string // as typed; absent when not given
	Message    string            // text of the message, for OnMessage
	Guild      string            // "" outside a guild
	Channel    string
	User       string
	Zone       *time.Location // of the guild
	Now        time.Time
	DayFirst   bool // the member reads 3/4 as the third of April
	Moderator  bool // may use what Moderators may
	CannotPost bool // the bot may not post in Channel
}

// Text is an option as typed, without surrounding space; "" when it was not given.
func (r Request) Text(option string) string { return strings.TrimSpace(r.Options[option]) }

// Number is a whole number as typed; 0 when it was not given.
func (r Request) Number(option string) int {
	n, _ := strconv.Atoi(r.Text(option)) // Discord sends whole numbers only
	return n
}

// Asker is who asks the desk, with today's date in the guild's zone.
func (r Request) Asker() briefing.Asker {
	today := briefing.DayIn(r.Now, cmp.Or(r.Zone, r.Now.Location()))
	return briefing.Asker{Guild: r.Guild, Today: today, DayFirst: r.DayFirst}
}

// CheckAccess refuses members without the access that a row requires.
func CheckAccess(a Access, req Request) error {
	if a == Everyone || req.Moderator {
		return nil
	}
	return mistake("Only members with the Manage Server permission can do that, and only in their server.")
}

// mistake is an error that the member reads, about no option in particular.
func mistake(problem string) error { return &briefing.InputError{Problem: problem} }

// Typed is everything that a member typed or chose.
func (r Request) Typed() []string {
	return append(slices.Collect(maps.Values(r.Options)), r.Message)
}

// FindCommand returns the row of that name; nil when there is none.
func FindCommand(table []Command, name string) *Command {
	if i := slices.IndexFunc(table, func(c Command) bool { return c.Name == name }); i >= 0 {
		return &table[i]
	}
	return nil
}
