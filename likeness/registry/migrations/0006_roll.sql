-- How often a packed block of masks was dropped because a licence in it changed: a roll of all licences that was made
-- while every block was packed still holds while this number is the same.
CREATE TABLE mask_stamp (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    stamp INTEGER NOT NULL
) STRICT;
INSERT INTO mask_stamp VALUES (1, 0);
-- A closed limit says since when: what comes after that row changes nothing. Of those closed so far nobody knows.
UPDATE tally SET closed = 1 << 62 WHERE closed = 1;
CREATE TRIGGER mask_block_dropped AFTER DELETE ON mask_block BEGIN UPDATE mask_stamp SET stamp = stamp + 1; END;
