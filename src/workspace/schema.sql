-- The form of a workspace file, version 1.

-- The next id of each kind. Ids are never given twice, so that an undone deletion finds its place free.
CREATE TABLE counter (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID, STRICT;

-- Incidents. `document` is the current one; `imported` is the one that was imported, where the two differ.
-- `dataset` and `source_key` repeat what the document says, for looking up. The documents stand last, so that
-- reading the other columns never touches their overflow pages.
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL,
    dataset INTEGER,
    source_key TEXT,
    document TEXT NOT NULL,
    imported TEXT
) STRICT;
CREATE UNIQUE INDEX record_uuid ON record (uuid);
CREATE INDEX record_source ON record (dataset, source_key) WHERE source_key IS NOT NULL;

CREATE TABLE dataset (id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, document TEXT NOT NULL) STRICT;
CREATE TABLE organisation (id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, document TEXT NOT NULL) STRICT;
CREATE TABLE recipe (name TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID, STRICT;

-- What the window remembers: filter, period, columns. Not part of undo.
CREATE TABLE state (name TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID, STRICT;

-- The history, in the order in which things were done. The undone entries are the last ones.
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    label TEXT NOT NULL,
    undone INTEGER NOT NULL
) STRICT;

-- What an entry changed: both layers of the thing before and after; NULL where it was not there.
-- `entity` is 0 for records, 1 for organisations, 2 for datasets; `target` is the thing's id.
CREATE TABLE change (
    history INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    target INTEGER NOT NULL,
    before TEXT,
    before_imported TEXT,
    after TEXT,
    after_imported TEXT,
    PRIMARY KEY (history, seq)
) WITHOUT ROWID, STRICT;

-- Imports, by the range of ids that their records were given. An import that was undone is hidden, so that it can be
-- done again; its records are deleted when that is no longer possible.
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    history INTEGER,
    dataset INTEGER,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    source_hash TEXT NOT NULL,
    report TEXT NOT NULL,
    hidden INTEGER NOT NULL
) STRICT;

-- The frame's columns, so that opening reads no documents: a chunk holds the records from `first` to `last`, and is
-- stale once any record from `first` to the next chunk's `first` has changed; then those are read from their documents.
-- The codes in chunks are places in the words of their field; words are only ever added. What is stale stands in a
-- table of its own, because changing a mark in the chunk's row would write its bytes again.
CREATE TABLE chunk (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE stale (first INTEGER PRIMARY KEY) STRICT;
CREATE TABLE word (
    field INTEGER NOT NULL,
    first INTEGER NOT NULL,
    words INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (field, first)
) STRICT;
CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), bytes BLOB NOT NULL) STRICT;
