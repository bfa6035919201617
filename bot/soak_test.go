package bot

import (
	"context"
	"math/rand/v2"
	"net/http"
	"os"
	"runtime"
	"testing"
	"time"

	"rapporteur/bot/kv"
	"rapporteur/bot/loopback"
	"rapporteur/corpus/testenv"
)

// A hundred connections through discordgo and real sockets are lost one after the other. The
// bot comes back each time and leaks no goroutines. RAPPORTEUR_LONG=1 makes it ten thousand.
func TestConnectionSoak(t *testing.T) {
	rounds, long := 100, os.Getenv("RAPPORTEUR_LONG") != ""
	if long {
		rounds = 10_000 // alone, so that no other test's goroutines are counted
	} else {
		t.Parallel()
	}
	pace := fastPace()
	pace.Identify, pace.MaxWait, pace.MaxOfflineWait = 1_000_000, 10*time.Millisecond, 10*time.Millisecond
	st := prepare(t, loopback.Options{IdentifiesPerDay: 1_000_000, HeartbeatInterval: 10 * time.Second}, Options{Pace: pace, QuestionBurst: -1, Store: &forgetfulStore{}})
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	defer cancel()
	st.ctx = ctx
	st.run()
	st.mustAnswer()
	seed := testenv.Seed(t)
	r := rand.New(rand.NewPCG(seed, 1))
	strikes := []func(){
		st.Reconnect, st.Drop, func() { st.Invalidate(false) }, func() { st.Invalidate(true) },
		func() { st.CloseWith(4000 + r.IntN(4)) }, func() { st.CloseWith(1000) }, func() { st.CloseWith(4009) },
	}
	no := false
	before := []loopback.GatewayScript{{}, {}, {}, {}, {ReconnectFirst: true}, {InvalidSession: &no}, {DropOnIdentify: true}, {RefuseStatus: http.StatusServiceUnavailable}, {CloseWith: 4008}}
	early := 0
	for i := range rounds {
		if long && i == rounds/2 {
			early = settled()
		}
		seen := st.Counters().Identifies
		st.ScriptNext(before[r.IntN(len(before))])
		strikes[r.IntN(len(strikes))]()
		if err := st.Wait(ctx, func() bool { return st.Counters().Identifies > seen && st.Counters().Live > 0 }); err != nil {
			t.Fatalf("seed %d, round %d: not back: %v\n%s", seed, i, err, st.log.tail())
		}
	}
	st.mustAnswer()
	late := early
	if long {
		late = settled()
	}
	if late > early+20 {
		t.Errorf("%d goroutines more in the second half of %d connections", late-early, rounds)
	}
	t.Logf("seed %d: %d connections, %d goroutines in the middle, %d at the end", seed, st.Counters().Connections, early, late)
}

// A forgetfulStore counts no Identifies, of which a soak makes more than Discord grants.
type forgetfulStore struct{ kv.Memory }

func (f *forgetfulStore) Get(ctx context.Context, key string) ([]byte, error) {
	if key == "identifies" {
		return nil, nil
	}
	return f.Memory.Get(ctx, key)
}

// settled counts goroutines after discordgo has let go of lost connections, which takes it a
// second.
func settled() int {
	least := runtime.NumGoroutine()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for range 20 {
		<-tick.C
		least = min(least, runtime.NumGoroutine())
	}
	return least
}
