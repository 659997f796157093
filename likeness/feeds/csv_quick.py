"""Rows of a CSV piece at the speed of Polars, where the piece is regular; None where it is not.

- Regular: every quote opens at the beginning of a cell and closes at its end, and no carriage return stands alone.
- Polars fills short rows with nulls without a word, so what it read is reckoned up against the bytes of the piece:
  cells, separators, quotes and line ends must make up all of it. If they do not, the rows that have not all their cells
  are looked for; where they are few they are read one by one, and the others at once.
- A regular piece reads the same with the csv module (tests/property/test_csv_twins.py).
"""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from likeness.feeds.block import LONGEST_CELL, Block, Fault
from likeness.feeds.csv_careful import careful_rows
from likeness.feeds.csv_marks import (
    FEED,
    RETURN,
    Marks,
    delimiters_by_row,
    is_tidy,
    marks_of,
    quotes_are_regular,
    row_starts,
)

if TYPE_CHECKING:
    import polars as pl

_MOST_ODD = 0.1  # of the rows: where more have not all their cells, reading one by one is as quick


def whole_rows(marks: Marks, *, last: bool) -> int:
    """Return how many bytes of a piece are whole rows; 0 where that cannot be said quickly.

    A row ends with a line feed before which quotes are even in number. `last`: the piece ends with the file.
    """
    piece, quotes = marks.piece, marks.quotes
    if last:
        return len(piece)
    cut = piece.rfind(b"\n") + 1
    while cut and marks.quoted:
        before = int(np.searchsorted(quotes, cut))
        if before % 2 == 0:
            return cut
        cut = piece.rfind(b"\n", 0, int(quotes[before - 1])) + 1
    return cut


def quick_rows(marks: Marks, width: int, line: int) -> Block | None:
    """Return the rows of a piece that begins at `line` with a new row, or None if it is not regular."""
    if not quotes_are_regular(marks) or not _returns_are_regular(marks) or marks.piece.startswith(BOM_UTF8):
        return None  # Polars would take a mark at the beginning of a piece for that of a file
    cells = _read(marks.piece, chr(marks.delimiter), width, quoted=marks.quoted)
    block = None if cells is None else _reckoned(cells, marks, line)
    return block or _without_odd_rows(marks, width, line)


def _reckoned(cells: pl.DataFrame, marks: Marks, line: int) -> Block | None:
    """Return the cells as a block if they make up the whole piece."""
    lengths = [column.str.len_bytes() for column in cells]
    longest = tuple(int(length.max() or 0) for length in lengths)  # type: ignore[arg-type]
    text = sum(int(length.sum()) for length in lengths)
    if max(longest, default=0) > LONGEST_CELL or text + _between(cells, marks) != len(marks.piece):
        return None
    lines = _lines(cells.height, marks.inside, line)
    return Block(cells, lines, tidy=is_tidy(marks), longest=longest, piece=marks.piece)


def _without_odd_rows(marks: Marks, width: int, line: int) -> Block | None:
    """Read the rows that have all their cells at once, and those few that have not one by one; None if it is not so."""
    starts = row_starts(marks)
    odd = np.flatnonzero(delimiters_by_row(marks, starts) != width - 1)
    if not 0 < len(odd) <= _MOST_ODD * len(starts):
        return None
    ends = np.append(starts[1:], len(marks.piece))
    lines = _lines(len(starts), marks.inside, line)
    good = _between_rows(marks.piece, starts[odd], ends[odd])
    block = quick_rows(marks_of(good, chr(marks.delimiter)), width, 1) if good else None
    if block is None or block.cells.height != len(starts) - len(odd):
        return None
    faults: list[Fault] = []
    for row in odd.tolist():
        piece = marks.piece[starts[row] : ends[row]]
        careful = careful_rows(piece, chr(marks.delimiter), width, int(lines[row]), enough=len(piece), last=True)
        if careful.block.cells.height:
            return None
        faults += careful.block.faults
    return replace(block, lines=np.delete(lines, odd), faults=tuple(faults))


def _between_rows(piece: bytes, starts: np.ndarray, ends: np.ndarray) -> bytes:
    """Return a piece without some of its rows."""
    firsts, afters = [0, *ends.tolist()], [*starts.tolist(), len(piece)]
    return b"".join(piece[first:after] for first, after in zip(firsts, afters, strict=True))


def _returns_are_regular(marks: Marks) -> bool:
    return not marks.returned or marks.piece.count(b"\r") == marks.piece.count(b"\r\n")


def _read(piece: bytes, delimiter: str, width: int, *, quoted: bool) -> pl.DataFrame | None:
    import polars as pl  # noqa: PLC0415  a command must start fast

    schema = {str(index): pl.String for index in range(width)}
    try:
        return pl.read_csv(
            piece, has_header=False, schema=schema, separator=delimiter, quote_char='"' if quoted else None
        )
    except pl.exceptions.PolarsError:
        return None


def _between(cells: pl.DataFrame, marks: Marks) -> int:
    """Return how many bytes must stand between the cells: separators, line ends, quotes around and before quotes."""
    unended = marks.data[-1] != FEED
    returns = 0
    if marks.returned:
        ends = marks.feeds if marks.inside is None else marks.feeds[~marks.inside]
        returns = int((marks.data[ends[ends > 0] - 1] == RETURN).sum())
    doubled = int((marks.quotes[2::2] == marks.quotes[1:-1:2] + 1).sum())
    return cells.height * cells.width - int(unended) + len(marks.quotes) - doubled + returns


def _lines(rows: int, inside: np.ndarray | None, line: int) -> np.ndarray:
    """Return the line of each row: line feeds inside cells count, but begin no row."""
    if inside is None or not inside.any():
        return np.arange(line, line + rows, dtype=np.uint32)
    after = np.flatnonzero(~inside)[: rows - 1] + 1
    return np.concatenate(([line], after + line)).astype(np.uint32)
