package main

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/loopback"
	"rapporteur/bot/loopback/openapi"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
	"rapporteur/briefing/schedule"
	"rapporteur/corpus"
	"rapporteur/corpus/sample"
	"rapporteur/corpus/store"
	"rapporteur/corpus/store/dbfile"
	"rapporteur/corpus/testenv"
)

// channelsServed is how many channels get the digest that is killed.
const channelsServed = 20

// TestKilled runs the program against a loopback Discord and kills it at random moments of a digest to twenty channels,
// starting it again each time: no message is lost or doubled. In the last way it is asked to stop instead, and exits
// with status 0 within ten seconds. With RAPPORTEUR_LONG=1 it is killed 200 times in each way instead of 10.
func TestKilled(t *testing.T) {
	kills := 10
	if os.Getenv("RAPPORTEUR_LONG") != "" {
		kills = 200
	}
	judge := judging(t)
	for _, way := range []struct {
		name    string
		discord loopback.Options
		lost    bool // answers are dropped after the server took the message
		away    bool // each restart comes after Discord has forgotten the nonces
		asked   bool // to stop, instead of killed
	}{
		{name: "at any instant"},
		{name: "with answers lost", lost: true},
		{name: "and away longer than nonces live", discord: loopback.Options{NonceWindow: time.Nanosecond}, away: true},
		{name: "asked to stop", asked: true},
	} {
		t.Run(way.name, func(t *testing.T) {
			t.Parallel()
			seed := rand.Uint64()
			t.Logf("seed %d", seed)
			v := &victim{t: t, rand: rand.New(rand.NewPCG(seed, 1)), lost: way.lost, away: way.away, asked: way.asked, discord: way.discord}
			v.judge = judge
			v.corpus = t.TempDir()
			v.ingest()
			for v.killed < kills {
				v.digest(kills)
			}
			slices.Sort(v.rises)
			t.Logf("%d kills, %d digests to %d channels; from start to first message %s, at most %s",
				v.killed, v.digests, channelsServed, v.rises[len(v.rises)/2], v.rises[len(v.rises)-1])
		})
	}
}

// judging checks every request against Discord's OpenAPI document; nil where that is not beside the repository.
func judging(t *testing.T) func(loopback.Request) error {
	t.Helper()
	validate, err := openapi.Validator(testenv.Path("discord", "openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	return validate
}

// A victim is a data directory and the processes that are killed over it.
type victim struct {
	t       *testing.T
	rand    *rand.Rand
	discord loopback.Options
	judge   func(loopback.Request) error // nil where Discord's document is not at hand
	lost    bool
	away    bool
	asked   bool
	killed  int
	digests int
	rises   []time.Duration // from each start to the first message asked for or looked for
	corpus  string          // a folder with the articles, read once

	server *loopback.Server
	dir    string
}

// digest delivers one digest to every channel, killing on the way.
func (v *victim) digest(kills int) {
	v.t.Helper()
	guild := loopback.Guild{ID: "42", Name: "Newsroom"}
	for i := range channelsServed {
		guild.Channels = append(guild.Channels, loopback.Channel{ID: fmt.Sprint(9001 + i), Name: fmt.Sprint("news-", i)})
	}
	o := v.discord
	o.Guilds, o.NoPings, o.Validate = []loopback.Guild{guild}, true, v.judge
	server, err := loopback.Start(o)
	if err != nil {
		v.t.Fatal(err)
	}
	defer server.Close()
	v.server, v.dir = server, v.t.TempDir()
	v.prepare()
	v.digests++
	for v.left() > 0 && v.killed < kills {
		v.runAndKill()
	}
	v.runToTheEnd()
	v.check()
}

// ingest reads the sample corpus, once for all digests.
func (v *victim) ingest() {
	st, err := store.Open(v.t.Context(), filepath.Join(v.corpus, corpusFile))
	if err != nil {
		v.t.Fatal(err)
	}
	defer st.Close()
	if _, err := corpus.IngestFS(v.t.Context(), st, store.Operator, sample.FS()); err != nil {
		v.t.Fatal(err)
	}
}

// prepare fills a data directory: the sample corpus, and a digest for each channel that
// has been due for a moment.
func (v *victim) prepare() {
	ctx := v.t.Context()
	if err := os.CopyFS(v.dir, os.DirFS(v.corpus)); err != nil {
		v.t.Fatal(err)
	}
	l, err := ledger.Open(ctx, filepath.Join(v.dir, ledgerFile))
	if err != nil {
		v.t.Fatal(err)
	}
	defer l.Close()
	due := time.Now().UTC().Add(-time.Minute)
	for i := range channelsServed {
		s := digest.Settings{Channel: fmt.Sprint(9001 + i), Kind: digest.KindNew, Items: 3,
			Rule: schedule.Rule{Cron: fmt.Sprintf("%d %d * * *", due.Minute(), due.Hour()), Zone: "UTC"}}
		if _, err := l.Add(ctx, "42", s, due.Add(-2*time.Minute)); err != nil {
			v.t.Fatal(err)
		}
	}
}

// start runs the program and gives its log, line by line.
func (v *victim) start() (*exec.Cmd, *bufio.Scanner) {
	self, err := os.Executable()
	if err != nil {
		v.t.Fatal(err)
	}
	cmd := exec.Command(self, "serve", "--data", v.dir)
	cmd.Env = append(os.Environ(), asMain+"=1", "DISCORD_TOKEN="+loopback.Token, "RAPPORTEUR_DISCORD_API="+v.server.URL())
	log, err := cmd.StderrPipe()
	if err != nil {
		v.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		v.t.Fatal(err)
	}
	return cmd, bufio.NewScanner(log)
}

// moves counts the requests to make a message or to look for one.
func (v *victim) moves() int {
	n := 0
	for _, r := range v.server.Requests() {
		if strings.HasSuffix(r.Path, "/messages") {
			n++
		}
	}
	return n
}

// standing counts the channels that have their digest.
func (v *victim) standing() int {
	n := 0
	for i := range channelsServed {
		n += min(1, len(v.server.Messages(fmt.Sprint(9001+i))))
	}
	return n
}

// runAndKill lets the program send a few messages and kills it within a moment of the
// last.
func (v *victim) runAndKill() {
	if v.lost && v.rand.IntN(3) > 0 { // not in each life, or the last of a digest would never end
		lift := v.server.Fail(loopback.RESTFault{Method: "POST", Contains: "/messages", Times: 1 + v.rand.IntN(3), CutAfter: true})
		defer lift()
	}
	before := v.moves()
	began := time.Now()
	cmd, log := v.start()
	said := make(chan string)
	go func() {
		var text strings.Builder
		for log.Scan() {
			text.WriteString(log.Text() + "\n")
		}
		said <- text.String()
	}()
	ctx, cancel := context.WithTimeout(v.t.Context(), 5*time.Second)
	defer cancel()
	// Nothing to send for now is no fault: the kill then falls on an idle program.
	enough := before + v.rand.IntN(15)
	if v.server.Wait(ctx, func() bool { return v.moves() > before || enough == before }) == nil && v.moves() > before {
		v.rises = append(v.rises, time.Since(began).Round(time.Millisecond))
	}
	ctx, cancel = context.WithTimeout(v.t.Context(), 500*time.Millisecond)
	defer cancel()
	_ = v.server.Wait(ctx, func() bool { return v.moves() >= enough || !v.lost && v.standing() == channelsServed })
	spin(time.Duration(v.rand.IntN(20_000)) * time.Microsecond)
	v.end(cmd, said)
	v.killed++
	v.pass()
}

// end kills the process, or asks it to stop.
func (v *victim) end(cmd *exec.Cmd, said <-chan string) {
	deed := cmd.Process.Kill
	if v.asked {
		deed = func() error { return cmd.Process.Signal(os.Interrupt) }
	}
	began := time.Now()
	if err := deed(); err != nil {
		v.t.Fatal(err)
	}
	text := <-said
	err := cmd.Wait()
	// Before its first log line, the program does not handle interrupts yet.
	if took := time.Since(began); v.asked && text != "" && (err != nil || took > 10*time.Second) {
		v.t.Errorf("asked to stop, the program ended after %s with %v; the log:\n%s", took, err, text)
	}
}

// spin lets a moment pass that is too short for a timer.
func spin(d time.Duration) {
	for end := time.Now().Add(d); time.Now().Before(end); {
	}
}

// pass lets time go by as far as the ledger knows: until whatever failed is to be tried
// again and, in one way, until Discord has forgotten the nonces of ten minutes ago.
func (v *victim) pass() {
	db, err := dbfile.Open(filepath.Join(v.dir, ledgerFile), dbfile.Options{})
	if err != nil {
		v.t.Fatal(err)
	}
	defer db.Close()
	queries := []string{`UPDATE run SET next_try = 0, tries = 0 WHERE state IN ('due', 'ready')`}
	if v.away {
		queries = append(queries, `UPDATE part SET first = first - 600000 WHERE first > 0`)
	}
	for _, q := range queries {
		if _, err := db.Exec(q); err != nil {
			v.t.Fatal(err)
		}
	}
}

// left is how many runs are not delivered; all of them before the first plan.
func (v *victim) left() int {
	l, err := ledger.Open(v.t.Context(), filepath.Join(v.dir, ledgerFile))
	if err != nil {
		v.t.Fatal(err)
	}
	defer l.Close()
	all, err := l.Digests(v.t.Context(), "42")
	if err != nil {
		v.t.Fatal(err)
	}
	n := 0
	for _, d := range all {
		if d.Last == nil {
			n++
		}
	}
	return n
}

// runToTheEnd runs the program until it has delivered what is left, and stops it as an
// operator does.
func (v *victim) runToTheEnd() {
	left := v.left()
	cmd, log := v.start()
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	timer := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	var said strings.Builder
	up := false // before that, the program does not handle interrupts
	for (left > 0 || !up) && log.Scan() {
		up = true
		said.WriteString(log.Text() + "\n")
		if strings.Contains(log.Text(), "digest delivered") {
			left--
		}
	}
	if left > 0 {
		v.t.Fatalf("%d digests were never delivered; the log:\n%s", left, said.String())
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		v.t.Fatal(err)
	}
	for log.Scan() {
		said.WriteString(log.Text() + "\n")
	}
	if err := cmd.Wait(); err != nil {
		v.t.Errorf("a clean stop ended with %v; the log:\n%s", err, said.String())
	}
}

// check counts: in every channel each part of its digest once, in order.
func (v *victim) check() {
	v.t.Helper()
	for _, problem := range v.server.ValidationErrors() {
		v.t.Error(problem)
	}
	for i := range channelsServed {
		channel := fmt.Sprint(9001 + i)
		if n := len(v.server.Messages(channel)); n != 1 {
			v.t.Errorf("after %d kills channel %s has %d messages, want 1", v.killed, channel, n)
		}
	}
}
