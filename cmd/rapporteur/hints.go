package main

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"rapporteur/corpus/store/dbfile"
)

// tokenHint says where the bot's token comes from.
const tokenHint = "set DISCORD_TOKEN to the bot's token (Discord's developer portal, Bot, Reset Token)"

// hintFor is what an operator can do about an error; "" when there is nothing to add to its own text.
func hintFor(err error) string {
	switch {
	case err == nil:
		return ""
	case dbfile.FaultOf(err) != dbfile.NoFault:
		return databaseHint(dbfile.FaultOf(err), strings.Contains(err.Error(), ledgerFile))
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full: free some space and start again. No record of a delivery is lost."
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "give the user that runs this program permission to read and write there, or use another data directory."
	}
	return ""
}

// databaseHint is the hint for a database, the ledger's or that of the articles.
func databaseHint(fault dbfile.Fault, ledger bool) string {
	switch fault {
	case dbfile.Damaged:
		if ledger {
			return "stop the bot and put back a copy of " + ledgerFile +
				". Without a copy, move the file away with its -wal and -shm; " +
				"digests and time zones must then be set again, and the record of deliveries is lost."
		}
		return "stop the bot, move " + corpusFile + " away with its -wal and -shm, and run rapporteur ingest again: " +
			"everything in it was read from the articles."
	case dbfile.Denied:
		return "the user that runs this program must be able to create files in the data directory; " +
			"SQLite writes beside its file even to read it."
	case dbfile.Full, dbfile.Failing:
		return "the disk is full or failing: free some space, then start again."
	case dbfile.Busy:
		return "another process is writing to it: wait for it, or stop it."
	}
	return ""
}
