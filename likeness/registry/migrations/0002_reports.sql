-- Reports of any size. Frozen: a later change is a later file.
-- Masks and candidates are derived from terms; blocks hold the facts of report rows as compressed columns.

CREATE TABLE word (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE facet (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

-- Full blocks of 65,536 names, packed; a name never changes.
CREATE TABLE word_block (
    block INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- One row a signed licence: likeness.bulk.mask. Numbers of words, ordinals of days, microseconds since 1970.
CREATE TABLE mask (
    licence INTEGER PRIMARY KEY REFERENCES licence (id) ON DELETE CASCADE,
    flags INTEGER NOT NULL,
    performer INTEGER NOT NULL,
    licensee INTEGER NOT NULL,
    passing INTEGER NOT NULL,
    likeness INTEGER NOT NULL,
    likenesses INTEGER NOT NULL,
    project INTEGER NOT NULL,
    projects INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    purposes INTEGER NOT NULL,
    media INTEGER NOT NULL,
    places INTEGER NOT NULL,
    languages INTEGER NOT NULL,
    modifications INTEGER NOT NULL,
    content INTEGER NOT NULL,
    age INTEGER NOT NULL,
    create_from INTEGER NOT NULL,
    create_to INTEGER NOT NULL,
    exploit_from INTEGER NOT NULL,
    exploit_to INTEGER NOT NULL,
    zone INTEGER NOT NULL,
    limits INTEGER NOT NULL,
    longest INTEGER NOT NULL,
    notice_days INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    superseded INTEGER NOT NULL,
    died INTEGER NOT NULL,
    paused INTEGER NOT NULL
) STRICT;

-- The same, packed for engines that read all of them: 65,536 licences a block, made again when one of them changes.
CREATE TABLE mask_block (
    block INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER mask_added AFTER INSERT ON mask BEGIN DELETE FROM mask_block WHERE block = NEW.licence >> 16; END;
CREATE TRIGGER mask_changed AFTER UPDATE ON mask BEGIN DELETE FROM mask_block WHERE block = NEW.licence >> 16; END;
CREATE TRIGGER mask_removed AFTER DELETE ON mask BEGIN DELETE FROM mask_block WHERE block = OLD.licence >> 16; END;

-- Who may be judged by which licence: party 0 is anybody.
CREATE TABLE candidate (
    likeness INTEGER NOT NULL,
    party INTEGER NOT NULL,
    project INTEGER NOT NULL,
    licence INTEGER NOT NULL REFERENCES licence (id) ON DELETE CASCADE,
    PRIMARY KEY (likeness, party, project, licence)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    reporter TEXT NOT NULL,
    period TEXT NOT NULL,
    mapping TEXT NOT NULL,
    encoding TEXT NOT NULL,
    rows INTEGER NOT NULL,
    decided INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    duplicates INTEGER NOT NULL,
    conflicting INTEGER NOT NULL,
    in_scope INTEGER NOT NULL,
    out_of_scope INTEGER NOT NULL,
    needs_review INTEGER NOT NULL,
    rejections BLOB,
    imported_at INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;
CREATE INDEX report_source ON report (reporter, period);

-- Zstandard Parquet: `facts` as feeds.batches has them, `verdicts` as first found, in the same order.
-- A number is never given twice: what was read of a block that was taken back must not pass for another one's.
CREATE TABLE block (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    rows INTEGER NOT NULL,
    newest_at INTEGER NOT NULL,
    facts BLOB NOT NULL,
    verdicts BLOB NOT NULL
) STRICT;
CREATE INDEX block_report ON block (report);

-- Rows whose line id came before with other content: held until somebody says which is right.
CREATE TABLE held (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    line_id TEXT NOT NULL,
    facts TEXT NOT NULL,
    answer TEXT,
    answered_at INTEGER
) STRICT;
CREATE INDEX held_report ON held (report);

-- What is used of each limit: `newest` and `most_read` tell whether a late row may change what was found before.
-- No reference to the licence: signed ones are never removed, and looking each up cost nine times what writing did.
CREATE TABLE tally (
    licence INTEGER NOT NULL,
    place INTEGER NOT NULL,
    period INTEGER NOT NULL,
    total INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    most_read INTEGER NOT NULL,
    PRIMARY KEY (licence, place, period)
) STRICT, WITHOUT ROWID;

-- Rows of reports that are no longer simply in scope are uses too; their facts stay in the block.
ALTER TABLE use ADD COLUMN block INTEGER REFERENCES block (id) ON DELETE CASCADE;
ALTER TABLE use ADD COLUMN place INTEGER;
-- A row that a later one corrects stays, and counts no more.
ALTER TABLE use ADD COLUMN corrected_by TEXT;
CREATE UNIQUE INDEX use_place ON use (block, place) WHERE block IS NOT NULL;

-- A finding is its terms as bits (likeness.bulk.bits) and its licences; `found` keeps only what these do not say.
ALTER TABLE finding ADD COLUMN broken INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finding ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finding ADD COLUMN licences TEXT NOT NULL DEFAULT '[]';
CREATE TEMP TABLE bits (term TEXT PRIMARY KEY, bit INTEGER NOT NULL);
INSERT INTO bits VALUES
    ('no-licence', 1 << 21), ('likeness', 1 << 20), ('user', 1 << 19), ('not-in-force', 1 << 18),
    ('authority', 1 << 17), ('superseded', 1 << 16), ('withdrawn', 1 << 15), ('suspended', 1 << 14),
    ('after-death', 1 << 13), ('date', 1 << 12), ('project', 1 << 11), ('act', 1 << 10), ('purpose', 1 << 9),
    ('medium', 1 << 8), ('territory', 1 << 7), ('language', 1 << 6), ('modification', 1 << 5), ('age', 1 << 4),
    ('content', 1 << 3), ('length', 1 << 2), ('limit', 1 << 1), ('source', 1);
UPDATE finding SET
    broken = (SELECT coalesce(sum(bit), 0) FROM json_each(found, '$.broken') JOIN temp.bits ON term = value),
    missing = (SELECT coalesce(sum(bit), 0) FROM json_each(found, '$.missing') JOIN temp.bits ON term = value),
    licences = json_extract(found, '$.licences'),
    found = json_object('by_licence', json_extract(found, '$.by_licence'), 'overruns', json_extract(found, '$.overruns'));
DROP TABLE temp.bits;

CREATE INDEX happening_licence ON happening (licence);
CREATE INDEX happening_performer ON happening (performer);

-- A registry from before there were tallies counts its uses once, when it is opened.
INSERT INTO setting SELECT 'tallies', 'missing' WHERE EXISTS (SELECT 1 FROM use);
