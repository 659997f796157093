"""Rows of a CSV report: comma, semicolon or tab; quoted newlines; LF, CRLF or CR; the line where each row begins."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from likeness.errors import Unreadable

DELIMITERS = (",", ";", "\t")
LONGEST_CELL = 32_767  # what a spreadsheet holds


def delimiter_of(text: str) -> str:
    """Return the delimiter that stands most often in the heading, outside quotes."""
    heading = "".join(text.lstrip("\r\n").splitlines()[:1])
    outside = "".join(heading.split('"')[::2])
    return max(DELIMITERS, key=outside.count)


def csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of every row that is not empty; the first line of a file is 1."""
    counted = _Counted(text)
    reader = csv.reader(counted, delimiter=delimiter_of(text))
    while True:
        begins = counted.lines + 1
        try:
            cells = next(reader, None)
        except csv.Error as why:
            raise Unreadable("csv-cell-too-long", line=begins, most=LONGEST_CELL) from why
        if cells is None:
            return
        if cells:
            yield begins, cells


class _Counted:
    """Lines for the csv reader, counted as they are handed out."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.lines = 0

    def __iter__(self) -> _Counted:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.lines += 1
        return line
