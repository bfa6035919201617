-- +goose Up
CREATE TABLE collection (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE, -- '' is the operator's
    stale   INTEGER NOT NULL DEFAULT 0, -- 1: changed since it was last settled
    lexicon BLOB, -- vellum FST of its words, for misspellings
    people  BLOB  -- JSON of its people, as settled
);
INSERT INTO collection (id, name) VALUES (1, '');

CREATE TABLE revision (n INTEGER NOT NULL);
INSERT INTO revision (n) VALUES (0);

-- Days are whole days since 1970-01-01, NULL where unknown.
CREATE TABLE article (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    collection INTEGER NOT NULL REFERENCES collection (id),
    id         TEXT NOT NULL,
    title      TEXT NOT NULL,
    publisher  TEXT NOT NULL,
    url        TEXT NOT NULL,
    published  INTEGER,
    dated      TEXT NOT NULL,
    path       TEXT NOT NULL,
    format     TEXT NOT NULL,
    language   TEXT NOT NULL,
    sentences  INTEGER NOT NULL, -- how many can be matched
    statements INTEGER NOT NULL,
    text       BLOB NOT NULL, -- deflated
    layout     BLOB NOT NULL, -- JSON: title, lines, map to the file
    facts      BLOB NOT NULL, -- deflated JSON: sentences, statements, dates, events
    UNIQUE (collection, id)
);
-- Holds all that Coverage counts, so that it reads no article.
CREATE INDEX article_published ON article (collection, published, publisher, sentences, statements);

CREATE TABLE statement (
    article INTEGER NOT NULL REFERENCES article (seq) ON DELETE CASCADE,
    n       INTEGER NOT NULL, -- index in the entry
    first   INTEGER NOT NULL, -- first sentence with a part of it
    last    INTEGER NOT NULL,
    named   TEXT NOT NULL, -- the speaker as the article tells it; '' where it does not
    person  TEXT NOT NULL, -- canonical, as settled
    day     INTEGER, -- said, else published
    collection INTEGER NOT NULL, -- the article's
    alike   INTEGER, -- what tells the same has the same number; NULL until settled
    sketch  BLOB NOT NULL, -- near.Sketch of the content
    fact    BLOB NOT NULL, -- JSON: statement and sentence
    settled BLOB, -- JSON: the speaker whom other articles tell; NULL where none do
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE INDEX statement_person ON statement (person, day);
CREATE INDEX statement_alike ON statement (collection, alike);
CREATE INDEX statement_settled ON statement (collection) WHERE settled IS NOT NULL;

CREATE TABLE event (
    article    INTEGER NOT NULL REFERENCES article (seq) ON DELETE CASCADE,
    n          INTEGER NOT NULL,
    collection INTEGER NOT NULL, -- the article's, and
    publisher  TEXT NOT NULL, -- the article's: stories are counted without reading articles
    sentence   INTEGER NOT NULL,
    first      INTEGER NOT NULL, -- day
    last       INTEGER NOT NULL, -- day
    story      INTEGER, -- what tells the same has the same number; NULL until settled
    sketch     BLOB NOT NULL, -- near.Sketch of the sentence
    fact       BLOB NOT NULL, -- JSON: event, date and sentence
    PRIMARY KEY (article, n)
) WITHOUT ROWID;
CREATE INDEX event_day ON event (collection, first, last, story, publisher);
CREATE INDEX event_sentence ON event (article, sentence);
CREATE INDEX event_story ON event (story);

CREATE TABLE sighting (
    article INTEGER NOT NULL REFERENCES article (seq) ON DELETE CASCADE,
    n       INTEGER NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    gender  TEXT NOT NULL,
    role    TEXT NOT NULL,
    count   INTEGER NOT NULL,
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE word (
    collection INTEGER NOT NULL,
    word       TEXT NOT NULL,
    PRIMARY KEY (collection, word)
) WITHOUT ROWID;

-- One row a sentence; the row's number is article.seq << 20 | sentence. Every term
-- is headed by its collection's number ("1.invas"), so that a search cannot meet,
-- nor a count include, what lies behind another's wall. Terms are made by the
-- package term: nothing is left to the tokeniser but to divide at spaces. Nobody
-- asks for neighbouring words in SQL, so no positions are kept.
CREATE VIRTUAL TABLE sentence USING fts5 (
    terms, content='', contentless_delete=1, detail=none,
    tokenize="ascii tokenchars '.'"
);
CREATE VIRTUAL TABLE sentence_term USING fts5vocab (sentence, row);

-- +goose Down
DROP TABLE sentence_term;
DROP TABLE sentence;
DROP TABLE word;
DROP TABLE sighting;
DROP TABLE event;
DROP TABLE statement;
DROP TABLE article;
DROP TABLE revision;
DROP TABLE collection;
