"""The one way to read a report: its rows as facts and refusals, batch by batch, in the order of the file.

- Rows in = facts + refused; nothing is dropped but rows that are blank from end to end.
- Memory is bounded by a piece of the file; `cancelled` is asked between pieces. Nothing is stored here.
- Repeats within a report are facts like any other: who keeps them apart is the act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from likeness.errors import Refused
from likeness.feeds.ahead import ahead
from likeness.feeds.block import Fault
from likeness.feeds.blocks import blocks_of
from likeness.feeds.facts import facts_of
from likeness.feeds.layout import laid_out
from likeness.feeds.mapping import Mapping
from likeness.feeds.source import UTF8, Source

if TYPE_CHECKING:
    import polars as pl

Progress = Callable[[int, int], None]
_PREVIEW = 64 * 1024
ROWS = 340_000  # of a batch, and some more
_FIRST = 50_000  # of the first one: whoever uses the rows begins while the next are read
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Batch:
    """Some rows of a report.

    `facts`, one row a use: `line` UInt32 (where the row begins; the row of the sheet for XLSX), `line_id user likeness
    project act purpose medium territory language modification content` String, `age` Int64, `at` and `made_at`
    Datetime("us", "UTC") with `at_day` and `made_at_day` Boolean (True: a bare day, which stands at its 00:00 UTC; null
    where nothing is stated), and `quantity.UNIT` Int64 for each unit the report has a column or constant for. All
    columns but the quantities are always there, null where nothing is stated; lists are joined with `|`; in
    `modification` and `content` the empty text says that there is none. A report without line ids of which columns are
    left out has these joined in `rest` String: they are part of what tells two rows apart.

    `rejected`: `line` UInt32, `reason` String (an error code), `field` String (the heading), `value` String (cut at 200
    characters).
    """

    facts: pl.DataFrame
    rejected: pl.DataFrame
    has_line_id: bool
    encoding: str
    lists: bool = True  # whether a row may name several likenesses

    @property
    def rows(self) -> int:
        """Rows of the report in this batch."""
        return self.facts.height + self.rejected.height


def batches(
    source: Source,
    mapping: Mapping | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Iterator[Batch]:
    """Yield the rows of a report.

    `progress(done, whole)` counts bytes of the file. Raises Unreadable ("no-known-column", "column-twice",
    "no-such-column", "no-such-sheet", "file-changed", "gzip-damaged") and Refused ("cancelled").
    """
    source, layout = laid_out(source, mapping or Mapping())
    waiting, enough = _Waiting(layout.has_line_id), _FIRST
    for block, encoding, done in ahead(blocks_of(source, layout.forms_by_place, layout.left_out)):
        if cancelled is not None and cancelled():
            raise Refused("cancelled", file=str(source.path))
        waiting.add(*facts_of(block, layout, source.columns), encoding)
        waiting.lists |= not block.lacks(b"|") or "likeness" in layout.aliases or "likeness" in layout.constants
        if progress is not None:
            progress(done, source.size)
        if waiting.rows >= enough:
            yield waiting.taken()
            enough = ROWS
    if waiting.rows:
        yield waiting.taken()


@dataclass
class _Waiting:
    """Rows that are read and not handed on yet: what comes after is quicker with fewer and larger batches."""

    has_line_id: bool
    facts: list[pl.DataFrame] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    encoding: str = UTF8
    rows: int = 0
    lists: bool = False

    def add(self, facts: pl.DataFrame, faults: list[Fault], encoding: str) -> None:
        self.facts.append(facts)
        self.faults += faults
        self.encoding = encoding
        self.rows += facts.height + len(faults)

    def taken(self) -> Batch:
        import polars as pl  # noqa: PLC0415  a command must start fast

        facts, rejected = pl.concat(self.facts, rechunk=False), _rejected(self.faults)
        batch = Batch(facts, rejected, self.has_line_id, self.encoding, self.lists)
        self.facts, self.faults, self.rows, self.lists = [], [], 0, False
        return batch


def first_rows(source: Source, mapping: Mapping, most: int = 3) -> Batch:
    """Return the first rows of a report as they will be read; raises what `batches` raises for its headings."""
    import polars as pl  # noqa: PLC0415  a command must start fast

    source, layout = laid_out(source, mapping)
    waiting = _Waiting(layout.has_line_id)
    for block, encoding, _ in blocks_of(source, layout.forms_by_place, layout.left_out, piece=_PREVIEW):
        waiting.add(*facts_of(block, layout, source.columns), encoding)
        if sum(facts.height for facts in waiting.facts) >= most:
            break
    batch = waiting.taken() if waiting.facts else Batch(pl.DataFrame(), _rejected([]), layout.has_line_id, UTF8)
    return Batch(batch.facts.head(most), batch.rejected, batch.has_line_id, batch.encoding)


def _rejected(faults: list[Fault]) -> pl.DataFrame:
    import polars as pl  # noqa: PLC0415  a command must start fast

    schema = {"line": pl.UInt32, "reason": pl.String, "field": pl.String, "value": pl.String}
    rows = sorted(((one.line, one.reason, one.field, one.value) for one in faults), key=lambda row: row[0])
    return pl.DataFrame(rows, schema=schema, orient="row")
