"""What a file is, told from its beginning: CSV, JSON lines or XLSX, plain or gzip (FORMAT section 6).

- What is no report of these kinds is refused ("not-a-report"), and so is an empty one ("report-empty"), and one whose
  columns stand between the bars that part lists ("bars-between-columns").
- Only the beginning is read, unless it holds bytes beyond ASCII: then all of the file is looked at, because one byte
  that is not UTF-8 makes all of it cp1252, headings too.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from itertools import islice
from pathlib import Path

from likeness.errors import Unreadable
from likeness.feeds.csv_careful import csv_rows
from likeness.feeds.headings import SEARCHED, heading_of
from likeness.feeds.json_blocks import flat
from likeness.feeds.report_file import encoding_of, report_file, stamp_of
from likeness.feeds.source import CP1252, CSV, JSON_LINES, XLSX, Source
from likeness.feeds.targets import SEPARATOR, TARGETS
from likeness.feeds.workbook import is_workbook, open_sheet, open_workbook
from likeness.feeds.xlsx_blocks import sheet_rows
from likeness.values.strict_json import read_json

_JSON_LIST = re.compile(r"\s*\[\s*[{\]]")
DELIMITERS = (",", ";", "\t")
BEGINNING = 1024 * 1024
SEEN = 200  # rows in which headings are looked for, and the usual width of a row
_ZIP = b"PK\x03\x04"
_NEVER = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"\xff\xfe",
    b"\xfe\xff",
    b"PAR1",
    b"SQLite format",
    b"\x1f\x8b",  # packed twice
)
_MOST_NULS = 0.2  # of the beginning: a null or two may stand in a bad cell; UTF-16 is nearly half of them


def sniff(path: Path) -> Source:
    """Look at a file, or raise Unreadable naming it and saying what it is not."""
    return _look(path, None, None)


def headed(source: Source, sheet: str | None, heading_row: int | None) -> Source:
    """Return the source with the sheet and the row of headings that a mapping names."""
    if sheet in (None, source.sheet) and heading_row in (None, source.heading_row):
        return source
    found = _look(source.path, sheet, heading_row)
    if found.stamp != source.stamp:
        raise Unreadable("file-changed", file=str(source.path))
    return found


def _look(path: Path, sheet: str | None, heading_row: int | None) -> Source:
    stamp = stamp_of(path)
    with report_file(path, stamp) as file:
        source = Source(path, stamp, CSV, gzipped=file.gzipped)
        data = file.read_lines(BEGINNING)
        _refuse_what_is_none(path, data)
        if data.startswith(_ZIP):
            return _workbook(source, sheet, heading_row)
        if not data.isascii():
            source = replace(source, encoding=encoding_of(data, file))
    text = _text(source, data)
    if not text.strip():
        raise Unreadable("report-empty", file=str(path))
    if text.lstrip().startswith("{"):
        return _json_lines(source, text)
    if _JSON_LIST.match(text):
        raise Unreadable("json-list", file=str(path))
    bare_returns = _ends_bare(text)
    text = text.replace("\r", "\n") if bare_returns else text
    delimiter = _delimiter(text, heading_row or 1)
    source = replace(source, bare_returns=bare_returns, quoted='"' in text, delimiter=delimiter)
    rows = list(islice(csv_rows(text, source.delimiter), SEEN))
    if not rows:  # not blank, and no row of it can be read
        raise Unreadable("csv-cell-too-long", file=str(path), line=1)
    line, columns = heading_of(rows, heading_row)
    if len(columns) == 1 and columns[0].count(SEPARATOR) > 1:
        raise Unreadable("bars-between-columns", file=str(path), line=line)
    return _with_headings(source, line, columns)


def _ends_bare(text: str) -> bool:
    """Tell whether rows end with a carriage return alone: the first row does. A cell in quotes may hold line feeds."""
    outside = "".join(text.split('"')[::2]).lstrip("\r\n")
    end = re.search("\r\n|\r|\n", outside)
    return end is not None and end[0] == "\r"


def _refuse_what_is_none(path: Path, data: bytes) -> None:
    zipped = data.startswith(_ZIP)
    if zipped and is_workbook(path):
        return
    head = data[:4096]
    if zipped or data.startswith(_NEVER) or head.count(b"\0") > len(head) * _MOST_NULS:
        raise Unreadable("not-a-report", file=str(path))


def _with_headings(source: Source, line: int, columns: tuple[str, ...]) -> Source:
    if not columns:
        code = "report-empty" if not line else "no-known-column"
        raise Unreadable(code, file=str(source.path), line=line or None)
    return replace(source, heading_row=line, columns=columns)


def _workbook(source: Source, sheet: str | None, heading_row: int | None) -> Source:
    """Choose the sheet: the one that is named, else the visible one with the most rows under its headings."""
    book = open_workbook(source.path)
    names = tuple(book.sheet_names)
    shown = [one.name for one in book.sheets_metadata if one.visible == type(one.visible).Visible] or list(names)
    found: list[tuple[int, Source]] = []
    for name in [sheet] if sheet else shown:
        opened = open_sheet(book, name)
        line, columns = heading_of(list(enumerate(islice(sheet_rows(opened, {}), SEEN), 1)), heading_row)
        one = replace(source, kind=XLSX, sheets=names, sheet=name, heading_row=line, columns=columns)
        found.append((opened.height * len(columns), one))
    best = max(found, key=lambda one: one[0], default=(0, source))[1]
    if not best.columns:
        raise Unreadable("report-empty", file=str(source.path))
    alike = (one.sheet for _, one in found if one is not best and set(one.columns) == set(best.columns))
    return replace(best, alike=tuple(name for name in alike if name))


def _json_lines(source: Source, text: str) -> Source:
    """Name the keys of the first lines that can be read; a file in which no line can is no report."""
    found: dict[str, None] = {}
    sound = False
    for line in text.split("\n"):
        try:
            document = read_json(line)
        except Unreadable:
            continue
        if isinstance(document, dict):
            sound = True
            found.update(dict.fromkeys(key for key, _ in flat(document)))
    if not sound:
        raise Unreadable("not-a-report", file=str(source.path))
    return replace(source, kind=JSON_LINES, columns=tuple(found))


def _delimiter(text: str, heading_row: int) -> str:
    """Return the delimiter that parts known headings, or stands most often in the first lines, outside quotes."""
    lines = text.lstrip("\r\n").splitlines()[heading_row - 1 :][:SEARCHED]
    outside = ["".join(line.split('"')[::2]) for line in lines]

    def weight(delimiter: str) -> tuple[int, int]:
        known = max((sum(name.strip() in TARGETS for name in line.split(delimiter)) for line in outside), default=0)
        return known, "\n".join(outside).count(delimiter)

    return max(DELIMITERS, key=weight)


def _text(source: Source, data: bytes) -> str:
    bare = data.removeprefix(codecs.BOM_UTF8)
    return bare.decode("cp1252" if source.encoding == CP1252 else "utf-8", errors="replace")
