// Package preview is Discord at a prompt: a person types slash commands, the bot
// answers through a loopback Discord, and the replies are printed as text.
//
// # What can be typed
//
//	/said person:Varga about:the dam   a slash command; spaces after the colon are allowed
//	/said Varga about:the dam          the first option's name may be left out
//	/admin digest add channel:#news    subcommands with spaces
//	1                                  presses the button, or chooses the value, numbered [1]
//	:We will not pay twice             posts a message and uses the message command on it
//	who?                               uses the message command on the last message
//	/                                  lists the commands
//	as Ben                             switches to another member; "as" lists them
//	in #news                           switches to another channel; "in" lists them
//
// On a terminal TAB completes commands, options and what the bot suggests.
package preview

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Run waits for the bot to register its commands, then reads lines and prints replies, with a blank line between
// them, until the input ends, "quit" is typed or ctx is done. A line that the bot or Discord rejects is answered in
// words; an error is returned only when reading or writing fails.
//
// A read from In cannot be cancelled: when ctx ends first, the read stays behind and its line is lost.
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
		fmt.Fprintln(p.out, `Type / to list the commands, TAB to complete, "quit" to leave.`)
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

// watch signals each new message while a person sits at a terminal: a digest comes when it is due.
func (p *prompt) watch(ctx context.Context, terminal bool) <-chan struct{} {
	if !terminal {
		return nil
	}
	news := make(chan struct{})
	seen := p.posted()
	go func() {
		for p.server.Wait(ctx, func() bool { return p.posted() > seen }) == nil {
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

// answer does what a line says and returns what is shown.
func (p *prompt) answer(ctx context.Context, line string) string {
	shown, err := p.do(ctx, line)
	if err != nil {
		return sentence(err)
	}
	return strings.TrimSpace(shown + "\n\n" + p.news())
}

func (p *prompt) do(ctx context.Context, line string) (string, error) {
	verb, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch n, notNumber := strconv.Atoi(strings.Trim(line, "[]")); {
	case line == "/" || line == "help" || line == "?":
		return p.help(), nil
	case notNumber == nil:
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
	return "", fmt.Errorf("%q is not a command; type / to list the commands", line)
}
