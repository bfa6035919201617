package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"rapporteur/bot/loopback"
	"rapporteur/briefing/ledger"
	"rapporteur/briefing/schedule"
	"rapporteur/config"
)

// examined is what doctor prints about a data directory, a Discord and a token.
func examined(t *testing.T, dir string, discord *loopback.Server, token string) (string, error) {
	t.Helper()
	settings := config.Default()
	settings.Data, settings.Discord.Token = dir, config.Secret(token)
	if discord != nil {
		settings.Discord.API = discord.URL()
	}
	var out bytes.Buffer
	err := (&doctor{}).Run(session{ctx: t.Context(), streams: streams{out: &out}, config: settings})
	return out.String(), err
}

// healthy is a data directory with the sample in it and one digest.
func healthy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if _, _, err := call(t, "", "ingest", "--data", dir, "../../corpus/sample/articles"); err != nil {
		t.Fatal(err)
	}
	l, err := ledger.Open(t.Context(), filepath.Join(dir, ledgerFile))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	s := ledger.Settings{Channel: loopback.DefaultPlace, Rule: schedule.Rule{Cron: "0 9 * * *", Zone: "UTC"}, Thread: true}
	if _, err := l.Add(t.Context(), loopback.DefaultGuild, s, time.Now()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Each fault is named with what to do about it.
func TestDoctor(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		harm  func(t *testing.T, dir string, discord *loopback.Server)
		token string
		want  []string
	}{
		{"all is well", nil, "", []string{"✓ data directory", "✓ articles: 16 by", "✓ digests: 1", "✓ Discord", "✓ clock", "permissions=309237746688&scope=bot", "#briefings of The Newsroom, nothing lacking"}},
		{"refused token", nil, "wrong", []string{"✗ Discord", "set a valid DISCORD_TOKEN"}},
		{"no token", nil, "-", []string{"✗ Discord: no token: set DISCORD_TOKEN"}},
		{"permissions", func(_ *testing.T, _ string, s *loopback.Server) {
			s.Deny(loopback.DefaultPlace, loopback.SendMessages|loopback.AttachFiles)
		}, "", []string{"the bot lacks Send Messages, Attach Files: allow it"}},
		{"hidden channel", func(_ *testing.T, _ string, s *loopback.Server) {
			s.Deny(loopback.DefaultPlace, loopback.ViewChannel)
		}, "", []string{"hidden from the bot", "/admin digest remove"}},
		{"channel gone", func(_ *testing.T, _ string, s *loopback.Server) { s.RemoveChannel(loopback.DefaultPlace) }, "", []string{"the channel is gone"}},
		{"no articles", func(t *testing.T, dir string, _ *loopback.Server) { remove(t, dir, corpusFile) }, "", []string{"✗ articles: none in", "rapporteur ingest --data"}},
		{"articles cut short", func(t *testing.T, dir string, _ *loopback.Server) { spoil(t, dir, corpusFile) }, "", []string{"✗ articles", "run rapporteur ingest again"}},
		{"ledger overwritten", func(t *testing.T, dir string, _ *loopback.Server) { overwrite(t, dir, ledgerFile) }, "", []string{"✗ digests", "put back a copy of ledger.db"}},
		{"a file for a folder", func(t *testing.T, dir string, _ *loopback.Server) {
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
			overwrite(t, filepath.Dir(dir), filepath.Base(dir))
		}, "", []string{"is a file: name a folder"}},
		{"nothing at all", func(t *testing.T, dir string, _ *loopback.Server) {
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
		}, "", []string{"is not there yet", "✗ articles: none in"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			discord, err := loopback.Start(loopback.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer discord.Close()
			dir, token := healthy(t), row.token
			if row.harm != nil {
				row.harm(t, dir, discord)
			}
			switch token {
			case "":
				token = loopback.Token
			case "-":
				token = ""
			}
			got, err := examined(t, dir, discord, token)
			for _, want := range row.want {
				if !strings.Contains(got, want) {
					t.Errorf("doctor does not say %q:\n%s", want, got)
				}
			}
			if sick := strings.Contains(got, "✗"); sick != (err != nil) || sick != (row.name != "all is well") {
				t.Errorf("err %v:\n%s", err, got)
			}
			if strings.Contains(got, loopback.Token) {
				t.Errorf("the token is told:\n%s", got)
			}
		})
	}
}

func remove(t *testing.T, dir, file string) {
	t.Helper()
	if err := os.Remove(filepath.Join(dir, file)); err != nil {
		t.Fatal(err)
	}
}

// spoil fills the middle of a database with other bytes.
func spoil(t *testing.T, dir, file string) {
	t.Helper()
	path := filepath.Join(dir, file)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(raw) / 3; i < 2*len(raw)/3; i++ {
		raw[i] = 0xA5
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

func overwrite(t *testing.T, dir, file string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, file), []byte("this is no database, and long enough to be taken for one"), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestDoctorOnTheClock(t *testing.T) {
	t.Parallel()
	for ahead, want := range map[time.Duration]string{
		0: "", time.Minute + time.Millisecond: "1m0s ahead of Discord's: set it by NTP", -time.Hour: "1h0m0s behind Discord's",
	} {
		_, err := lookAtClock(ahead)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s ahead: %v, want %q", ahead, err, want)
		}
	}
}

// Every kind of file trouble has its advice.
func TestAdvice(t *testing.T) {
	t.Parallel()
	for err, want := range map[error]string{
		&os.PathError{Op: "open", Path: "x", Err: syscall.ENOSPC}: "disk is full",
		&os.PathError{Op: "open", Path: "x", Err: syscall.EROFS}:  "read and write there",
		&os.PathError{Op: "open", Path: "x", Err: syscall.EACCES}: "read and write there",
		&damaged{corpusFile, "row 3 missing"}:                     "ingest again",
		&damaged{ledgerFile, "row 3 missing"}:                     "put back a copy",
		fmt.Errorf("open the ledger: %w", ledger.ErrDamaged):      "put back a copy",
		nil: "",
	} {
		if got := advice(err); (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%v: %q, want %q in it", err, got, want)
		}
	}
}
