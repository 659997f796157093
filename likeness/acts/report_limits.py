"""The limits that a report asks, on top of what was used before it.

A late row may change what was found of rows that come after it, recorded ones too: these are judged again with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.acts.joined import Circle, circle_of
from likeness.acts.planned_report import Plan
from likeness.acts.rejudge import differs
from likeness.acts.replay import as_before
from likeness.bulk.counting import counted
from likeness.bulk.frame import framed
from likeness.bulk.roll import Roll
from likeness.bulk.settle import Settlement
from likeness.bulk.tallies import LAST
from likeness.bulk.twin import Part, finding_of, hear
from likeness.registry.registry import Registry

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]
_MOST_OF = 4  # where a report touches more than this part of all licences, their tallies are read as a whole


def settle_limits(registry: Registry, plan: Plan, gone: dict[int, int], *, keep: bool) -> None:
    """Settle the limits; where a late row may change what comes after it, hear that again until nothing is added."""
    parts = [piece.part for piece in plan.pieces]
    again, old = Circle(frozenset(), frozenset(), (), LAST), list[Part]()
    while True:
        before = _before(registry, plan.roll, [*old, *parts], again)
        settlement = Settlement(
            [*old, *parts], plan.roll, before, places_in(plan.roll, np.array(sorted(again.licences), dtype=np.int64))
        )
        licences, since = settlement.late()
        late = {one for place in licences.tolist() for one in plan.roll.grant(place).likenesses}
        if late <= again.likenesses and (not late or since >= (again.since or 0)):
            break
        again = circle_of(registry, late | again.likenesses, min(since, LAST if again.since is None else again.since))
        old = [hear(framed([row.use for row in again.uses]), plan.roll, gone)]
    plan.tallies = settlement.finish()
    plan.counted = counted(parts, settlement.chosen) if keep else None
    for part in old:
        found = [finding_of(part, place, row.use.id, plan.roll) for place, row in enumerate(again.uses)]
        plan.earlier = [(row, f) for row, f in zip(again.uses, found, strict=True) if differs(row.newest, f)]


def numbered(tallies: pl.DataFrame | None, roll: Roll) -> pl.DataFrame | None:
    """Return tallies with the rows of their licences instead of their positions in the roll."""
    return tallies if tallies is None else tallies.with_columns(licence=roll.licences[tallies["licence"].to_numpy()])


def _before(registry: Registry, roll: Roll, parts: list[Part], again: Circle) -> pl.DataFrame:
    """Return what was used of the limits that the rows touch: by now, or before the instant of what is heard again."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    touched = np.zeros(len(roll), dtype=bool)
    for part in parts:
        touched[part.entries.licence] = True
    few = np.count_nonzero(touched) < len(roll) // _MOST_OF
    kept = registry.tallies.frame(roll.licences[touched].tolist() if few else None)
    if again.licences:
        earlier = pl.DataFrame(list(as_before(registry, again).values()), schema=kept.schema, orient="row")
        kept = pl.concat([kept.filter(~pl.col("licence").is_in(list(again.licences))), earlier])
    if not len(roll):
        return kept.clear()
    places = places_in(roll, kept["licence"].to_numpy())
    return kept.with_columns(pl.Series("licence", places)).filter(pl.Series(touched[places], dtype=pl.Boolean))


def places_in(roll: Roll, licences: Ints) -> Ints:
    """Return where licences, by their rows, stand in the roll."""
    return np.minimum(np.searchsorted(roll.licences, licences), len(roll) - 1)
