package bot

import (
	"cmp"
	"context"
	"strconv"
	"strings"
	"time"

	"rapporteur/briefing"
)

// Access says who may use a command or a button.
type Access int

// The levels of access. Moderators are members with Manage Server; it is checked on every
// interaction, for what Discord shows is only a default.
const (
	Everyone Access = iota
	Moderators
)

// Kind is what an option holds, and so what Discord offers while it is typed.
type Kind int

// The kinds of option. Whatever is offered, free text is always accepted.
const (
	Text       Kind = iota
	Person          // offers people of the corpus with their number of statements
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
	Run       func(context.Context, *Bot, Request) (Reply, error)
}

// A Request is one use of a command, as its handler sees it.
type Request struct {
	Command   string            // the row's name
	Options   map[string]string // as typed; absent when not given
	Message   string            // of OnMessage: the text of the message
	Guild     string            // "" outside a guild
	Channel   string
	User      string
	Zone      *time.Location // of the guild
	Now       time.Time
	DayFirst  bool // 3/4 is the third of April where the member is
	moderator bool // may use what Moderators may
	shut      bool // the bot may not post in Channel
}

// Text is an option as typed, without the space around it; "" when it was not given.
func (r Request) Text(option string) string { return strings.TrimSpace(r.Options[option]) }

// Number is a whole number as typed, 0 when it was not given.
func (r Request) Number(option string) int {
	n, _ := strconv.Atoi(r.Text(option)) // Discord sends whole numbers only
	return n
}

// Asker is on whose behalf the desk is asked: today is the guild's.
func (r Request) Asker() briefing.Asker {
	return briefing.Asker{Guild: r.Guild, Today: briefing.DayIn(r.Now, cmp.Or(r.Zone, r.Now.Location())), DayFirst: r.DayFirst}
}

// A Reply is what a handler answers. Handlers never send.
type Reply struct {
	Title   markdown          // heading; "" for none
	Lead    []markdown        // lines under the heading
	Items   []Item            // what can run over several pages
	Foot    markdown          // small print, on every page
	Public  bool              // seen by all of the channel; replies are private unless so
	Share   bool              // offer to show it to the channel
	Full    bool              // as many items to a page as Discord has room for, instead of a few
	Picture *briefing.Picture // shown on the first page; nil for none
	Try     []Try             // other questions to offer, at most five
	Alarm   bool              // something is wrong or missing
}

// An Item is a piece of a reply that is never split over pages.
type Item struct {
	Text    markdown
	Buttons []Button
	Name    markdown // its first words, where Why is given
	Why     markdown // why it is here; "" when nobody need ask
}

// A Try is another question to put by pressing a button: one option of a command set
// to something that is known to exist.
type Try struct {
	Label   string // what the member presses
	Command string
	Option  string
	Value   string
	Alone   bool // forget what else the member asked for, which otherwise is kept where it is the same command
}

// A Button does something about an item.
type Button struct {
	Label string // at most 38 characters, so that narrow phones show it whole
	Verb  Verb
	Arg   string
}
