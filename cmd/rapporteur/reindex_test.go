package main

import (
	"bufio"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/loopback"
)

// TestReindex: doctor reports what an earlier version read; ingest reads it again before it adds, and serve while it
// answers.
func TestReindex(t *testing.T) {
	t.Parallel()
	const forget = "UPDATE article SET rules = 0; UPDATE statement SET named = '', person = ''"
	dir := healthy(t)
	change(t, dir, corpusFile, forget)
	if said, _ := examined(t, dir, nil, ""); !strings.Contains(said, "16 read by an earlier version") {
		t.Errorf("doctor does not report what an earlier version read:\n%s", said)
	}
	named := func(by string) {
		t.Helper()
		out, _, err := call(t, "", "who", "--data", dir, "whether we will sign next week")
		if err != nil || !strings.Contains(out, "Sergei Malkov") {
			t.Errorf("read again by %s, the speaker is not named (%v):\n%s", by, err, out)
		}
	}
	out, _, err := call(t, "", "ingest", "--data", dir, "../../corpus/sample/articles")
	if err != nil || !strings.Contains(out, "read again: 16 articles that an earlier version had read\nadded 0, unchanged 16") {
		t.Errorf("ingest: %v\n%s", err, out)
	}
	named("ingest")

	change(t, dir, corpusFile, forget)
	discord, err := loopback.Start(loopback.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer discord.Close()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	log, written := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		environ := []string{"DISCORD_TOKEN=" + loopback.Token, "RAPPORTEUR_DISCORD_API=" + discord.URL()}
		ended <- run(ctx, []string{"serve", "--data", dir}, streams{err: written}, environ)
		written.Close()
	}()
	var told strings.Builder
	for lines := bufio.NewScanner(log); lines.Scan(); {
		told.WriteString(lines.Text() + "\n")
		if strings.Contains(lines.Text(), `"read again"=16`) {
			stop()
		}
	}
	if err := <-ended; err != nil || !strings.Contains(told.String(), "done=8 of=16") || !strings.Contains(told.String(), `"read again"=16`) {
		t.Errorf("serve: %v\n%s", err, told.String())
	}
	named("serve")
}
