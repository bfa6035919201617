package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"rapporteur/bot"
	"rapporteur/bot/loopback"
	"rapporteur/briefing/ledger"
	"rapporteur/config"
)

// Members of many servers ask at the same moment, while one floods the bot: all get an answer, and the memory is
// released. With RAPPORTEUR_LONG=1 there are 400 members instead of 100, and every answer must come within Discord's
// three seconds; the short test shares the machine with other tests and only prints how long the answers took.
func TestACrowdAsksAtOnce(t *testing.T) {
	const members, flood = 20, 300
	servers, patience := 5, 30*time.Second
	switch {
	case testing.Short():
		t.Skip("it measures; left out of short runs")
	case os.Getenv("RAPPORTEUR_LONG") != "":
		servers, patience = 20, 0
	}
	discord, err := loopback.Start(loopback.Options{Guilds: crowdedServers(servers, members), NoPings: true, AnswerTimeout: patience})
	if err != nil {
		t.Fatal(err)
	}
	defer discord.Close()
	ctx, stop := context.WithTimeout(t.Context(), 90*time.Second)
	defer stop()
	log, ended := serveSample(ctx, t, discord)
	if err := discord.WaitCommands(ctx); err != nil {
		t.Fatalf("%v\n%s", err, log)
	}

	before := heap()
	var all sync.WaitGroup
	var mu sync.Mutex
	var took, heard []time.Duration
	for s := range servers {
		for m := range members {
			all.Go(func() {
				began := time.Now()
				name, value := crowdQuestion(s + m)
				reply, err := discord.Command(ctx, loopback.Actor{Guild: crowdID(1, s), User: crowdID(3, s*members+m)}, name, value)
				mu.Lock()
				defer mu.Unlock()
				took = append(took, time.Since(began))
				heard = append(heard, reply.Latency)
				if err != nil || reply.Message == nil {
					t.Errorf("member %d of server %d gets no answer: %v", m, s, err)
				}
			})
		}
	}
	pest := loopback.Actor{Guild: crowdID(1, 0), User: crowdID(3, 0)}
	all.Go(func() {
		for range flood {
			discord.Autocomplete(ctx, pest, "said", "person", loopback.Value{Name: "person", Value: "m"})
		}
	})
	all.Wait()
	slices.Sort(took)
	slices.Sort(heard)
	grown := int64(heap()) - int64(before)
	t.Logf("%d questions: half acknowledged in %s, all in %s; half have their answer in %s, 99 of 100 in %s; %d KiB more on the heap",
		len(took), round(heard[len(heard)/2]), round(heard[len(heard)-1]), round(took[len(took)/2]), round(took[len(took)*99/100]), grown>>10)
	if grown > 50<<20 {
		t.Errorf("%d MiB more on the heap", grown>>20)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("serve: %v\n%s", err, log)
	}
}

func round(d time.Duration) time.Duration { return d.Round(time.Millisecond) }

// crowdQuestion is one of several questions, by number.
func crowdQuestion(n int) (string, loopback.Value) {
	switch n % 4 {
	case 0:
		return "who", loopback.Value{Name: "said", Value: "not one gate moved"}
	case 1:
		return "happened", loopback.Value{Name: "on", Value: "march 2026"}
	case 2:
		return "ask", loopback.Value{Name: "question", Value: "what did Malkov say about the dam?"}
	}
	return "said", loopback.Value{Name: "person", Value: "marsk"}
}

func crowdID(kind, n int) string { return fmt.Sprintf("%d%017d", kind, n+1) }

func crowdedServers(servers, members int) []loopback.Guild {
	var all []loopback.Guild
	for s := range servers {
		g := loopback.Guild{ID: crowdID(1, s), Name: fmt.Sprint("Server ", s), Channels: []loopback.Channel{{ID: crowdID(2, s), Name: "news"}}}
		for m := range members {
			g.Members = append(g.Members, loopback.Member{ID: crowdID(3, s*members+m), Name: fmt.Sprint("member", m)})
		}
		all = append(all, g)
	}
	return all
}

// serveSample runs the bot on the built-in sample until ctx ends.
func serveSample(ctx context.Context, t *testing.T, discord *loopback.Server) (fmt.Stringer, <-chan error) {
	t.Helper()
	st, err := sampleStore(ctx, &bytes.Buffer{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Memory(ctx)
	if err != nil {
		t.Fatal(err)
	}
	log, ended := &tapedLog{}, make(chan error, 1)
	b := &backend{store: st, ledger: l}
	o := bot.Options{Token: loopback.Token, API: discord.URL(), Log: slog.New(slog.NewTextHandler(log, nil))}
	go func() { ended <- b.serve(ctx, config.Default(), o); b.Close() }()
	return log, ended
}

// A tapedLog can be read while it is written.
type tapedLog struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *tapedLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// String is the last 4,000 bytes.
func (l *tapedLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.b.String()
	return s[max(0, len(s)-4000):]
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
