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

// doctor checks what serve needs, and says how to mend what is amiss. It leaves both
// databases as they are.
type doctor struct {
	Data string `type:"path" placeholder:"DIR" help:"The data directory. Without it, the data setting."`
}

// A visit is one run of doctor's checks.
type visit struct {
	session
	dir     string
	digests []digest.Digest // of all servers, once they are looked at
	checked int
	sick    int
}

// Run implements subcommand.
func (c *doctor) Run(s session) error {
	v := &visit{session: s, dir: c.Data}
	if v.dir == "" {
		v.dir = s.config.Data
	}
	v.check("data directory", v.lookAtDirectory)
	v.check("articles", v.lookAtArticles)
	v.check("digests", v.lookAtLedger)
	v.check("time zone", v.lookAtZone)
	v.lookAtDiscord()
	if v.sick > 0 {
		return fmt.Errorf("%d of %d checks found something amiss", v.sick, v.checked)
	}
	return nil
}

// check prints what a look finds, or what is amiss and how to mend it.
func (v *visit) check(what string, look func() (string, error)) {
	v.checked++
	finding, err := look()
	if err == nil {
		fmt.Fprintf(v.out, "✓ %s: %s\n", what, finding)
		return
	}
	v.sick++
	fmt.Fprintf(v.out, "✗ %s: %v\n", what, err)
	if mend := advice(err); mend != "" {
		fmt.Fprintf(v.out, "  What to do: %s\n", mend)
	}
}

// lookAtDirectory tries to write where serve will.
func (v *visit) lookAtDirectory() (string, error) {
	switch info, err := os.Stat(v.dir); {
	case errors.Is(err, fs.ErrNotExist):
		return v.dir + " is not there yet; ingest and serve make it", nil
	case err != nil:
		return "", fmt.Errorf("look at the data directory: %w", err)
	case !info.IsDir():
		return "", fmt.Errorf("%s is a file: name a folder with --data or RAPPORTEUR_DATA", v.dir)
	}
	trial, err := os.CreateTemp(v.dir, ".doctor-*")
	if err != nil {
		return "", fmt.Errorf("write to the data directory: %w", err)
	}
	_, err = trial.Write(make([]byte, 1<<20))
	err = errors.Join(err, trial.Close(), os.Remove(trial.Name()))
	if err != nil {
		return "", fmt.Errorf("write 1 MiB to the data directory: %w", err)
	}
	return v.dir + " can be written to", nil
}

// waiting is what is found of a file that this version has not opened for use yet.
const waiting = "of an earlier version of this program; the next start of serve upgrades the file"

func (v *visit) lookAtArticles() (string, error) {
	path := filepath.Join(v.dir, corpusFile)
	switch _, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("none in %s: add some with rapporteur ingest --data %s and paths", v.dir, v.dir)
	case err != nil:
		return "", fmt.Errorf("look at the articles: %w", err)
	}
	if err := dbfile.QuickCheck(v.ctx, path); err != nil {
		return "", err
	}
	st, err := store.Look(v.ctx, path)
	switch {
	case errors.Is(err, dbfile.ErrOlder):
		return waiting, nil
	case err != nil:
		return "", err
	}
	defer st.Close()
	n, err := st.Coverage(v.ctx, store.Operator)
	switch {
	case err != nil:
		return "", err
	case n.Articles == 0:
		return "", fmt.Errorf("none in %s yet: add some with rapporteur ingest --data %s and paths", path, v.dir)
	}
	line := fmt.Sprintf("%d by %d publishers, %s to %s; %d statements", n.Articles, n.Publishers, n.First, n.Last, n.Statements)
	old, err := st.Outdated(v.ctx, corpus.Rules)
	if err != nil {
		return "", err
	}
	if len(old) > 0 {
		line += fmt.Sprintf("; %d read by an earlier version, which serve and ingest read again", len(old))
	}
	return line, nil
}

func (v *visit) lookAtLedger() (string, error) {
	switch err := v.list(); {
	case errors.Is(err, dbfile.ErrOlder):
		return waiting, nil
	case err != nil:
		return "", err
	}
	var parked []string
	for _, d := range v.digests {
		if d.Suspended != "" {
			parked = append(parked, fmt.Sprintf("digest %d of server %s waits: %s", d.ID, d.Guild, d.Suspended))
		}
	}
	switch {
	case len(parked) > 0:
		return "", errors.New(strings.Join(parked, "; "))
	case len(v.digests) == 0:
		return "none yet; a moderator adds one with /admin digest add", nil
	}
	return fmt.Sprintf("%d, none of them waiting for its channel to be mended", len(v.digests)), nil
}

// list reads the digests; there are none before the ledger is made.
func (v *visit) list() error {
	path := filepath.Join(v.dir, ledgerFile)
	switch _, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("look at the digests: %w", err)
	}
	l, err := ledger.Look(v.ctx, path)
	if err != nil {
		return err
	}
	defer l.Close()
	v.digests, err = l.Digests(v.ctx, "")
	return err
}

func (v *visit) lookAtZone() (string, error) {
	zone, err := time.LoadLocation(v.config.Timezone)
	if err != nil {
		return "", fmt.Errorf("load zone %s: %w", v.config.Timezone, err)
	}
	return fmt.Sprintf("%s, now %s", zone, time.Now().In(zone).Format("Monday 15:04")), nil
}
