package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"rapporteur/bot"
	"rapporteur/briefing/ledger"
	"rapporteur/corpus/store"
)

// doctor checks what serve needs, and says how to mend what is amiss.
type doctor struct {
	Data string `type:"path" placeholder:"DIR" help:"The data directory. Without it, the data setting."`
}

// Run implements subcommand.
func (c *doctor) Run(s session) error {
	dir := c.Data
	if dir == "" {
		dir = s.config.Data
	}
	sick := 0
	check := func(what string, finding string, err error) {
		if err != nil {
			sick++
			fmt.Fprintf(s.out, "✗ %s: %v\n", what, err)
			return
		}
		fmt.Fprintf(s.out, "✓ %s: %s\n", what, finding)
	}
	articles, err := lookAtArticles(s, dir)
	check("articles", articles, err)
	digests, err := lookAtLedger(s, dir)
	check("digests", digests, err)
	check("time zone", fmt.Sprintf("%s, now %s", s.config.Timezone, nowIn(s.config.Timezone)), nil)
	name, err := lookAtDiscord(s)
	check("Discord", name, err)
	if sick > 0 {
		return fmt.Errorf("%d of 4 checks found something amiss", sick)
	}
	return nil
}

func nowIn(zone string) string {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return "unknown"
	}
	return time.Now().In(loc).Format("Monday 15:04")
}

func lookAtArticles(s session, dir string) (string, error) {
	path := filepath.Join(dir, corpusFile)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return "", fmt.Errorf("none in %s: add some with rapporteur ingest --data %s and paths", dir, dir)
	}
	st, err := store.Open(s.ctx, path)
	if err != nil {
		return "", err
	}
	defer st.Close()
	n, err := st.Coverage(s.ctx, store.Operator)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d by %d publishers, %s to %s; %d statements", n.Articles, n.Publishers, n.First, n.Last, n.Statements), nil
}

func lookAtLedger(s session, dir string) (string, error) {
	path := filepath.Join(dir, ledgerFile)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return "none yet; a moderator adds one with /admin digest add", nil
	}
	l, err := ledger.Open(s.ctx, path)
	if err != nil {
		return "", err
	}
	defer l.Close()
	all, err := l.Digests(s.ctx, "")
	if err != nil {
		return "", err
	}
	waiting := 0
	for _, d := range all {
		if d.Parked != "" {
			waiting++
		}
	}
	return fmt.Sprintf("%d, of which %d wait for their channel to be mended", len(all), waiting), nil
}

func lookAtDiscord(s session) (string, error) {
	if s.config.Discord.Token == "" {
		return "", errors.New("no token: set DISCORD_TOKEN to the bot's token")
	}
	return bot.Probe(s.ctx, s.config.Discord.Token.Reveal(), s.config.Discord.API)
}
