package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rapporteur/bot/loopback"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
	"rapporteur/briefing/schedule"
	"rapporteur/config"
	"rapporteur/corpus/store/dbfile"
)

// examined is what doctor prints for a data directory, a Discord and a token.
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
	s := digest.Settings{Channel: loopback.DefaultChannel, Rule: schedule.Rule{Cron: "0 9 * * *", Zone: "UTC"}, Thread: true}
	if _, err := l.Add(t.Context(), loopback.DefaultGuild, s, time.Now()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Doctor names each problem and what to do about it.
func TestDoctor(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		harm  func(t *testing.T, dir string, discord *loopback.Server)
		token string
		want  []string
		well  bool
	}{
		{"all is well", nil, "", []string{"✓ data directory", "✓ articles: 16 by", "✓ digests: 1", "✓ Discord", "✓ clock", "permissions=309237746688&scope=bot", "#briefings of The Newsroom, no permission missing"}, true},
		{"refused token", nil, "wrong", []string{"✗ Discord", "set a valid DISCORD_TOKEN"}, false},
		{"no token", nil, "-", []string{"✗ Discord: no token: set DISCORD_TOKEN"}, false},
		{"permissions", func(_ *testing.T, _ string, s *loopback.Server) {
			s.Deny(loopback.DefaultChannel, loopback.SendMessages|loopback.AttachFiles)
		}, "", []string{"the bot needs Send Messages, Attach Files in #"}, false},
		{"hidden channel", func(_ *testing.T, _ string, s *loopback.Server) {
			s.Deny(loopback.DefaultChannel, loopback.ViewChannel)
		}, "", []string{"hidden from the bot", "/admin digest remove"}, false},
		{"channel gone", func(_ *testing.T, _ string, s *loopback.Server) { s.RemoveChannel(loopback.DefaultChannel) }, "", []string{"the channel is gone"}, false},
		{"no articles", func(t *testing.T, dir string, _ *loopback.Server) { remove(t, dir, corpusFile) }, "", []string{"✗ articles: none in", "rapporteur ingest --data"}, false},
		{"articles cut short", func(t *testing.T, dir string, _ *loopback.Server) { spoil(t, dir, corpusFile) }, "", []string{"✗ articles", "run rapporteur ingest again"}, false},
		{"ledger overwritten", func(t *testing.T, dir string, _ *loopback.Server) { overwrite(t, dir, ledgerFile) }, "", []string{"✗ digests", "put back a copy of ledger.db"}, false},
		{"files of an earlier version", func(t *testing.T, dir string, _ *loopback.Server) {
			version(t, dir, corpusFile, -1)
			version(t, dir, ledgerFile, -1)
		}, "", []string{"✓ articles: written by an earlier version", "✓ digests: written by an earlier version"}, true},
		{"files of a later version", func(t *testing.T, dir string, _ *loopback.Server) {
			version(t, dir, corpusFile, 1)
			version(t, dir, ledgerFile, 1)
		}, "", []string{"✗ articles", "✗ digests", "corpus.db: the file is of a newer version", "ledger.db: the file is of a newer version"}, false},
		{"a file for a folder", func(t *testing.T, dir string, _ *loopback.Server) {
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
			overwrite(t, filepath.Dir(dir), filepath.Base(dir))
		}, "", []string{"is a file: give a folder"}, false},
		{"nothing at all", func(t *testing.T, dir string, _ *loopback.Server) {
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
		}, "", []string{"does not exist yet", "✗ articles: none in"}, false},
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
			before := contents(dir)
			got, err := examined(t, dir, discord, token)
			if diff := cmp.Diff(before, contents(dir)); diff != "" {
				t.Errorf("doctor changed a file:\n%s", diff)
			}
			for _, want := range row.want {
				if !strings.Contains(got, want) {
					t.Errorf("doctor does not say %q:\n%s", want, got)
				}
			}
			if sick := strings.Contains(got, "✗"); sick != (err != nil) || sick == row.well {
				t.Errorf("err %v:\n%s", err, got)
			}
			if strings.Contains(got, loopback.Token) {
				t.Errorf("doctor prints the token:\n%s", got)
			}
		})
	}
}

// contents is the hash of every file of a folder.
func contents(dir string) map[string]string {
	found := map[string]string{}
	entries, _ := os.ReadDir(dir) // none in a folder that is not there
	for _, e := range entries {
		raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
		found[e.Name()] = fmt.Sprintf("%x %v", sha256.Sum256(raw), err)
	}
	return found
}

// version makes a database one of another version, by so much.
func version(t *testing.T, dir, file string, by int) {
	t.Helper()
	change(t, dir, file, fmt.Sprintf("UPDATE goose_db_version SET version_id = version_id + %d WHERE version_id = (SELECT max(version_id) FROM goose_db_version)", by))
}

// change puts a query to a database.
func change(t *testing.T, dir, file, query string) {
	t.Helper()
	db, err := dbfile.Open(filepath.Join(dir, file), dbfile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatal(err)
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
		_, err := checkClock(ahead)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s ahead: %v, want %q", ahead, err, want)
		}
	}
}

// Every kind of file error has its hint.
func TestHints(t *testing.T) {
	t.Parallel()
	for err, want := range map[error]string{
		&os.PathError{Op: "open", Path: "x", Err: syscall.ENOSPC}:  "disk is full",
		&os.PathError{Op: "open", Path: "x", Err: syscall.EROFS}:   "permission to read and write",
		&os.PathError{Op: "open", Path: "x", Err: syscall.EACCES}:  "permission to read and write",
		fmt.Errorf("check corpus.db: %w", dbfile.ErrDamaged):       "ingest again",
		fmt.Errorf("open ledger ledger.db: %w", dbfile.ErrDamaged): "put back a copy",
		nil: "",
	} {
		if got := hintFor(err); (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%v: %q, want %q in it", err, got, want)
		}
	}
}
