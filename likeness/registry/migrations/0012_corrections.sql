-- Which report a correction came with, and of which row: taking the report back takes its corrections back, too.
-- Those of earlier versions are known by their ids, LINE@REPORT-ROW and signs @ behind it where that was taken.

CREATE TABLE correction (
    use INTEGER PRIMARY KEY REFERENCES use (row) ON DELETE CASCADE,
    report INTEGER NOT NULL,
    line_id TEXT NOT NULL
) STRICT;

INSERT OR IGNORE INTO correction (use, report, line_id)
SELECT use.row, report, line_id FROM (
    SELECT report, line_id, line_id || '@' || report || '-' || line AS name FROM held WHERE answer = 'take'
) JOIN use ON use.id >= name AND use.id < name || 'A' AND rtrim(use.id, '@') = name
WHERE block IS NULL AND (SELECT cause FROM finding WHERE finding.use = use.row ORDER BY id LIMIT 1) = 'corrected';
