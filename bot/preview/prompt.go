package preview

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"rapporteur/bot/loopback"
)

// Options are what Run works with. Server, In and Out are required.
type Options struct {
	Server   *loopback.Server // with the bot connected, or about to be
	In       io.Reader        // lines typed; when Terminal, a terminal's *os.File
	Out      io.Writer
	Terminal bool             // prompt, edit lines and complete with TAB
	Now      func() time.Time // what "3 days ago" is counted from; nil means time.Now
}

// A prompt is one person at the loopback Discord.
type prompt struct {
	server *loopback.Server
	now    func() time.Time
	out    io.Writer
	next   func() (string, error) // the next line typed
	actor  loopback.Actor
	guild  string

	printed bool              // something has been printed
	buttons []button          // what the numbers of the last replies stand for, [1] first
	last    string            // ID of the message "who?" asks about
	labels  map[string]string // what a suggestion shows, to the value it sends
	read    map[string]int    // messages of each channel already looked at
	shown   map[string]bool   // IDs of messages shown as replies
}

// A button is what a number at the prompt stands for.
type button struct {
	message  string
	customID string
	values   []string // of a select menu
	address  string   // of a link button: shown, not pressed
	label    string
}

// newPrompt begins in the first guild, as its first member, in its first text channel.
func newPrompt(o Options) *prompt {
	p := &prompt{
		server: o.Server, now: o.Now, out: o.Out,
		labels: map[string]string{}, read: map[string]int{}, shown: map[string]bool{},
	}
	if guilds := p.server.Guilds(); len(guilds) > 0 {
		p.guild = guilds[0].ID
	}
	for _, c := range p.server.Channels(p.guild) {
		p.read[c.ID] = len(p.server.Messages(c.ID))
	}
	return p
}

// commands lists the registered commands of a kind.
func (p *prompt) commands(kind int) []loopback.CommandDefinition {
	return slices.DeleteFunc(p.server.Commands(), func(d loopback.CommandDefinition) bool { return d.Type != kind })
}

// print writes a reply, after a blank line unless it is the first.
func (p *prompt) print(text string) error {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	if p.printed {
		text = "\n" + text
	}
	p.printed = true
	if _, err := io.WriteString(p.out, text+"\n"); err != nil {
		return fmt.Errorf("print a reply: %w", err)
	}
	return nil
}

// sentence words an error for the person at the prompt.
func sentence(err error) string {
	switch {
	case errors.Is(err, loopback.ErrNoAnswer):
		return "The bot did not answer in time."
	case errors.Is(err, loopback.ErrOffline):
		return "The bot is not connected."
	case errors.Is(err, loopback.ErrHidden):
		return "This member cannot use that command here."
	}
	return capital(err.Error()) + "."
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// withoutContext removes the outermost context from an error of the loopback: the person knows what was typed.
func withoutContext(err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	return err
}
