package courier

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/loopback"
	"rapporteur/corpus/testenv"
)

// TestStorm: Discord refuses everything for half an hour. A minute after the last silence
// that it asked for, everything is delivered in order. No ten minutes have more than a
// hundred refusals; Discord bans after ten thousand.
func TestStorm(t *testing.T) {
	faults := []loopback.RESTFault{
		{Status: 429, Scope: loopback.ScopeGlobal, RetryAfter: 3 * time.Second},
		{Status: 429, Scope: loopback.ScopeUser, RetryAfter: 5 * time.Second},
		{Status: 429, Scope: loopback.ScopeShared, RetryAfter: time.Second},
		{Status: 429, HTML: true, RetryAfter: 20 * time.Second},
		{Status: 503},
	}
	channels := testenv.Times(10, 20, 20) // refused every half minute, these would make 200 in ten
	for _, fault := range faults[:testenv.Times(2, len(faults), len(faults))] {
		t.Run(fmt.Sprint(fault.Status, fault.Scope, fault.HTML), func(t *testing.T) {
			withCourier(t, channels, func(t *testing.T, p *harness) {
				p.editor.lines = 12 // more than one message
				for i := range channels {
					p.daily(fmt.Sprint(9001 + i))
				}
				p.later(29 * time.Minute)
				lift := p.Fail(fault)
				p.later(30 * time.Minute)
				p.wantPosts("9001", 0)
				lift()
				p.later(fault.RetryAfter + time.Minute)
				if fault.Status == 503 { // which Discord does not count, and which are retried more slowly
					p.later(maxRetry)
				}
				for i := range channels {
					channel := fmt.Sprint(9001 + i)
					posts := p.posts(channel)
					if len(posts) == 0 {
						t.Fatalf("channel %s has no digest", channel)
					}
					all := append(posts[:1:1], p.posts(posts[0].ID)...)
					for n, m := range all {
						text, page := fmt.Sprint(m.Components), fmt.Sprintf("Page %d of %d", n+1, len(all))
						if !strings.Contains(text, page) || len(all) < 2 {
							t.Errorf("channel %s: message %d is not %s: %.200s", channel, n+1, page, text)
						}
					}
				}
				p.wantRefusals(100)
			})
		})
	}
}

// wantRefusals wants at most so many requests in any ten minutes that Discord counts
// towards a ban.
func (p *harness) wantRefusals(most int) {
	p.t.Helper()
	var at []time.Time
	for _, r := range p.Requests() {
		switch r.Status {
		case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusTooManyRequests:
			at = append(at, r.At)
		}
	}
	worst, first := 0, 0
	for i := range at {
		for at[i].Sub(at[first]) > 10*time.Minute {
			first++
		}
		worst = max(worst, i-first+1)
	}
	p.t.Logf("%d refusals, at most %d in ten minutes", len(at), worst)
	if worst > most {
		p.t.Errorf("%d refusals in ten minutes, want at most %d", worst, most)
	}
}

// TestManyClosedChannels: a role is removed and seventy channels refuse at once. The open
// ones still get their digests, and Discord counts few refusals.
func TestManyClosedChannels(t *testing.T) {
	if testing.Short() {
		t.Skip("a day of many channels is long for a short run")
	}
	const closed, open = 70, 10
	withCourier(t, closed+open, func(t *testing.T, p *harness) {
		for i := range closed + open {
			channel := fmt.Sprint(9001 + i)
			p.daily(channel)
			if i < closed {
				p.Deny(channel, loopback.SendMessages)
			}
		}
		p.later(2 * time.Hour)
		for i := range open {
			p.wantPosts(fmt.Sprint(9001+closed+i), 1)
		}
		p.wantRefusals(100)
		for i := range closed {
			p.Deny(fmt.Sprint(9001+i), 0)
		}
		p.later(24 * time.Hour)
		for i := range closed {
			p.wantPosts(fmt.Sprint(9001+i), 1)
		}
	})
}

// TestClosedChannelsOfOthers: a guild with sixty closed channels does not use up the refusal
// budget of another guild.
func TestClosedChannelsOfOthers(t *testing.T) {
	const closed, open = 60, 20
	withCourier(t, closed+open, func(t *testing.T, p *harness) {
		for i := range closed + open {
			channel, guild, at := fmt.Sprint(9001+i), "43", "09:00"
			if i >= closed {
				guild, at = "42", "09:03"
			} else {
				p.Deny(channel, loopback.SendMessages)
			}
			p.add(guild, channel, at, unchanged)
		}
		p.later(33*time.Minute + 5*time.Second)
		for i := range open {
			p.wantPosts(fmt.Sprint(9001+closed+i), 1)
		}
		p.later(time.Hour)
		p.wantRefusals(100)
	})
}

// TestRefusals: for each kind of refusal, the digest is suspended after three tries, its
// moderator is notified once, even when they accept no direct messages, and it resumes by
// itself.
func TestRefusals(t *testing.T) {
	for _, row := range []struct {
		status, code int
		noDirect     bool
	}{{403, 50001, false}, {403, 50013, true}, {403, 0, false}, {404, 10003, true}, {404, 0, false}} {
		t.Run(fmt.Sprint(row), func(t *testing.T) {
			withCourier(t, 1, func(t *testing.T, p *harness) {
				p.hourly("9001")
				lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, Contains: "/9001/messages", Status: row.status, Code: row.code})
				if row.noDirect {
					p.Fail(loopback.RESTFault{Method: http.MethodPost, Contains: "/users/@me/channels", Status: 403, Code: 50007})
				}
				p.later(95 * time.Minute)
				tries, notices := 0, 0
				for _, r := range p.Requests() {
					switch {
					case r.Method == http.MethodPost && strings.Contains(r.Path, "/9001/messages"):
						tries++
					case strings.Contains(r.Path, "users/@me/channels"):
						notices++
					}
				}
				if d := p.shown(); d.Suspended == "" || tries != maxRefusals+1 || notices != 1 {
					t.Errorf("after two occurrences: suspended %q, %d tries, %d notices", d.Suspended, tries, notices)
				}
				lift()
				p.wantResumed("9001", time.Hour)
			})
		})
	}
}

// TestNoThreads: where the bot may not start threads, a long digest continues in the channel.
func TestNoThreads(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
		p.editor.lines = 12
		p.daily("9001")
		p.Fail(loopback.RESTFault{Method: http.MethodPost, Contains: "/threads", Status: 403, Code: 50013})
		p.later(time.Hour)
		p.wantPosts("9001", 2)
		if last := p.posts("9001")[1]; !strings.Contains(fmt.Sprint(last.Components), "Page 2 of 2") {
			t.Errorf("the channel ends with %.200v", last.Components)
		}
	})
}
