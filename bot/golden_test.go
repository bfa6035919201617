package bot

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"rapporteur/bot/card/cardtest"
	"rapporteur/bot/command"
	"rapporteur/bot/loopback"
	"rapporteur/briefing"
)

var update = flag.Bool("update", false, "rewrite the golden files with the current replies")

// moment is a time of the real clock in a reply, which golden files leave out.
var moment = regexp.MustCompile(`<t:\d+:f>`)

// Each file in testdata is a conversation: what a member does, and the replies.
// testdata/README.md says how to write one.
func TestConversations(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no conversations: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(strings.TrimPrefix(file, "testdata/"), ".txtar"), func(t *testing.T) {
			t.Parallel()
			golden, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := &txtar.Archive{Comment: golden.Comment}
			c := converse(t, golden)
			for _, part := range golden.Files {
				if part.Name == "reply" {
					continue
				}
				got.Files = append(got.Files, part)
				words := strings.TrimSpace(string(part.Data))
				switch part.Name {
				case "desk":
					continue
				case "who am i":
					c.actor = actorNamed(t, words)
					continue
				}
				reply := moment.ReplaceAllString(c.turn(part.Name, words), "<t:…:f>")
				got.Files = append(got.Files, txtar.File{Name: "reply", Data: []byte(strings.TrimRight(reply, "\n") + "\n")})
			}
			if want, have := string(txtar.Format(golden)), string(txtar.Format(got)); want != have {
				if *update {
					if err := os.WriteFile(file, []byte(have), 0o644); err != nil {
						t.Fatal(err)
					}
					return
				}
				t.Errorf("%s differs (-update rewrites it):\n%s", file, have)
			}
		})
	}
}

// A conversation is a harness with a member.
type conversation struct {
	*harness
	actor loopback.Actor
	turns atomic.Int64      // each takes time, so that no rate limit is reached
	last  *loopback.Message // the message whose buttons may be pressed
}

func converse(t *testing.T, golden *txtar.Archive) *conversation {
	desk := sampleDesk()
	for _, part := range golden.Files {
		if part.Name == "desk" {
			desk = deskNamed(t, strings.TrimSpace(string(part.Data)))
		}
	}
	c := &conversation{}
	now := func() time.Time { return time.Now().Add(time.Duration(c.turns.Load()) * command.RateWindow) }
	c.harness = open(t, loopback.Options{Now: now}, Options{Desk: desk, Admin: &fakeDigests{}, Now: now})
	return c
}

// deskNamed is the desk a conversation asks for.
func deskNamed(t *testing.T, name string) *fakeDesk {
	desk := sampleDesk()
	switch name {
	case "nothing found":
		none := []string{"We will not open the gates before the spring", "Maret Orel"}
		desk.who = briefing.WhoAnswer{DidYouMean: none[:1], Coverage: cardtest.SampleCoverage()}
		desk.said = briefing.SaidAnswer{DidYouMean: none[1:], Coverage: cardtest.SampleCoverage()}
		desk.happened = briefing.HappenedAnswer{
			From: cardtest.Date(2019, 6, 1), To: cardtest.Date(2019, 6, 1), Coverage: cardtest.SampleCoverage(),
			Nearest: desk.days,
		}
		desk.timeline = briefing.TimelineAnswer{From: cardtest.Date(2019, 6, 1), To: cardtest.Date(2019, 6, 30), Coverage: cardtest.SampleCoverage()}
		desk.brief = briefing.BriefAnswer{From: cardtest.Date(2019, 6, 1), To: cardtest.Date(2019, 6, 1), Coverage: cardtest.SampleCoverage()}
		desk.source = briefing.SourceAnswer{Coverage: cardtest.SampleCoverage()}
	case "nothing about that":
		nothing := deskNamed(t, "nothing found")
		nothing.offTopic = true
		return nothing
	case "no such person":
		desk.said = briefing.SaidAnswer{Coverage: cardtest.SampleCoverage()}
	case "silent person":
		desk.said.Statements, desk.said.Person.MatchedBy = nil, "exact"
	case "empty corpus":
		desk.who = briefing.WhoAnswer{}
	case "many":
		desk.who.Answers = cardtest.ManyStatements(11)
		for i := range 5 {
			d := desk.timeline.Days[0]
			d.Day, d.Event.Sources = d.Day.Add(i+1), d.Event.Sources[:1]
			desk.timeline.Days = append(desk.timeline.Days, d)
		}
	case "hostile":
		desk.who.Answers = []briefing.Statement{cardtest.HostileStatement()}
	case "broken":
		desk.err = errors.New("disk on fire")
	case "mistake":
		desk.err = &briefing.InputError{Option: "on", Problem: "write a day such as 2026-03-14 or last friday"}
	default:
		t.Fatalf("unknown desk %q", name)
	}
	return desk
}

// turn performs one action and returns the reply.
func (c *conversation) turn(action, words string) string {
	c.t.Helper()
	c.turns.Add(1)
	var reply loopback.Reply
	var err error
	switch action {
	case "ask":
		name, values := typedCommand(words)
		reply, err = c.Command(c.ctx, c.actor, name, values...)
	case "type":
		name, values := typedCommand(words)
		choices, err := c.Autocomplete(c.ctx, c.actor, name, values[len(values)-1].Name, values...)
		if err != nil {
			c.t.Fatal(err)
		}
		return choiceList(choices)
	case "menu":
		said, err2 := c.Say(c.actor, words)
		if err2 != nil {
			c.t.Fatal(err2)
		}
		reply, err = c.MessageCommand(c.ctx, c.actor, "Who said this?", said.ID)
	case "press":
		reply, err = c.Press(c.ctx, c.actor, c.last.ID, buttonID(c.t, c.last, words))
	default:
		c.t.Fatalf("unknown action %q", action)
	}
	if err != nil {
		return "(Discord: " + err.Error() + ")"
	}
	c.last = reply.Message
	if len(reply.FollowUps) > 0 {
		c.last = &reply.FollowUps[len(reply.FollowUps)-1]
	}
	return hideIDs(shown(c.last))
}

func actorNamed(t *testing.T, name string) loopback.Actor {
	switch name {
	case "a moderator":
		return loopback.Actor{User: loopback.AdminID}
	case "a member":
		return loopback.Actor{User: loopback.MemberID}
	case "in direct messages":
		return loopback.Actor{User: loopback.MemberID, Direct: true}
	}
	t.Fatalf("unknown actor %q", name)
	return loopback.Actor{}
}

// typedCommand reads "/said person:Maret Orel about:the dam".
func typedCommand(line string) (string, []loopback.Value) {
	name, values := "", []loopback.Value{}
	for _, word := range strings.Fields(strings.TrimPrefix(line, "/")) {
		option, value, ok := strings.Cut(word, ":")
		switch {
		case ok && !strings.HasPrefix(value, "//"):
			values = append(values, loopback.Value{Name: option, Value: value})
		case len(values) == 0:
			name = strings.TrimSpace(name + " " + word)
		default:
			v := &values[len(values)-1]
			v.Value = strings.TrimSpace(v.Value.(string) + " " + word)
		}
	}
	return name, values
}

func choiceList(choices []loopback.Choice) string {
	if len(choices) == 0 {
		return "(nothing is offered)"
	}
	var b strings.Builder
	for _, c := range choices {
		b.WriteString(c.Name + "\n")
	}
	return b.String()
}
