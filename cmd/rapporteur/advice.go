package main

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"rapporteur/corpus/store/dbfile"
)

// advice is what an operator can do about an error that does not say so itself; "" when
// there is nothing to add.
func advice(err error) string {
	switch {
	case err == nil:
		return ""
	case dbfile.FaultOf(err) != dbfile.NoFault:
		return adviceOnFile(dbfile.FaultOf(err), strings.Contains(err.Error(), ledgerFile))
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full; free some space and start again. Nothing that was delivered is forgotten."
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "let the user that runs this program read and write there, or name another data directory."
	}
	return ""
}

// adviceOnFile is about a database file: the ledger's, or that of the articles.
func adviceOnFile(fault dbfile.Fault, ledger bool) string {
	switch fault {
	case dbfile.Damaged:
		if ledger {
			return "stop the bot, put back a copy of " + ledgerFile + ", or move it away with its -wal and -shm: " +
				"digests and time zones must then be set again, and nothing is known of what was delivered."
		}
		return "stop the bot, move " + corpusFile + " away with its -wal and -shm, and run rapporteur ingest again: " +
			"it holds nothing but what was read from the articles."
	case dbfile.Denied:
		return "the data directory must be a folder in which the user that runs this program may make files; SQLite writes beside its file even to read."
	case dbfile.Full, dbfile.Failing:
		return "the disk is full or failing; free some space, then start again."
	case dbfile.Busy:
		return "another process is writing to it; wait until it is done, or stop it."
	}
	return ""
}
