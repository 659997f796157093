"""The rows of a report as arrays: what the judge reads of each use, with texts as small numbers.

- `facts` is the frame of `feeds.batches`: one row a use, null is a missing fact.
- Codes with few values (act, medium...) are numbered by the kind of the row; names (likeness, user, project) are keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.keys import Keyring, Keys
from likeness.bulk.kinds import FEW, Coded, code
from likeness.bulk.mask import NO_INSTANT
from likeness.scope.what import SHAPED_ACTS
from likeness.values.codes import MAKING as MAKING_ACTS
from likeness.values.codes import SHOW, UNITS

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
NOT_STATED = -1
MAKING, SHOWING = 1, 2
_SEVERAL = "|"
_NAMES = ("likeness", "user", "project")


@dataclass(frozen=True)
class Docket:
    """All rows of one part of a report."""

    ids: pl.Series
    likeness: Keys
    user: Keys
    project: Keys
    few: dict[str, Coded]
    age: Ints
    at: Ints
    at_day: Flags
    made_at: Ints
    made_at_day: Flags
    quantity: dict[str, Ints]
    several: dict[int, tuple[int, ...]]  # the rows that name several likenesses, and their keys

    def __len__(self) -> int:
        return len(self.likeness)

    @property
    def kind(self) -> NDArray[np.uint32]:
        """The kind of each row: what it says in all columns of few values."""
        return self.few["act"].kind

    @property
    def kinds(self) -> int:
        """How many kinds there are."""
        return len(self.few["act"].by_kind)

    @cached_property
    def earliest(self) -> int:
        """The first instant that a row states, in microseconds; a late one if none states any."""
        return int(self.at.min(initial=-NO_INSTANT, where=self.at != NO_INSTANT))

    @cached_property
    def acting(self) -> NDArray[np.uint8]:
        """What each row does: MAKING, SHOWING, or 0 where it states no known act."""
        act = self.few["act"]
        return (act.kinds(MAKING_ACTS) * np.uint8(MAKING) + act.kinds((SHOW,)) * np.uint8(SHOWING)).take(self.kind)

    @cached_property
    def making(self) -> Flags:
        """Which rows state a making act."""
        found: Flags = self.acting == MAKING
        return found

    @cached_property
    def shaping_kinds(self) -> Flags:
        """Which kinds state an act that needs to say how the likeness is shaped."""
        return self.few["act"].kinds(SHAPED_ACTS)

    @cached_property
    def shaping(self) -> Flags:
        """Which rows do."""
        return self.shaping_kinds.take(self.kind)

    @cached_property
    def showing(self) -> Flags:
        """Which rows show finished work."""
        found: Flags = self.acting == SHOWING
        return found


def docket_of(facts: pl.DataFrame, keys: Keyring, *, lists: bool = True) -> Docket:
    """Return the rows of `facts`, their names as keys of the ring; without `lists` no row names several likenesses."""
    told = {name: _text(facts, name) for name in (*FEW, *_NAMES)}
    height = facts.height
    return Docket(
        ids=_text(facts, "line_id"),
        likeness=keys.of("likeness", told["likeness"]),
        user=keys.of("user", told["user"]),
        project=keys.of("project", told["project"]),
        few=code({name: told[name] for name in FEW}, keys),
        age=_whole(facts, "age", height),
        at=_instants(facts, "at"),
        at_day=_flags(facts, "at_day", height),
        made_at=_instants(facts, "made_at"),
        made_at_day=_flags(facts, "made_at_day", height),
        quantity={
            unit: _whole(facts, f"quantity.{unit}", height)
            for unit in UNITS.codes
            if f"quantity.{unit}" in facts.columns
        },
        several=_several(told["likeness"], keys) if lists else {},
    )


def _text(facts: pl.DataFrame, name: str) -> pl.Series:
    import polars as pl  # noqa: PLC0415  see docket_of

    if name in facts.columns:
        return facts[name]
    return pl.Series(name, [None], dtype=pl.String).new_from_index(0, facts.height)


def _several(likeness: pl.Series, keys: Keyring) -> dict[int, tuple[int, ...]]:
    """Return the rows that name several likenesses."""
    import polars as pl  # noqa: PLC0415  see docket_of

    if _SEVERAL not in likeness.str.join("").item():  # a third of what it takes to look into each
        return {}
    rows = likeness.str.contains(_SEVERAL, literal=True).arg_true()
    found = {}
    for row, text in zip(rows.to_list(), likeness.gather(rows).to_list(), strict=True):
        names = pl.Series([name for name in dict.fromkeys(text.split(_SEVERAL)) if name], dtype=pl.String)
        found[row] = tuple(keys.of("likeness", names).tolist())
    return found


def _whole(facts: pl.DataFrame, name: str, height: int) -> Ints:
    if name not in facts.columns:
        return np.full(height, NOT_STATED, dtype=np.int64)
    return facts[name].fill_null(NOT_STATED).to_numpy()


def _instants(facts: pl.DataFrame, name: str) -> Ints:
    import polars as pl  # noqa: PLC0415  see docket_of

    if name not in facts.columns:
        return np.full(facts.height, NO_INSTANT, dtype=np.int64)
    return facts[name].cast(pl.Int64).fill_null(NO_INSTANT).to_numpy()


def _flags(facts: pl.DataFrame, name: str, height: int) -> Flags:
    if name not in facts.columns:
        return np.zeros(height, dtype=bool)
    return facts[name].fill_null(value=False).to_numpy()
