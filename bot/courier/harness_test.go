package courier

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/discord"
	"rapporteur/bot/loopback"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
)

// A harness is a courier in virtual time: a loopback Discord reached without the network, a
// ledger in memory, and an editor that writes one line a day.
type harness struct {
	*loopback.Server
	t      *testing.T
	ledger *ledger.Ledger
	admin  *digest.Admin
	editor *fakeEditor
	desk   Editor            // nil: the editor
	to     http.RoundTripper // nil: straight to the server
	ahead  atomic.Int64      // nanoseconds by which the program's clock is ahead of Discord's
	stop   func()
}

// withCourier runs a test in virtual time, from 08:30 UTC on Monday 9 March 2026, on a
// Discord with so many channels, "9001" and up.
func withCourier(t *testing.T, channels int, test func(*testing.T, *harness)) {
	guild := loopback.Guild{ID: "42", Name: "Newsroom", Members: []loopback.Member{{ID: "7", Name: "Ada", Permissions: loopback.Administrator}}}
	for i := range channels {
		guild.Channels = append(guild.Channels, loopback.Channel{ID: fmt.Sprint(9001 + i), Name: fmt.Sprint("news-", i)})
	}
	o := loopback.Options{Guilds: []loopback.Guild{guild}, NoPings: true}
	o.Validate = openAPIJudge(t)
	server, err := loopback.Start(o)
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		defer server.Close() // in the bubble that its channels belong to
		time.Sleep(time.Until(time.Date(2026, 3, 9, 8, 30, 0, 0, time.UTC)))
		l, err := ledger.Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		p := &harness{Server: server, t: t, ledger: l, editor: &fakeEditor{}, stop: func() {}}
		p.admin = digest.NewAdmin(l, p.editor, digest.Options{Now: p.now})
		p.start()
		defer func() { p.stop() }()
		test(t, p)
		for _, problem := range server.ValidationErrors() {
			t.Error(problem)
		}
	})
}

// start starts a courier, as after a restart of the program.
func (p *harness) start() {
	p.stop()
	var to http.RoundTripper = direct{p.Handler()}
	if p.to != nil {
		to = p.to
	}
	client, err := discord.NewClient(discord.ClientOptions{Token: loopback.Token, Transport: to, Now: p.now})
	if err != nil {
		p.t.Fatal(err)
	}
	var e Editor = p.editor
	if p.desk != nil {
		e = p.desk
	}
	c := New(Options{
		Discord: client, Refusals: &discord.RefusalBudget{}, Ledger: p.ledger, Editor: e, Changed: p.admin.Changed(),
		Signer: func(ctx context.Context) (*card.Signer, error) { return card.NewSigner(ctx, p.ledger, p.now) },
		Log:    slog.New(slog.DiscardHandler), Now: p.now,
	})
	ctx, cancel := context.WithCancel(p.t.Context())
	var ended sync.WaitGroup
	ended.Go(func() {
		if err := c.Run(ctx); err != nil {
			p.t.Error(err)
		}
	})
	p.stop = func() { cancel(); ended.Wait() }
}

// now is what the program's clock shows.
func (p *harness) now() time.Time { return time.Now().Add(time.Duration(p.ahead.Load())) }

// daily adds a digest at 09:00 UTC to a channel.
func (p *harness) daily(channel string) digest.Digest {
	p.t.Helper()
	return p.add("42", channel, "09:00", func(d *digest.Digest) { d.Thread = true })
}

// hourly adds a digest at each full hour to a channel. Two of its occurrences take two hours
// of test time instead of two days.
func (p *harness) hourly(channel string) {
	p.t.Helper()
	p.add("42", channel, "0 * * * *", func(d *digest.Digest) { d.Thread = true })
}

// add adds a digest to a channel.
func (p *harness) add(guild, channel, at string, also func(*digest.Digest)) digest.Digest {
	p.t.Helper()
	d, err := p.admin.Save(p.t.Context(), guild, "7", "", func(d *digest.Digest) error {
		d.Channel = channel
		also(d)
		return d.Reschedule(at, "", "")
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return d
}

// unchanged edits nothing.
func unchanged(*digest.Digest) {}

// change edits a digest.
func (p *harness) change(d digest.Digest, edit func(*digest.Digest)) digest.Digest {
	p.t.Helper()
	d, err := p.admin.Save(p.t.Context(), "42", "7", d.Name(), func(d *digest.Digest) error {
		edit(d)
		return nil
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return d
}

// later lets time pass.
func (p *harness) later(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func (p *harness) posts(channel string) []loopback.Message { return p.Messages(channel) }

func (p *harness) wantPosts(channel string, n int) {
	p.t.Helper()
	if got := p.posts(channel); len(got) != n {
		p.t.Errorf("%s: channel %s has %d messages, want %d", time.Now().UTC().Format("15:04:05"), channel, len(got), n)
	}
}

// shown is the only digest as its moderators see it.
func (p *harness) shown() digest.Digest {
	p.t.Helper()
	all, err := p.admin.List(p.t.Context(), "42")
	if err != nil || len(all) != 1 {
		p.t.Fatalf("list: %v, %v", all, err)
	}
	return all[0]
}

// direct carries requests to a handler without a network.
type direct struct{ to http.Handler }

func (d direct) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	defer func() {
		if p := recover(); p != nil {
			resp, err = nil, io.ErrUnexpectedEOF
		}
	}()
	w := httptest.NewRecorder()
	w.Header().Set("Date", time.Now().UTC().Format(http.TimeFormat))
	d.to.ServeHTTP(w, req)
	return w.Result(), nil
}

// A fakeEditor writes a number of lines about the day of the question.
type fakeEditor struct {
	mu    sync.Mutex
	lines int // 0 means one
	empty bool
	asked []briefing.EditionQuestion
}

func (e *fakeEditor) Edition(_ context.Context, q briefing.EditionQuestion) (briefing.Edition, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.asked = append(e.asked, q)
	out := briefing.Edition{BriefAnswer: briefing.BriefAnswer{From: q.Today, To: q.Today}, Cursor: q.Today.String()}
	for i := range max(1, e.lines) {
		if e.empty {
			break
		}
		text := fmt.Sprintf("The ferry to Harrow Isle sailed again on day %s, trip %d.", q.Today, i+1)
		source := briefing.Source{
			ID: "a", Title: "Ferry sails", Publisher: "gazette.example", URL: "https://gazette.example/ferry", Published: q.Today,
		}
		out.Items = append(out.Items, briefing.BriefItem{
			Section: "headlines", Text: text, Why: "reported by two publishers", Sources: []briefing.Source{source},
		})
		out.NewKeys = append(out.NewKeys, text)
	}
	return out, nil
}

func (e *fakeEditor) Timeline(_ context.Context, q briefing.TimelineQuestion) (briefing.TimelineAnswer, error) {
	return briefing.TimelineAnswer{From: q.From, To: q.To, Counts: []briefing.NearDay{{Day: q.To, Events: 3}}}, nil
}

func (e *fakeEditor) ReadDays(_ briefing.Asker, option, typed string) (briefing.Interval, error) {
	t, err := time.Parse(time.DateOnly, typed)
	if err != nil {
		return briefing.Interval{}, &briefing.InputError{Option: option, Problem: "write it as 2022-01-21"}
	}
	d := briefing.DayIn(t, time.UTC)
	return briefing.Interval{From: d, To: d}, nil
}
