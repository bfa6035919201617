// Package preview is Discord at a prompt: a person types slash commands, the bot
// answers through a loopback Discord, and the replies are printed as text.
//
// # What can be typed
//
//	/said person:Varga about:the dam   a slash command; spaces after the colon are allowed
//	/said Varga about:the dam          the first option's name may be left out
//	/admin digest add channel:#news    subcommands with spaces
//	1                                  presses the button, or chooses the value, numbered [1]
//	:We will not pay twice             puts a message into the channel and asks the message command about it
//	who?                               asks the message command about the last message
//	/                                  lists the commands
//	as Ben                             goes on as another member; "as" lists them
//	in #news                           goes on in another channel; "in" lists them
//
// On a terminal TAB completes commands, options and what the bot suggests.
package preview

import (
	"context"
	"errors"
	"fmt"
	"io"
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

// Run waits for the bot to register its commands, then reads lines and prints
// replies, a blank line between two of them, until the input ends, "quit" is
// typed or ctx is done. A line the bot or Discord refuses is answered in words; an
// error is returned only when reading or writing fails.
//
// A read from In cannot be called off: when ctx ends first, it is left waiting for
// a line that nobody will see.
func Run(ctx context.Context, o Options) error {
	if o.Now == nil {
		o.Now = time.Now
	}
	if err := o.Server.WaitCommands(ctx); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	p := newPrompt(o)
	lines, done, err := open(ctx, o, p)
	if err != nil {
		return err
	}
	defer done()
	p.next = func() (string, error) { return lines.next(ctx, nil) }
	if o.Terminal {
		fmt.Fprintln(p.out, "Type / to see the commands; TAB completes; quit leaves.")
	}
	news := p.watch(ctx, o.Terminal)
	for {
		line, err := lines.next(ctx, news)
		shown := ""
		switch line = strings.TrimSpace(line); {
		case errors.Is(err, errNews):
			shown = p.news()
		case errors.Is(err, io.EOF), ctx.Err() != nil, line == "quit", line == "exit":
			return p.print(p.news())
		case err != nil:
			return fmt.Errorf("read a line: %w", err)
		case line != "":
			shown = p.answer(ctx, line)
		}
		if err := p.print(shown); err != nil {
			return err
		}
	}
}

// watch signals when a message is posted while a person sits at a terminal: a
// digest comes when it is due, not when something is typed.
func (p *prompt) watch(ctx context.Context, terminal bool) <-chan struct{} {
	if !terminal {
		return nil
	}
	news := make(chan struct{})
	seen := p.posted()
	go func() {
		for {
			if p.server.Wait(ctx, func() bool { return p.posted() > seen }) != nil {
				return
			}
			seen = p.posted()
			select {
			case news <- struct{}{}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return news
}

// posted counts the messages everybody in the guild can read.
func (p *prompt) posted() int {
	n := 0
	for _, c := range p.server.Channels(p.guild) {
		n += len(p.server.Messages(c.ID))
	}
	return n
}

// A prompt is one person at the loopback Discord.
type prompt struct {
	server *loopback.Server
	now    func() time.Time
	out    io.Writer
	next   func() (string, error) // the next line typed
	actor  loopback.Actor
	guild  string

	spoke   bool              // something has been printed
	buttons []press           // what the numbers of the last replies stand for, [1] first
	last    string            // ID of the message "who?" asks about
	labels  map[string]string // what a suggestion shows, to the value it sends
	read    map[string]int    // messages of each channel already looked at
	shown   map[string]bool   // IDs of messages shown as replies
}

// newPrompt begins in the first guild, as its first member, in its first text
// channel.
func newPrompt(o Options) *prompt {
	p := &prompt{server: o.Server, now: o.Now, out: o.Out, labels: map[string]string{}, read: map[string]int{}, shown: map[string]bool{}}
	if guilds := p.server.Guilds(); len(guilds) > 0 {
		p.guild = guilds[0].ID
	}
	for _, c := range p.server.Channels(p.guild) {
		p.read[c.ID] = len(p.server.Messages(c.ID))
	}
	return p
}

// print writes a reply, after a blank line unless it is the first.
func (p *prompt) print(text string) error {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	if p.spoke {
		text = "\n" + text
	}
	p.spoke = true
	if _, err := io.WriteString(p.out, text+"\n"); err != nil {
		return fmt.Errorf("print a reply: %w", err)
	}
	return nil
}

// answer does what a line says and returns what is shown.
func (p *prompt) answer(ctx context.Context, line string) string {
	shown, err := p.obey(ctx, line)
	if err != nil {
		return sentence(err)
	}
	return strings.TrimSpace(shown + "\n\n" + p.news())
}

func (p *prompt) obey(ctx context.Context, line string) (string, error) {
	verb, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch n, number := buttonNumber(line); {
	case line == "/" || line == "help" || line == "?":
		return p.help(), nil
	case number:
		return p.press(ctx, n)
	case strings.HasPrefix(line, "/"):
		return p.command(ctx, line[1:])
	case strings.HasPrefix(line, ":"):
		return p.ask(ctx, strings.TrimSpace(line[1:]))
	case verb == "who?":
		return p.ask(ctx, rest)
	case verb == "as":
		return p.as(rest)
	case verb == "in":
		return p.in(rest)
	}
	return "", fmt.Errorf("%q is not a command; type / to see what there is", line)
}

// sentence words an error for the person at the prompt.
func sentence(err error) string {
	switch {
	case errors.Is(err, loopback.ErrNoAnswer):
		return "The bot did not answer in time."
	case errors.Is(err, loopback.ErrOffline):
		return "The bot is not connected."
	}
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:] + "."
}
