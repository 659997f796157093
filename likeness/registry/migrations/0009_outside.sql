-- Copies of a licence that a company signed with a tool of its own. Frozen: a later change is a later file.
-- Only their fingerprints; the files stay where they are. They show something and change no licence.

CREATE TABLE outside_paper (
    id INTEGER PRIMARY KEY,
    licence INTEGER NOT NULL REFERENCES licence (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    note TEXT,
    added_at INTEGER NOT NULL,
    UNIQUE (licence, sha256)
) STRICT;
