"""Reports as uses: rows in = decided + rejected + duplicates, each rejection with its line; a bad row stops nothing."""

from __future__ import annotations

import json

import pytest

from likeness.errors import Unreadable
from likeness.feeds.csv_rows import csv_rows
from likeness.feeds.report import read_report
from likeness.feeds.text_of import text_of
from tests.fakes.shared import shared_files, shared_path

HEAD = "line_id,user,likeness,territory,content,at,quantity.line\n"


@pytest.mark.parametrize("path", shared_files("vectors/csv-spectrum/csvs/*.csv"), ids=lambda path: path.stem)
def test_csv_spectrum(path):
    expected = json.loads(shared_path("vectors", "csv-spectrum", "json", f"{path.stem}.json").read_bytes())
    expected = expected if isinstance(expected, list) else [expected]
    (_, names), *rows = csv_rows(text_of(path.read_bytes()).text)
    if path.stem == "location_coordinates":  # its JSON holds another telephone number than its CSV
        expected[0]["Contact Phone Number"] = rows[0][1][0]
    read = [dict(zip(names, cells, strict=True)) for _, cells in rows]
    if path.stem == "newlines_crlf":  # its CSV has lost the carriage returns that its JSON still has
        read = [{name: cell.replace("\n", "\r\n") for name, cell in row.items()} for row in read]
    assert read == expected


def test_a_row_becomes_a_use():
    report = read_report((HEAD + "a1,tidewrack,x|y,FR|DE,none,2026-04-01,3\n").encode())
    (use,) = report.uses
    assert (use.id, use.likeness, use.territory, use.content) == ("a1", ("x", "y"), ("FR", "DE"), ())
    assert use.quantity == {"line": 3}


def test_every_row_is_accounted_for():
    rows = ["a,u,x,FR,,2026-04-01,1", "a,u,x,FR,,2026-04-01,1", "a,u,x,DE,,2026-04-01,1", ",u,x,FR,,2026-04-01,1",
            "b,u,x,FR,,2026-02-30,1", "c,u,x,FR,,2026-04-01,three", "d,u", "", "e,u,x,FR,,,"]  # fmt: skip
    report = read_report((HEAD + "\n".join(rows)).encode())
    assert report.rows == len(report.uses) + len(report.rejected) + report.duplicates == 8
    assert (len(report.uses), report.duplicates, report.conflicting) == (2, 2, 1)
    assert [(one.line, one.reason) for one in report.rejected] == [
        (5, "key-missing"), (6, "bad-day"), (7, "not-a-whole-number"), (8, "field-count"),
    ]  # fmt: skip


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_every_dress(delimiter, newline, bom):
    text = (HEAD + 'a,u,x,FR,,2026-04-01,1\nb,"u ""q"" \u00e9",x,FR,,2026-04-01,1\n').replace(",", delimiter)
    report = read_report(bom + text.replace("\n", newline).encode())
    assert [use.user for use in report.uses] == ["u", 'u "q" \u00e9']


def test_cp1252_is_read_with_notice():
    assert read_report((HEAD + "a,Qu\u00e9bec,x,FR,,2026-04-01,1\n").encode("cp1252")).encoding == "cp1252"


def test_json_lines():
    good = '{"line_id": "a", "likeness": ["x", "y"], "quantity": {"line": 2}}'
    report = read_report(f'{good}\n\n{{"line_id": "b", "at": "soon"}}\n{{oops\n[1]'.encode())
    assert [use.id for use in report.uses] == ["a"]
    assert [(one.line, one.reason) for one in report.rejected] == [
        (3, "bad-instant"), (4, "json-syntax"), (5, "not-an-object"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "no-known-column"), (b"Titel;Menge\n1;2\n", "no-known-column"), (b"user,user\na,b\n", "column-twice"),
     (b"user,act\n" + b"x" * 140_000, "csv-cell-too-long")],
)  # fmt: skip
def test_no_report_at_all(data, code):
    with pytest.raises(Unreadable, match=code):
        read_report(data)


@pytest.mark.parametrize("name", ["tidy.csv", "lines.jsonl", "broken.csv", "semicolons-latin1.csv", "streamer.csv"])
def test_the_samples(name):
    data = shared_path("samples", "reports", name).read_bytes()
    if name in ("semicolons-latin1.csv", "streamer.csv"):  # headings of their own: these want a mapping
        with pytest.raises(Unreadable, match="no-known-column"):
            read_report(data)
        return
    report = read_report(data)
    assert report.rows == len(report.uses) + len(report.rejected) + report.duplicates
    if name == "tidy.csv":
        assert (report.rows, len(report.uses)) == (200, 200)
