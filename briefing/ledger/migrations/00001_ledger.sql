-- +goose Up
CREATE TABLE digest (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	guild    TEXT    NOT NULL,
	settings TEXT    NOT NULL,             -- Settings as JSON
	paused   INTEGER NOT NULL DEFAULT 0,   -- by a moderator
	parked   TEXT    NOT NULL DEFAULT '',  -- why the program gave up on the channel for now
	planned  INTEGER NOT NULL,             -- unix seconds of the newest run planned
	skipped  INTEGER NOT NULL DEFAULT 0,   -- runs missed while down and not made up for
	cursor   TEXT    NOT NULL DEFAULT ''   -- where the last delivered run left off
) STRICT;
CREATE INDEX digest_guild ON digest (guild);

CREATE TABLE run (
	digest   INTEGER NOT NULL,
	name     TEXT    NOT NULL,             -- the local time of the rule, or one press of "run"
	guild    TEXT    NOT NULL,
	settings TEXT    NOT NULL,             -- as they were when the run became due
	due      INTEGER NOT NULL,             -- unix seconds
	late     INTEGER NOT NULL,             -- made up for after downtime
	state    TEXT    NOT NULL,             -- due, ready, sent, empty, failed
	tries    INTEGER NOT NULL DEFAULT 0,
	refused  INTEGER NOT NULL DEFAULT 0,   -- how many tries the channel refused
	next_try INTEGER NOT NULL DEFAULT 0,   -- unix milliseconds
	problem  TEXT    NOT NULL DEFAULT '',
	cursor   TEXT    NOT NULL DEFAULT '',  -- the digest's once this run is delivered
	told     TEXT    NOT NULL DEFAULT '[]',-- what the channel will then have been told
	ended    INTEGER NOT NULL DEFAULT 0,   -- unix seconds
	PRIMARY KEY (digest, name)
) STRICT;
CREATE INDEX run_open ON run (next_try) WHERE state IN ('due', 'ready');

CREATE TABLE part (
	digest  INTEGER NOT NULL,
	run     TEXT    NOT NULL,
	n       INTEGER NOT NULL,              -- from 1
	mark    TEXT    NOT NULL UNIQUE,       -- names the part in the message itself
	body    BLOB    NOT NULL,              -- what is posted, frozen before the first try
	picture BLOB,                          -- sent beside it, a PNG; NULL for none
	why     TEXT    NOT NULL,              -- why each line is in it, for who asks
	first   INTEGER NOT NULL DEFAULT 0,    -- unix milliseconds of the first try; 0 when never tried
	message TEXT    NOT NULL DEFAULT '',   -- Discord's id of the message once it stands
	PRIMARY KEY (digest, run, n)
) STRICT;

CREATE TABLE told (
	channel TEXT    NOT NULL,
	key     TEXT    NOT NULL,
	at      INTEGER NOT NULL,              -- unix seconds
	PRIMARY KEY (channel, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE guild (
	id       TEXT PRIMARY KEY,
	timezone TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE keep (
	key   TEXT PRIMARY KEY,
	value BLOB    NOT NULL,
	until INTEGER NOT NULL                 -- unix seconds; 0 is for good
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE keep;
DROP TABLE guild;
DROP TABLE told;
DROP TABLE part;
DROP TABLE run;
DROP TABLE digest;
