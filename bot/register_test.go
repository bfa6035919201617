package bot

import (
	"net/http"
	"strings"
	"testing"

	"rapporteur/bot/card/cardtest"
	"rapporteur/bot/kv"
	"rapporteur/bot/loopback"
)

// Commands are registered only when they are new or changed.
func TestRegistersOnlyChanges(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{})
	if n := st.registrations(); n != 1 {
		t.Fatalf("registered %d times at the first start", n)
	}
	if err := st.stop(); err != nil {
		t.Fatal(err)
	}
	st.restart(Options{})
	if n := st.registrations(); n != 1 {
		t.Errorf("registered again though nothing changed: %d times", n)
	}
	if err := st.stop(); err != nil {
		t.Fatal(err)
	}
	changed := st.newProcess(Options{})
	changed.services.Table[0].Help = "Who was it that said this?"
	st.bot = changed
	ready := make(chan struct{}, 1)
	st.bot.ready = func() { ready <- struct{}{} }
	st.run()
	<-ready
	if n := st.registrations(); n != 2 {
		t.Errorf("registered %d times after a change, want 2", n)
	}
}

// registrations counts how often the commands were overwritten.
func (st *harness) registrations() int {
	n := 0
	for _, r := range st.Requests() {
		if r.Method == http.MethodPut {
			n++
		}
	}
	return n
}

// newProcess is a bot like the harness's, as a later process makes it.
func (st *harness) newProcess(o Options) *Bot {
	st.t.Helper()
	o.Token, o.API, o.Desk, o.Store, o.Log = loopback.Token, st.URL(), st.bot.services.Desk, st.bot.store, st.bot.log
	o.Pace = fastPace()
	b, err := New(o)
	if err != nil {
		st.t.Fatal(err)
	}
	return b
}

// restart runs the bot of a later process and waits until it is ready.
func (st *harness) restart(o Options) {
	st.t.Helper()
	ready := make(chan struct{}, 1)
	o.Ready = func() { ready <- struct{}{} }
	st.bot = st.newProcess(o)
	st.run()
	select {
	case <-ready:
	case <-st.ctx.Done():
		st.t.Fatalf("the bot did not come back:\n%s", st.log)
	}
}

// Buttons work in a later process.
func TestButtonsOutliveTheProcess(t *testing.T) {
	t.Parallel()
	desk := sampleDesk()
	desk.who.Answers = cardtest.ManyStatements(11)
	st := open(t, loopback.Options{}, Options{Desk: desk, Store: &kv.Memory{}})
	reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "the level"})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.stop(); err != nil {
		t.Fatal(err)
	}
	st.restart(Options{})
	for label, want := range map[string]string{"Next": "Page 2 of 3", "Context": "Dam gates stay shut", "Share": "Shared by"} {
		pressedReply, err := st.Press(st.ctx, loopback.Actor{}, reply.Message.ID, buttonID(t, reply.Message, label))
		if err != nil || !strings.Contains(shown(pressedReply.Message), want) {
			t.Errorf("%s: %v\n%s", label, err, shown(pressedReply.Message))
		}
		reply.Message = st.Reply(reply.Interaction).Message
	}
}

// A failed registration is tried again on the same connection.
func TestRegistrationIsRetried(t *testing.T) {
	t.Parallel()
	st := prepare(t, loopback.Options{}, Options{})
	st.Fail(loopback.RESTFault{Method: http.MethodPut, Contains: "/commands", Times: 3, Status: http.StatusBadRequest})
	st.run()
	st.mustAnswer()
	if n := st.Counters().Identifies; n != 1 || !strings.Contains(st.log.String(), "commands are not registered") {
		t.Errorf("%d Identifies\n%s", n, st.log)
	}
}
