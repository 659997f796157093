"""Rows of text as facts and refusals: what the columns of a report say, typed, and nothing else decided.

- A value that no code matches stays as it came: the judge treats it as not stated (FORMAT section 4).
- A row is refused for its first fault in the order of its targets: a missing line id, a text that is too long, an
  unreadable number, an unreadable date. Rows in = facts + refused; a row of which every cell is blank is no row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from likeness.feeds.block import Block, Fault
from likeness.feeds.counts import read_counts
from likeness.feeds.layout import Layout
from likeness.feeds.moments import read_moments
from likeness.feeds.targets import AGE, DATES, LINE_ID, QUANTITY, TARGETS
from likeness.feeds.words import read_words, trimmed

if TYPE_CHECKING:
    import polars as pl

REST = "rest"
_BETWEEN = "\x1f"
_COLUMNS = (LINE_ID, "user", "likeness", "project", "act", "purpose", "medium", "territory", "language",
            "modification", "content", AGE, "at", "at_day", "made_at", "made_at_day")  # fmt: skip


@dataclass
class _Reading:
    """Columns that were read, and the first fault of each bad row by its place in the block."""

    columns: dict[str, pl.Series] = field(default_factory=dict)
    faults: dict[int, tuple[str, str, str | None]] = field(default_factory=dict)

    def refuse(self, target: str, cells: pl.Series, reasons: dict[int, str]) -> None:
        for row, reason in reasons.items():
            self.faults.setdefault(row, (reason, target, cells[row]))


def facts_of(block: Block, layout: Layout, names: tuple[str, ...]) -> tuple[pl.DataFrame, list[Fault]]:
    """Return the facts of a block's rows and the faults of those that are refused; `names` are the headings.

    The facts have the columns of `likeness.feeds.batches.Batch`.
    """
    cells, lines = _without_blank_rows(block)
    reading = _Reading()
    for target in TARGETS:
        if target in layout.places:
            _read(reading, target, cells.to_series(layout.places[target]), layout, block)
        elif target in layout.constants:
            _read(reading, target, _constant(layout.constants[target], cells.height), layout, None)
    if not layout.has_line_id and layout.left_out:
        reading.columns[REST] = _rest(cells, layout.left_out)
    headings = {target: names[place] for target, place in layout.places.items()}
    refused = [
        Fault.of(int(lines[row]), reason, headings.get(target, target), value)
        for row, (reason, target, value) in reading.faults.items()
    ]
    return _frame(reading, lines), [*block.faults, *refused]


def _read(reading: _Reading, target: str, cells: pl.Series, layout: Layout, block: Block | None) -> None:
    longest = inf if block is None else block.most_bytes(layout.places[target])
    if target in DATES:
        form = layout.forms.get(target) if target in layout.places else None
        moments = read_moments(cells, form)
        reading.columns |= {target: moments.at, f"{target}_day": moments.day}
        reading.refuse(target, cells, moments.bad)
    elif target == AGE or target.startswith(QUANTITY):
        reading.columns[target], bad = read_counts(cells, target, longest=longest)
        reading.refuse(target, cells, bad)
    else:
        aliases = layout.aliases.get(target, {}) if target in layout.places else {}
        reading.columns[target], bad = read_words(
            cells, target, aliases, tidy=block is not None and block.tidy, longest=longest
        )
        if target == LINE_ID:
            missing = np.flatnonzero(cells.is_null().to_numpy()).tolist() if cells.null_count() else ()
            bad = bad | dict.fromkeys(missing, "key-missing")
        reading.refuse(target, cells, bad)


def _without_blank_rows(block: Block) -> tuple[pl.DataFrame, np.ndarray]:
    import polars as pl  # noqa: PLC0415  a command must start fast

    cells = block.cells if block.tidy else pl.DataFrame([trimmed(column) for column in block.cells])
    if any(column.null_count() == 0 for column in cells):
        return cells, block.lines
    some = (
        cells.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
        if cells.width
        else pl.Series([], dtype=pl.Boolean)
    )
    if some.all():
        return cells, block.lines
    return cells.filter(some), block.lines[some.to_numpy()]


def _nothing(kind: type[pl.DataType] | pl.DataType, rows: int) -> pl.Series:
    import polars as pl  # noqa: PLC0415  a command must start fast

    return pl.Series([None], dtype=kind).new_from_index(0, rows)


def _constant(text: str, rows: int) -> pl.Series:
    import polars as pl  # noqa: PLC0415  a command must start fast

    return trimmed(pl.repeat(text, rows, dtype=pl.String, eager=True))


def _rest(cells: pl.DataFrame, places: tuple[int, ...]) -> pl.Series:
    """Return what stands in the columns that are left out: part of a row's identity, as it has no id of its own."""
    import polars as pl  # noqa: PLC0415  a command must start fast

    chosen = [pl.col(cells.columns[place]).fill_null("") for place in places]
    return cells.select(pl.concat_str(chosen, separator=_BETWEEN)).to_series()


def _frame(reading: _Reading, lines: np.ndarray) -> pl.DataFrame:
    import polars as pl  # noqa: PLC0415  a command must start fast

    kinds = dict.fromkeys(_COLUMNS, pl.String) | {AGE: pl.Int64}
    for date in DATES:
        kinds |= {date: pl.Datetime("us", "UTC"), f"{date}_day": pl.Boolean}  # type: ignore[dict-item]
    columns = {"line": pl.Series(lines, dtype=pl.UInt32)}
    for name in _COLUMNS:
        stated = reading.columns.get(name)
        columns[name] = _nothing(kinds[name], len(lines)) if stated is None else stated
    columns |= {name: series for name, series in reading.columns.items() if name not in columns}
    frame = pl.DataFrame(columns)
    if reading.faults:
        sound = np.ones(len(lines), bool)
        sound[list(reading.faults)] = False
        frame = frame.filter(pl.Series(sound, dtype=pl.Boolean))
    return frame
