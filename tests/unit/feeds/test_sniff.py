"""What a file is: told from its beginning, refused by name where it is no report."""

from __future__ import annotations

import gzip

import pytest

from likeness.errors import Unreadable
from likeness.feeds.headings import heading_of
from likeness.feeds.sniff import headed, sniff


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xd0\xcf\x11\xe0\xa1\xb1", "user\tat\n".encode("utf-16"),
     b"PK\x03\x04nothing", b"a\0b\0c\0" * 50, b"{not json}\n",
     gzip.compress(gzip.compress(b"user,at\n", mtime=0), mtime=0)],
)  # fmt: skip
def test_what_is_no_report(tmp_path, data):
    path = tmp_path / "report.csv"
    path.write_bytes(data)
    with pytest.raises(Unreadable) as told:
        sniff(path)
    assert (told.value.code, told.value.file) == ("not-a-report", str(path))


def test_bars_between_columns_are_named(tmp_path):
    path = tmp_path / "report.csv"
    path.write_text("line_id|user|territory\n1|tidewrack|FR\n")
    with pytest.raises(Unreadable) as told:
        sniff(path)
    assert (told.value.code, told.value.line) == ("bars-between-columns", 1)
    path.write_text("line_id,territory\n1,FR|DE|BE\n")
    assert sniff(path).columns == ("line_id", "territory")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b" , ,\n,\n", gzip.compress(b"", mtime=0)])
def test_what_is_empty(tmp_path, data):
    path = tmp_path / "report.csv"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match="report-empty"):
        sniff(path)


def test_what_is_not_there(tmp_path):
    with pytest.raises(Unreadable, match="no-such-file"):
        sniff(tmp_path / "absent.csv")
    with pytest.raises(Unreadable, match="not-a-file"):
        sniff(tmp_path)


def test_headings_below_a_title_and_with_line_ends_inside(tmp_path):
    path = tmp_path / "report.csv"
    path.write_text('Usage, third quarter\n\nTitle;"Play\nsecs";Date\nHarbour;3;1/2/2026\nFerry;4;1/2/2026\n')
    source = sniff(path)
    assert (source.delimiter, source.heading_row, source.columns) == (";", 3, ("Title", "Play\nsecs", "Date"))
    assert headed(source, None, 5).columns == ("Harbour", "3", "1/2/2026")


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([["Usage", ""], ["", ""], ["Title", "Territory"], ["a", "b"]], 3),
        ([["Note", "of", "ours"], ["x", "territory", "x"], ["a", "b", "c"]], 2),
        ([["a", "a"], ["b", "c"], ["d", "e"]], 2),
        ([["a", "a"], ["a", "a"]], 1),
        ([], 0),
    ],
)
def test_which_row_holds_the_headings(rows, line):
    assert heading_of(list(enumerate(rows, 1)), None)[0] == line
