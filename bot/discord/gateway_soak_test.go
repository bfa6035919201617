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

// Ten thousand connections that fail in every way, two thousand in a short run, in virtual
// time and at the pace that suits Discord: the bot never identifies too often, and after a connection that was
// well it is back in seconds as long as its budget lasts.
func TestSoakOfTheSupervisor(t *testing.T) {
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
		client.session.Client = &http.Client{Transport: d} // without the rules of our own transport
		g := NewGateway(client, pace, &kv.Memory{}, time.Now, slog.New(slog.DiscardHandler))
		g.next = func() (gatewayLink, error) { return &soakLine{soak: d, fate: d.rand.IntN(8)}, nil }
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		began := time.Now()
		go func() { ended <- g.Run(ctx, func(string, []byte) {}) }()
		<-d.over
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("the supervisor ended with %v", err)
		}
		most := d.busiestDay(t, pace.Spacing)
		if most > pace.Identify {
			t.Errorf("%d Identifies in a day, want at most %d", most, pace.Identify)
		}
		if limit := 2*pace.BackOff + pace.Spacing; d.away > limit {
			t.Errorf("away for %s after a connection that was well, want at most %s", d.away, limit)
		}
		t.Logf("seed %d: %d connections in %s, %d Identifies, at most %d a day; away at most %s after a connection that was well",
			seed, rounds, time.Since(began).Round(time.Hour), len(d.identifies), most, d.away.Round(time.Millisecond))
	})
}

// A soak is a Discord that goes wrong all the time.
type soak struct {
	rand       *rand.Rand
	rounds     int
	made       int
	over       chan struct{} // closed when the rounds are over
	identifies []time.Time
	lost       time.Time     // when a connection that was well was lost; zero when none was, or something else failed since
	away       time.Duration // longest time until the next Identify after that, within the budget
}

// RoundTrip answers REST, and fails now and then.
func (d *soak) RoundTrip(req *http.Request) (*http.Response, error) {
	if d.rand.IntN(20) == 0 {
		d.lost = time.Time{}
		return nil, errors.New("no route to the API")
	}
	const body = `{"shards":1,"session_start_limit":{"total":1000,"remaining":900,"reset_after":1000,"max_concurrency":1}}`
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Request: req,
		Body: io.NopCloser(strings.NewReader(body)),
	}, nil
}

// busiestDay is how many Identifies any 24 hours saw.
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

// A soakLine fails before Hello, before READY, soon or late, as its fate has it.
type soakLine struct {
	*soak
	fate  int
	hello bool
}

func (l *soakLine) open(ctx context.Context) error {
	if l.made++; l.made == l.rounds {
		close(l.over)
	}
	switch l.fate {
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
	if l.fate == 2 {
		return errInvalidSession
	}
	return nil
}

func (l *soakLine) wait(ctx context.Context) error {
	life := time.Duration(l.rand.IntN(60)) * time.Minute
	if l.fate == 3 {
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

func (l *soakLine) greeted() bool { return l.hello }
