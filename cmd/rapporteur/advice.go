package main

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	sqlite3 "modernc.org/sqlite/lib"

	"rapporteur/briefing/ledger"
	"rapporteur/corpus/store/dbfile"
)

// advice is what an operator can do about an error that does not say so itself; "" when
// there is nothing to add.
func advice(err error) string {
	switch {
	case err == nil:
		return ""
	case dbfile.Code(err) != 0:
		return adviceOnFile(dbfile.Code(err), strings.Contains(err.Error(), ledgerFile))
	case errors.Is(err, ledger.ErrDamaged):
		return adviceOnFile(sqlite3.SQLITE_CORRUPT, true)
	case errors.Is(err, errDamaged):
		return adviceOnFile(sqlite3.SQLITE_CORRUPT, false)
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full; free some space and start again. Nothing that was delivered is forgotten."
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "let the user that runs this program read and write there, or name another data directory."
	}
	return ""
}

// adviceOnFile is about a database, by SQLite's primary result code.
func adviceOnFile(code int, ledger bool) string {
	switch code {
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		if ledger {
			return "stop the bot, put back a copy of " + ledgerFile + ", or move it away with its -wal and -shm: " +
				"digests and time zones must then be set again, and nothing is known of what was delivered."
		}
		return "stop the bot, move " + corpusFile + " away with its -wal and -shm, and run rapporteur ingest again: " +
			"it holds nothing but what was read from the articles."
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return "the data directory must be a folder in which the user that runs this program may make files; SQLite writes beside its file even to read."
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR:
		return "the disk is full or failing; free some space, then start again."
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "another process is writing to it; wait until it is done, or stop it."
	}
	return ""
}
