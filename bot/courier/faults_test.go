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

	"rapporteur/bot/loopback"
	"rapporteur/briefing/digest"
	"rapporteur/corpus/testenv"
)

// TestAClockSetRight: the answer to a digest was lost while the clock was wrong, and
// the clock is set right before the next try. The digest stands once; that of today,
// where a clock behind had posted yesterday's, besides.
func TestAClockSetRight(t *testing.T) {
	for _, ahead := range []time.Duration{time.Hour, -time.Hour, 24 * time.Hour, -24 * time.Hour, 365 * 24 * time.Hour} {
		t.Run(ahead.String(), func(t *testing.T) {
			inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
				p.ahead.Store(int64(ahead))
				p.start()
				at := p.now().Add(30 * time.Minute).UTC().Format("15:04")
				p.add("42", "9001", at, plainDigest)
				p.later(29 * time.Minute)
				lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, CutAfter: true})
				p.later(70 * time.Second)
				p.wantPosts("9001", 1)
				lift()
				lift = p.Fail(loopback.RESTFault{Status: 503})
				p.ahead.Store(0)
				p.later(10 * time.Minute)
				lift()
				p.later(2 * time.Hour)
				p.wantNoDoubles("9001")
				if d := p.shown(); d.LastSent().IsZero() {
					t.Error("the digest is not known to stand")
				}
			})
		})
	}
}

// wantNoDoubles wants no day's digest twice.
func (p *pressRoom) wantNoDoubles(channel string) {
	p.t.Helper()
	for day, n := range p.days(channel) {
		if n > 1 {
			p.t.Errorf("the digest of %s was posted %d times", day, n)
		}
	}
}

// days counts the digests of each day, 2026-03-09.
func (p *pressRoom) days(channel string) map[string]int {
	n := map[string]int{}
	for _, m := range p.posts(channel) {
		_, day, _ := strings.Cut(fmt.Sprint(m.Components), "sailed again on day ")
		n[day[:min(10, len(day))]]++
	}
	return n
}

// TestClockJumps: the clock jumps about for days by hours, days and a year, and the
// program sleeps through hours. No run of one name is delivered twice, and once the
// clock is right each day has its digest.
func TestClockJumps(t *testing.T) {
	seed := testenv.Seed(t)
	draw := rand.New(rand.NewPCG(seed, 3))
	jumps := []time.Duration{time.Hour, 24 * time.Hour, 365 * 24 * time.Hour, time.Second, 8 * time.Hour}
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.daily("9001")
		for range testenv.Times(5, 20, 20) {
			p.later(time.Duration(draw.Int64N(int64(8 * time.Hour))))
			jump := jumps[draw.IntN(len(jumps))]
			switch draw.IntN(4) {
			case 0:
				p.ahead.Add(int64(jump))
			case 1:
				p.ahead.Add(-int64(jump))
			case 2: // suspended: neither timers nor requests, and a clock that jumps on
				p.stop()
				p.later(jumps[4])
				p.start()
			case 3:
				p.ahead.Store(0)
			}
		}
		p.ahead.Store(0)
		p.later(26 * time.Hour)
		from, after := time.Now().UTC(), time.Duration(testenv.Times(1, 3, 3))*24*time.Hour
		p.later(after)
		p.wantNoDoubles("9001")
		days := p.days("9001") // that of a day to come may stand since the clock was ahead
		for at := from.Truncate(24 * time.Hour).Add(9 * time.Hour); at.Before(from.Add(after)); at = at.Add(24 * time.Hour) {
			if day := at.Format(time.DateOnly); at.After(from) && days[day] == 0 {
				t.Errorf("no digest of %s, after the clock was set right", day)
			}
		}
	})
}

// TestLedgerFails: while nothing can be kept, nothing is sent; afterwards the digest
// arrives, once, without a restart.
func TestLedgerFails(t *testing.T) {
	for _, held := range []time.Duration{10 * time.Second, 20 * time.Minute} {
		t.Run(held.String(), func(t *testing.T) {
			inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
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
				p.later(time.Minute + held)
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

// A tarpit lets requests to some paths wait for ever.
type tarpit struct {
	to      http.RoundTripper
	into    func(*http.Request) bool
	accepts bool // Discord takes the message and does not answer
	held    atomic.Int64
}

// RoundTrip implements http.RoundTripper.
func (s *tarpit) RoundTrip(req *http.Request) (*http.Response, error) {
	if !s.into(req) {
		return s.to.RoundTrip(req)
	}
	if s.accepts {
		if _, err := s.to.RoundTrip(req); err != nil {
			return nil, err
		}
	}
	s.held.Add(1)
	<-req.Context().Done()
	return nil, req.Context().Err()
}

// TestStopInMidMessage: Discord does not answer when the program is stopped. It ends
// within ten seconds, and the digest stands once after the next start.
func TestStopInMidMessage(t *testing.T) {
	for _, accepts := range []bool{true, false} {
		t.Run(fmt.Sprint("accepted ", accepts), func(t *testing.T) {
			inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
				pit := &tarpit{to: direct{p.Handler()}, into: func(r *http.Request) bool { return r.Method == http.MethodPost }, accepts: accepts}
				p.to = pit
				p.start()
				p.daily("9001")
				p.later(30*time.Minute + time.Second)
				if pit.held.Load() == 0 {
					t.Fatal("nothing is on its way")
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
	inPressRoom(t, slow+2, func(t *testing.T, p *pressRoom) {
		stuck := map[string]bool{}
		for i := range slow {
			channel := fmt.Sprint(9001 + i)
			stuck[channel] = true
			p.daily(channel)
		}
		p.to = &tarpit{to: direct{p.Handler()}, into: func(r *http.Request) bool {
			_, channel, _ := strings.Cut(r.URL.Path, "/channels/")
			channel, _, _ = strings.Cut(channel, "/")
			return stuck[channel]
		}}
		p.start()
		for i, at := range []string{"09:00", "09:02"} {
			channel := fmt.Sprint(9001 + slow + i)
			p.add("43", channel, at, plainDigest)
		}
		p.later(31 * time.Minute)
		p.wantPosts(fmt.Sprint(9001+slow), 1)
		p.later(2 * time.Minute)
		p.wantPosts(fmt.Sprint(9001+slow+1), 1)
	})
}

// TestOneSlowChannel: a channel that does not answer holds up none of the forty others of
// its guild.
func TestOneSlowChannel(t *testing.T) {
	const others = 40
	inPressRoom(t, others+1, func(t *testing.T, p *pressRoom) {
		for i := range others + 1 {
			p.daily(fmt.Sprint(9001 + i))
		}
		p.to = &tarpit{to: direct{p.Handler()}, into: func(r *http.Request) bool { return strings.Contains(r.URL.Path, "/channels/9001/") }}
		p.start()
		p.later(30*time.Minute + 5*time.Second)
		for i := range others {
			p.wantPosts(fmt.Sprint(9002+i), 1)
		}
	})
}

// TestOneAfterTheOther: two digests of one hour for one channel, each of two messages and
// without a thread, do not run into each other.
func TestOneAfterTheOther(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
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

// TestTwoPrograms: the lock on the data directory keeps a second program out; should it
// fail, the nonces do not.
func TestTwoPrograms(t *testing.T) {
	inPressRoom(t, 5, func(t *testing.T, p *pressRoom) {
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

// TestAZoneChanged: the day's digest has been delivered when the moderators move it to
// another zone, in which that hour is still to come. The day has had its digest.
func TestAZoneChanged(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
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

// TestManyModerators: eight moderators change a hundred digests, or forty in a short run,
// while these are being delivered. No change is lost to another, and each digest goes by
// one state of its settings: the topic that it tells is that of the channel it is posted to.
func TestManyModerators(t *testing.T) {
	const admins = 8
	digests, edits := testenv.Times(40, 100, 100), testenv.Times(3, 30, 30)
	inPressRoom(t, 2*digests, func(t *testing.T, p *pressRoom) {
		var names []string
		for i := range digests {
			channel := fmt.Sprint(9001 + i)
			d := p.add("42", channel, "09:00", func(d *digest.Digest) { d.About, d.Items = "topic of "+channel, 1 })
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
			t.Errorf("%d changes were made and %d are kept", made.Load(), counted)
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

// TestBegunLate starts a digest in the last second in which it may still be begun: what
// is begun is ended, though its second message is refused a try for ten minutes.
func TestBegunLate(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.editor.lines = 12 // two messages, the second in a thread
		p.daily("9001")
		p.stop()
		p.later(6*time.Hour + 29*time.Minute + 59*time.Second) // 14:59:59, of a digest of 09:00
		mended := time.Now().Add(10 * time.Minute)
		p.to = roundTrip(func(req *http.Request) (*http.Response, error) {
			if strings.HasSuffix(req.URL.Path, "/threads") && time.Now().Before(mended) {
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
