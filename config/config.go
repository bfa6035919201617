// Package config holds the operator's settings: defaults, overridden by a TOML file, by the environment, by flags.
package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/caarlos0/env/v11"
)

// A Secret is a string that no log, error or dump shows.
type Secret string

const redacted = "REDACTED"

// String hides the secret from fmt.
func (Secret) String() string { return redacted }

// GoString hides the secret from %#v.
func (Secret) GoString() string { return redacted }

// LogValue hides the secret from slog.
func (Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText hides the secret from JSON, TOML and the like.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// UnmarshalText reads the secret as it stands.
func (s *Secret) UnmarshalText(b []byte) error {
	*s = Secret(strings.TrimSpace(string(b)))
	return nil
}

// Reveal returns the secret itself, for the one place that sends it.
func (s Secret) Reveal() string { return string(s) }

// A Config is every setting of the program. Doc tags are the README's words.
type Config struct {
	Data     string  `toml:"data" env:"RAPPORTEUR_DATA" doc:"data directory: articles, digests and the record of deliveries"`
	Timezone string  `toml:"timezone" env:"RAPPORTEUR_TIMEZONE" doc:"time zone of servers that have not set one with /admin timezone, such as Europe/Berlin"`
	Discord  Discord `toml:"discord"`
	Digest   Digest  `toml:"digest"`
	Log      Log     `toml:"log"`
}

// Discord has the settings of the connection.
type Discord struct {
	Token Secret `toml:"token" env:"DISCORD_TOKEN" doc:"the bot's token; safer in the environment than in a file"`
	API   string `toml:"api" env:"RAPPORTEUR_DISCORD_API" doc:"another base address for Discord's REST API, such as a rate-limit proxy; Discord gives the gateway's address there"`
}

// Digest has the settings of scheduled digests.
type Digest struct {
	CatchUp time.Duration `toml:"catch_up" env:"RAPPORTEUR_DIGEST_CATCH_UP" doc:"how late a digest that was missed while the bot was down may still be posted, marked as late; 0s: never"`
}

// Log has the settings of the operator's log.
type Log struct {
	Level  slog.Level `toml:"level" env:"RAPPORTEUR_LOG_LEVEL" doc:"debug, info, warn or error"`
	Format string     `toml:"format" env:"RAPPORTEUR_LOG_FORMAT" doc:"text or json"`
}

// Default is the configuration when nothing is set.
func Default() Config {
	return Config{Data: "data", Timezone: "UTC", Digest: Digest{CatchUp: 6 * time.Hour}, Log: Log{Format: "text"}}
}

// Load starts from Default and applies the TOML file, unless file is "", and then the environment, given as
// os.Environ gives it. An unknown setting in the file is an error, so that a misspelt one is noticed.
func Load(file string, environ []string) (Config, error) {
	c := Default()
	if file != "" {
		if err := c.read(file); err != nil {
			return Config{}, err
		}
	}
	if err := env.ParseWithOptions(&c, env.Options{Environment: env.ToMap(environ)}); err != nil {
		return Config{}, fmt.Errorf("read settings from the environment (the README lists them): %w", err)
	}
	return c, nil
}

func (c *Config) read(file string) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read settings: %w", err)
	}
	meta, err := toml.Decode(string(raw), c)
	if err != nil {
		return fmt.Errorf("read settings from %s: %w", file, err)
	}
	var unknown []string
	for _, key := range meta.Undecoded() {
		unknown = append(unknown, key.String())
	}
	slices.Sort(unknown)
	if len(unknown) > 0 {
		return fmt.Errorf("read settings from %s: unknown setting: %s", file, strings.Join(slices.Compact(unknown), ", "))
	}
	return nil
}

// notInToken reports whether a character cannot be in a Discord token: three parts of base64url with dots between.
func notInToken(r rune) bool {
	letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	return !letter && !strings.ContainsRune("._-+/=", r)
}

// Validate reports all problems at once, one a line.
func (c Config) Validate() error {
	var problems []error
	bad := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	if c.Data == "" {
		bad("data: give a folder, such as data = \"/var/lib/rapporteur\"")
	}
	if _, err := time.LoadLocation(c.Timezone); err != nil || c.Timezone == "" || c.Timezone == "Local" {
		bad("timezone: %q is not an IANA zone such as Europe/Berlin", c.Timezone)
	}
	if strings.ContainsFunc(c.Discord.Token.Reveal(), notInToken) {
		bad("discord.token: a token has no spaces, quotes or line breaks; " +
			"copy it again from the developer portal, without \"Bot \" before it")
	}
	if c.Discord.API != "" {
		u, err := url.Parse(c.Discord.API)
		if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
			bad("discord.api: %q is not an address such as http://127.0.0.1:8080", c.Discord.API)
		}
	}
	if c.Digest.CatchUp < 0 || c.Digest.CatchUp > 7*24*time.Hour {
		bad("digest.catch_up: %s is not between 0s and 168h; an example is 6h", c.Digest.CatchUp)
	}
	if c.Log.Format != "text" && c.Log.Format != "json" {
		bad("log.format: %q is not text or json", c.Log.Format)
	}
	return errors.Join(problems...)
}
