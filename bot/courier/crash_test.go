package courier

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/bot/discord"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
	"rapporteur/corpus/testenv"
)

// TestCrashes kills the courier at random instants of its deliveries, in virtual time:
// before a request, during it, or after Discord carried it out and before the answer
// arrives. It restarts the courier after seconds, minutes or hours. Half of Discord's own
// failures come after it accepted the message. Each message of each day's digest is posted
// once and in order, the second one in the thread. RAPPORTEUR_LONG=1 makes it 1,000 crashes.
func TestCrashes(t *testing.T) {
	crashes := testenv.Times(8, 40, 1000)
	seed := testenv.Seed(t)
	t.Logf("%d crashes", crashes)
	withCourier(t, 10, func(t *testing.T, p *harness) {
		p.stop()
		f := &chaos{to: direct{p.Handler()}, rand: rand.New(rand.NewPCG(seed, 2))}
		p.editor.lines = 12 // two messages, the second in a thread
		path := filepath.Join(t.TempDir(), "ledger.db")
		p.reopen(path, f.begin)
		for i := range 10 {
			p.daily(fmt.Sprint(9001 + i))
		}
		began := time.Now()
		for f.died() < crashes {
			p.later(time.Minute)
			if f.dead.Load() {
				p.stop()
				p.later(f.downtime())
				p.reopen(path, f.begin)
			}
		}
		f.spare()
		p.later(12 * time.Hour)
		if n, skipped := f.died(), p.skipped(); n < crashes || skipped > 0 {
			t.Errorf("%d crashes, %d occurrences skipped", n, skipped)
		}
		t.Logf("%d requests, %d of them failed", f.requests, f.failed)
		p.wantEachDay(1 + int((time.Since(began)-30*time.Minute)/(24*time.Hour)))
	})
}

// reopen starts the courier on the ledger in a file, as a new process does. It reaches
// Discord through what begin returns; nil is a straight connection.
func (p *harness) reopen(path string, begin func(*ledger.Ledger) http.RoundTripper) {
	p.t.Helper()
	p.stop()
	l, err := ledger.Open(p.t.Context(), path)
	if err != nil {
		p.t.Fatal(err)
	}
	p.ledger = l
	p.admin = digest.NewAdmin(l, p.editor, digest.Options{Now: p.now})
	if begin != nil {
		p.to = begin(l)
	}
	p.start()
	stop := p.stop
	p.stop = func() { stop(); l.Close(); p.stop = func() {} }
}

// skipped is how many occurrences were skipped as too late.
func (p *harness) skipped() (n int) {
	all, err := p.admin.List(p.t.Context(), "42")
	if err != nil {
		p.t.Fatal(err)
	}
	for _, d := range all {
		n += d.Skipped
	}
	return n
}

// wantEachDay wants one digest of two messages in each channel for each day.
func (p *harness) wantEachDay(days int) {
	p.t.Helper()
	for i := range 10 {
		channel := fmt.Sprint(9001 + i)
		posts := p.posts(channel)
		if len(posts) != days {
			p.t.Errorf("channel %s has %d digests of %d days", channel, len(posts), days)
		}
		for n, m := range posts {
			day := time.Date(2026, 3, 9+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
			if text := fmt.Sprint(m.Components); !strings.Contains(text, "day "+day) || !strings.Contains(text, "Page 1 of 2") {
				p.t.Errorf("channel %s: message %d is not the first of %s: %.300s", channel, n+1, day, text)
			}
			if more := p.posts(m.ID); len(more) != 1 || !strings.Contains(fmt.Sprint(more[0].Components), "Page 2 of 2") {
				p.t.Errorf("channel %s: the digest of %s has %d more messages", channel, day, len(more))
			}
		}
	}
}

// chaos decides what happens to a process and its requests.
type chaos struct {
	to       http.RoundTripper
	mu       sync.Mutex
	rand     *rand.Rand
	requests int
	failed   int
	crashes  int
	ledger   *ledger.Ledger // of the living process
	life     int            // requests until the next crash; negative means never
	dead     atomic.Bool
}

// begin lets a new process live for some requests.
func (f *chaos) begin(l *ledger.Ledger) http.RoundTripper {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.ledger, f.life = l, 1+f.rand.IntN(30)
	f.dead.Store(false)
	return &process{f, l}
}

func (f *chaos) died() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.crashes
}

// spare lets the living process live on.
func (f *chaos) spare() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.life = -1
}

// downtime is seconds, longer than nonces live, or hours.
func (f *chaos) downtime() time.Duration {
	f.mu.Lock()
	defer f.mu.Unlock()
	longest := []time.Duration{5 * time.Second, 20 * time.Minute, 4 * time.Hour}[f.rand.IntN(3)]
	return time.Duration(1 + f.rand.Int64N(int64(longest)))
}

// draw decides the fate of one request: how long it and its answer travel, whether each
// arrives, and whether the process dies.
func (f *chaos) draw() (there, back time.Duration, arrives, answered, dies bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.requests++
	travel := func() time.Duration { return time.Duration(f.rand.Int64N(int64(300 * time.Millisecond))) }
	there, back = travel(), travel()
	fails, half := f.rand.IntN(5) == 0, f.rand.IntN(2) == 0
	if fails {
		f.failed++
	}
	if f.life > 0 {
		f.life--
		dies = f.life == 0
	}
	return there, back, !fails || half, !fails, dies
}

// A process is one run of the program. After its death nothing that it does has an effect.
type process struct {
	*chaos
	ledger *ledger.Ledger
}

// RoundTrip implements http.RoundTripper.
func (p *process) RoundTrip(req *http.Request) (*http.Response, error) {
	there, back, arrives, answered, dies := p.draw()
	if err := p.travel(req.Context(), there); err != nil {
		return nil, err
	}
	if dies && there > back { // killed before the request reaches Discord
		p.die()
		return nil, io.ErrUnexpectedEOF
	}
	var resp *http.Response
	if arrives {
		var err error
		if resp, err = p.to.RoundTrip(req); err != nil {
			return nil, err
		}
	}
	if dies {
		p.die()
	}
	if err := p.travel(req.Context(), back); err != nil || !answered {
		return nil, io.ErrUnexpectedEOF
	}
	return resp, nil
}

// travel lets time pass, unless the process is dead.
func (p *process) travel(ctx context.Context, d time.Duration) error {
	err := discord.Sleep(ctx, d)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.chaos.ledger != p.ledger || p.dead.Load() {
		return io.ErrUnexpectedEOF
	}
	return err
}

// die closes the ledger while other deliveries may be running.
func (p *process) die() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.chaos.ledger != p.ledger || p.dead.Load() {
		return
	}
	p.dead.Store(true)
	p.crashes++
	p.ledger.Close()
}
