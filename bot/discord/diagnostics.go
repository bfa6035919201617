package discord

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"time"
)

// Diagnostics ask Discord what an operator wants to know before serving. They do not
// connect to the gateway, and change nothing.
type Diagnostics struct {
	client *Client
	me     string // the bot's user ID, set by Token
}

// NewDiagnostics makes Diagnostics for a token, without "Bot ", and an API address as in ClientOptions.
func NewDiagnostics(token, api string) (*Diagnostics, error) {
	c, err := NewClient(ClientOptions{Token: token, API: api})
	if err != nil {
		return nil, err
	}
	return &Diagnostics{client: c}, nil
}

// Token describes in one line whose token it is, how many connections are left today, and
// whether one connection is still enough.
func (d *Diagnostics) Token(ctx context.Context) (string, error) {
	var me struct {
		ID       string `json:"id"`
		Username string `json:"username"`
	}
	if err := d.client.get(ctx, "users/@me", "users/@me", &me); err != nil {
		return "", err
	}
	d.me = me.ID
	limit, err := d.client.sessionLimit(ctx)
	if err != nil {
		return "", err
	}
	line := fmt.Sprintf("the token is %s's; %d of %d connections left today", me.Username, limit.Remaining, limit.Total)
	if limit.shards > 1 {
		line += fmt.Sprintf("; Discord advises %d shards, and this program has one", limit.shards)
	}
	return line, nil
}

// Invitation is the address at which a server's administrator invites the bot, with only
// the permissions that it needs.
func (d *Diagnostics) Invitation(ctx context.Context) (string, error) {
	var app struct {
		ID string `json:"id"`
	}
	if err := d.client.get(ctx, "applications/@me", "applications/@me", &app); err != nil {
		return "", err
	}
	query := url.Values{
		"client_id": {app.ID}, "scope": {"bot applications.commands"},
		"permissions": {strconv.FormatUint(permissionsNeeded, 10)},
	}
	return "https://discord.com/oauth2/authorize?" + query.Encode(), nil
}

// ClockAhead is Client.ClockAhead.
func (d *Diagnostics) ClockAhead() time.Duration { return d.client.ClockAhead() }

// Channel is what the bot may do in a channel; with threads also whether it may start
// threads there. Call Token first.
func (d *Diagnostics) Channel(ctx context.Context, channel string, threads bool) (ChannelAccess, error) {
	info, err := d.client.Channel(ctx, channel)
	switch {
	case IsGone(err):
		return ChannelAccess{Unreachable: ChannelHidden}, nil
	case err != nil:
		return ChannelAccess{}, err
	}
	m, err := d.client.Membership(ctx, d.me, info.Guild)
	switch {
	case IsGone(err):
		return ChannelAccess{Name: info.Name, Unreachable: "the bot is not in that server any more"}, nil
	case err != nil:
		return ChannelAccess{}, err
	}
	return m.Access(info, threads), nil
}
