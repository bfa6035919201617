package discord

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"time"
)

// A Probe asks Discord what an operator wants to know before serving. It does not
// connect to the gateway, and changes nothing.
type Diagnostics struct {
	rest *Client
	me   string // the bot's user ID, known once Token has been asked
}

// NewProbe makes a Probe for a token, without "Bot ". The API is what stands for
// https://discord.com, as in Options; "" is Discord itself.
func NewDiagnostics(token, api string) (*Diagnostics, error) {
	r, err := NewClient(ClientOptions{Token: token, API: api})
	if err != nil {
		return nil, err
	}
	return &Diagnostics{rest: r}, nil
}

// Token says in one line who the token belongs to and how many connections are left
// today, and whether one connection is still enough.
func (p *Diagnostics) Token(ctx context.Context) (string, error) {
	var me struct {
		ID       string `json:"id"`
		Username string `json:"username"`
	}
	if err := p.rest.get(ctx, "users/@me", "users/@me", &me); err != nil {
		return "", err
	}
	p.me = me.ID
	limit, err := p.rest.sessionLimit(ctx)
	if err != nil {
		return "", err
	}
	line := fmt.Sprintf("the token is %s's; %d of %d connections left today", me.Username, limit.Remaining, limit.Total)
	if limit.shards > 1 {
		line += fmt.Sprintf("; Discord advises %d shards, and this program has one", limit.shards)
	}
	return line, nil
}

// Invitation is the address at which a server's administrator invites the bot, with what
// it needs and no more.
func (p *Diagnostics) Invitation(ctx context.Context) (string, error) {
	var app struct {
		ID string `json:"id"`
	}
	if err := p.rest.get(ctx, "applications/@me", "applications/@me", &app); err != nil {
		return "", err
	}
	query := url.Values{
		"client_id": {app.ID}, "scope": {"bot applications.commands"},
		"permissions": {strconv.FormatUint(uint64(permissionsNeeded()), 10)},
	}
	return "https://discord.com/oauth2/authorize?" + query.Encode(), nil
}

// ClockAhead is how far this machine's clock is ahead of Discord's, to the second; 0
// within two seconds of it, and before Discord has answered anything.
func (p *Diagnostics) ClockAhead() time.Duration { return p.rest.ClockAhead() }

// Place says what the bot lacks to post in a channel. Threads adds what it needs to
// start threads there. Call Token first.
func (p *Diagnostics) Channel(ctx context.Context, channel string, threads bool) (ChannelAccess, error) {
	return p.rest.place(ctx, p.me, channel, threads)
}
