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

// An answer that takes longer than a moment is put off, and comes all the same; so
// does what went wrong with it.
func TestSlowAnswersArePutOff(t *testing.T) {
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

// Who waits for a slot is put off at once, not when answers have become slow: by then a
// busy machine may not get round to it within Discord's three seconds.
func TestQueuedIsPutOffAtOnce(t *testing.T) {
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
		t.Errorf("with slots free again: first answer of type %d (%v)", reply.Type, err)
	}
}

// afterDeferral does something once the bot has put another member off.
func (st *harness) afterDeferral(do func()) {
	putOff := func() int {
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
	before := putOff()
	go func() {
		st.Wait(st.ctx, func() bool { return putOff() > before })
		do()
	}()
}

// A page that is slow to turn turns late; if it fails, the card stays as it was.
func TestSlowPresses(t *testing.T) {
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
		t.Errorf("turned to:\n%s", shown(r.Message))
	}
	if r := slow("Share"); r.Message.Ephemeral() || !strings.Contains(shown(r.Message), "Shared by") {
		t.Errorf("shared as:\n%s", shown(r.Message))
	}
	fault = errors.New("disk on fire")
	r := slow("Next")
	if len(r.FollowUps) != 1 || !r.FollowUps[0].Ephemeral() || !strings.Contains(shown(&r.FollowUps[0]), "Something went wrong") {
		t.Errorf("a failed turn is told by %d messages", len(r.FollowUps))
	}
	if text := shown(st.Reply(reply.Interaction).Message); !strings.Contains(text, "Page 2 of 3") {
		t.Errorf("a failed turn left the card as:\n%s", text)
	}
}

// Custom_ids that this bot did not write for this place do nothing.
func TestForeignButtons(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{})
	for _, id := range []string{"click_me", "p.1..", "", "dr.1..AAAAAAAAAAAAAAAA", strings.Repeat("x", 100)} {
		_, err := st.bot.parse(st.ctx, &discord.Interaction{
			ID: "1", Token: "x", Type: discord.InteractionComponent, Guild: "1", Member: &discord.Member{User: discord.User{ID: id}, Permissions: discord.Administrator},
			Data: discord.InteractionData{CustomID: id},
		})
		if !errors.Is(err, card.ErrForeignButton) {
			t.Errorf("custom_id %q: %v", id, err)
		}
	}
}

// A private card is its asker's; a member who may not post cannot share.
func TestWhoMayPressWhat(t *testing.T) {
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
		{"the asker turns", "7", 0, false, card.VerbPage, ""},
		{"another turns", "8", 0, false, card.VerbPage, "somebody else"},
		{"another turns a shared card", "8", 0, true, card.VerbPage, ""},
		{"the asker shares", "7", discord.SendMessages, false, card.VerbShare, ""},
		{"another shares", "8", discord.SendMessages, false, card.VerbShare, "somebody else"},
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

func TestQuota(t *testing.T) {
	t.Parallel()
	q, now := command.NewRateLimits(0), time.Unix(1_900_000_000, 0)
	for i := range command.UserBurst {
		if err := q.TakeQuestion("7", "1", now); err != nil {
			t.Fatalf("question %d: %v", i, err)
		}
	}
	if err := q.TakeQuestion("7", "1", now); !errors.Is(err, command.ErrQuota) {
		t.Errorf("one question too many: %v", err)
	}
	if err := q.TakeQuestion("7", "1", now.Add(command.QuotaWindow)); err != nil {
		t.Errorf("after the window: %v", err)
	}
	for i := range command.PressBurst + 1 {
		if err := q.TakePress("7", now); (err != nil) != (i == command.PressBurst) {
			t.Errorf("press %d: %v", i, err)
		}
	}
	for i := range command.CheckBurst + 1 {
		if err := q.TakeCheck("1", now); (err != nil) != (i == command.CheckBurst) {
			t.Errorf("check %d: %v", i, err)
		}
	}
	if err := q.TakeCheck("2", now); err != nil {
		t.Errorf("another guild: %v", err)
	}
	refused := 0
	for i := range 100 {
		if q.TakeQuestion(strconv.Itoa(1000+i), "2", now) != nil {
			refused++
		}
	}
	if refused != 100-command.GuildBurst {
		t.Errorf("%d of a guild's 100 questions were refused", refused)
	}
	for i := range 2 * command.QuotaEntries {
		q.TakeCompletion(strconv.Itoa(i), now)
	}
	if len(q.Completions) > command.QuotaEntries {
		t.Errorf("%d members are remembered", len(q.Completions))
	}
}

// An interaction that is told twice is answered once; one that is too old is not.
func TestTwiceAndTooLate(t *testing.T) {
	t.Parallel()
	s := newDeduper()
	if s.seenBefore("1") || !s.seenBefore("1") {
		t.Error("an interaction is not known again")
	}
	for i := range 2 * dedupeEntries {
		s.seenBefore(strconv.Itoa(10 + i))
	}
	if len(s.ids) > dedupeEntries || s.seenBefore("1") {
		t.Errorf("%d interactions are remembered", len(s.ids))
	}
	made := time.UnixMilli(1_900_000_000_000)
	id := strconv.FormatInt((made.UnixMilli()-1420070400000)<<22, 10)
	late := &fixedDate{made.Add(time.Second)}
	b, err := New(Options{Token: "x", Desk: sampleDesk(), Transport: late, Now: func() time.Time { return made.Add(10 * time.Second) }})
	if err != nil {
		t.Fatal(err)
	}
	if !b.isStale(&discord.Interaction{ID: id}) {
		t.Error("an interaction ten seconds old is answered")
	}
	if err := b.client.Ping(t.Context()); err != nil { // which tells that our clock is ahead
		t.Fatal(err)
	}
	if b.isStale(&discord.Interaction{ID: id}) {
		t.Error("a clock that is ahead makes interactions old")
	}
}

// Too much at once is answered in words.
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
	t.Errorf("%d questions in a moment are all answered", 20*command.UserBurst)
}

// A card that is paged on the next day still tells of the day it was asked about.
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
		t.Errorf("asked as of %v", today)
	}
}

// A fixedDate Discord answers {} to everything, at one moment by its clock.
type fixedDate struct{ at time.Time }

func (d *fixedDate) RoundTrip(req *http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK, Request: req, Body: io.NopCloser(strings.NewReader("{}")),
		Header: http.Header{"Content-Type": {"application/json"}, "Date": {d.at.UTC().Format(http.TimeFormat)}},
	}, nil
}
