-- What a report costs to record. Frozen: a later change is a later file.

-- The tallies of 64 licences as one block of sorted records (registry.tally_blocks). Rows of `tally` are of earlier
-- versions; they are laid in blocks when the registry is opened.
CREATE TABLE tally_block (
    block INTEGER PRIMARY KEY,
    small BLOB NOT NULL,
    large BLOB NOT NULL
) STRICT;

-- Facts and first findings of the rows of reports that are uses, as compressed columns (registry.use_pages); in their
-- rows of `use` the facts are empty, and `finding` has only what was found later. `worded`: their words can be found.
CREATE TABLE use_page (
    first INTEGER PRIMARY KEY,
    last INTEGER NOT NULL,
    block INTEGER NOT NULL REFERENCES block (id) ON DELETE CASCADE,
    worded INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX use_page_block ON use_page (block);
CREATE INDEX use_page_words ON use_page (first) WHERE worded = 0;

-- The few likenesses that are to be deleted some day, and those that were made from others: every report asks for them.
CREATE INDEX double_gone ON double (id) WHERE delete_by IS NOT NULL;
CREATE INDEX double_derived ON double (id) WHERE derived_from <> '[]';
