package discord

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"rapporteur/bot/kv"
	"rapporteur/corpus/testenv"
)

// Ten thousand connections (two thousand in a short run) fail in every way, in virtual time
// and at the default pace. The bot never identifies too often, and after a healthy
// connection it is back in seconds as long as its budget lasts.
func TestGatewaySoak(t *testing.T) {
	t.Parallel()
	rounds := testenv.Times(2_000, 10_000, 10_000)
	seed := testenv.Seed(t)
	synctest.Test(t, func(t *testing.T) {
		d := &soak{rand: rand.New(rand.NewPCG(seed, 1)), over: make(chan struct{}), rounds: rounds}
		pace := Pace{}.WithDefaults()
		client, err := NewClient(ClientOptions{Token: "token"})
		if err != nil {
			t.Fatal(err)
		}
		client.session.Client = &http.Client{Transport: d} // without the transport's rules
		g := NewGateway(client, pace, &kv.Memory{}, time.Now, slog.New(slog.DiscardHandler))
		g.next = func() (connection, error) { return &soakConnection{soak: d, failure: d.rand.IntN(8)}, nil }
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		began := time.Now()
		go func() { ended <- g.Run(ctx, func(string, []byte) {}) }()
		<-d.over
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
		most := d.busiestDay(t, pace.Spacing)
		if most > pace.Identify {
			t.Errorf("%d Identifies in a day, want at most %d", most, pace.Identify)
		}
		if limit := 2*pace.BackOff + pace.Spacing; d.away > limit {
			t.Errorf("away for %s after a healthy connection, want at most %s", d.away, limit)
		}
		t.Logf("seed %d: %d connections in %s, %d Identifies, at most %d a day; away at most %s after a healthy one",
			seed, rounds, time.Since(began).Round(time.Hour), len(d.identifies), most, d.away.Round(time.Millisecond))
	})
}

// A soak is a Discord that fails all the time.
type soak struct {
	rand       *rand.Rand
	rounds     int
	made       int
	over       chan struct{} // closed after the last round
	identifies []time.Time
	lost       time.Time     // when a healthy connection was lost; zero when something else failed since
	away       time.Duration // longest time from then to the next Identify, within the budget
}

// RoundTrip answers sessionLimit, and sometimes fails.
func (d *soak) RoundTrip(req *http.Request) (*http.Response, error) {
	if d.rand.IntN(20) == 0 {
		d.lost = time.Time{}
		return nil, errors.New("no route to the API")
	}
	const body = `{"shards":1,"session_start_limit":{"total":1000,"remaining":900,"reset_after":1000}}`
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Request: req,
		Body: io.NopCloser(strings.NewReader(body)),
	}, nil
}

// busiestDay is the largest number of Identifies in 24 hours.
func (d *soak) busiestDay(t *testing.T, spacing time.Duration) int {
	most, first := 0, 0
	for i, at := range d.identifies {
		for at.Sub(d.identifies[first]) >= 24*time.Hour {
			first++
		}
		most = max(most, i-first+1)
		if i > 0 && at.Sub(d.identifies[i-1]) < spacing {
			t.Errorf("two Identifies within %s", at.Sub(d.identifies[i-1]))
		}
	}
	return most
}

// A soakConnection fails before Hello, before READY, soon or late, by its failure.
type soakConnection struct {
	*soak
	failure int
	hello   bool
}

func (l *soakConnection) open(ctx context.Context) error {
	if l.made++; l.made == l.rounds {
		close(l.over)
	}
	switch l.failure {
	case 0:
		l.lost = time.Time{}
		return errors.New("no route to the gateway")
	case 1:
		l.lost = time.Time{}
		return Sleep(ctx, 30*time.Second) // silence, which ends with Open's limit
	}
	l.hello = true
	l.identifies = append(l.identifies, time.Now())
	day := 0
	for day < len(l.identifies) && time.Since(l.identifies[len(l.identifies)-1-day]) < 24*time.Hour {
		day++
	}
	if !l.lost.IsZero() && day < 200 {
		l.away = max(l.away, time.Since(l.lost))
	}
	l.lost = time.Time{}
	if l.failure == 2 {
		return errInvalidSession
	}
	return nil
}

func (l *soakConnection) wait(ctx context.Context) error {
	life := time.Duration(l.rand.IntN(60)) * time.Minute
	if l.failure == 3 {
		life = time.Second
	}
	if Sleep(ctx, life) != nil {
		return nil
	}
	if life > 5*time.Minute {
		l.lost = time.Now()
	}
	return &CloseError{Code: 4000}
}

func (l *soakConnection) saidHello() bool { return l.hello }
