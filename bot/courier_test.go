package bot

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"rapporteur/bot/loopback"
	"rapporteur/briefing"
	"rapporteur/briefing/ledger"
)

// A press room is a courier in virtual time: a loopback Discord reached without the
// network, a ledger in memory, an editor who writes one line a day.
type pressRoom struct {
	*loopback.Server
	t      *testing.T
	ledger *ledger.Ledger
	diary  *Diary
	editor *fakeEditor
	stop   func()
}

// inPressRoom runs a test in virtual time, from 08:30 UTC of Monday 9 March 2026, on a
// Discord with so many channels, "9001" and on.
func inPressRoom(t *testing.T, channels int, test func(*testing.T, *pressRoom)) {
	guild := loopback.Guild{ID: "42", Name: "Newsroom", Members: []loopback.Member{{ID: "7", Name: "Ada", Permissions: loopback.Administrator}}}
	for i := range channels {
		guild.Channels = append(guild.Channels, loopback.Channel{ID: fmt.Sprint(9001 + i), Name: fmt.Sprint("news-", i)})
	}
	server, err := loopback.Start(loopback.Options{Guilds: []loopback.Guild{guild}, NoPings: true})
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		defer server.Close() // in the bubble, to which its channels by then belong
		time.Sleep(time.Until(time.Date(2026, 3, 9, 8, 30, 0, 0, time.UTC)))
		l, err := ledger.Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		p := &pressRoom{Server: server, t: t, ledger: l, editor: &fakeEditor{}, stop: func() {}}
		p.diary = NewDiary(l, p.editor, DiaryOptions{})
		p.start()
		defer func() { p.stop() }()
		test(t, p)
		for _, problem := range server.Problems() {
			t.Error(problem)
		}
	})
}

// start sets a bot's courier going, as after a restart of the program.
func (p *pressRoom) start() {
	p.stop()
	b, err := New(Options{Token: loopback.Token, Desk: &fakeDesk{}, Book: p.diary, Keep: p.ledger})
	if err != nil {
		p.t.Fatal(err)
	}
	b.door.next = direct{p.Handler()}
	c := NewCourier(b, p.diary, p.editor, CourierOptions{})
	ctx, cancel := context.WithCancel(p.t.Context())
	var ended sync.WaitGroup
	ended.Go(func() {
		if err := c.Run(ctx); err != nil {
			p.t.Error(err)
		}
	})
	p.stop = func() { cancel(); ended.Wait() }
}

// daily adds a digest at 09:00 UTC to a channel.
func (p *pressRoom) daily(channel string) Digest {
	p.t.Helper()
	d, err := p.diary.Save(p.t.Context(), "42", "7", Digest{Channel: channel, At: "09:00", Zone: "UTC", Thread: true})
	if err != nil {
		p.t.Fatal(err)
	}
	return d
}

// later lets time pass.
func (p *pressRoom) later(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func (p *pressRoom) posts(channel string) []loopback.Message { return p.Messages(channel) }

func (p *pressRoom) wantPosts(channel string, n int) {
	p.t.Helper()
	if got := p.posts(channel); len(got) != n {
		p.t.Errorf("%s: channel %s has %d messages, want %d", time.Now().UTC().Format("15:04:05"), channel, len(got), n)
	}
}

// shown is the digest as its moderators see it.
func (p *pressRoom) shown() Digest {
	p.t.Helper()
	all, err := p.diary.List(p.t.Context(), "42")
	if err != nil || len(all) != 1 {
		p.t.Fatalf("list: %v, %v", all, err)
	}
	return all[0]
}

// direct carries requests out without a network.
type direct struct{ to http.Handler }

func (d direct) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	defer func() {
		if p := recover(); p != nil {
			resp, err = nil, io.ErrUnexpectedEOF
		}
	}()
	w := httptest.NewRecorder()
	d.to.ServeHTTP(w, req)
	return w.Result(), nil
}

// A fakeEditor writes as many lines as it is told, at the day of the question.
type fakeEditor struct {
	mu    sync.Mutex
	lines int // 0 is one
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
		out.Items = append(out.Items, briefing.BriefItem{Section: "headlines", Text: text, Why: "told by two publishers",
			Sources: []briefing.Source{{ID: "a", Title: "Ferry sails", Publisher: "gazette.example", URL: "https://gazette.example/ferry", Published: q.Today}}})
		out.Told = append(out.Told, text)
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
	d := dayIn(t, time.UTC)
	return briefing.Interval{From: d, To: d}, nil
}

func TestADigestArrivesAtItsHour(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.daily("9001")
		p.later(29 * time.Minute)
		p.wantPosts("9001", 0)
		p.later(2 * time.Minute)
		p.wantPosts("9001", 1)
		p.later(24 * time.Hour)
		p.wantPosts("9001", 2)
		for _, r := range p.Requests() {
			if r.Method == http.MethodPost && !strings.Contains(string(r.Body), `"enforce_nonce":true`) {
				t.Errorf("posted without a nonce: %s", r.Body)
			}
		}
		second := p.editor.asked[1]
		if second.Cursor != "2026-03-09" || len(second.Told) != 1 {
			t.Errorf("the second edition was asked for with cursor %q and told %q", second.Cursor, second.Told)
		}
		if d := p.shown(); d.Last.IsZero() || len(d.Next) != 3 || d.Rule != "every day at 09:00" {
			t.Errorf("the list shows %+v", d)
		}
	})
}

func TestAPictureWhenAsked(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		d := p.daily("9001")
		d.Picture = true
		if _, err := p.diary.Save(t.Context(), "42", "7", d); err != nil {
			t.Fatal(err)
		}
		lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, Times: 2, Status: 503})
		defer lift()
		p.later(time.Hour)
		p.wantPosts("9001", 1)
		if got := p.posts("9001")[0].Attachments; len(got) != 1 || got[0].Description == "" {
			t.Errorf("the digest has attachments %+v, want one picture with its text", got)
		}
	})
}

func TestNothingToTell(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.editor.empty = true
		p.daily("9001")
		p.later(2 * time.Hour)
		p.wantPosts("9001", 0)
	})
}

// TestAnswersLost: Discord takes the message and the answer never comes. Within the
// nonce's life Discord sees the repeat, after it the channel is read.
func TestAnswersLost(t *testing.T) {
	for _, lost := range []time.Duration{time.Second, 90 * time.Second, 10 * time.Minute, time.Hour} {
		t.Run(lost.String(), func(t *testing.T) {
			inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
				p.daily("9001")
				p.later(29 * time.Minute)
				lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, CutAfter: true})
				p.later(time.Minute + lost)
				lift()
				p.later(20 * time.Minute)
				p.wantPosts("9001", 1)
				if d := p.shown(); d.Last.IsZero() || d.Trouble != "" {
					t.Errorf("delivered, and shown as %+v", d)
				}
			})
		})
	}
}

// TestDownForAWhile: the program dies after its first try, whose answer was lost, and
// comes back later.
func TestDownForAWhile(t *testing.T) {
	for _, down := range []time.Duration{10 * time.Second, 10 * time.Minute, 5 * time.Hour} {
		t.Run(down.String(), func(t *testing.T) {
			inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
				p.daily("9001")
				p.later(29 * time.Minute)
				lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, CutAfter: true})
				p.later(time.Minute)
				p.stop()
				lift()
				p.later(down)
				p.start()
				p.later(10 * time.Minute)
				p.wantPosts("9001", 1)
			})
		})
	}
}

func TestMissedRunsAreMadeUpForOnce(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.daily("9001")
		p.stop()
		p.later(3*24*time.Hour + 2*time.Hour)
		p.start()
		p.later(time.Minute)
		p.wantPosts("9001", 1)
		if text := fmt.Sprint(p.posts("9001")[0].Components); !strings.Contains(text, "Late: this digest was due at") {
			t.Errorf("a late digest does not say so: %s", text)
		}
		if d := p.shown(); d.Skipped != 3 {
			t.Errorf("%d skipped, want 3", d.Skipped)
		}
	})
}

// TestStorm: Discord refuses everything for five minutes; then all arrives, in order.
func TestStorm(t *testing.T) {
	for _, fault := range []loopback.RESTFault{
		{Status: 429, Scope: loopback.ScopeUser, RetryAfter: 5 * time.Second},
		{Status: 429, Scope: loopback.ScopeGlobal, RetryAfter: 3 * time.Second},
		{Status: 429, Scope: loopback.ScopeShared, RetryAfter: time.Second},
		{Status: 429, HTML: true, RetryAfter: 20 * time.Second},
		{Status: 503},
	} {
		t.Run(fmt.Sprint(fault.Status, fault.Scope, fault.HTML), func(t *testing.T) {
			inPressRoom(t, 20, func(t *testing.T, p *pressRoom) {
				p.editor.lines = 12 // more than one message
				for i := range 20 {
					p.daily(fmt.Sprint(9001 + i))
				}
				p.later(29 * time.Minute)
				lift := p.Fail(fault)
				p.later(5 * time.Minute)
				p.wantPosts("9001", 0)
				lift()
				p.later(10 * time.Minute)
				for i := range 20 {
					channel := fmt.Sprint(9001 + i)
					posts := p.posts(channel)
					if len(posts) == 0 {
						t.Fatalf("channel %s has nothing", channel)
					}
					all := append(posts[:1:1], p.posts(posts[0].ID)...)
					for n, m := range all {
						if text := fmt.Sprint(m.Components); !strings.Contains(text, fmt.Sprintf("Page %d of %d", n+1, len(all))) || len(all) < 2 {
							t.Errorf("channel %s: message %d of %d is out of order: %.200s", channel, n+1, len(all), text)
						}
					}
				}
				if n := p.Invalid(); n > 1000 {
					t.Errorf("%d invalid requests in a storm of 5 minutes; Discord bans at 10,000 in 10", n)
				}
			})
		})
	}
}

// TestChannelClosed: three refusals park the digest, the moderator hears of it once,
// and it goes on by itself when the channel is open again.
func TestChannelClosed(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.daily("9001")
		p.Deny("9001", loopback.SendMessages)
		p.later(2 * time.Hour)
		if d := p.shown(); !strings.Contains(d.Trouble, "Send Messages") {
			t.Errorf("the list shows trouble %q", d.Trouble)
		}
		tries := len(p.Requests())
		p.later(2 * 24 * time.Hour) // two more days refused: a try a day
		if more := len(p.Requests()) - tries; more > 4 {
			t.Errorf("%d requests for a closed channel in two days", more)
		}
		private := p.posts(p.DirectMessages("7"))
		if len(private) != 1 || !strings.Contains(private[0].Content, "<#9001>") {
			t.Errorf("the moderator was told %d times: %+v", len(private), private)
		}
		p.Deny("9001", 0)
		p.later(24 * time.Hour)
		p.wantPosts("9001", 1)
		if d := p.shown(); d.Trouble != "" {
			t.Errorf("mended, and still in trouble: %q", d.Trouble)
		}
	})
}

// TestAChangeInMidRun: the messages that are left go where the first ones went.
func TestAChangeInMidRun(t *testing.T) {
	inPressRoom(t, 2, func(t *testing.T, p *pressRoom) {
		p.editor.lines = 12
		d := p.daily("9001")
		p.later(29 * time.Minute)
		lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, Status: 503})
		p.later(2 * time.Minute)
		d.Channel = "9002"
		if _, err := p.diary.Save(t.Context(), "42", "7", d); err != nil {
			t.Fatal(err)
		}
		lift()
		p.later(10 * time.Minute)
		p.wantPosts("9001", 1)
		p.wantPosts("9002", 0)
		p.later(24 * time.Hour)
		p.wantPosts("9001", 1)
		p.wantPosts("9002", 1)
	})
}

func TestDiarySpeaksToModerators(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		for _, row := range []struct {
			d      Digest
			option string
		}{
			{Digest{Channel: "9001", At: "soon"}, "at"},
			{Digest{Channel: "9001", At: "09:00", Days: "someday"}, "days"},
			{Digest{Channel: "9001", At: "09:00", Zone: "Berlin"}, "timezone"},
			{Digest{Channel: "news", At: "09:00"}, "channel"},
			{Digest{Channel: "9001", At: "09:00", Kind: "weekly"}, "kind"},
			{Digest{Channel: "9001", At: "09:00", Kind: "replay"}, "start"},
			{Digest{Channel: "9001", At: "09:00", Kind: "replay", Start: "once"}, "start"},
			{Digest{Channel: "9001", At: "09:00", Start: "2022-01-21"}, "start"},
			{Digest{ID: "77", Channel: "9001", At: "09:00"}, "digest"},
		} {
			_, err := p.diary.Save(t.Context(), "42", "7", row.d)
			if bad, ok := err.(*briefing.InputError); !ok || bad.Option != row.option {
				t.Errorf("Save(%+v): %v, want a mistake in %s", row.d, err, row.option)
			}
		}
		if err := p.diary.SetZone(t.Context(), "42", "7", "America/New_York"); err != nil {
			t.Fatal(err)
		}
		d, err := p.diary.Save(t.Context(), "42", "7", Digest{Channel: "9001", At: "02:30"})
		if err != nil || d.Zone != "America/New_York" || d.Rule != "every day at 02:30" {
			t.Errorf("%+v, %v", d, err)
		}
		if q, err := p.diary.Preview(t.Context(), "42", d.ID); err != nil || len(q.Items) != 1 {
			t.Errorf("preview: %+v, %v", q, err)
		}
		p.wantPosts("9001", 0)
		if err := p.diary.Run(t.Context(), "42", "7", d.ID); err != nil {
			t.Fatal(err)
		}
		p.later(time.Second)
		p.wantPosts("9001", 1)
		d.Days = "weekdays"
		if d, err = p.diary.Save(t.Context(), "42", "7", d); err != nil || d.Rule != "Monday to Friday at 02:30" || d.At != "02:30" {
			t.Errorf("after an edit of the days alone: %+v, %v", d, err)
		}
	})
}
