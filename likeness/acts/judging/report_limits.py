"""The limits that a report asks, on top of what was used before it.

A late row may change what was found of rows that come after it, recorded ones too: these are judged again with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from likeness.acts.judging.found_columns import differing
from likeness.acts.judging.later import Again, Later, as_it_was, later_of
from likeness.acts.judging.planned_report import Earlier, Plan
from likeness.acts.steps import Steps
from likeness.bulk.counting import counted
from likeness.bulk.roll import Roll
from likeness.bulk.settle import Settlement
from likeness.bulk.tallies import tally_frame
from likeness.bulk.twin import Part
from likeness.registry.registry import Registry

if TYPE_CHECKING:
    import polars as pl

_MOST_OF = 4  # where a report touches more than this part of all licences, their tallies are read as a whole


def settle_limits(
    registry: Registry, plan: Plan, gone: dict[int, int], steps: Steps, *, keep: bool, here: bool = False
) -> None:
    """Settle the limits; where a late row may change what comes after it, hear that again until nothing is added.

    `here` is of `hearing.heard`. Raises Refused ("cancelled").
    """
    parts, roll, later = [piece.part for piece in plan.pieces], plan.roll, Later()
    while True:
        all_ = [*(again.part for again in later.uses), *parts]
        before = _before(registry, roll, all_, later)
        settlement = Settlement(all_, roll, before, roll.places_of(sorted(later.licences)))
        licences, since = settlement.late()
        late = {one for place in licences.tolist() for one in roll.grant(place).likenesses}
        if late <= later.likenesses and (not late or since >= later.since):
            break
        later = later_of(registry, roll, gone, late | later.likenesses, min(since, later.since), steps, here=here)
    plan.tallies = settlement.finish()
    plan.counted = counted(parts, settlement.chosen) if keep else None
    plan.earlier = [_changed(again, roll) for again in later.uses]


def _changed(again: Again, roll: Roll) -> Earlier:
    """Return the later uses of which something else is found now."""
    places, found = differing(again.told, again.part, roll)
    return Earlier(again.numbers[places].tolist(), found.rows())


def numbered(tallies: pl.DataFrame | None, roll: Roll) -> pl.DataFrame | None:
    """Return tallies with the rows of their licences instead of their positions in the roll."""
    return tallies if tallies is None else tallies.with_columns(licence=roll.licences[tallies["licence"].to_numpy()])


def _before(registry: Registry, roll: Roll, parts: list[Part], later: Later) -> pl.DataFrame:
    """Return what was used of the limits that the rows touch: by now, or before the instant of what is heard again."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    touched = np.zeros(len(roll), dtype=bool)
    for part in parts:
        touched[part.entries.licence] = True
    if not len(roll):
        return tally_frame([])
    few = np.count_nonzero(touched) < len(roll) // _MOST_OF
    kept = as_it_was(later, registry.tallies.frame(roll.licences[touched].tolist() if few else None), roll)
    places = roll.places_of(kept["licence"].to_numpy())
    return kept.with_columns(pl.Series("licence", places)).filter(pl.Series(touched[places], dtype=pl.Boolean))
