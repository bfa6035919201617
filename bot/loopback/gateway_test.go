package loopback_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/loopback"
)

func yes(b bool) *bool { return &b }

func TestIdentifyRefused(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		opts loopback.Options
		d    any
		code int
	}{
		"wrong token":   {d: identity(obj{"token": "another"}), code: 4004},
		"bad shard":     {d: identity(obj{"shard": arr{2, 2}}), code: 4010},
		"bad intents":   {d: identity(obj{"intents": 1 << 40}), code: 4013},
		"privileged":    {d: identity(obj{"intents": 1 << 15}), code: 4014},
		"no identity":   {d: "hello", code: 4002},
		"a day's limit": {opts: loopback.Options{IdentifiesPerDay: -1}, d: identity(nil), code: 4004},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := dial(t, start(t, row.opts))
			c.expect(10)
			c.send(2, row.d)
			c.closes(row.code)
		})
	}
}

func TestProtocolErrors(t *testing.T) {
	t.Parallel()
	s := start(t, loopback.Options{})
	for name, row := range map[string]struct {
		op   int
		code int
	}{
		"unknown operation":    {99, 4001},
		"before identifying":   {3, 4003},
		"identifying twice":    {2, 4005},
		"too many in a minute": {1, 4008},
	} {
		c := dial(t, s)
		if row.op == 2 {
			c.identify()
		} else {
			c.expect(10)
		}
		n := 1
		if row.op == 1 {
			n = 121
		}
		for range n {
			c.send(row.op, identity(nil))
		}
		t.Log(name)
		c.closes(row.code)
	}
	old := dialAt(t, "ws"+strings.TrimPrefix(s.URL(), "http")+"/?v=6&encoding=json")
	old.closes(4012)
	c := dial(t, s)
	c.expect(10)
	c.ws.WriteMessage(1, []byte("{"))
	c.closes(4002)
}

func TestResume(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	c := dial(t, h.s)
	r := c.identify() // the newest session, and the one that will be lost
	h.socket.ws.Close()
	c.ws.Close() // without a close frame
	if err := h.s.Wait(patience(t), func() bool { return h.s.Counters().Live == 0 }); err != nil {
		t.Fatal(err)
	}
	done := make(chan outcome, 1)
	go func() {
		reply, err := h.s.Command(patience(t), loopback.Actor{}, "go")
		done <- outcome{reply, err}
	}()
	again := dialAt(t, r.Resume+"?v=10&encoding=json")
	again.expect(10)
	again.send(6, obj{"token": loopback.Token, "session_id": r.SessionID, "seq": 2})
	in := again.interaction() // sent while no bot was connected
	again.event("RESUMED")
	h.want(t, "POST", in.callback(), message("back"), 204, 0)
	if got := <-done; got.err != nil || got.Message.Content != "back" {
		t.Errorf("got %+v", got)
	}

	ahead := dialAt(t, r.Resume+"?v=10&encoding=json")
	ahead.expect(10)
	ahead.send(6, obj{"token": loopback.Token, "session_id": r.SessionID, "seq": 99})
	ahead.closes(4007)
	unknown := dialAt(t, r.Resume+"?v=10&encoding=json")
	unknown.expect(10)
	unknown.send(6, obj{"token": loopback.Token, "session_id": "7", "seq": 1})
	if p := unknown.expect(9); string(p.D) != "false" {
		t.Errorf("got op 9 %s, want false", p.D)
	}
	if got := h.s.Counters(); got.Resumes != 3 || got.Identifies != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestNormalCloseEndsTheSession(t *testing.T) {
	t.Parallel()
	s := start(t, loopback.Options{})
	bot := session(t, s)
	if err := bot.Open(); err != nil {
		t.Fatal(err)
	}
	if err := s.WaitReady(patience(t)); err != nil {
		t.Fatal(err)
	}
	bot.Close() // discordgo closes with 1000
	if err := s.Wait(patience(t), func() bool { return len(s.Counters().Closes) == 1 }); err != nil {
		t.Fatal(err)
	}
	if got := s.Counters(); got.Closes[0] != 1000 || got.Live != 0 {
		t.Errorf("got %+v", got)
	}
	wire{t, s}.do(http.MethodPut, allCommands, command(nil))
	if _, err := s.Command(t.Context(), loopback.Actor{}, "c"); err == nil {
		t.Error("an interaction was sent to a session that has ended")
	}
}

func TestPlays(t *testing.T) {
	t.Parallel()
	s := start(t, loopback.Options{})
	hello := make(chan struct{})
	s.ScriptNext(
		loopback.GatewayScript{ReconnectFirst: true},
		loopback.GatewayScript{InvalidSession: yes(false)},
		loopback.GatewayScript{InvalidSession: yes(true)},
		loopback.GatewayScript{CloseWith: 4014},
		loopback.GatewayScript{DropOnIdentify: true},
		loopback.GatewayScript{Silent: true},
		loopback.GatewayScript{Hello: hello},
		loopback.GatewayScript{NoAcks: true},
	)
	dial(t, s).expect(7)
	for _, want := range []string{"false", "true"} {
		c := dial(t, s)
		c.expect(10)
		c.send(2, identity(nil))
		if p := c.expect(9); string(p.D) != want {
			t.Errorf("got op 9 %s, want %s", p.D, want)
		}
	}
	refused := dial(t, s)
	refused.expect(10)
	refused.send(2, identity(nil))
	refused.closes(4014)
	dropped := dial(t, s)
	dropped.expect(10)
	dropped.send(2, identity(nil))
	dropped.closes(1006)

	silent := dial(t, s)
	silent.send(2, identity(nil))
	if err := s.Wait(patience(t), func() bool { return s.Counters().Identifies == 5 }); err != nil {
		t.Fatal(err)
	}
	if s.Counters().Live != 0 {
		t.Error("a silent gateway has made a session")
	}
	slow := dial(t, s)
	close(hello)
	slow.expect(10)

	deaf := dial(t, s)
	deaf.identify()
	deaf.send(1, 2)
	s.AskHeartbeat()
	deaf.expect(1) // and no acknowledgement before it
	ordinary := dial(t, s)
	ordinary.identify()
	ordinary.send(1, 2)
	ordinary.expect(11)
}

func TestRefusedUpgrade(t *testing.T) {
	t.Parallel()
	s := start(t, loopback.Options{})
	s.ScriptAlways(loopback.GatewayScript{RefuseStatus: 503})
	if err := session(t, s).Open(); err == nil {
		t.Error("a session opened on a gateway that refuses")
	}
	s.ScriptAlways(loopback.GatewayScript{})
	dial(t, s).identify()
}

func TestFaultsOfAStandingConnection(t *testing.T) {
	t.Parallel()
	s := start(t, loopback.Options{})
	c := dial(t, s)
	r := c.identify()
	c.send(1, 2)
	c.expect(11)
	s.StopAcks()
	c.send(1, 2)
	s.Reconnect()
	c.expect(7)
	s.Invalidate(true)
	c.expect(9)
	s.CloseWith(4000)
	c.closes(4000)
	c = dialAt(t, r.Resume+"?v=9&encoding=json")
	c.expect(10)
	c.send(6, obj{"token": loopback.Token, "session_id": r.SessionID, "seq": 2})
	c.event("RESUMED")
	s.Drop()
	c.closes(1006)
	if live := s.Counters().Live; live != 0 {
		t.Errorf("%d connections are live", live)
	}
}

func TestIdentifiesAreCounted(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 13, 9, 0, 0, 0, time.UTC)
	s := start(t, loopback.Options{IdentifiesPerDay: 2, IdentifyInterval: 5 * time.Second, Now: func() time.Time { return now }})
	w := wire{t, s}
	left := func() any {
		_, answer := w.do(http.MethodGet, "/gateway/bot", nil)
		return answer["session_start_limit"].(obj)["remaining"]
	}
	if got := left(); got != 2.0 {
		t.Errorf("%v left, want 2", got)
	}
	dial(t, s).identify()
	hasty := dial(t, s)
	hasty.expect(10)
	hasty.send(2, identity(nil))
	hasty.expect(9)
	if got := left(); got != 0.0 {
		t.Errorf("%v left, want 0", got)
	}
	third := dial(t, s)
	third.expect(10)
	third.send(2, identity(nil))
	third.closes(4004)
	if status, _ := w.do(http.MethodGet, "/users/@me", nil); status != http.StatusUnauthorized {
		t.Errorf("after the reset of the token: %d, want 401", status)
	}
}

func TestShardsAndIntents(t *testing.T) {
	t.Parallel()
	guilds := []loopback.Guild{
		{ID: "4194304", Members: []loopback.Member{{ID: "1", Name: "A"}}, Channels: []loopback.Channel{{ID: "11", Name: "a"}}}, // 1 << 22
		{ID: "8388608", Members: []loopback.Member{{ID: "2", Name: "B"}}, Channels: []loopback.Channel{{ID: "12", Name: "b"}}}, // 2 << 22
	}
	s := start(t, loopback.Options{Guilds: guilds, Shards: 2})
	one := dial(t, s)
	one.expect(10)
	one.send(2, identity(obj{"shard": arr{1, 2}, "intents": 1 | 1<<9}))
	var g struct{ ID string }
	if err := json.Unmarshal(one.event("GUILD_CREATE").D, &g); err != nil || g.ID != "4194304" {
		t.Errorf("shard 1 of 2 got guild %s, %v", g.ID, err)
	}
	for _, channel := range []string{"12", "11"} {
		if _, err := s.Say(loopback.Actor{Channel: channel}, "hello"); err != nil {
			t.Fatal(err)
		}
	}
	var m struct{ Content, ChannelID string }
	if err := json.Unmarshal(one.event("MESSAGE_CREATE").D, &m); err != nil || m.Content != "hello" {
		t.Errorf("got %+v, %v", m, err)
	}
	s.RemoveGuild("4194304")
	one.event("GUILD_DELETE")
	s.AddGuild(loopback.Guild{ID: "12582912"})
	one.event("GUILD_CREATE")
}
