package courier

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/loopback"
	"rapporteur/corpus/testenv"
)

// TestClockCorrected: the answer to a digest was lost while the clock was wrong, and the
// clock is corrected before the next try. The digest is posted once; where a clock that was
// behind had posted yesterday's, today's is posted too.
func TestClockCorrected(t *testing.T) {
	const day = 24 * time.Hour
	for _, ahead := range []time.Duration{time.Hour, -time.Hour, day, -day, 365 * day} {
		t.Run(ahead.String(), func(t *testing.T) {
			withCourier(t, 1, func(t *testing.T, p *harness) {
				p.ahead.Store(int64(ahead))
				p.start()
				at := p.now().Add(30 * time.Minute).UTC().Format("15:04")
				p.add("42", "9001", at, unchanged)
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
				p.wantNoDuplicates("9001")
				if d := p.shown(); d.LastSent().IsZero() {
					t.Error("the digest is not known to be posted")
				}
			})
		})
	}
}

// wantNoDuplicates wants no day's digest twice.
func (p *harness) wantNoDuplicates(channel string) {
	p.t.Helper()
	for day, n := range p.days(channel) {
		if n > 1 {
			p.t.Errorf("the digest of %s was posted %d times", day, n)
		}
	}
}

// days counts the digests of each day, 2026-03-09.
func (p *harness) days(channel string) map[string]int {
	n := map[string]int{}
	for _, m := range p.posts(channel) {
		_, day, _ := strings.Cut(fmt.Sprint(m.Components), "sailed again on day ")
		n[day[:min(10, len(day))]]++
	}
	return n
}

// TestClockJumps: for days the clock jumps by hours, days and a year, and the program sleeps
// for hours. No occurrence is delivered twice, and once the clock is right each day has its
// digest.
func TestClockJumps(t *testing.T) {
	seed := testenv.Seed(t)
	draw := rand.New(rand.NewPCG(seed, 3))
	jumps := []time.Duration{time.Hour, 24 * time.Hour, 365 * 24 * time.Hour, time.Second, 8 * time.Hour}
	withCourier(t, 1, func(t *testing.T, p *harness) {
		p.daily("9001")
		for range testenv.Times(5, 20, 20) {
			p.later(time.Duration(draw.Int64N(int64(8 * time.Hour))))
			jump := jumps[draw.IntN(len(jumps))]
			switch draw.IntN(4) {
			case 0:
				p.ahead.Add(int64(jump))
			case 1:
				p.ahead.Add(-int64(jump))
			case 2: // asleep: no timers and no requests while the clock goes on
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
		p.wantNoDuplicates("9001")
		days := p.days("9001") // one of a future day may be there, posted when the clock was ahead
		nine := from.Truncate(24 * time.Hour).Add(9 * time.Hour)
		for at := nine; at.Before(from.Add(after)); at = at.Add(24 * time.Hour) {
			if day := at.Format(time.DateOnly); at.After(from) && days[day] == 0 {
				t.Errorf("no digest of %s after the clock was corrected", day)
			}
		}
	})
}
