package courier

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/card"
	"rapporteur/bot/loopback"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
)

func TestDigestArrivesOnTime(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
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
		if second.Cursor != "2026-03-09" || len(second.SeenKeys) != 1 {
			t.Errorf("the second edition was asked for with cursor %q and told %q", second.Cursor, second.SeenKeys)
		}
		if d := p.shown(); d.LastSent().IsZero() || len(d.Next(p.now())) != 3 || d.When(p.now()) != "every day at 09:00" {
			t.Errorf("the list shows %+v", d)
		}
	})
}

func TestPictureWhenAskedFor(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
		d := p.daily("9001")
		p.change(d, func(d *digest.Digest) { d.Picture = true })
		lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, Times: 2, Status: 503})
		defer lift()
		p.later(time.Hour)
		p.wantPosts("9001", 1)
		if got := p.posts("9001")[0].Attachments; len(got) != 1 || got[0].Description == "" {
			t.Errorf("the digest has attachments %+v, want one picture with its text", got)
		}
	})
}

func TestEmptyEditionIsNotPosted(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
		p.editor.empty = true
		p.daily("9001")
		p.later(2 * time.Hour)
		p.wantPosts("9001", 0)
	})
}

// TestAnswersLost: Discord accepts the message and the answer is lost. While the nonce lives
// Discord recognises the repeat; after that the channel is searched.
func TestAnswersLost(t *testing.T) {
	for _, lost := range []time.Duration{time.Second, 90 * time.Second, 10 * time.Minute, time.Hour} {
		t.Run(lost.String(), func(t *testing.T) {
			withCourier(t, 1, func(t *testing.T, p *harness) {
				p.daily("9001")
				p.later(29 * time.Minute)
				lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, CutAfter: true})
				p.later(time.Minute + lost)
				lift()
				p.later(20 * time.Minute)
				p.wantPosts("9001", 1)
				if d := p.shown(); d.LastSent().IsZero() || d.Suspended != "" {
					t.Errorf("delivered, and shown as %+v", d)
				}
			})
		})
	}
}

// TestDownForAWhile: the program stops after its first try, whose answer was lost, and
// starts again later.
func TestDownForAWhile(t *testing.T) {
	for _, down := range []time.Duration{10 * time.Second, 10 * time.Minute, 5 * time.Hour} {
		t.Run(down.String(), func(t *testing.T) {
			withCourier(t, 1, func(t *testing.T, p *harness) {
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

func TestMissedOccurrencesArePostedOnce(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
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

// TestChannelClosed: three refusals suspend the digest, the moderator is notified once, and
// it resumes by itself when the channel is open again.
func TestChannelClosed(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
		p.daily("9001")
		p.Deny("9001", loopback.SendMessages)
		p.later(2 * time.Hour)
		if d := p.shown(); !strings.Contains(d.Suspended, "Send Messages") {
			t.Errorf("the list shows the reason %q", d.Suspended)
		}
		tries := len(p.Requests())
		p.later(2 * 24 * time.Hour) // a try a day, and requests for Discord's time
		if more := len(p.Requests()) - tries; more > 6 {
			t.Errorf("%d requests for a closed channel in two days", more)
		}
		private := p.posts(p.DirectMessages("7"))
		if len(private) != 1 || !strings.Contains(private[0].Content, "<#9001>") {
			t.Errorf("the moderator got %d messages: %+v", len(private), private)
		}
		p.Deny("9001", 0)
		p.wantResumed("9001", 24*time.Hour)
	})
}

// wantResumed wants the only digest to be posted by its next time, and not suspended.
func (p *harness) wantResumed(channel string, next time.Duration) {
	p.t.Helper()
	p.later(next)
	p.wantPosts(channel, 1)
	if d := p.shown(); d.Suspended != "" {
		p.t.Errorf("fixed, and still suspended: %q", d.Suspended)
	}
}

// TestGuildGone: a guild's data is deleted within a day once nothing could be posted there
// for 90 days, and not before.
func TestGuildGone(t *testing.T) {
	for days, want := range map[int]int{80: 1, 91: 0} {
		withCourier(t, 1, func(t *testing.T, p *harness) {
			p.daily("9001")
			p.Deny("9001", loopback.SendMessages)
			since := p.now().AddDate(0, 0, -days)
			if err := p.ledger.RunNow(t.Context(), "42", 1, "by hand", since); err != nil {
				t.Fatal(err)
			}
			runs, err := p.ledger.Pending(t.Context(), since, 1)
			if err != nil || len(runs) != 1 {
				t.Fatalf("open: %+v, %v", runs, err)
			}
			if _, err := p.ledger.Failed(t.Context(), runs[0], ledger.Failure{Problem: "gone", Refused: true, Suspend: true}, since); err != nil {
				t.Fatal(err)
			}
			p.later(25 * time.Hour)
			if all, err := p.admin.List(t.Context(), "42"); err != nil || len(all) != want {
				t.Errorf("after %d days there are %d digests, %v; want %d", days, len(all), err, want)
			}
		})
	}
}

// TestChangeDuringDelivery: the remaining messages go to the channel of the first.
func TestChangeDuringDelivery(t *testing.T) {
	withCourier(t, 2, func(t *testing.T, p *harness) {
		p.editor.lines = 12
		d := p.daily("9001")
		p.later(29 * time.Minute)
		lift := p.Fail(loopback.RESTFault{Method: http.MethodPost, Status: 503})
		p.later(2 * time.Minute)
		p.change(d, func(d *digest.Digest) { d.Channel = "9002" })
		lift()
		p.later(10 * time.Minute)
		p.wantPosts("9001", 1)
		p.wantPosts("9002", 0)
		p.later(24 * time.Hour)
		p.wantPosts("9001", 1)
		p.wantPosts("9002", 1)
	})
}

// TestRunNowAddsOne: a digest that a moderator asks for is posted once, and the schedule
// stays.
func TestRunNowAddsOne(t *testing.T) {
	withCourier(t, 1, func(t *testing.T, p *harness) {
		d := p.daily("9001")
		if err := p.admin.Run(t.Context(), "42", "7", d.Name()); err != nil {
			t.Fatal(err)
		}
		p.later(time.Second)
		p.wantPosts("9001", 1)
		p.later(time.Hour)
		p.wantPosts("9001", 2)
	})
}

func TestDigestTitles(t *testing.T) {
	a := briefing.BriefAnswer{
		From: briefing.Day{Year: 1988, Month: 5, Day: 4}, To: briefing.Day{Year: 2024, Month: 5, Day: 4},
	}
	for _, row := range []struct {
		kind  digest.Kind
		about string
		want  card.Markdown
	}{
		{digest.KindNew, "", "Digest: 4 May 1988 to 4 May 2024"},
		{digest.KindWeek, "", "The week: 4 May 1988 to 4 May 2024"},
		{digest.KindYears, "", "On this day: 4 May"},
		{digest.KindYears, "the dam", "On this day: 4 May, about “the dam”"},
	} {
		if got := card.DigestTitle(row.kind, row.about, a); got != row.want {
			t.Errorf("%s: %s, want %s", row.kind, got, row.want)
		}
	}
}
