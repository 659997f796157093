"""Rows of a CSV piece as the csv module reads them, one by one: the measure of the quick reader, and the way through
pieces that are not regular.

- A row with another number of cells than the headings is refused ("field-count"); one that is blank is no row.
- A quote that is never closed swallows what follows, at most 131,072 characters: its row is refused and reading goes on
  with the next line. At the end of the file it is refused with what it swallowed ("quote-open").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from likeness.errors import Unreadable
from likeness.feeds.block import Block, Fault, block_of


def csv_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of the rows of a text that are not empty, as far as they can be read."""
    lines = _Lines(text.encode(), 1)
    while True:
        begins = lines.line
        try:
            cells = next(csv.reader(lines, delimiter=delimiter), None)
        except csv.Error:
            continue
        if cells is None:
            return
        if cells:
            yield begins, cells


@dataclass
class _Found:
    rows: list[list[str | None]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Careful:
    """What came of a piece: its rows, how many bytes of it they are, and the line on which the next row begins."""

    block: Block
    used: int
    line: int


class _Lines:
    """Lines for the csv reader, counted as they are handed out; a row can be begun again at its second line."""

    def __init__(self, piece: bytes, line: int) -> None:
        try:
            self._lines = list(io.StringIO(piece.decode("utf-8"), newline=""))
        except UnicodeDecodeError as why:  # the whole file was looked at when its encoding was settled
            raise Unreadable("file-changed", line=line) from why
        self._next = 0
        self.line = line
        self.used = 0
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._next == len(self._lines):
            self.ended = True
            raise StopIteration
        text = self._lines[self._next]
        self._next += 1
        self.line += text.count("\n")
        self.used += len(text.encode())
        return text

    def place(self) -> tuple[int, int, int]:
        return self._next, self.line, self.used

    def back_to(self, place: tuple[int, int, int]) -> None:
        self._next, self.line, self.used = place


def careful_rows(piece: bytes, delimiter: str, width: int, line: int, *, enough: int, last: bool) -> Careful:
    """Return the rows of a piece that begins at `line` with a new row, until `enough` bytes are used.

    A row that the piece does not hold to its end is left for the next one, unless the piece is the `last`.
    """
    lines, found = _Lines(piece, line), _Found()
    while lines.used < enough:
        place = lines.place()
        reader = csv.reader(lines, delimiter=delimiter)
        try:
            cells = next(reader, None)
        except csv.Error:
            lines.back_to(place)
            begins = next(lines)
            found.faults.append(Fault.of(place[1], "csv-cell-too-long", None, begins))
            continue
        if lines.ended and not last:
            lines.back_to(place)
            break
        if cells is None:
            break
        _keep(found, cells, width, place[1], unended=lines.ended)
    return Careful(block_of(found.rows, found.lines, width, found.faults), lines.used, lines.line)


def _keep(found: _Found, cells: list[str], width: int, line: int, *, unended: bool) -> None:
    if unended:
        found.faults.append(Fault.of(line, "quote-open", None, cells[-1]))
    elif len(cells) == width:
        found.rows.append(list(cells))
        found.lines.append(line)
    elif any(cell.strip() for cell in cells):
        found.faults.append(Fault.of(line, "field-count", None, " ".join(cells)))
