-- What became of a use that goes beyond its licence. Frozen: a later change is a later file.
-- A flag without a row is open; steps are appended and never changed.

CREATE TABLE flag (
    use INTEGER PRIMARY KEY REFERENCES use (row) ON DELETE CASCADE,
    state TEXT NOT NULL,
    way TEXT,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX flag_state ON flag (state);

CREATE TABLE flag_step (
    id INTEGER PRIMARY KEY,
    use INTEGER NOT NULL REFERENCES use (row) ON DELETE CASCADE,
    state TEXT NOT NULL,
    way TEXT,
    note TEXT,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX flag_step_use ON flag_step (use);

-- Papers, pictures and recordings that show a use: only their fingerprints, the files stay where they are.
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    use INTEGER NOT NULL REFERENCES use (row) ON DELETE CASCADE,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    note TEXT,
    added_at INTEGER NOT NULL,
    UNIQUE (use, sha256)
) STRICT;
