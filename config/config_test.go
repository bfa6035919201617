package config

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "rapporteur.toml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestLaterSettingsOverrideEarlier(t *testing.T) {
	file := write(t, `
data = "/srv/news"
timezone = "Europe/Berlin"
[discord]
token = "from.the-file"
[digest]
catch_up = "2h"
[log]
level = "debug"
`)
	c, err := Load(file, []string{"DISCORD_TOKEN= from.the_environment\n", "RAPPORTEUR_DATA=/var/news"})
	if err != nil {
		t.Fatal(err)
	}
	if c.Data != "/var/news" || c.Timezone != "Europe/Berlin" || c.Discord.Token.Reveal() != "from.the_environment" ||
		c.Digest.CatchUp != 2*time.Hour || c.Log.Level != slog.LevelDebug || c.Log.Format != "text" {
		t.Errorf("got %+v", c)
	}
	if err := c.Validate(); err != nil {
		t.Error(err)
	}
}

func TestDefaultsAreValid(t *testing.T) {
	if err := Default().Validate(); err != nil {
		t.Error(err)
	}
}

func TestMisspeltSettingIsNamed(t *testing.T) {
	_, err := Load(write(t, "dta = \"x\"\n[discord]\ntokne = \"y\"\n"), nil)
	if err == nil || !strings.Contains(err.Error(), "discord.tokne, dta") {
		t.Errorf("got %v, want both misspelt settings named", err)
	}
}

func TestValidateReportsEveryProblem(t *testing.T) {
	c := Config{Timezone: "Mars/Olympus", Discord: Discord{API: "discord", Token: "Bot \"MTk4NjIy\""}, Log: Log{Format: "xml"}, Digest: Digest{CatchUp: -1}}
	err := c.Validate()
	if err == nil {
		t.Fatal("an unusable configuration was accepted")
	}
	for _, want := range []string{"data:", "timezone:", "discord.api:", "discord.token:", "digest.catch_up:", "log.format:"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not reported in:\n%v", want, err)
		}
	}
	if strings.Contains(err.Error(), "MTk4NjIy") {
		t.Errorf("the token is told: %v", err)
	}
}

func TestSecretIsNeverPrinted(t *testing.T) {
	c := Config{Discord: Discord{Token: "hunter2"}}
	asJSON, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("settings", "token", c.Discord.Token, "all", c)
	for _, shown := range []string{fmt.Sprint(c), fmt.Sprintf("%+v %#v %s %q", c, c, c.Discord.Token, c.Discord.Token), string(asJSON), log.String()} {
		if strings.Contains(shown, "hunter2") {
			t.Errorf("the token is shown: %s", shown)
		}
	}
}
