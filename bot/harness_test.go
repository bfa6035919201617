package bot

import (
	"bytes"
	"context"
	"log/slog"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/bot/card/cardtest"
	"rapporteur/bot/discord"
	"rapporteur/bot/loopback"
)

// A harness is a bot on a loopback Discord.
type harness struct {
	*loopback.Server
	t    *testing.T
	ctx  context.Context
	bot  *Bot
	log  *syncLog
	stop func() error // stops the bot and returns the error of Run
}

// fastPace makes faults short.
func fastPace() discord.Pace {
	return discord.Pace{
		Open: 2 * time.Second, Hello: time.Second, MissedBeats: 2.5, BackOff: 5 * time.Millisecond,
		MaxWait: 50 * time.Millisecond, MaxOfflineWait: 50 * time.Millisecond, Spacing: time.Millisecond,
	}
}

// open starts a loopback Discord and a bot on it, and waits until the commands are
// registered.
func open(t *testing.T, where loopback.Options, o Options) *harness {
	t.Helper()
	ready, also := make(chan struct{}), o.Ready
	once := sync.OnceFunc(func() { close(ready) })
	o.Ready = func() {
		once()
		if also != nil {
			also()
		}
	}
	st := prepare(t, where, o)
	st.run()
	select {
	case <-ready:
	case <-st.ctx.Done():
		t.Fatalf("the commands were not registered\n%s", st.log)
	}
	return st
}

// prepare is open without starting the bot.
func prepare(t *testing.T, where loopback.Options, o Options) *harness {
	t.Helper()
	where.NoPings = true
	if where.AnswerTimeout == 0 { // these tests do not measure the machine's speed
		where.AnswerTimeout = 20 * time.Second
	}
	where.Validate = openAPIJudge(t)
	server, err := loopback.Start(where)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(cancel)
	st := &harness{Server: server, t: t, ctx: ctx, log: &syncLog{}}
	t.Cleanup(func() {
		for _, p := range server.ValidationErrors() {
			t.Errorf("Discord's document does not allow: %v", p)
		}
		server.Close()
	})
	o.Token, o.API = loopback.Token, server.URL()
	o.Log = slog.New(slog.NewTextHandler(st.log, nil))
	if o.Desk == nil {
		o.Desk = sampleDesk()
	}
	if o.Pace == (discord.Pace{}) {
		o.Pace = fastPace()
	}
	if st.bot, err = New(o); err != nil {
		t.Fatal(err)
	}
	return st
}

// run starts the bot, and stops it when the test ends.
func (st *harness) run() {
	ctx, cancel := context.WithCancel(st.ctx)
	var ended sync.WaitGroup
	var result error
	ended.Go(func() { result = st.bot.Run(ctx) })
	st.stop = sync.OnceValue(func() error {
		cancel()
		ended.Wait()
		return result
	})
	st.t.Cleanup(func() {
		if err := st.stop(); err != nil {
			st.t.Errorf("Run: %v", err)
		}
	})
}

// A syncLog is a log that a test may read while it is written.
type syncLog struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *syncLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *syncLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// tail is the end of the log.
func (l *syncLog) tail() string {
	s := l.String()
	return s[max(0, len(s)-2000):]
}

// shown is a message as text: markdown as it is, buttons in brackets.
func shown(m *loopback.Message) string {
	if m == nil {
		return "(nothing)"
	}
	var b strings.Builder
	if m.Ephemeral() {
		b.WriteString("(only you can see this)\n")
	}
	show(&b, m.Components)
	return b.String()
}

func show(b *strings.Builder, parts []loopback.Component) {
	for _, c := range parts {
		switch c.Type {
		case loopback.TextDisplay:
			b.WriteString(cardtest.Unescape(c.Content) + "\n")
		case loopback.MediaGallery:
			for _, item := range c.Items {
				b.WriteString("(picture: " + item.Description + ")\n")
			}
		case loopback.Separator:
			b.WriteString("---\n")
		case loopback.Button:
			b.WriteString("[" + c.Label + "] ")
		case loopback.ActionRow:
			show(b, c.Components)
			b.WriteString("\n")
		default:
			show(b, c.Components)
			if c.Accessory != nil {
				b.WriteString("[" + c.Accessory.Label + "]\n")
			}
		}
	}
}

// buttonID is the custom_id of a message's first button with a label.
func buttonID(t *testing.T, m *loopback.Message, label string) string {
	t.Helper()
	id := ""
	loopback.WalkComponents(m.Components, func(c loopback.Component) {
		if c.Type == loopback.Button && c.Label == label && id == "" {
			id = c.CustomID
		}
	})
	if id == "" {
		t.Fatalf("there is no button %q in:\n%s", label, shown(m))
	}
	return id
}

// errorID is the ID of an error in a reply; it differs each time.
var errorID = regexp.MustCompile(`find it as [A-Z2-7]{8}`)

// commandID is the ID in a link to a command; it differs each time.
var commandID = regexp.MustCompile(`(</[a-z ]+):\d{10,}>`)

func hideIDs(s string) string {
	return commandID.ReplaceAllString(errorID.ReplaceAllString(s, "find it as XXXXXXXX"), "$1>")
}
