-- Letters that were written, and the numbers of invoices. Frozen: a later change is a later file.
-- `subject` is what a letter is about: a use, the key of a due, or the number of a licence. The files lie where the
-- person put them; here are their fingerprints, and the letter's words as text. A letter that was taken back counts no more; its number stays given.
CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    company TEXT NOT NULL,
    language TEXT NOT NULL,
    number TEXT UNIQUE,
    sums TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    words TEXT NOT NULL,
    dated_on INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
) STRICT;
CREATE INDEX letter_subject ON letter (subject);

-- The dues that an invoice asks for, by their keys.
CREATE TABLE letter_due (
    due TEXT NOT NULL,
    letter INTEGER NOT NULL REFERENCES letter (id),
    PRIMARY KEY (due, letter)
) STRICT, WITHOUT ROWID;

-- The last number of an invoice that was given in a year. It only grows, so that no number is given twice.
CREATE TABLE invoice_number (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;
