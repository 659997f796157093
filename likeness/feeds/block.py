"""A run of rows as text, before anything is read into it: what every kind of report becomes first."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from likeness.errors import Unreadable

if TYPE_CHECKING:
    import polars as pl

LONGEST_CELL = 131_072  # characters; the csv module's own limit, so that an open quote cannot swallow a file
LONGEST_WORD = 400  # characters of one code or name (as `likeness.scope.use` reads them)
OLDEST = 200  # years (FORMAT section 3, as `likeness.scope.use` reads it)
_SHOWN = 200


@dataclass(frozen=True)
class Fault:
    """A row that cannot be read: its line, the reason (an error code), the field and its value, cut."""

    line: int
    reason: str
    field: str | None = None
    value: str | None = None

    @classmethod
    def of(cls, line: int, reason: str, field: str | None = None, value: str | None = None) -> Fault:
        """Make one, the value cut at 200 characters."""
        return cls(line, reason, field, None if value is None else value[:_SHOWN])

    def error(self, file: str | None = None) -> Unreadable:
        """Return the error that tells a person about this row, for `likeness.paper.words.complaint.sentence`."""
        most = LONGEST_WORD if self.reason == "text-too-long" else OLDEST
        code = "json-line" if self.reason == "json-syntax" else self.reason  # of which no column is kept
        return Unreadable(
            code, file=file, line=self.line, key=self.field, value=(self.value or "")[:40], least=0, most=most
        )


@dataclass(frozen=True)
class Block:
    """Rows of text: `cells` has a String column for each column of the report, named "0", "1", ...

    `lines` (uint32) says where each row begins. `tidy` promises that no cell has white space around it, none is empty
    text (missing is null), and no list of `|` has an empty or padded member: then nothing needs trimming.
    `longest` is the length in bytes of the longest cell of each column, where that is known, and `piece` the bytes that
    were read.
    """

    cells: pl.DataFrame
    lines: np.ndarray
    faults: tuple[Fault, ...] = ()
    tidy: bool = False
    longest: tuple[int, ...] | None = None
    piece: bytes | None = None

    def most_bytes(self, column: int) -> float:
        """Return how many bytes a cell of a column may have at most, as far as is known."""
        return inf if self.longest is None else self.longest[column]

    def lacks(self, mark: bytes) -> bool:
        """Tell whether a mark is known to stand in no cell."""
        return self.piece is not None and mark not in self.piece


def block_of(rows: list[list[str | None]], lines: list[int], width: int, faults: list[Fault]) -> Block:
    """Return a block of rows given as lists, each of `width` cells."""
    import polars as pl  # noqa: PLC0415  a command must start fast

    schema = {str(index): pl.String for index in range(width)}
    columns = zip(*rows, strict=True) if rows else [()] * width
    cells = pl.DataFrame({name: list(column) for name, column in zip(schema, columns, strict=True)}, schema=schema)
    return Block(cells, np.array(lines, dtype=np.uint32), tuple(faults))
