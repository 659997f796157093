"""A whole world judged by the twin, as the judge judges it: for comparing the two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import polars as pl

from likeness.bulk.frame import framed
from likeness.bulk.keys import Keyring
from likeness.bulk.mask import mask_of
from likeness.bulk.roll import Roll
from likeness.bulk.roll_frame import roll_frame
from likeness.bulk.settle import Settlement
from likeness.bulk.tallies import tally_frame
from likeness.bulk.twin import finding_of, hear
from likeness.scope.event import Event, history_of
from likeness.scope.grant import Double, Grant
from likeness.scope.judge import Finding
from likeness.scope.use import Use
from tests.fakes.lexicon import MemoryLexicon

KEYS = Keyring(7)


def judge_by_twin(
    grants: Sequence[Grant],
    events: Sequence[Event],
    doubles: Sequence[Double],
    uses: Sequence[Use],
    cuts: Sequence[int] = (),
    *,
    all_settled: bool = True,
) -> list[Finding]:
    """Judge uses with the twin; `cuts` part the report; if `all_settled`, licences that have room are settled too."""
    roll = roll_of(grants, events)
    gone = gone_by(doubles)
    bounds = [0, *sorted(min(cut, len(uses)) for cut in cuts), len(uses)]
    pieces = [uses[first:last] for first, last in pairwise(bounds)]
    parts = [hear(framed(piece), roll, gone) for piece in pieces]
    Settlement(parts, roll, tally_frame([]), np.arange(len(roll) if all_settled else 0)).finish()
    return [
        finding_of(part, row, use.id, roll)
        for part, piece in zip(parts, pieces, strict=True)
        for row, use in enumerate(piece)
    ]


def roll_of(grants: Sequence[Grant], events: Sequence[Event] = ()) -> Roll:
    """Return the roll of a few licences."""
    lexicon = MemoryLexicon()
    masks = [mask_of(one, history_of(one, events), lexicon) for one in grants]
    frame = roll_frame((place, one.number, mask) for place, (one, mask) in enumerate(zip(grants, masks, strict=True)))
    return Roll(frame, lexicon, KEYS, frame.get_column)


def gone_by(doubles: Sequence[Double]) -> dict[int, int]:
    """Return, by the key of a likeness, the first day by which it or a source of it should be deleted."""
    known = {double.id: double for double in doubles}
    found = {}
    for double in doubles:
        waiting, seen, days = [double.id], set(), []
        while waiting:
            name = waiting.pop()
            if name in known and name not in seen:
                seen.add(name)
                waiting += known[name].derived_from
                days += [known[name].delete_by.toordinal()] if known[name].delete_by else []
        if days:
            found[int(KEYS.of("likeness", pl.Series([double.id]))[0])] = min(days)
    return found
