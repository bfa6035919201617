package bot

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/bot/card/cardtest"
	"rapporteur/bot/discord"
	"rapporteur/bot/kv"
	"rapporteur/bot/loopback"
	"rapporteur/briefing"
)

// After each fault of the gateway on its first connections, the bot answers a question.
func TestGatewayFaultsAreSurvived(t *testing.T) {
	t.Parallel()
	no, yes := false, true
	never := make(chan struct{})
	for name, plays := range map[string][]loopback.GatewayScript{
		"op 7 before hello":        {{ReconnectFirst: true}, {ReconnectFirst: true}},
		"op 9 to identify":         {{InvalidSession: &no}, {InvalidSession: &yes}},
		"silent":                   {{Silent: true}},
		"no hello":                 {{Hello: never}},
		"upgrade refused":          {{RefuseStatus: http.StatusServiceUnavailable}, {RefuseStatus: http.StatusBadGateway}},
		"cut on identify":          {{DropOnIdentify: true}, {DropOnIdentify: true}},
		"4000 unknown error":       {{CloseWith: 4000}},
		"4008 rate limited":        {{CloseWith: 4008}},
		"4009 session timed out":   {{CloseWith: 4009}},
		"one fault after the next": {{ReconnectFirst: true}, {InvalidSession: &no}, {CloseWith: 4001}, {DropOnIdentify: true}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := prepare(t, loopback.Options{}, Options{})
			st.ScriptNext(plays...)
			st.run()
			st.mustAnswer()
			if n := st.Counters().Identifies; n > len(plays)+1 {
				t.Errorf("%d Identifies for %d faults", n, len(plays))
			}
		})
	}
}

// mustAnswer waits until the bot is connected and asks a question.
func (st *harness) mustAnswer() {
	st.t.Helper()
	if err := st.WaitCommands(st.ctx); err != nil {
		st.t.Fatalf("the bot did not come up: %v\n%s", err, st.log)
	}
	for {
		reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "gates"})
		if (errors.Is(err, loopback.ErrOffline) || errors.Is(err, loopback.ErrNoAnswer)) && st.ctx.Err() == nil {
			if err := st.WaitReady(st.ctx); err != nil {
				st.t.Fatalf("the bot did not come back: %v\n%s", err, st.log)
			}
			continue
		}
		if err != nil || !strings.Contains(shown(reply.Message), "Maret Orel") {
			st.t.Fatalf("the bot did not answer: %v\n%s\n%s", err, shown(reply.Message), st.log)
		}
		return
	}
}

// After a fault on a healthy connection, the bot answers a question on a new one.
func TestLostConnectionsAreReplaced(t *testing.T) {
	t.Parallel()
	for name, strike := range map[string]func(*loopback.Server){
		"op 7":         (*loopback.Server).Reconnect,
		"op 9":         func(s *loopback.Server) { s.Invalidate(false) },
		"op 9, resume": func(s *loopback.Server) { s.Invalidate(true) },
		"cut":          (*loopback.Server).Drop,
		"closed 4000":  func(s *loopback.Server) { s.CloseWith(4000) },
		"closed 1001":  func(s *loopback.Server) { s.CloseWith(1001) },
		"no acks":      (*loopback.Server).StopAcks,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := open(t, loopback.Options{HeartbeatInterval: 100 * time.Millisecond}, Options{})
			before := st.Counters().Identifies
			strike(st.Server)
			if err := st.Wait(st.ctx, func() bool { return st.Counters().Identifies > before }); err != nil {
				t.Fatalf("no new connection: %v\n%s", err, st.log)
			}
			st.mustAnswer()
		})
	}
}

// A heartbeat that the gateway asks for is sent, and the connection lives on.
func TestRequestedHeartbeatIsSent(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{})
	st.AskHeartbeat()
	st.mustAnswer()
	if n := st.Counters().Identifies; n != 1 {
		t.Errorf("%d Identifies, want 1", n)
	}
}

func TestFatalCloseCodesEndTheBot(t *testing.T) {
	t.Parallel()
	for code, word := range map[int]string{
		4004: "DISCORD_TOKEN", 4010: "guilds", 4011: "guilds", 4012: "version", 4013: "intents", 4014: "intents",
	} {
		t.Run(strconv.Itoa(code), func(t *testing.T) {
			t.Parallel()
			st := prepare(t, loopback.Options{}, Options{})
			st.ScriptAlways(loopback.GatewayScript{CloseWith: code})
			err := st.bot.Run(st.ctx)
			var closed *discord.CloseError
			if !errors.As(err, &closed) || closed.Code != code || !strings.Contains(err.Error(), word) {
				t.Errorf("Run: %v; want the code %d and %q", err, code, word)
			}
			if n := st.Counters().Identifies; n > 1 {
				t.Errorf("%d Identifies after a fatal code", n)
			}
		})
	}
}

// A healthy connection may get a fatal code too, when the token was reset.
func TestFatalCodeLater(t *testing.T) {
	t.Parallel()
	st := prepare(t, loopback.Options{}, Options{})
	ended := make(chan error, 1)
	go func() { ended <- st.bot.Run(st.ctx) }()
	if err := st.WaitCommands(st.ctx); err != nil {
		t.Fatal(err)
	}
	st.CloseWith(4004)
	var closed *discord.CloseError
	if err := <-ended; !errors.As(err, &closed) || closed.Code != 4004 {
		t.Errorf("Run: %v; want code 4004", err)
	}
}

func TestWrongTokenEndsTheBot(t *testing.T) {
	t.Parallel()
	st := prepare(t, loopback.Options{Token: "another"}, Options{})
	err := st.bot.Run(st.ctx)
	if !errors.Is(err, discord.ErrTokenRefused) {
		t.Errorf("Run: %v; want %v", err, discord.ErrTokenRefused)
	}
	if n := len(st.Requests()); n != 1 {
		t.Errorf("%d requests with a refused token, want 1", n)
	}
}

func TestPanicsEndNothing(t *testing.T) {
	t.Parallel()
	desk := sampleDesk()
	desk.panics = true
	st := open(t, loopback.Options{}, Options{Desk: desk})
	reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "gates"})
	if err != nil || !strings.Contains(shown(reply.Message), "Something went wrong") {
		t.Fatalf("after a panic: %v\n%s", err, shown(reply.Message))
	}
	if _, err := st.Command(st.ctx, loopback.Actor{}, "help"); err != nil {
		t.Errorf("after a panic, /help: %v", err)
	}
}

// A connection that opens while a thousand questions are in flight still registers the
// commands: only questions may be dropped.
func TestReadyWhileFull(t *testing.T) {
	t.Parallel()
	ready := make(chan struct{}, 2)
	st := open(t, loopback.Options{}, Options{Ready: func() { ready <- struct{}{} }})
	<-ready
	for range inFlightLimit {
		st.bot.inFlight <- struct{}{}
	}
	st.Drop()
	select {
	case <-ready:
	case <-st.ctx.Done():
		t.Errorf("the new connection was not handled\n%s", st.log)
	}
	for range inFlightLimit {
		<-st.bot.inFlight
	}
	st.mustAnswer()
}

// A gateway that refuses every session gets no storm of Identifies.
func TestNoIdentifyStorm(t *testing.T) {
	t.Parallel()
	pace := fastPace()
	pace.BackOff, pace.MaxWait, pace.Spacing = 100*time.Millisecond, time.Second, 50*time.Millisecond
	st := prepare(t, loopback.Options{}, Options{Pace: pace})
	no := false
	st.ScriptAlways(loopback.GatewayScript{InvalidSession: &no})
	st.run()
	if err := st.Wait(st.ctx, func() bool { return st.Counters().Identifies >= 3 }); err != nil {
		t.Fatalf("%v\n%s", err, st.log)
	}
	began := time.Now()
	st.Wait(st.ctx, func() bool { return st.Counters().Identifies >= 6 })
	if took := time.Since(began); took < 500*time.Millisecond {
		t.Errorf("three more Identifies in %s", took)
	}
	st.ScriptAlways(loopback.GatewayScript{})
	st.mustAnswer()
}

// On a stop the gateway gets close code 1000, and Run returns no error.
func TestCleanStop(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{})
	if err := st.stop(); err != nil {
		t.Errorf("Run: %v", err)
	}
	if err := st.Wait(st.ctx, func() bool { return len(st.Counters().Closes) > 0 }); err != nil {
		t.Fatal(err)
	}
	if closes := st.Counters().Closes; len(closes) != 1 || closes[0] != 1000 {
		t.Errorf("the gateway got the close codes %v", closes)
	}
}

// The bot finishes the answers in work before it ends.
func TestStopWaitsForAnswers(t *testing.T) {
	t.Parallel()
	desk := sampleDesk()
	release, asked := make(chan struct{}), make(chan struct{}, 1)
	desk.hold = release
	desk.asked = func(briefing.Asker) { asked <- struct{}{} }
	st := open(t, loopback.Options{}, Options{Desk: desk})
	got := make(chan string, 1)
	go func() {
		reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "gates"})
		got <- fmt.Sprint(err) + shown(reply.Message)
	}()
	<-asked
	time.AfterFunc(50*time.Millisecond, func() { close(release) })
	if err := st.stop(); err != nil {
		t.Error(err)
	}
	if text := <-got; !strings.Contains(text, "Maret Orel") {
		t.Errorf("the reply is: %s", text)
	}
}

// No log line holds the token or a member's words.
func TestNoSecretsInTheLog(t *testing.T) {
	t.Parallel()
	desk := sampleDesk()
	desk.panics = true
	st := prepare(t, loopback.Options{}, Options{Desk: desk})
	st.ScriptNext(loopback.GatewayScript{RefuseStatus: http.StatusServiceUnavailable}, loopback.GatewayScript{CloseWith: 4000})
	st.run()
	if err := st.WaitCommands(st.ctx); err != nil {
		t.Fatal(err)
	}
	st.Fail(loopback.RESTFault{Contains: "callback", Times: 2, CutAfter: true})
	st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "secret words"})
	for _, secret := range []string{loopback.Token, "token-", "secret words"} {
		if text := st.log.String(); strings.Contains(text, secret) {
			t.Errorf("the log holds %q:\n%s", secret, text)
		}
	}
}

// The bot answers although Discord's first response is a fault.
func TestAnswersThroughFaults(t *testing.T) {
	t.Parallel()
	const callbacks = "/interactions/{interaction_id}/{interaction_token}/callback"
	for name, fault := range map[string]loopback.RESTFault{
		"limited once": {Route: callbacks, Times: 1, Status: 429, RetryAfter: 50 * time.Millisecond},
		"shared limit": {Route: callbacks, Times: 1, Status: 429, Scope: loopback.ScopeShared, RetryAfter: 50 * time.Millisecond},
		"failed once":  {Route: callbacks, Times: 1, Status: 502},
		"answer lost":  {Route: callbacks, Times: 1, CutAfter: true},
		"global limit": {Route: callbacks, Times: 1, Status: 429, Scope: loopback.ScopeGlobal, RetryAfter: 50 * time.Millisecond},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			st := open(t, loopback.Options{}, Options{})
			st.Fail(fault)
			st.mustAnswer()
		})
	}
}

// Answers and their buttons work on a full disk.
func TestAnswersOnAFullDisk(t *testing.T) {
	t.Parallel()
	desk, disk := sampleDesk(), &fullDisk{}
	desk.who.Answers = cardtest.ManyStatements(11)
	st := open(t, loopback.Options{}, Options{Desk: desk, Store: disk})
	disk.full.Store(true)
	reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "the level"})
	if err != nil {
		t.Fatal(err)
	}
	reply, err = st.Press(st.ctx, loopback.Actor{}, reply.Message.ID, buttonID(t, reply.Message, "Next"))
	if err != nil || !strings.Contains(shown(reply.Message), "Page 2 of 3") {
		t.Errorf("the next page: %v\n%s\n%s", err, shown(reply.Message), st.log)
	}
}

// A fullDisk is a Store that rejects every value while it is full.
type fullDisk struct {
	kv.Memory
	full atomic.Bool
}

func (d *fullDisk) Put(ctx context.Context, key string, value []byte, until time.Time) error {
	if d.full.Load() {
		return errors.New("no space left on device")
	}
	return d.Memory.Put(ctx, key, value, until)
}
