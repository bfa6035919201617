package bot

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/loopback"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/schedule"
)

// A zone may be typed by its city alone, in any letters.
func TestZonesAreRead(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"europe/tallinn": "Europe/Tallinn", "Tallinn": "Europe/Tallinn", "new york": "America/New_York", "buenos aires": "America/Argentina/Buenos_Aires",
		"utc": "UTC", "Europe/Tallinn": "Europe/Tallinn", "Antarctica/Troll": "Antarctica/Troll", "EST": "EST", "": "", "/": "/", "york": "york",
	} {
		if got := zoneNamed(typed); got != want {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
}

// A name without a city is taken, with a word on what it does.
func TestZoneWithoutSummer(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{Admin: &fakeDigests{}})
	for zone, warned := range map[string]bool{"new york": false, "EST": true} {
		reply, err := st.Command(st.ctx, loopback.Actor{User: loopback.AdminID}, "admin timezone", loopback.Value{Name: "zone", Value: zone})
		if err != nil {
			t.Fatal(err)
		}
		text := shown(reply.Message)
		if !strings.Contains(text, "Time zone of this server") || strings.Contains(text, "winter time all year") != warned {
			t.Errorf("%s:\n%s", zone, text)
		}
	}
}

// A moderator is told what a digest's channel lacks, and that it is gone.
func TestCheck(t *testing.T) {
	t.Parallel()
	book := &fakeDigests{}
	st := open(t, loopback.Options{}, Options{Admin: book, Flood: -1})
	check := func(want ...string) {
		t.Helper()
		reply, err := st.Command(st.ctx, loopback.Actor{User: loopback.AdminID}, "admin check")
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range want {
			if !strings.Contains(shown(reply.Message), words) {
				t.Errorf("%q is not told:\n%s\n%s", words, shown(reply.Message), st.log)
			}
		}
	}
	check("There is no digest to check", "Searched 1,204 articles")
	for _, threads := range []bool{false, true} {
		set := func(d *digest.Digest) error {
			d.Channel, d.Thread = loopback.DefaultPlace, threads
			return d.Reschedule("09:00", "", "")
		}
		if _, err := book.Save(st.ctx, loopback.DefaultGuild, "", "", set); err != nil {
			t.Fatal(err)
		}
	}
	check("All is well", "**1** in <#"+loopback.DefaultPlace+">: it can be posted. Next: <t:")
	st.Deny(loopback.DefaultPlace, loopback.SendMessages|createPublicThreads)
	check("Something is amiss", "**1** in", "the bot lacks **Send Messages**.", "the bot lacks **Send Messages, Create Public Threads**.")
	st.Deny(loopback.DefaultPlace, loopback.ViewChannel)
	check("Something is amiss", "the channel is gone, or hidden from the bot")
	st.Deny(loopback.DefaultPlace, 0)
	check("All is well")
	st.bot.door.next = setBack{st.bot.door.next}
	check("Something is amiss", "1h0m", "ahead: digests come too early")
}

// Closed channels cost nothing to check, and those that are gone no more than the server
// may have refused: half of what the digests of all may.
func TestCheckingIsRefusedLittle(t *testing.T) {
	t.Parallel()
	closed, gone := []digest.Digest{{Settings: digest.Settings{Channel: loopback.DefaultPlace}}}, []digest.Digest{}
	for i := range digestsChecked {
		gone = append(gone, digest.Digest{ID: int64(i), Settings: digest.Settings{Channel: fmt.Sprint(7700 + i)}})
	}
	for _, row := range []struct {
		digests []digest.Digest
		last    string
		refused int
	}{{closed, "the bot lacks **Send Messages**", 0}, {gone, "Discord has refused the bot much of late", allowedAtOnce / 2}} {
		st := open(t, loopback.Options{}, Options{Admin: &fakeDigests{digests: map[string][]digest.Digest{loopback.DefaultGuild: row.digests}}, Flood: -1})
		st.Deny(loopback.DefaultPlace, loopback.SendMessages)
		var reply loopback.Reply
		for range 10 {
			var err error
			if reply, err = st.Command(st.ctx, loopback.Actor{User: loopback.AdminID}, "admin check"); err != nil {
				t.Fatal(err)
			}
		}
		refused := 0
		for _, r := range st.Requests() {
			if r.Status == http.StatusForbidden || r.Status == http.StatusNotFound {
				refused++
			}
		}
		if text := shown(reply.Message); refused > row.refused+1 || !strings.Contains(text, row.last) { // one may be earned meanwhile
			t.Errorf("%d refusals, and at last:\n%s", refused, text)
		}
	}
}

// A digest that is run by hand is only due: whether it is posted is not known yet. Where
// Discord says beforehand that it may not be posted, it is not even tried.
func TestRunNow(t *testing.T) {
	t.Parallel()
	book := &fakeDigests{digests: map[string][]digest.Digest{loopback.DefaultGuild: {
		{ID: 1, Settings: digest.Settings{Channel: loopback.DefaultPlace}},
		{ID: 2, Settings: digest.Settings{Channel: "7"}, Suspended: "the channel is gone"},
	}}}
	st := open(t, loopback.Options{}, Options{Admin: book, Flood: 20})
	for _, row := range []struct {
		digest string
		denied loopback.Permissions
		want   string
		ran    int
	}{
		{"1", 0, "is due now", 1},
		{"1", loopback.SendMessages, "may not post in this channel", 1},
		{"1", loopback.ViewChannel, "may not post in this channel", 1},
		{"2", loopback.SendMessages, "At its last run it could not be: the channel is gone.", 2},
		{"2", 0, "is due now", 3},
		{"2", 0, "Wait a few seconds", 3},
	} {
		st.Deny(loopback.DefaultPlace, row.denied)
		reply, err := st.Command(st.ctx, loopback.Actor{User: loopback.AdminID}, "admin digest run", loopback.Value{Name: "digest", Value: row.digest})
		if err != nil {
			t.Fatal(err)
		}
		if text := shown(reply.Message); !strings.Contains(text, row.want) || strings.Contains(text, "is posted\n") {
			t.Errorf("want %q, read:\n%s", row.want, text)
		}
		if len(book.ran) != row.ran {
			t.Errorf("%d runs, want %d", len(book.ran), row.ran)
		}
	}
}

// setBack answers as a Discord would whose clock is an hour behind ours.
type setBack struct{ next http.RoundTripper }

func (s setBack) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := s.next.RoundTrip(req)
	if err == nil {
		resp.Header.Set("Date", time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat))
	}
	return resp, err
}

// What somebody may do in a channel is reckoned as Discord reckons it.
func TestPermissionsAreReckoned(t *testing.T) {
	t.Parallel()
	var g guildInfo
	if err := json.Unmarshal([]byte(`{"id":"1","roles":[{"id":"1","permissions":"3072"},{"id":"5","permissions":"65536"},{"id":"6","permissions":"8"}]}`), &g); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name       string
		roles      []string
		overwrites []overwrite
		want       bits
	}{
		{"everyone", nil, nil, 3072},
		{"a role adds", []string{"5"}, nil, 3072 | 65536},
		{"an administrator has all", []string{"6"}, []overwrite{{ID: "1", Deny: ^bits(0)}}, ^bits(0)},
		{"closed to everyone", []string{"5"}, []overwrite{{ID: "1", Deny: 1024}}, 2048 | 65536},
		{"open to a role", []string{"5"}, []overwrite{{ID: "5", Allow: 1024}, {ID: "1", Deny: 1024}}, 3072 | 65536},
		{"another role's is not ours", nil, []overwrite{{ID: "5", Deny: 1024}}, 3072},
		{"the member has the last word", []string{"5"}, []overwrite{{ID: "9", Type: 1, Deny: 2048}, {ID: "5", Allow: 2048}}, 1024 | 65536},
		{"another member's is not ours", nil, []overwrite{{ID: "8", Type: 1, Deny: 2048}}, 3072},
	} {
		if got := held("9", g, channelInfo{Overwrites: row.overwrites}, memberInfo{Roles: row.roles}); got != row.want {
			t.Errorf("%s: %b, want %b", row.name, got, row.want)
		}
	}
}

// What is typed changes a digest, and what is not stays as it is.
func TestTypedDigest(t *testing.T) {
	d := digest.Digest{Settings: digest.Settings{Channel: "9", Rule: schedule.Rule{Cron: "30 2 * * 1-5", Zone: "UTC"}, Quiet: true, Items: 4}}
	typed := map[string]string{"at": "10:00", "kind": "week", "thread": "true", "quiet": "false", "items": "7", "channel": "news"}
	if err := typedDigest(Request{Options: typed}, &d); err != nil {
		t.Fatal(err)
	}
	want := digest.Settings{Rule: schedule.Rule{Cron: "0 10 * * 1-5", Zone: "UTC"}, Kind: digest.KindWeek, Items: 7, Thread: true}
	if d.Settings != want { // a channel is a number, so "news" is none
		t.Errorf("%+v, want %+v", d.Settings, want)
	}
}
