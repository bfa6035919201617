package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rapporteur/briefing/digest"
	"rapporteur/briefing/ledger"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/corpus/store/dbfile"
)

// A checkup is one run of doctor's checks.
type checkup struct {
	session
	dir     string
	digests []digest.Digest // of all servers, once checkLedger has read them
	checked int
	failed  int
}

// check runs one check and prints its finding, or the problem and what to do about it.
func (c *checkup) check(what string, look func() (string, error)) {
	c.checked++
	finding, err := look()
	if err == nil {
		fmt.Fprintf(c.out, "✓ %s: %s\n", what, finding)
		return
	}
	c.failed++
	fmt.Fprintf(c.out, "✗ %s: %v\n", what, err)
	if hint := hintFor(err); hint != "" {
		fmt.Fprintf(c.out, "  What to do: %s\n", hint)
	}
}

// checkDirectory tries to write where serve will.
func (c *checkup) checkDirectory() (string, error) {
	switch info, err := os.Stat(c.dir); {
	case errors.Is(err, fs.ErrNotExist):
		return c.dir + " does not exist yet; ingest and serve create it", nil
	case err != nil:
		return "", fmt.Errorf("check the data directory: %w", err)
	case !info.IsDir():
		return "", fmt.Errorf("%s is a file: give a folder with --data or RAPPORTEUR_DATA", c.dir)
	}
	trial, err := os.CreateTemp(c.dir, ".doctor-*")
	if err != nil {
		return "", fmt.Errorf("write to the data directory: %w", err)
	}
	_, err = trial.Write(make([]byte, 1<<20))
	err = errors.Join(err, trial.Close(), os.Remove(trial.Name()))
	if err != nil {
		return "", fmt.Errorf("write 1 MiB to the data directory: %w", err)
	}
	return c.dir + " is writable", nil
}

// olderFile is the finding for a file that this version has not upgraded yet.
const olderFile = "written by an earlier version; the next start of serve upgrades the file"

func (c *checkup) checkArticles() (string, error) {
	path := filepath.Join(c.dir, corpusFile)
	switch _, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("none in %s: add some, for example with: rapporteur ingest --data %s articles", c.dir, c.dir)
	case err != nil:
		return "", fmt.Errorf("check the articles: %w", err)
	}
	if err := dbfile.QuickCheck(c.ctx, path); err != nil {
		return "", err
	}
	st, err := store.OpenReadOnly(c.ctx, path)
	switch {
	case errors.Is(err, dbfile.ErrOlder):
		return olderFile, nil
	case err != nil:
		return "", err
	}
	defer st.Close()
	n, err := st.Coverage(c.ctx, store.Operator)
	switch {
	case err != nil:
		return "", err
	case n.Articles == 0:
		return "", fmt.Errorf("none in %s yet: add some, for example with: rapporteur ingest --data %s articles", path, c.dir)
	}
	line := fmt.Sprintf("%d by %d publishers, %s to %s; %d statements",
		n.Articles, n.Publishers, n.First, n.Last, n.Statements)
	old, err := st.Outdated(c.ctx, corpus.Rules)
	if err != nil {
		return "", err
	}
	if len(old) > 0 {
		line += fmt.Sprintf("; %d read by an earlier version, which serve and ingest will read again", len(old))
	}
	return line, nil
}

func (c *checkup) checkLedger() (string, error) {
	switch err := c.readDigests(); {
	case errors.Is(err, dbfile.ErrOlder):
		return olderFile, nil
	case err != nil:
		return "", err
	}
	var suspended []string
	for _, d := range c.digests {
		if d.Suspended != "" {
			suspended = append(suspended, fmt.Sprintf("digest %d of server %s is suspended: %s", d.ID, d.Guild, d.Suspended))
		}
	}
	switch {
	case len(suspended) > 0:
		return "", errors.New(strings.Join(suspended, "; "))
	case len(c.digests) == 0:
		return "none yet; a moderator adds one with /admin digest add", nil
	}
	return fmt.Sprintf("%d, none suspended", len(c.digests)), nil
}

// readDigests reads the digests; there are none until the ledger file exists.
func (c *checkup) readDigests() error {
	path := filepath.Join(c.dir, ledgerFile)
	switch _, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("check the digests: %w", err)
	}
	l, err := ledger.OpenReadOnly(c.ctx, path)
	if err != nil {
		return err
	}
	defer l.Close()
	c.digests, err = l.Digests(c.ctx, "")
	return err
}

func (c *checkup) checkZone() (string, error) {
	zone, err := time.LoadLocation(c.config.Timezone)
	if err != nil {
		return "", fmt.Errorf("load time zone %s: %w", c.config.Timezone, err)
	}
	return fmt.Sprintf("%s, now %s", zone, time.Now().In(zone).Format("Monday 15:04")), nil
}
