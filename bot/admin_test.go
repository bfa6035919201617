package bot

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/bot/loopback"
	"rapporteur/briefing/digest"
)

// A zone without summer time is accepted, with a warning.
func TestZoneWithoutSummer(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{Admin: &fakeDigests{}})
	for zone, warned := range map[string]bool{"new york": false, "EST": true} {
		reply, err := st.Command(st.ctx, loopback.Actor{User: loopback.AdminID}, "admin timezone", loopback.Value{Name: "zone", Value: zone})
		if err != nil {
			t.Fatal(err)
		}
		text := shown(reply.Message)
		if !strings.Contains(text, "Time zone of this server") || strings.Contains(text, "ignore summer time") != warned {
			t.Errorf("%s:\n%s", zone, text)
		}
	}
}

// /admin check names the permissions that a digest's channel needs, and channels that are gone.
func TestCheck(t *testing.T) {
	t.Parallel()
	digests := &fakeDigests{}
	var late atomic.Bool
	st := open(t, loopback.Options{}, Options{Admin: digests, QuestionBurst: -1, Transport: &lateClock{on: &late}})
	check := func(want ...string) {
		t.Helper()
		reply, err := st.Command(st.ctx, loopback.Actor{User: loopback.AdminID}, "admin check")
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range want {
			if !strings.Contains(shown(reply.Message), words) {
				t.Errorf("%q is not in:\n%s\n%s", words, shown(reply.Message), st.log)
			}
		}
	}
	check("There are no digests to check", "Searched 1,204 articles")
	for _, threads := range []bool{false, true} {
		set := func(d *digest.Digest) error {
			d.Channel, d.Thread = loopback.DefaultChannel, threads
			return d.Reschedule("09:00", "", "")
		}
		if _, err := digests.Save(st.ctx, loopback.DefaultGuild, "", "", set); err != nil {
			t.Fatal(err)
		}
	}
	check("No problems found", "**1** in <#"+loopback.DefaultChannel+">: it can be posted. Next: <t:")
	st.Deny(loopback.DefaultChannel, loopback.SendMessages|loopback.CreatePublicThreads)
	check("Problems found", "**1** in", "missing permissions: **Send Messages**.", "missing permissions: **Send Messages, Create Public Threads**.")
	st.Deny(loopback.DefaultChannel, loopback.ViewChannel)
	check("Problems found", "the channel is gone, or hidden from the bot")
	st.Deny(loopback.DefaultChannel, 0)
	check("No problems found")
	late.Store(true)
	check("Problems found", "1h0m", "fast, so digests are posted too early")
}

// Checking closed channels costs no refusals, and checking those that are gone no more than
// one guild's half of the budget.
func TestCheckCostsFewRefusals(t *testing.T) {
	t.Parallel()
	closed, gone := []digest.Digest{{Settings: digest.Settings{Channel: loopback.DefaultChannel}}}, []digest.Digest{}
	for i := range 15 { // as many as one check covers
		gone = append(gone, digest.Digest{ID: int64(i), Settings: digest.Settings{Channel: fmt.Sprint(7700 + i)}})
	}
	for _, row := range []struct {
		digests []digest.Digest
		last    string
		refused int
	}{{closed, "missing permissions: **Send Messages**", 0}, {gone, "Discord is rejecting the bot's requests", 20}} {
		st := open(t, loopback.Options{}, Options{Admin: &fakeDigests{digests: map[string][]digest.Digest{loopback.DefaultGuild: row.digests}}, QuestionBurst: -1})
		st.Deny(loopback.DefaultChannel, loopback.SendMessages)
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
		if text := shown(reply.Message); refused > row.refused+1 || !strings.Contains(text, row.last) { // one may be refilled meanwhile
			t.Errorf("%d refusals, and the last reply is:\n%s", refused, text)
		}
	}
}

// A digest that is run by hand is due; it is not known yet whether it can be posted. Where
// Discord says beforehand that the bot may not post, it is not tried.
func TestRunNow(t *testing.T) {
	t.Parallel()
	digests := &fakeDigests{digests: map[string][]digest.Digest{loopback.DefaultGuild: {
		{ID: 1, Settings: digest.Settings{Channel: loopback.DefaultChannel}},
		{ID: 2, Settings: digest.Settings{Channel: "7"}, Suspended: "the channel is gone"},
	}}}
	st := open(t, loopback.Options{}, Options{Admin: digests, QuestionBurst: 20})
	for _, row := range []struct {
		digest string
		denied loopback.Permissions
		want   string
		ran    int
	}{
		{"1", 0, "Posting digest", 1},
		{"1", loopback.SendMessages, "may not post in this channel", 1},
		{"1", loopback.ViewChannel, "may not post in this channel", 1},
		{"2", loopback.SendMessages, "Last time it could not be posted: the channel is gone.", 2},
		{"2", 0, "Posting digest", 3},
		{"2", 0, "Wait a few seconds", 3},
	} {
		st.Deny(loopback.DefaultChannel, row.denied)
		reply, err := st.Command(st.ctx, loopback.Actor{User: loopback.AdminID}, "admin digest run", loopback.Value{Name: "digest", Value: row.digest})
		if err != nil {
			t.Fatal(err)
		}
		if text := shown(reply.Message); !strings.Contains(text, row.want) || strings.Contains(text, "is posted\n") {
			t.Errorf("want %q, got:\n%s", row.want, text)
		}
		if len(digests.ran) != row.ran {
			t.Errorf("%d runs, want %d", len(digests.ran), row.ran)
		}
	}
}

// A lateClock is a Discord whose clock is an hour behind ours while on is set.
type lateClock struct{ on *atomic.Bool }

func (c *lateClock) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err == nil && c.on.Load() {
		resp.Header.Set("Date", time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat))
	}
	return resp, err
}
