"""What was judged and is not recorded yet: a report and what it holds, or a single use, and what would be recorded.

Rows in = decided + rejected + duplicates; conflicting rows are among the duplicates.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from likeness.bulk.bits import terms_of
from likeness.bulk.roll import Roll
from likeness.bulk.twin import VERDICTS, Part
from likeness.feeds.block import Fault
from likeness.feeds.mapping import Mapping
from likeness.feeds.source import UTF8
from likeness.registry.findings import Packed
from likeness.registry.tallies import TallyRow
from likeness.scope.judge import Finding

if TYPE_CHECKING:
    import polars as pl


class Group(NamedTuple):
    """Rows with the same verdict for the same reasons."""

    verdict: str
    broken: tuple[str, ...]
    missing: tuple[str, ...]
    rows: int


class Earlier(NamedTuple):
    """Uses that were recorded before and of which something else is found now: their rows, and what is kept of it."""

    rows: list[int]
    found: list[Packed]


@dataclass(frozen=True)
class Judgement:
    """The finding of a single new use, the earlier uses it changes, and the tallies as they then stand."""

    finding: Finding
    changed: list[Earlier] = field(default_factory=list)
    tallies: list[TallyRow] = field(default_factory=list)


@dataclass
class Piece:
    """Some new rows of the report: their facts, where they are to be recorded, and what was heard of them."""

    facts: pl.DataFrame
    part: Part
    packed: list[Future[bytes]] = field(default_factory=list)  # the facts, so many rows a block


@dataclass
class Plan:
    """What a report holds and what would be recorded."""

    file: str
    mapping: Mapping
    reporter: str
    period: str
    sha256: bytes
    roll: Roll
    leaves: int  # of the journal when it was judged: once there are more, it may no longer be true
    encoding: str = UTF8
    alike: tuple[str, ...] = ()  # sheets of the workbook with the same headings, which were not read
    rows: int = 0
    duplicates: int = 0
    answered: int = 0  # conflicting rows of which it was said before which is right
    rejected: list[pl.DataFrame] = field(default_factory=list)
    conflicts: list[pl.DataFrame] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    tallies: pl.DataFrame | None = None  # of licences that were settled, by position in the roll
    counted: pl.DataFrame | None = None  # what is added to the tallies of the others
    earlier: list[Earlier] = field(default_factory=list)

    @property
    def rejections(self) -> int:
        return sum(one.height for one in self.rejected)

    @property
    def conflicting(self) -> int:
        return sum(one.height for one in self.conflicts)

    @property
    def decided(self) -> int:
        return sum(len(piece.part.lines) for piece in self.pieces)

    def counts(self) -> dict[str, int]:
        """Return how many rows have each verdict."""
        counted = np.zeros(len(VERDICTS), dtype=np.int64)
        for piece in self.pieces:
            counted += np.bincount(piece.part.verdicts(), minlength=len(VERDICTS))
        return {verdict.value: int(count) for verdict, count in zip(VERDICTS, counted, strict=True)}

    def faults(self, most: int) -> list[Fault]:
        """Return the first rows that could not be read, at most `most`."""
        return [Fault(*row) for one in self.rejected for row in one.head(most).iter_rows()][:most]

    def groups(self) -> list[Group]:
        """Return the rows by verdict and reasons, the most frequent first."""
        found: dict[tuple[int, int], int] = {}
        for piece in self.pieces:
            rows = piece.part.rows
            both, count = np.unique(np.stack([rows.broken, rows.missing]), axis=1, return_counts=True)
            for broken, missing, many in zip(*both.tolist(), count.tolist(), strict=True):
                found[broken, missing] = found.get((broken, missing), 0) + many
        groups = [
            Group(_verdict(broken, missing), terms_of(broken), terms_of(missing), many)
            for (broken, missing), many in found.items()
        ]
        return sorted(groups, key=lambda group: -group.rows)


def _verdict(broken: int, missing: int) -> str:
    return VERDICTS[2 if broken else 1 if missing else 0].value
