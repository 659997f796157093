"""What was recorded from an instant on and hangs together with some likenesses, as columns, heard again.

A row that comes late changes nothing before its own instant: what the later rows had counted is taken off the sums
again, and a limit that one of them closed is open. `joined` and `replay` do the same for a single use, use by use.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.acts.judging.hearing import heard
from likeness.acts.judging.joined import bound_with
from likeness.acts.steps import Steps
from likeness.bulk.roll import Roll
from likeness.bulk.tallies import COLUMNS, KEY, LAST
from likeness.bulk.twin import Part
from likeness.feeds.batches import ROWS
from likeness.registry.all_uses import Some, Wanted
from likeness.registry.registry import Registry
from likeness.scope.judge import Verdict

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]
ALWAYS = -(2**62)  # an instant before all others


class Again(NamedTuple):
    """Some later uses: their numbers, their newest verdicts (`registry.all_uses`), and what is heard of them now."""

    numbers: Ints
    told: pl.DataFrame
    part: Part


@dataclass(frozen=True)
class Later:
    """Likenesses that hang together, the rows of the licences that name them, and their uses since an instant."""

    likenesses: frozenset[str] = frozenset()
    licences: frozenset[int] = frozenset()
    since: int = LAST
    uses: tuple[Again, ...] = ()


def later_of(
    registry: Registry,
    roll: Roll,
    gone: Mapping[int, int],
    likenesses: Collection[str],
    since: int,
    steps: Steps,
    *,
    part: float = 1,
    here: bool = False,
) -> Later:
    """Follow likeness to licence to likeness, and likeness to use to likeness; hear the uses since then.

    `part` is how much of the work on a use that is, `here` is of `hearing.heard`. Raises Refused ("cancelled").
    """
    known, reached, licences = set[str](), set(likenesses), set[int]()
    going = _Going(steps, part)
    while new := reached - known:
        named, rows = bound_with(registry, new)
        known |= named
        licences |= rows
        read = list[Some]()
        frames = _frames(registry, Wanted(known, since), read, reached, going)
        parts = [part for _, part in heard(frames, roll, gone, here=here)]
    later = Later(frozenset(known), frozenset(licences), since)
    if not parts:
        return later
    numbers, told = _told(registry, read)
    ends = np.cumsum([0, *(len(part.lines) for part in parts)]).tolist()
    spans = [slice(first, after) for first, after in pairwise(ends)]
    uses = (Again(numbers[span], told[span], part) for span, part in zip(spans, parts, strict=True))
    return replace(later, uses=tuple(uses))


class _Going(NamedTuple):
    """Who is told how far it is, and how much of the work on a use it is to read it."""

    steps: Steps
    part: float


def _frames(
    registry: Registry, wanted: Wanted, read: list[Some], named: set[str], going: _Going
) -> Iterator[tuple[pl.DataFrame, bool]]:
    """Yield the facts of the uses wanted, many at a time; notes which were read, and the likenesses that they name."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many uses are judged

    waiting, rows = list[pl.DataFrame](), 0
    shelves = registry.all_uses.shelves(wanted.since)
    going.steps.expect(sum(shelf.rows for shelf in shelves))
    for shelf in shelves:
        going.steps.take(shelf.rows, going.part)
        some, facts = registry.all_uses.facts(shelf, wanted)
        if not len(some.numbers):
            continue
        read.append(some)
        waiting.append(facts)
        rows += facts.height
        named |= {one for text in facts["likeness"].drop_nulls().unique() for one in text.split("|")}
        if rows >= ROWS:
            yield pl.concat(waiting, how="diagonal"), True
            waiting, rows = [], 0
    if waiting:
        yield pl.concat(waiting, how="diagonal"), True


def _told(registry: Registry, read: list[Some]) -> tuple[Ints, pl.DataFrame]:
    import polars as pl  # noqa: PLC0415  see _frames

    return np.concatenate([some.numbers for some in read]), pl.concat([registry.all_uses.told(some) for some in read])


def as_it_was(later: Later, kept: pl.DataFrame, roll: Roll) -> pl.DataFrame:
    """Return tallies (by the rows of their licences) as they stood before the instant; how new they are, they keep."""
    import polars as pl  # noqa: PLC0415  see _frames

    counted = [_counted(again, roll) for again in later.uses]
    if not counted:
        return kept
    sums = pl.concat(counted).group_by(KEY).agg(counted=pl.col("asked").sum())
    before = kept.join(sums, on=list(KEY), how="left", maintain_order="left").with_columns(
        total=pl.col("total") - pl.col("counted").fill_null(0),
        closed=pl.when(pl.col("closed") < later.since).then("closed").otherwise(0),
    )
    mine = pl.col("licence").is_in(list(later.licences))
    return pl.concat([kept.filter(~mine), before.filter(mine).select(COLUMNS)])


def _counted(again: Again, roll: Roll) -> pl.DataFrame:
    """Return what the uses in scope asked of the licences they rest on: a row for each limit of each use."""
    import polars as pl  # noqa: PLC0415  see _frames

    entries = again.part.entries
    columns = {name: getattr(entries, name).astype(np.int64) for name in ("row", *KEY, "asked")}
    asked = pl.DataFrame(columns).with_columns(licence=roll.licences[columns["licence"]])
    told = again.told.with_row_index("row").filter(pl.col("verdict") == Verdict.IN_SCOPE.value)
    alone = told.filter(pl.col("licences").is_null()).select(pl.col("row").cast(pl.Int64), "licence")
    named = told.filter(pl.col("licences").is_not_null()).select(
        pl.col("row").cast(pl.Int64), number=pl.col("licences").str.json_decode(pl.List(pl.String))
    )
    known = pl.DataFrame({"number": roll.numbers, "licence": roll.licences})
    several = named.explode("number").join(known, on="number").select("row", "licence")
    resting = asked.join(pl.concat([alone, several]), on=["row", "licence"], how="semi")
    return resting.unique(["row", *KEY]).filter(pl.col("asked") > 0)
