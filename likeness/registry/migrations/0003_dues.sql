-- What people say of what is owed. The dues themselves are computed from licences and uses, and never stored.
-- `due` is the key of a due (fee:2026-0001:once); money is minor units, days are proleptic ordinals.

CREATE TABLE due_said (
    due TEXT PRIMARY KEY,
    waived INTEGER NOT NULL CHECK (waived IN (0, 1)),
    on_day INTEGER NOT NULL,
    note TEXT,
    minor INTEGER,
    currency TEXT,
    recorded_at INTEGER NOT NULL,
    CHECK ((minor IS NULL) = (currency IS NULL))
) STRICT, WITHOUT ROWID;
