package loopback_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/bot/loopback"
)

// A harness is a server with one bot connected and one command, "go", of every kind
// of interaction a test needs.
type harness struct {
	wire
	socket
	mu  sync.Mutex
	now time.Time
}

func newHarness(t *testing.T, opts loopback.Options) *harness {
	t.Helper()
	h := &harness{now: time.Date(2026, 3, 13, 9, 0, 0, 0, time.UTC)}
	opts.Now = func() time.Time {
		h.mu.Lock()
		defer h.mu.Unlock()
		return h.now
	}
	s := start(t, opts)
	h.wire, h.socket = wire{t, s}, dial(t, s)
	h.identify()
	definition := arr{
		obj{"type": 1, "name": "go", "description": "d", "options": arr{option("text", obj{"autocomplete": true})}},
		obj{"type": 3, "name": "Look"},
	}
	if status, answer := h.do(http.MethodPut, allCommands, definition); status != http.StatusOK {
		t.Fatalf("register: %d %v", status, answer)
	}
	return h
}

func (h *harness) pass(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now = h.now.Add(d)
}

// outcome is what a member's action came to.
type outcome struct {
	loopback.Reply
	err error
}

// useGo has a member use /go while the test plays the bot.
func (h *harness) useGo(t *testing.T) (asked, <-chan outcome) {
	t.Helper()
	return h.act(t, func(ctx context.Context) (loopback.Reply, error) {
		return h.s.Command(ctx, loopback.Actor{}, "go")
	})
}

func (h *harness) act(t *testing.T, action func(context.Context) (loopback.Reply, error)) (asked, <-chan outcome) {
	t.Helper()
	seen := make(chan outcome, 1)
	ctx := patience(t)
	go func() {
		reply, err := action(ctx)
		seen <- outcome{reply, err}
	}()
	return h.interaction(), seen
}

// want compares an answer's status and, if not 0, its error code.
func (h *harness) want(t *testing.T, method, path string, body any, status, code int) {
	t.Helper()
	got, answer := h.do(method, path, body)
	if got != status || code != 0 && answer["code"] != float64(code) {
		t.Errorf("%s %s: got %d %v, want %d with code %d", method, path, got, answer, status, code)
	}
}

func message(content string) obj { return obj{"type": 4, "data": obj{"content": content}} }

func TestFirstAnswer(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	in, seen := h.useGo(t)
	h.want(t, "POST", in.hook(), obj{"content": "too early"}, 404, 10015)
	h.want(t, "POST", "/interactions/1/x/callback", message("unknown interaction"), 404, 10062)
	h.want(t, "POST", "/interactions/"+in.ID+"/x/callback", message("wrong token"), 404, 10062)
	h.pass(3 * time.Second)
	h.want(t, "POST", in.callback(), message("just in time"), 204, 0)
	h.want(t, "POST", in.callback(), message("again"), 400, 40060)
	if got := <-seen; got.err != nil || got.Message.Content != "just in time" {
		t.Errorf("got %+v, %v", got.Message, got.err)
	}

	in, seen = h.useGo(t)
	h.pass(3*time.Second + time.Millisecond)
	h.want(t, "POST", in.callback(), message("late"), 404, 10062)
	if got := <-seen; !errors.Is(got.err, loopback.ErrNoAnswer) {
		t.Errorf("got %v, want that there was no answer", got.err)
	}
}

func TestTokenLife(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	in, seen := h.useGo(t)
	h.want(t, "POST", in.callback(), message("first"), 204, 0)
	<-seen
	h.pass(15 * time.Minute)
	h.want(t, "PATCH", in.hook()+"/messages/@original", obj{"content": "second"}, 200, 0)
	h.want(t, "POST", in.hook(), obj{"content": "third", "flags": 64}, 200, 0)
	h.want(t, "POST", "/webhooks/1/"+in.Token, obj{"content": "not ours"}, 404, 10015)
	reply := h.s.Reply(in.ID)
	if len(reply.FollowUps) != 1 || !reply.FollowUps[0].Ephemeral() || reply.Message.Content != "second" {
		t.Errorf("got %+v", reply)
	}
	h.want(t, "DELETE", in.hook()+"/messages/"+reply.FollowUps[0].ID, nil, 204, 0)
	h.want(t, "GET", in.hook()+"/messages/"+reply.FollowUps[0].ID, nil, 404, 10008)
	h.pass(time.Millisecond)
	h.want(t, "PATCH", in.hook()+"/messages/@original", obj{"content": "late"}, 401, 50027)
}

func TestDeferral(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	in, seen := h.useGo(t)
	h.want(t, "POST", in.callback(), obj{"type": 5, "data": obj{"flags": 64 | 1<<15}}, 400, 50035)
	h.want(t, "POST", in.callback(), obj{"type": 5, "data": obj{"flags": 64}}, 204, 0)
	select {
	case got := <-seen:
		t.Fatalf("the member saw %+v before anything was sent", got)
	default:
	}
	h.pass(time.Minute)
	h.want(t, "POST", in.hook(), obj{"content": "thought"}, 200, 0)
	got := <-seen
	if got.err != nil || got.Message.Content != "thought" || !got.Message.Ephemeral() || len(got.FollowUps) != 0 {
		t.Errorf("the first follow-up does not replace the thinking message: %+v, %v", got, got.err)
	}
	h.want(t, "DELETE", in.hook()+"/messages/@original", nil, 204, 0)
	h.want(t, "GET", in.hook()+"/messages/@original", nil, 404, 10008)

	in, seen = h.useGo(t)
	h.want(t, "POST", in.callback(), obj{"type": 5}, 204, 0)
	h.want(t, "PATCH", in.hook()+"/messages/@original", v2(display("a card")), 200, 0)
	if got := <-seen; got.Message.Components[0].Content != "a card" || got.Message.Ephemeral() {
		t.Errorf("got %+v", got.Message)
	}
	h.want(t, "PATCH", in.hook()+"/messages/@original", obj{"content": "no longer"}, 400, 50035)
}

func TestKindsOfAnswer(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	in, seen := h.useGo(t)
	for _, kind := range []int{0, 2, 6, 7, 8} {
		h.want(t, "POST", in.callback(), obj{"type": kind, "data": obj{"content": "c"}}, 400, 50035)
	}
	h.want(t, "POST", in.callback()+"?with_response=true", obj{"type": 4, "data": row(button("a"))}, 200, 0)
	shown := (<-seen).Message

	press := func(ctx context.Context) (loopback.Reply, error) {
		return h.s.Press(ctx, loopback.Actor{}, shown.ID, "a")
	}
	in, seen = h.act(t, press)
	h.want(t, "POST", in.callback(), obj{"type": 8, "data": obj{"choices": arr{}}}, 400, 50035)
	h.want(t, "POST", in.callback(), obj{"type": 7, "data": obj{"content": "changed"}}, 204, 0)
	if got := <-seen; !got.Updated || got.Message.ID != shown.ID || got.Message.Content != "changed" || len(got.Message.Components) != 1 {
		t.Errorf("got %+v, %v", got.Reply, got.err)
	}

	in, seen = h.act(t, press)
	h.want(t, "POST", in.callback(), obj{"type": 6}, 204, 0)
	h.want(t, "PATCH", in.hook()+"/messages/@original", obj{"content": "again", "components": arr{}}, 200, 0)
	if got := <-seen; !got.Updated || got.Message.Content != "again" || len(got.Message.Components) != 0 {
		t.Errorf("got %+v, %v", got.Reply, got.err)
	}
	if n := len(h.s.Messages(loopback.DefaultChannel)); n != 1 {
		t.Errorf("%d messages, want the one that was changed", n)
	}
}

func TestAutocomplete(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	typing := func(text string) (asked, <-chan outcome) {
		return h.act(t, func(ctx context.Context) (loopback.Reply, error) {
			choices, err := h.s.Autocomplete(ctx, loopback.Actor{}, "go", "text", loopback.Value{Name: "text", Value: text})
			return loopback.Reply{Choices: choices}, err
		})
	}
	in, seen := typing("ab")
	if in.Type != 4 || !strings.Contains(string(in.Data), `"focused":true`) || !strings.Contains(string(in.Data), `"ab"`) {
		t.Errorf("got %+v", in)
	}
	suggest := func(choices arr) obj { return obj{"type": 8, "data": obj{"choices": choices}} }
	h.want(t, "POST", in.callback(), message("no"), 400, 50035)
	h.want(t, "POST", in.callback(), suggest(offered(26)), 400, 50035)
	h.want(t, "POST", in.callback(), suggest(arr{obj{"name": x(101), "value": "v"}}), 400, 50035)
	h.want(t, "POST", in.callback(), suggest(arr{obj{"name": "n", "value": x(101)}}), 400, 50035)
	h.want(t, "POST", in.callback(), suggest(arr{obj{"name": "n", "value": ""}}), 400, 50035)
	h.want(t, "POST", in.callback(), suggest(offered(25)), 204, 0)
	if got := <-seen; got.err != nil || len(got.Choices) != 25 || got.Choices[7].Text() != "7" {
		t.Errorf("got %+v", got)
	}
	in, seen = typing("")
	h.want(t, "POST", in.callback(), obj{"type": 8, "data": obj{}}, 204, 0)
	if got := <-seen; got.err != nil || len(got.Choices) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestForm(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	input := func(parts obj) obj {
		i := obj{"type": 4, "custom_id": "name", "style": 1, "placeholder": x(100), "max_length": 4000}
		for k, v := range parts {
			i[k] = v
		}
		return i
	}
	form := func(title string, parts ...any) obj {
		return obj{"type": 9, "data": obj{"custom_id": "f", "title": title, "components": parts}}
	}
	labelled := func(parts obj) obj {
		return obj{"type": 18, "label": x(45), "component": input(parts)}
	}
	six := repeat(6, func(i int) any { return labelled(obj{"custom_id": fmt.Sprint(i)}) })
	six[4] = labelled(obj{"custom_id": "4", "value": x(4000)})
	in, seen := h.useGo(t)
	for name, wrong := range map[string]obj{
		"title":      form(x(46), labelled(nil)),
		"no parts":   form("t"),
		"six parts":  form("t", six...),
		"label":      form("t", obj{"type": 18, "label": x(46), "component": input(nil)}),
		"row label":  form("t", obj{"type": 1, "components": arr{input(nil)}}),
		"hint":       form("t", labelled(obj{"placeholder": x(101)})),
		"value":      form("t", labelled(obj{"value": x(4001)})),
		"length":     form("t", labelled(obj{"max_length": 4001})),
		"ids twice":  form("t", labelled(nil), labelled(nil)),
		"a button":   form("t", obj{"type": 18, "label": "l", "component": button("b")}),
		"top button": form("t", button("b")),
	} {
		if status, answer := h.do("POST", in.callback(), wrong); status != 400 || answer["code"] != 50035.0 {
			t.Errorf("%s: got %d %v", name, status, answer)
		}
	}
	h.want(t, "POST", in.callback(), form(x(45), six[:5]...), 204, 0)
	opened := (<-seen).Reply
	if opened.Modal == nil || opened.Modal.CustomID != "f" {
		t.Fatalf("got %+v", opened)
	}

	if _, err := h.s.Submit(t.Context(), loopback.Actor{}, opened, map[string]string{"0": "typed"}); err == nil {
		t.Error("a form with required inputs left empty was sent")
	}
	values := map[string]string{"0": "zero", "1": "one", "2": "two", "3": "three", "4": "four"}
	in, seen = h.act(t, func(ctx context.Context) (loopback.Reply, error) {
		return h.s.Submit(ctx, loopback.Actor{}, opened, values)
	})
	if in.Type != 5 || !strings.Contains(string(in.Data), `"value":"three"`) {
		t.Errorf("got %s", in.Data)
	}
	h.want(t, "POST", in.callback(), form("a form in answer to a form", labelled(nil)), 400, 50035)
	h.want(t, "POST", in.callback(), message("thanks"), 204, 0)
	if got := <-seen; got.Message.Content != "thanks" {
		t.Errorf("got %+v", got)
	}
}

func TestMessageCommand(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	said, err := h.s.Say(loopback.Actor{User: loopback.MemberID}, "We will not pay twice")
	if err != nil {
		t.Fatal(err)
	}
	in, seen := h.act(t, func(ctx context.Context) (loopback.Reply, error) {
		return h.s.MessageCommand(ctx, loopback.Actor{}, "Look", said.ID)
	})
	for _, part := range []string{`"target_id":"` + said.ID + `"`, `"type":3`, `"content":"We will not pay twice"`, `"username":"ben"`} {
		if !strings.Contains(string(in.Data), part) {
			t.Errorf("the interaction has no %s: %s", part, in.Data)
		}
	}
	h.want(t, "POST", in.callback(), message("seen"), 204, 0)
	<-seen
}

func TestWhatAMemberCannotDo(t *testing.T) {
	t.Parallel()
	h := newHarness(t, loopback.Options{})
	secret := obj{"type": 1, "name": "secret", "description": "d", "default_member_permissions": "32", "contexts": arr{0},
		"options": arr{option("n", obj{"type": 4, "required": true, "min_value": 1}), option("c", obj{"choices": offered(2)})}}
	h.want(t, "POST", allCommands, secret, 200, 0)
	ben := loopback.Actor{User: loopback.MemberID}
	use := func(a loopback.Actor, name string, values ...loopback.Value) error {
		_, err := h.s.Command(t.Context(), a, name, values...)
		return err
	}
	n := func(v any) loopback.Value { return loopback.Value{Name: "n", Value: v} }
	for name, row := range map[string]struct {
		err  error
		want string
	}{
		"unknown":      {use(ben, "nothing"), "no such command"},
		"hidden":       {use(ben, "secret", n(1)), "not shown"},
		"in private":   {use(loopback.Actor{Direct: true}, "secret", n(1)), "not shown"},
		"required":     {use(loopback.Actor{}, "secret"), `"n" is required`},
		"a word":       {use(loopback.Actor{}, "secret", n("one")), "not a whole number"},
		"too small":    {use(loopback.Actor{}, "secret", n(0)), "at least 1"},
		"no choice":    {use(loopback.Actor{}, "secret", n(1), loopback.Value{Name: "c", Value: "7"}), "not among the choices"},
		"no option":    {use(loopback.Actor{}, "go", n(1)), `no option "n"`},
		"no member":    {use(loopback.Actor{User: "7"}, "go"), `no member "7"`},
		"no channel":   {use(loopback.Actor{Channel: "#nowhere"}, "go"), `no channel "#nowhere"`},
		"no component": {func() error { _, err := h.s.Press(t.Context(), ben, "1", "x"); return err }(), "no message"},
	} {
		if row.err == nil || !strings.Contains(row.err.Error(), row.want) {
			t.Errorf("%s: got %v, want %q", name, row.err, row.want)
		}
	}
	in, seen := h.act(t, func(ctx context.Context) (loopback.Reply, error) {
		return h.s.Command(ctx, loopback.Actor{User: loopback.MemberID, Force: true}, "secret", n(7))
	})
	h.want(t, "POST", in.callback(), obj{"type": 4, "data": obj{"content": "only you", "flags": 64,
		"components": arr{obj{"type": 1, "components": arr{button("a"), obj{"type": 2, "style": 2, "label": "off", "custom_id": "b", "disabled": true}}}}}}, 204, 0)
	private := (<-seen).Message
	press := func(a loopback.Actor, id string) error {
		_, err := h.s.Press(t.Context(), a, private.ID, id)
		return err
	}
	for name, err := range map[string]error{
		"another's private reply": press(loopback.Actor{}, "a"),
		"a disabled button":       press(ben, "b"),
		"a button not there":      press(ben, "c"),
	} {
		if err == nil {
			t.Errorf("%s could be pressed", name)
		}
	}
	h.want(t, "GET", inPlace+"/"+private.ID, nil, 404, 10008)
}

func TestOffline(t *testing.T) {
	t.Parallel()
	s := start(t, loopback.Options{})
	w := wire{t, s}
	w.do(http.MethodPut, allCommands, command(nil))
	if _, err := s.Command(t.Context(), loopback.Actor{}, "c"); !errors.Is(err, loopback.ErrOffline) {
		t.Errorf("got %v, want that no bot is connected", err)
	}
}
