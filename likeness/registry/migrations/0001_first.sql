-- The first registry. Frozen: a later change is a later file.
-- Instants are seconds since 1970 (UTC), days are proleptic ordinals, money is minor units, lists are JSON.

CREATE TABLE owner (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    signing_key BLOB NOT NULL,
    log_public_key BLOB NOT NULL,
    log_key BLOB NOT NULL,
    card BLOB NOT NULL
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE double (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    performer TEXT NOT NULL,
    captured_on INTEGER,
    reason TEXT,
    delete_by INTEGER,
    derived_from TEXT NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE double_file (
    id INTEGER PRIMARY KEY,
    double TEXT NOT NULL REFERENCES double (id),
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    facts TEXT NOT NULL,
    preview BLOB,
    preview_kind TEXT,
    state TEXT NOT NULL,
    checked_at INTEGER NOT NULL,
    UNIQUE (double, path)
) STRICT;

CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    about BLOB,
    bytes BLOB NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_about ON statement (about);

CREATE TABLE licence (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    terms TEXT NOT NULL,
    own INTEGER NOT NULL,
    drafted_at INTEGER NOT NULL,
    replaces TEXT,
    digest BLOB UNIQUE,
    signed_at INTEGER,
    accepted_at INTEGER,
    suspended INTEGER NOT NULL DEFAULT 0,
    withdrawn_at INTEGER,
    replaced_at INTEGER,
    replaced_by TEXT,
    status_index INTEGER,
    -- from here on derived from terms, for lists and for finding candidates
    performer TEXT NOT NULL,
    licensee TEXT NOT NULL,
    company TEXT NOT NULL,
    project TEXT NOT NULL,
    title TEXT NOT NULL,
    basis TEXT NOT NULL,
    ends_at INTEGER,
    fee_minor INTEGER,
    fee_currency TEXT
) STRICT;

CREATE TABLE licence_likeness (
    likeness TEXT NOT NULL,
    licence INTEGER NOT NULL REFERENCES licence (id) ON DELETE CASCADE,
    PRIMARY KEY (likeness, licence)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE licence_text USING fts5 (
    words,
    prefix='1 2 3 4', detail=column, columnsize=0, tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE happening (
    id INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    licence TEXT,
    by TEXT,
    performer TEXT,
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE use (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL,
    user TEXT,
    project TEXT,
    at INTEGER,
    recorded_at INTEGER NOT NULL,
    verdict TEXT NOT NULL
) STRICT;
CREATE INDEX use_verdict ON use (verdict, at);

CREATE TABLE use_likeness (
    likeness TEXT NOT NULL,
    use INTEGER NOT NULL REFERENCES use (row) ON DELETE CASCADE,
    PRIMARY KEY (likeness, use)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    use INTEGER NOT NULL REFERENCES use (row) ON DELETE CASCADE,
    verdict TEXT NOT NULL,
    found TEXT NOT NULL,
    cause TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX finding_use ON finding (use);

CREATE VIRTUAL TABLE use_text USING fts5 (
    words,
    prefix='1 2 3 4', detail=column, columnsize=0, tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE card (
    thumbprint BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    public_key BLOB NOT NULL,
    bytes BLOB NOT NULL,
    confirmed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE status_list (
    issuer BLOB PRIMARY KEY,
    sequence INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE leaf (
    position INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    tag TEXT NOT NULL,
    salt BLOB,
    payload BLOB,
    statement INTEGER REFERENCES statement (id)
) STRICT;
CREATE TRIGGER leaf_stays BEFORE DELETE ON leaf BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER leaf_hash_stays BEFORE UPDATE OF position, hash, tag ON leaf
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
