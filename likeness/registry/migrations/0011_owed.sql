-- What a due came to when somebody said of it that it was paid or let go: what is owed may change later, by a row that
-- came late or was corrected, and then says no more what that was. Dues of which an earlier version was told have none.

CREATE TABLE due_owed (
    due TEXT PRIMARY KEY REFERENCES due_said (due) ON DELETE CASCADE,
    minor INTEGER NOT NULL,
    currency TEXT NOT NULL
) STRICT, WITHOUT ROWID;
