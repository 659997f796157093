-- Words about keys, and the keys the owner had before. Frozen: a later change is a later file.
-- A key word is a statement of its own; `position` is its leaf, so that the log decides what came first.

CREATE TABLE key_word (
    digest BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE former_key (
    id INTEGER PRIMARY KEY,
    public_key BLOB NOT NULL UNIQUE,
    signing_key BLOB NOT NULL,
    card BLOB NOT NULL,
    until INTEGER NOT NULL
) STRICT;
