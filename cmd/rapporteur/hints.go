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

// errDamaged is the error for an articles file that opens but is not whole.
var errDamaged = errors.New("the file is damaged")

// tokenHint says where the bot's token comes from.
const tokenHint = "set DISCORD_TOKEN to the bot's token (Discord's developer portal, Bot, Reset Token)"

// hintFor is what an operator can do about an error; "" when there is nothing to add to its own text.
func hintFor(err error) string {
	switch {
	case err == nil:
		return ""
	case dbfile.Code(err) != 0:
		return databaseHint(dbfile.Code(err), strings.Contains(err.Error(), ledgerFile))
	case errors.Is(err, ledger.ErrDamaged):
		return databaseHint(sqlite3.SQLITE_CORRUPT, true)
	case errors.Is(err, errDamaged):
		return databaseHint(sqlite3.SQLITE_CORRUPT, false)
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full: free some space and start again. No record of a delivery is lost."
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "give the user that runs this program permission to read and write there, or use another data directory."
	}
	return ""
}

// databaseHint is the hint for a database, by SQLite's primary result code.
func databaseHint(code int, ledger bool) string {
	switch code {
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		if ledger {
			return "stop the bot and put back a copy of " + ledgerFile +
				". Without a copy, move the file away with its -wal and -shm; " +
				"digests and time zones must then be set again, and the record of deliveries is lost."
		}
		return "stop the bot, move " + corpusFile + " away with its -wal and -shm, and run rapporteur ingest again: " +
			"everything in it was read from the articles."
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return "the user that runs this program must be able to create files in the data directory; " +
			"SQLite writes beside its file even to read it."
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR:
		return "the disk is full or failing: free some space, then start again."
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "another process is writing to it: wait for it, or stop it."
	}
	return ""
}
