package courier

import (
	"database/sql"
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

	"rapporteur/briefing/digest"
	"rapporteur/corpus/testenv"
)

// TestLedgerFails: while the ledger fails nothing is sent. Afterwards the digest arrives
// once, without a restart.
func TestLedgerFails(t *testing.T) {
	for _, failing := range []time.Duration{10 * time.Second, 20 * time.Minute} {
		t.Run(failing.String(), func(t *testing.T) {
			withCourier(t, 1, func(t *testing.T, p *harness) {
				path := filepath.Join(t.TempDir(), "ledger.db")
				p.reopen(path, nil)
				p.daily("9001")
				other, err := sql.Open("sqlite", "file:"+path)
				if err != nil {
					t.Fatal(err)
				}
				defer other.Close()
				p.later(29 * time.Minute)
				if _, err := other.Exec("ALTER TABLE run RENAME TO gone"); err != nil {
					t.Fatal(err)
				}
				p.later(time.Minute + failing)
				p.wantPosts("9001", 0)
				if _, err := other.Exec("ALTER TABLE gone RENAME TO run"); err != nil {
					t.Fatal(err)
				}
				p.later(2 * time.Minute)
				p.wantPosts("9001", 1)
				p.stop()
			})
		})
	}
}

// A hangingTransport never answers some requests.
type hangingTransport struct {
	to      http.RoundTripper
	into    func(*http.Request) bool
	accepts bool // Discord accepts the message and does not answer
	hanging atomic.Int64
}

// RoundTrip implements http.RoundTripper.
func (s *hangingTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	if !s.into(req) {
		return s.to.RoundTrip(req)
	}
	if s.accepts {
		if _, err := s.to.RoundTrip(req); err != nil {
			return nil, err
		}
	}
	s.hanging.Add(1)
	<-req.Context().Done()
	return nil, req.Context().Err()
}

// TestStopDuringRequest: Discord does not answer when the program is stopped. It ends within
// ten seconds, and the digest is posted once after the next start.
func TestStopDuringRequest(t *testing.T) {
	for _, accepts := range []bool{true, false} {
		t.Run(fmt.Sprint("accepted ", accepts), func(t *testing.T) {
			withCourier(t, 1, func(t *testing.T, p *harness) {
				hang := &hangingTransport{to: direct{p.Handler()}, into: func(r *http.Request) bool { return r.Method == http.MethodPost }, accepts: accepts}
				p.to = hang
				p.start()
				p.daily("9001")
				p.later(30*time.Minute + time.Second)
				if hang.hanging.Load() == 0 {
					t.Fatal("no request is hanging")
				}
				began := time.Now()
				p.stop()
				if took := time.Since(began); took > 10*time.Second {
					t.Errorf("stopping took %s", took)
				}
				p.later(10 * time.Minute)
				p.to = nil
				p.start()
				p.later(time.Minute)
				p.wantPosts("9001", 1)
			})
		})
	}
}

// TestSlowChannels: sixty channels of one guild do not answer; another guild's digest
// of the same hour, and one due meanwhile, arrive within a minute.
func TestSlowChannels(t *testing.T) {
	const slow = 60
	withCourier(t, slow+2, func(t *testing.T, p *harness) {
		stuck := map[string]bool{}
		for i := range slow {
			channel := fmt.Sprint(9001 + i)
			stuck[channel] = true
			p.daily(channel)
		}
		p.to = &hangingTransport{to: direct{p.Handler()}, into: func(r *http.Request) bool {
			_, channel, _ := strings.Cut(r.URL.Path, "/channels/")
			channel, _, _ = strings.Cut(channel, "/")
			return stuck[channel]
		}}
		p.start()
		for i, at := range []string{"09:00", "09:02"} {
			channel := fmt.Sprint(9001 + slow + i)
			p.add("43", channel, at, unchanged)
		}
		p.later(31 * time.Minute)
		p.wantPosts(fmt.Sprint(9001+slow), 1)
		p.later(2 * time.Minute)
		p.wantPosts(fmt.Sprint(9001+slow+1), 1)
	})
}

// TestOneSlowChannel: a channel that does not answer delays none of the forty others of its
// guild.
func TestOneSlowChannel(t *testing.T) {
	const others = 40
	withCourier(t, others+1, func(t *testing.T, p *harness) {
		for i := range others + 1 {
			p.daily(fmt.Sprint(9001 + i))
		}
		p.to = &hangingTransport{to: direct{p.Handler()}, into: func(r *http.Request) bool { return strings.Contains(r.URL.Path, "/channels/9001/") }}
		p.start()
		p.later(30*time.Minute + 5*time.Second)
		for i := range others {
			p.wantPosts(fmt.Sprint(9002+i), 1)
		}
	})
}

// TestSameChannelInOrder: two digests of one hour for one channel, each of two messages and
// without a thread, do not mix.
func TestSameChannelInOrder(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
		p.editor.lines = 12
		for range 2 {
			d := p.daily("9001")
			p.change(d, func(d *digest.Digest) { d.Thread = false })
		}
		p.to = roundTrip(func(req *http.Request) (*http.Response, error) {
			time.Sleep(time.Second)
			return direct{p.Handler()}.RoundTrip(req)
		})
		p.start()
		p.later(31 * time.Minute)
		p.wantPosts("9001", 4)
		for i, m := range p.posts("9001") {
			if want := fmt.Sprintf("Page %d of 2", i%2+1); !strings.Contains(fmt.Sprint(m.Components), want) {
				t.Errorf("message %d is not %s", i+1, want)
			}
		}
	})
}

// TestTwoPrograms: the lock on the data directory keeps a second program out. Without it,
// nonces still prevent duplicates.
func TestTwoPrograms(t *testing.T) {
	withCourier(t, 5, func(t *testing.T, p *harness) {
		for i := range 5 {
			p.hourly(fmt.Sprint(9001 + i))
		}
		first := p.stop
		p.stop = func() {}
		p.start()
		second := p.stop
		p.stop = func() { first(); second() }
		p.later(95 * time.Minute)
		for i := range 5 {
			p.wantPosts(fmt.Sprint(9001+i), 2)
		}
	})
}

// TestZoneChanged: the day's digest was delivered when moderators move it to another zone,
// in which that hour is still to come. The day gets no second digest.
func TestZoneChanged(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
		d := p.daily("9001")
		p.later(time.Hour)
		p.wantPosts("9001", 1)
		p.change(d, func(d *digest.Digest) { d.Rule.Zone = "America/New_York" })
		p.later(12 * time.Hour)
		p.wantPosts("9001", 1)
		p.later(24 * time.Hour)
		p.wantPosts("9001", 2)
	})
}

// TestManyModerators: eight moderators change a hundred digests (forty in a short run) while
// these are being delivered. No change is lost, and each digest uses one state of its
// settings: its topic is that of the channel it is posted to.
func TestManyModerators(t *testing.T) {
	const admins = 8
	digests, edits := testenv.Times(40, 100, 100), testenv.Times(3, 30, 30)
	withCourier(t, 2*digests, func(t *testing.T, p *harness) {
		var names []string
		for i := range digests {
			channel := fmt.Sprint(9001 + i)
			topic := func(d *digest.Digest) { d.About, d.Items = "topic of "+channel, 1 }
			d := p.add("42", channel, "09:00", topic)
			names = append(names, d.Name())
		}
		p.later(29*time.Minute + 59*time.Second)
		var made atomic.Int64
		var busy sync.WaitGroup
		for a := range admins {
			draw := rand.New(rand.NewPCG(uint64(a), 4))
			busy.Go(func() {
				for range edits {
					time.Sleep(time.Duration(draw.Int64N(int64(100 * time.Millisecond))))
					n := draw.IntN(digests)
					channel := fmt.Sprint(9001 + n + draw.IntN(2)*digests)
					_, err := p.admin.Save(t.Context(), "42", "7", names[n], func(d *digest.Digest) error {
						d.Channel, d.About = channel, "topic of "+channel
						d.Items++
						return nil
					})
					if err != nil {
						t.Error(err)
					}
					made.Add(1)
				}
			})
		}
		busy.Wait()
		p.later(10 * time.Minute)
		all, err := p.admin.List(t.Context(), "42")
		if err != nil {
			t.Fatal(err)
		}
		counted := 0
		for _, d := range all {
			counted += d.Items - 1
		}
		if int64(counted) != made.Load() {
			t.Errorf("%d changes were made and %d were saved", made.Load(), counted)
		}
		posts := 0
		for i := range 2 * digests {
			channel := fmt.Sprint(9001 + i)
			for _, m := range p.posts(channel) {
				posts++
				if text := fmt.Sprint(m.Components); !strings.Contains(text, "topic of "+channel) {
					t.Errorf("channel %s was posted %.200s", channel, text)
				}
			}
		}
		if posts != digests {
			t.Errorf("%d digests were posted, want %d", posts, digests)
		}
	})
}

// TestStartedLate starts a digest in the last second in which it may still start. It is
// completed, although the thread of its second message fails for ten minutes.
func TestStartedLate(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
		p.editor.lines = 12 // two messages, the second in a thread
		p.daily("9001")
		p.stop()
		p.later(6*time.Hour + 29*time.Minute + 59*time.Second) // 14:59:59, of a digest of 09:00
		fixed := time.Now().Add(10 * time.Minute)
		p.to = roundTrip(func(req *http.Request) (*http.Response, error) {
			if strings.HasSuffix(req.URL.Path, "/threads") && time.Now().Before(fixed) {
				return nil, io.ErrUnexpectedEOF
			}
			return direct{p.Handler()}.RoundTrip(req)
		})
		p.start()
		p.later(time.Hour)
		p.wantPosts("9001", 1)
		for _, m := range p.posts("9001") {
			p.wantPosts(m.ID, 1)
		}
	})
}

// A roundTrip is a function that carries out requests.
type roundTrip func(*http.Request) (*http.Response, error)

// RoundTrip implements http.RoundTripper.
func (f roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }
