package bot

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/card/cardtest"
	"rapporteur/bot/command"
	"rapporteur/bot/discord"
	"rapporteur/bot/loopback"
	"rapporteur/briefing"
)

// A slow answer is deferred and sent later; so is its error.
func TestSlowAnswersAreDeferred(t *testing.T) {
	t.Parallel()
	for name, desk := range map[string]*fakeDesk{
		"Maret Orel":           {who: cardtest.SampleWho()},
		"Something went wrong": {err: errors.New("disk on fire")},
		"write it so":          {err: &briefing.InputError{Problem: "write it so"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			release := make(chan struct{})
			desk.hold = release
			st := open(t, loopback.Options{}, Options{Desk: desk, DeferAfter: 20 * time.Millisecond})
			st.afterDeferral(func() { close(release) })
			reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "gates"})
			if err != nil {
				t.Fatalf("%v\n%s", err, st.log)
			}
			if reply.Type != loopback.AnswerDefer || !reply.Message.Ephemeral() || !strings.Contains(shown(reply.Message), name) {
				t.Errorf("first answer of type %d, then:\n%s", reply.Type, shown(reply.Message))
			}
		})
	}
}

// A question that waits for a worker is deferred at once: later a busy machine may miss
// Discord's three seconds.
func TestQueuedQuestionIsDeferredAtOnce(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{DeferAfter: time.Hour})
	for range workerLimit {
		st.bot.workers <- struct{}{}
	}
	st.afterDeferral(func() { <-st.bot.workers })
	reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "gates"})
	if err != nil || reply.Type != loopback.AnswerDefer || !strings.Contains(shown(reply.Message), "Maret Orel") {
		t.Errorf("first answer of type %d (%v), then:\n%s", reply.Type, err, shown(reply.Message))
	}
	for range workerLimit - 1 {
		<-st.bot.workers
	}
	if reply, err = st.Command(st.ctx, loopback.Actor{}, "help"); err != nil || reply.Type != loopback.AnswerMessage {
		t.Errorf("with workers free again: first answer of type %d (%v)", reply.Type, err)
	}
}

// afterDeferral does something once the bot has deferred another answer.
func (st *harness) afterDeferral(do func()) {
	deferrals := func() int {
		n := 0
		for _, r := range st.Requests() {
			var body struct{ Type int }
			if strings.HasSuffix(r.Path, "/callback") && json.Unmarshal(r.Body, &body) == nil &&
				(body.Type == discord.AnswerDeferred || body.Type == discord.AnswerDeferredUpdate) {
				n++
			}
		}
		return n
	}
	before := deferrals()
	go func() {
		st.Wait(st.ctx, func() bool { return deferrals() > before })
		do()
	}()
}

// A slow button updates the card late; if it fails, the card stays.
func TestSlowButtons(t *testing.T) {
	t.Parallel()
	desk := sampleDesk()
	desk.who.Answers = cardtest.ManyStatements(11)
	st := open(t, loopback.Options{}, Options{Desk: desk, DeferAfter: 20 * time.Millisecond})
	reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "level"})
	if err != nil {
		t.Fatal(err)
	}
	var fault error
	slow := func(label string) loopback.Reply {
		t.Helper()
		release := make(chan struct{})
		desk.slow(release, fault)
		st.afterDeferral(func() { close(release) })
		now := st.Reply(reply.Interaction).Message
		r, err := st.Press(st.ctx, loopback.Actor{}, now.ID, buttonID(t, now, label))
		if err != nil {
			t.Fatalf("%s: %v\n%s", label, err, st.log)
		}
		return r
	}
	if r := slow("Next"); r.Type != loopback.AnswerDeferUpdate || !strings.Contains(shown(r.Message), "Page 2 of 3") {
		t.Errorf("the next page is:\n%s", shown(r.Message))
	}
	if r := slow("Share"); r.Message.Ephemeral() || !strings.Contains(shown(r.Message), "Shared by") {
		t.Errorf("shared as:\n%s", shown(r.Message))
	}
	fault = errors.New("disk on fire")
	r := slow("Next")
	if len(r.FollowUps) != 1 || !r.FollowUps[0].Ephemeral() || !strings.Contains(shown(&r.FollowUps[0]), "Something went wrong") {
		t.Errorf("a failed button has %d follow-ups", len(r.FollowUps))
	}
	if text := shown(st.Reply(reply.Interaction).Message); !strings.Contains(text, "Page 2 of 3") {
		t.Errorf("after a failed button the card is:\n%s", text)
	}
}

// Custom IDs that this bot did not sign for this guild or user are refused.
func TestForeignButtons(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{})
	for _, id := range []string{"click_me", "p.1..", "", "dr.1..AAAAAAAAAAAAAAAA", strings.Repeat("x", 100)} {
		_, err := st.bot.parse(st.ctx, &discord.Interaction{
			ID: "1", Token: "x", Type: discord.InteractionComponent, Guild: "1", Member: &discord.Member{User: discord.User{ID: id}, Permissions: discord.Permissions(loopback.Administrator)},
			Data: discord.InteractionData{CustomID: id},
		})
		if !errors.Is(err, card.ErrForeignButton) {
			t.Errorf("custom_id %q: %v", id, err)
		}
	}
}

// Only its asker may use a private card, and only members who may post may share.
func TestButtonAccess(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{})
	where := card.Scope("1", "")
	for _, row := range []struct {
		name, user string
		may        discord.Permissions
		shared     bool
		verb       card.Verb
		want       string // of the error; "" is none
	}{
		{"the asker pages", "7", 0, false, card.VerbPage, ""},
		{"another member pages", "8", 0, false, card.VerbPage, "someone else"},
		{"another member pages a shared card", "8", 0, true, card.VerbPage, ""},
		{"the asker shares", "7", discord.Permissions(loopback.SendMessages), false, card.VerbShare, ""},
		{"another member shares", "8", discord.Permissions(loopback.SendMessages), false, card.VerbShare, "someone else"},
		{"the asker may not post", "7", 0, false, card.VerbShare, "may not post"},
	} {
		carried, err := st.bot.signer.Save(st.ctx, where, card.SavedQuestion{Command: "who", Options: map[string]string{"said": "x"}, User: "7", Shared: row.shared})
		if err != nil {
			t.Fatal(err)
		}
		j, err := st.bot.parse(st.ctx, &discord.Interaction{
			Type: discord.InteractionComponent, Guild: "1", Member: &discord.Member{User: discord.User{ID: row.user}, Permissions: row.may},
			Data: discord.InteractionData{CustomID: st.bot.signer.Sign(where, card.CustomID{Verb: row.verb, Arg: "0", Token: carried})},
		})
		if err == nil {
			_, err = j.run(st.ctx)
		}
		if (err == nil) != (row.want == "") || err != nil && !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v", row.name, err)
		}
	}
}

// An interaction that arrives twice is answered once; one that is too old is not answered.
func TestRepeatedAndStaleInteractions(t *testing.T) {
	t.Parallel()
	d := newDeduper()
	if d.seenBefore("1") || !d.seenBefore("1") {
		t.Error("a repeated interaction is not recognised")
	}
	for i := range 2 * dedupeEntries {
		d.seenBefore(strconv.Itoa(10 + i))
	}
	if len(d.ids) > dedupeEntries || d.seenBefore("1") {
		t.Errorf("%d interactions are remembered", len(d.ids))
	}
	created := time.UnixMilli(1_900_000_000_000)
	id := strconv.FormatInt((created.UnixMilli()-1420070400000)<<22, 10)
	late := &fixedDate{created.Add(time.Second)}
	b, err := New(Options{Token: "x", Desk: sampleDesk(), Transport: late, Now: func() time.Time { return created.Add(10 * time.Second) }})
	if err != nil {
		t.Fatal(err)
	}
	if !b.isStale(&discord.Interaction{ID: id}) {
		t.Error("an interaction ten seconds old is answered")
	}
	if err := b.client.Ping(t.Context()); err != nil { // now the client knows that our clock is ahead
		t.Fatal(err)
	}
	if b.isStale(&discord.Interaction{ID: id}) {
		t.Error("a clock that is ahead makes interactions stale")
	}
}

// Too many questions get an answer in words.
func TestFloodIsAnswered(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{})
	for range 20 * command.UserBurst {
		reply, err := st.Command(st.ctx, loopback.Actor{}, "help")
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(shown(reply.Message), "Too many questions") {
			return
		}
	}
	t.Errorf("%d questions at once are all answered", 20*command.UserBurst)
}

// A card that is paged days later still uses the day on which it was asked.
func TestYesterdayStaysYesterday(t *testing.T) {
	t.Parallel()
	var days atomic.Int64
	now := func() time.Time { return time.Now().Add(time.Duration(days.Load()) * 24 * time.Hour) }
	desk := sampleDesk()
	desk.who.Answers = cardtest.ManyStatements(11)
	var mu sync.Mutex
	var today []briefing.Day
	desk.asked = func(a briefing.Asker) {
		mu.Lock()
		defer mu.Unlock()
		today = append(today, a.Today)
	}
	st := open(t, loopback.Options{Now: now}, Options{Desk: desk, Now: now})
	reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "yesterday's level"})
	if err != nil {
		t.Fatal(err)
	}
	days.Store(3)
	if _, err := st.Press(st.ctx, loopback.Actor{}, reply.Message.ID, buttonID(t, reply.Message, "Next")); err != nil {
		t.Fatalf("%v\n%s", err, st.log)
	}
	mu.Lock()
	defer mu.Unlock()
	if len(today) != 2 || today[0] != today[1] {
		t.Errorf("asked as of the days %v", today)
	}
}

// A fixedDate is a Discord that answers {} to everything, with one date.
type fixedDate struct{ at time.Time }

func (d *fixedDate) RoundTrip(req *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK, Request: req, Body: io.NopCloser(strings.NewReader("{}")),
		Header: http.Header{"Content-Type": {"application/json"}, "Date": {d.at.UTC().Format(http.TimeFormat)}},
	}, nil
}
