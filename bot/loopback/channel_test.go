package loopback_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rapporteur/bot/loopback"
)

func TestPlaces(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	post := func(want, code int) {
		t.Helper()
		status, answer := w.do(http.MethodPost, inPlace, greeting())
		if status != want || code != 0 && answer["code"] != float64(code) {
			t.Errorf("got %d %v, want %d with code %d", status, answer, want, code)
		}
	}
	post(200, 0)
	w.s.Deny(loopback.DefaultChannel, loopback.SendMessages)
	post(403, 50013)
	w.s.Deny(loopback.DefaultChannel, loopback.ViewChannel)
	post(403, 50001)
	w.s.Deny(loopback.DefaultChannel, loopback.ReadMessageHistory)
	if status, answer := w.do(http.MethodGet, inPlace, nil); status != 403 || answer["code"] != 50013.0 {
		t.Errorf("history: got %d %v", status, answer)
	}
	w.s.Deny(loopback.DefaultChannel, 0)
	post(200, 0)
	w.s.RemoveChannel(loopback.DefaultChannel)
	post(404, 10003)
	w.s.RemoveGuild(loopback.DefaultGuild)
	if status, answer := w.do(http.MethodPost, "/channels/200000000000000002/messages", greeting()); status != 403 || answer["code"] != 50001.0 {
		t.Errorf("in a guild left: got %d %v", status, answer)
	}
}

func TestOthersMessages(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	said, err := w.s.Say(loopback.Actor{}, "mine")
	if err != nil {
		t.Fatal(err)
	}
	if status, answer := w.do(http.MethodPatch, inPlace+"/"+said.ID, greeting()); status != 403 || answer["code"] != 50005.0 {
		t.Errorf("edit: got %d %v", status, answer)
	}
	if status, answer := w.do(http.MethodDelete, inPlace+"/"+said.ID, nil); status != 403 || answer["code"] != 50013.0 {
		t.Errorf("delete: got %d %v", status, answer)
	}
	_, own := w.do(http.MethodPost, inPlace, greeting())
	path := inPlace + "/" + own["id"].(string)
	if status, answer := w.do(http.MethodPatch, path, obj{"content": ""}); status != 400 || answer["code"] != 50006.0 {
		t.Errorf("an edit to nothing: got %d %v", status, answer)
	}
	if status, answer := w.do(http.MethodPatch, path, obj{"embeds": arr{obj{"title": "t"}}}); status != 200 || answer["content"] != "hello" || answer["edited_timestamp"] == nil {
		t.Errorf("edit: got %d %v", status, answer)
	}
	if status, _ := w.do(http.MethodDelete, path, nil); status != 204 {
		t.Errorf("delete: got %d", status)
	}
	if status, answer := w.do(http.MethodDelete, path, nil); status != 404 || answer["code"] != 10008.0 {
		t.Errorf("delete again: got %d %v", status, answer)
	}
}

func TestHistory(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 13, 9, 0, 0, 0, time.UTC)
	w := wire{t, start(t, loopback.Options{Now: func() time.Time { return now }})}
	for i := range 5 {
		w.do(http.MethodPost, inPlace, obj{"content": fmt.Sprint(i)})
		now = now.Add(time.Minute)
	}
	posted := w.s.Messages(loopback.DefaultChannel)
	list := func(query string) string {
		_, answer := w.do(http.MethodGet, inPlace+"?"+query, nil)
		var got []string
		for part := range strings.SplitSeq(fmt.Sprint(answer["list"]), `"content":"`) {
			got = append(got, part[:1])
		}
		return strings.Join(got[1:], "")
	}
	after := fmt.Sprint((now.Add(-4*time.Minute).UnixMilli() - 1420070400000) << 22) // smaller than every ID of that time
	for query, want := range map[string]string{
		"":                                   "43210",
		"limit=2":                            "43",
		"after=" + posted[1].ID:              "432",
		"after=" + posted[1].ID + "&limit=2": "32",
		"after=" + after:                     "4321",
		"before=" + posted[2].ID:             "10",
	} {
		if got := list(query); got != want {
			t.Errorf("%q: got %s, want %s", query, got, want)
		}
	}
	for _, limit := range []string{"0", "101", "x"} {
		if status, _ := w.do(http.MethodGet, inPlace+"?limit="+limit, nil); status != 400 {
			t.Errorf("limit %s: %d", limit, status)
		}
	}
}

func TestNonce(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 13, 9, 0, 0, 0, time.UTC)
	w := wire{t, start(t, loopback.Options{Now: func() time.Time { return now }})}
	post := func(place, content string, enforce bool) (int, any) {
		status, answer := w.do(http.MethodPost, "/channels/"+place+"/messages", obj{"content": content, "nonce": "n", "enforce_nonce": enforce})
		return status, answer["id"]
	}
	_, first := post(loopback.DefaultChannel, "one", true)
	now = now.Add(179 * time.Second)
	if _, again := post(loopback.DefaultChannel, "two", true); again != first {
		t.Error("within the window a second message was made")
	}
	if _, elsewhere := post("200000000000000002", "three", true); elsewhere != first {
		t.Error("the nonce is the author's, not the channel's")
	}
	if _, loose := post(loopback.DefaultChannel, "four", false); loose == first {
		t.Error("a nonce that is not enforced stopped a message")
	}
	w.do(http.MethodDelete, inPlace+"/"+first.(string), nil)
	if status, _ := post(loopback.DefaultChannel, "five", true); status != 404 {
		t.Errorf("the message was deleted: got %d, want 404", status)
	}
	now = now.Add(time.Second)
	if status, id := post(loopback.DefaultChannel, "six", true); status != 200 || id == first {
		t.Errorf("beyond the window: got %d", status)
	}
	var got []string
	for _, m := range w.s.Messages(loopback.DefaultChannel) {
		got = append(got, m.Content)
	}
	if diff := cmp.Diff([]string{"four", "six"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestPings(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	const all = "@everyone <@300000000000000001> <@&7> @here"
	for _, row := range []struct {
		body obj
		want []string
	}{
		{obj{"content": all}, []string{"everyone", "user:300000000000000001", "role:7", "here"}},
		{obj{"content": all, "allowed_mentions": obj{"parse": arr{}}}, nil},
		{obj{"content": all, "allowed_mentions": obj{"parse": arr{"users"}}}, []string{"user:300000000000000001"}},
		{obj{"content": all, "allowed_mentions": obj{"roles": arr{"7"}}}, []string{"role:7"}},
		{obj{"content": "@\u202eeveryone"}, []string{"everyone"}},
		{obj{"embeds": arr{obj{"title": all}}}, nil},
		{v2(display("@here")), []string{"here"}},
	} {
		w.do(http.MethodPost, inPlace, row.body)
		list := w.s.Messages(loopback.DefaultChannel)
		if got := list[len(list)-1].Pings; !slices.Equal(got, row.want) {
			t.Errorf("%v: got %v, want %v", row.body, got, row.want)
		}
	}
}

func TestNoPings(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{NoPings: true})}
	for _, row := range []struct {
		mentions any
		want     int
	}{
		{nil, 400},
		{obj{}, 400},
		{obj{"parse": arr{"users"}}, 400},
		{obj{"parse": arr{}, "users": arr{"1"}}, 400},
		{obj{"parse": arr{}, "replied_user": true}, 400},
		{obj{"parse": arr{}}, 200},
	} {
		body := greeting()
		if row.mentions != nil {
			body["allowed_mentions"] = row.mentions
		}
		if status, answer := w.do(http.MethodPost, inPlace, body); status != row.want {
			t.Errorf("%v: got %d %v", row.mentions, status, answer)
		}
	}
}

func TestThreads(t *testing.T) {
	t.Parallel()
	guild := loopback.Guild{ID: "100", Members: []loopback.Member{{ID: "1", Name: "A"}}, Channels: []loopback.Channel{
		{ID: loopback.DefaultChannel, Name: "text"},
		{ID: "5", Name: "wire", Type: loopback.AnnouncementChannel},
		{ID: "15", Name: "forum", Type: loopback.ForumChannel},
	}}
	w := wire{t, start(t, loopback.Options{Guilds: []loopback.Guild{guild}})}
	_, m := w.do(http.MethodPost, inPlace, greeting())
	id := m["id"].(string)
	status, thread := w.do(http.MethodPost, inPlace+"/"+id+"/threads", obj{"name": "talk"})
	if status != 200 || thread["id"] != id || thread["type"] != 11.0 || thread["parent_id"] != loopback.DefaultChannel {
		t.Errorf("got %d %v", status, thread)
	}
	if status, answer := w.do(http.MethodPost, inPlace+"/"+id+"/threads", obj{"name": "talk"}); status != 400 || answer["code"] != 160004.0 {
		t.Errorf("a second thread: %d %v", status, answer)
	}
	if status, _ := w.do(http.MethodPost, "/channels/"+id+"/messages", greeting()); status != 200 {
		t.Errorf("a message in the thread: %d", status)
	}
	w.s.Deny(loopback.DefaultChannel, loopback.SendInThreads)
	if status, _ := w.do(http.MethodPost, "/channels/"+id+"/messages", greeting()); status != 403 {
		t.Errorf("without permission: %d", status)
	}
	if status, answer := w.do(http.MethodPost, "/channels/15/messages", greeting()); status != 400 || answer["code"] != 50008.0 {
		t.Errorf("a message to a forum: %d %v", status, answer)
	}
	status, post := w.do(http.MethodPost, "/channels/15/threads", obj{"name": "today", "message": greeting()})
	if status != 200 || len(w.s.Messages(post["id"].(string))) != 1 {
		t.Errorf("a post to a forum: %d %v", status, post)
	}
	if status, _ := w.do(http.MethodPost, "/channels/15/threads", obj{"name": "today"}); status != 400 {
		t.Errorf("a post without message: %d", status)
	}
	_, published := w.do(http.MethodPost, "/channels/5/messages", greeting())
	if status, answer := w.do(http.MethodPost, "/channels/5/messages/"+published["id"].(string)+"/crosspost", nil); status != 200 || answer["flags"] != 1.0 {
		t.Errorf("publish: %d %v", status, answer)
	}
	if status, answer := w.do(http.MethodPost, inPlace+"/"+id+"/crosspost", nil); status != 400 || answer["code"] != 50024.0 {
		t.Errorf("publish from a text channel: %d %v", status, answer)
	}
}

func TestReading(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	for path, want := range map[string]string{
		"/users/@me":                       "id=" + loopback.ApplicationID,
		"/users/" + loopback.MemberID:      "username=ben",
		"/oauth2/applications/@me":         "id=" + loopback.ApplicationID,
		"/guilds/" + loopback.DefaultGuild: "name=The Newsroom",
		"/guilds/" + loopback.DefaultGuild + "/members/" + loopback.MemberID: "mute=false",
		"/channels/" + loopback.DefaultChannel:                               "name=briefings",
	} {
		status, answer := w.do(http.MethodGet, path, nil)
		name, value, _ := strings.Cut(want, "=")
		if status != 200 || fmt.Sprint(answer[name]) != value {
			t.Errorf("%s: got %d %v, want %s", path, status, answer, want)
		}
	}
	for path, code := range map[string]float64{"/users/7": 10013, "/guilds/7": 10004, "/channels/7": 10003, inPlace + "/7": 10008, "/guilds/7/channels": 10004} {
		if status, answer := w.do(http.MethodGet, path, nil); status != 404 || answer["code"] != code {
			t.Errorf("%s: got %d %v", path, status, answer)
		}
	}
	if status, answer := w.do(http.MethodPost, "/users/@me/channels", obj{"recipient_id": loopback.MemberID}); status != 200 || answer["id"] != w.s.DirectMessages(loopback.MemberID) {
		t.Errorf("got %d %v", status, answer)
	}
}
