package bot

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/loopback"
	"rapporteur/briefing"
	"rapporteur/briefing/ledger"
)

func TestADigestArrivesAtItsHour(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.daily("9001")
		p.later(29 * time.Minute)
		p.wantPosts("9001", 0)
		p.later(2 * time.Minute)
		p.wantPosts("9001", 1)
		p.later(24 * time.Hour)
		p.wantPosts("9001", 2)
		for _, r := range p.Requests() {
			if r.Method == http.MethodPost && !strings.Contains(string(r.Body), `"enforce_nonce":true`) {
				t.Errorf("posted without a nonce: %s", r.Body)
			}
		}
		second := p.editor.asked[1]
		if second.Cursor != "2026-03-09" || len(second.Told) != 1 {
			t.Errorf("the second edition was asked for with cursor %q and told %q", second.Cursor, second.Told)
		}
		if d := p.shown(); d.Last.IsZero() || len(d.Next) != 3 || d.Rule != "every day at 09:00" {
			t.Errorf("the list shows %+v", d)
		}
	})
}

func TestAPictureWhenAsked(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		d := p.daily("9001")
		p.save(d.ID, func(d *Digest) { d.Picture = true })
		lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, Times: 2, Status: 503})
		defer lift()
		p.later(time.Hour)
		p.wantPosts("9001", 1)
		if got := p.posts("9001")[0].Attachments; len(got) != 1 || got[0].Description == "" {
			t.Errorf("the digest has attachments %+v, want one picture with its text", got)
		}
	})
}

func TestNothingToTell(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.editor.empty = true
		p.daily("9001")
		p.later(2 * time.Hour)
		p.wantPosts("9001", 0)
	})
}

// TestAnswersLost: Discord takes the message and the answer never comes. Within the
// nonce's life Discord sees the repeat, after it the channel is read.
func TestAnswersLost(t *testing.T) {
	for _, lost := range []time.Duration{time.Second, 90 * time.Second, 10 * time.Minute, time.Hour} {
		t.Run(lost.String(), func(t *testing.T) {
			inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
				p.daily("9001")
				p.later(29 * time.Minute)
				lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, CutAfter: true})
				p.later(time.Minute + lost)
				lift()
				p.later(20 * time.Minute)
				p.wantPosts("9001", 1)
				if d := p.shown(); d.Last.IsZero() || d.Trouble != "" {
					t.Errorf("delivered, and shown as %+v", d)
				}
			})
		})
	}
}

// TestDownForAWhile: the program dies after its first try, whose answer was lost, and
// comes back later.
func TestDownForAWhile(t *testing.T) {
	for _, down := range []time.Duration{10 * time.Second, 10 * time.Minute, 5 * time.Hour} {
		t.Run(down.String(), func(t *testing.T) {
			inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
				p.daily("9001")
				p.later(29 * time.Minute)
				lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, CutAfter: true})
				p.later(time.Minute)
				p.stop()
				lift()
				p.later(down)
				p.start()
				p.later(10 * time.Minute)
				p.wantPosts("9001", 1)
			})
		})
	}
}

func TestMissedRunsAreMadeUpForOnce(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.daily("9001")
		p.stop()
		p.later(3*24*time.Hour + 2*time.Hour)
		p.start()
		p.later(time.Minute)
		p.wantPosts("9001", 1)
		if text := fmt.Sprint(p.posts("9001")[0].Components); !strings.Contains(text, "Late: this digest was due at") {
			t.Errorf("a late digest does not say so: %s", text)
		}
		if d := p.shown(); d.Skipped != 3 {
			t.Errorf("%d skipped, want 3", d.Skipped)
		}
	})
}

// TestChannelClosed: three refusals park the digest, the moderator hears of it once,
// and it goes on by itself when the channel is open again.
func TestChannelClosed(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.daily("9001")
		p.Deny("9001", loopback.SendMessages)
		p.later(2 * time.Hour)
		if d := p.shown(); !strings.Contains(d.Trouble, "Send Messages") {
			t.Errorf("the list shows trouble %q", d.Trouble)
		}
		tries := len(p.Requests())
		p.later(2 * 24 * time.Hour) // two more days refused: a try a day, and the time asked for it and for tidying
		if more := len(p.Requests()) - tries; more > 6 {
			t.Errorf("%d requests for a closed channel in two days", more)
		}
		private := p.posts(p.DirectMessages("7"))
		if len(private) != 1 || !strings.Contains(private[0].Content, "<#9001>") {
			t.Errorf("the moderator was told %d times: %+v", len(private), private)
		}
		p.Deny("9001", 0)
		p.wantMended("9001", 24*time.Hour)
	})
}

// wantMended wants the only digest to be posted by its next time, and to be out of trouble.
func (p *pressRoom) wantMended(channel string, next time.Duration) {
	p.t.Helper()
	p.later(next)
	p.wantPosts(channel, 1)
	if d := p.shown(); d.Trouble != "" {
		p.t.Errorf("mended, and still in trouble: %q", d.Trouble)
	}
}

// TestAGuildThatIsGone: what is kept of a guild goes, within a day, once nothing could be
// posted there for 90 days; and not before.
func TestAGuildThatIsGone(t *testing.T) {
	for days, want := range map[int]int{80: 1, 91: 0} {
		inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
			p.daily("9001")
			p.Deny("9001", loopback.SendMessages)
			since := p.now().AddDate(0, 0, -days)
			if err := p.ledger.RunNow(t.Context(), "42", 1, "by hand", since); err != nil {
				t.Fatal(err)
			}
			runs, err := p.ledger.Open(t.Context(), since, 1)
			if err != nil || len(runs) != 1 {
				t.Fatalf("open: %+v, %v", runs, err)
			}
			if _, err := p.ledger.Failed(t.Context(), runs[0], ledger.Setback{Problem: "gone", Refused: true, Park: true}, since); err != nil {
				t.Fatal(err)
			}
			p.later(25 * time.Hour)
			if all, err := p.diary.List(t.Context(), "42"); err != nil || len(all) != want {
				t.Errorf("after %d days %d digests are known, %v; want %d", days, len(all), err, want)
			}
		})
	}
}

// TestAChangeInMidRun: the messages that are left go where the first ones went.
func TestAChangeInMidRun(t *testing.T) {
	inPressRoom(t, 2, func(t *testing.T, p *pressRoom) {
		p.editor.lines = 12
		d := p.daily("9001")
		p.later(29 * time.Minute)
		lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, Status: 503})
		p.later(2 * time.Minute)
		p.save(d.ID, func(d *Digest) { d.Channel = "9002" })
		lift()
		p.later(10 * time.Minute)
		p.wantPosts("9001", 1)
		p.wantPosts("9002", 0)
		p.later(24 * time.Hour)
		p.wantPosts("9001", 1)
		p.wantPosts("9002", 1)
	})
}

// TestDiaryIsFull: a guild has so many digests and no more, another its own.
func TestDiaryIsFull(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		p.stop()
		for range mostDigests {
			p.daily("9001")
		}
		want := func(d *Digest) { *d = Digest{Channel: "9001", At: "09:00"} }
		_, err := p.diary.Save(t.Context(), "42", "7", "", want)
		if bad, ok := err.(*briefing.InputError); !ok || !strings.Contains(bad.Problem, "remove one first") {
			t.Errorf("one more: %v", err)
		}
		if _, err := p.diary.Save(t.Context(), "43", "7", "", want); err != nil {
			t.Errorf("another server: %v", err)
		}
	})
}

func TestDiarySpeaksToModerators(t *testing.T) {
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		for _, row := range []struct {
			d      Digest
			option string
		}{
			{Digest{Channel: "9001", At: "soon"}, "at"},
			{Digest{Channel: "9001", At: "09:00", Days: "someday"}, "days"},
			{Digest{Channel: "9001", At: "09:00", Zone: "Berlin"}, "timezone"},
			{Digest{Channel: "news", At: "09:00"}, "channel"},
			{Digest{At: "09:00"}, "channel"},
			{Digest{Channel: "9001", At: "09:00", Kind: "monthly"}, "kind"},
			{Digest{Channel: "9001", At: "09:00", Kind: "replay"}, "start"},
			{Digest{Channel: "9001", At: "09:00", Kind: "replay", Start: "once"}, "start"},
			{Digest{Channel: "9001", At: "09:00", Start: "2022-01-21"}, "start"},
			{Digest{Channel: "9001", At: "09:00", Items: -5}, "items"},
			{Digest{Channel: "9001", At: "09:00", Items: mostItems + 1}, "items"},
			{Digest{ID: "77", Channel: "9001", At: "09:00"}, "digest"},
		} {
			_, err := p.diary.Save(t.Context(), "42", "7", row.d.ID, func(d *Digest) { *d = row.d })
			if bad, ok := err.(*briefing.InputError); !ok || bad.Option != row.option {
				t.Errorf("Save(%+v): %v, want a mistake in %s", row.d, err, row.option)
			}
		}
		for _, items := range []int{-5, 100_000} {
			_, err := p.diary.Save(t.Context(), "42", "7", "", func(d *Digest) { *d = Digest{Channel: "9001", At: "09:00", Items: items} })
			if err == nil || !strings.Contains(err.Error(), "a number from 1 to 50, or 0") {
				t.Errorf("%d items: %v", items, err)
			}
		}
		if err := p.diary.SetZone(t.Context(), "42", "7", "America/New_York"); err != nil {
			t.Fatal(err)
		}
		d := p.save("", func(d *Digest) { *d = Digest{Channel: "9001", At: "02:30"} })
		if d.Zone != "America/New_York" || d.Rule != "every day at 02:30" {
			t.Errorf("%+v", d)
		}
		if q, err := p.diary.Preview(t.Context(), "42", d.ID); err != nil || len(q.Items) != 1 {
			t.Errorf("preview: %+v, %v", q, err)
		}
		p.wantPosts("9001", 0)
		if err := p.diary.Run(t.Context(), "42", "7", d.ID); err != nil {
			t.Fatal(err)
		}
		p.later(time.Second)
		p.wantPosts("9001", 1)
		if d = p.save(d.ID, func(d *Digest) { d.Days = "weekdays" }); d.Rule != "Monday to Friday at 02:30" || d.At != "02:30" {
			t.Errorf("after an edit of the days alone: %+v", d)
		}
	})
}

func TestTitlesOfDigests(t *testing.T) {
	a := briefing.BriefAnswer{From: briefing.Day{Year: 1988, Month: 5, Day: 4}, To: briefing.Day{Year: 2024, Month: 5, Day: 4}}
	for _, row := range []struct {
		kind  ledger.Kind
		about string
		want  markdown
	}{
		{ledger.New, "", "Digest: 4 May 1988 to 4 May 2024"},
		{ledger.Week, "", "The week: 4 May 1988 to 4 May 2024"},
		{ledger.OnThisDay, "", "On this day: 4 May"},
		{ledger.OnThisDay, "the dam", "On this day: 4 May, about “the dam”"},
	} {
		if got := digestTitle(row.kind, row.about, a); got != row.want {
			t.Errorf("%s: %s, want %s", row.kind, got, row.want)
		}
	}
	for _, k := range ledger.Kinds() {
		if kindName(string(k)) == escape(string(k)) {
			t.Errorf("the kind %s is not offered to moderators", k)
		}
	}
}
