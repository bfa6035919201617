package main

import (
	"context"
	"strings"
	"testing"

	"rapporteur/bot/loopback"
)

// Stopping the bot while it starts is a clean stop.
func TestStoppedWhileItStarts(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var log strings.Builder
	environ := []string{"DISCORD_TOKEN=" + loopback.Token, "RAPPORTEUR_DISCORD_API=http://127.0.0.1:1"}
	if err := run(ctx, []string{"serve", "--data", t.TempDir()}, streams{err: &log}, environ); err != nil || !strings.Contains(log.String(), "stopped") {
		t.Errorf("stopped before it could open the store: %v, and the log has %q", err, log.String())
	}
	impossible := t.TempDir() + "/\x00"
	if err := run(ctx, []string{"serve", "--data", impossible}, streams{err: &log}, environ); err == nil {
		t.Error("stopping hides that the data directory cannot be made")
	}
}
