"""Running limits for many rows at once (FORMAT 4.7): totals first, and the order of rows only where a total is reached.

- An *entry* is one limit of one licence beside one row: how much is asked, in which month or year.
- While everything that is asked of a limit fits, the order does not matter, and every row rests on its first licence.
- Where it does not fit, or a limit is closed already, the licence is *tight*: the rows that touch it are settled in
  order (`settle`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.beside import Pairs
from likeness.bulk.docket import MAKING, NOT_STATED, SHOWING, Docket
from likeness.bulk.mask import limits_from
from likeness.bulk.moments import EPOCH, Moments
from likeness.bulk.roll import Roll
from likeness.scope.grant import Limit
from likeness.values.codes import UNITS

Ints = NDArray[np.int64]
Numbers = NDArray[np.unsignedinteger[Any]]
_TYPES = (np.uint32, np.uint32, np.uint32, np.uint16, np.uint32, np.int64)
_PER = {None: 0, "year": 1, "month": 2}


@dataclass(frozen=True)
class Entries:
    """One limit of one licence beside one row: columns of equal length, each as narrow as its values.

    `pair` is a place in the pairs. `asked` is -1 where the row does not state the unit; `period` is 0, a year, or a
    year and month (202604).
    """

    pair: Numbers
    row: Numbers
    licence: Numbers
    place: Numbers
    period: Numbers
    asked: Ints

    def __len__(self) -> int:
        return len(self.pair)

    def take(self, places: NDArray[np.intp]) -> Entries:
        """Return some of the entries."""
        return Entries(*(getattr(self, name).take(places) for name in self.__dataclass_fields__))


def most_of(licence: NDArray[np.integer[Any]], place: NDArray[np.integer[Any]], roll: Roll) -> Ints:
    """Return how much the limits at places of licences allow."""
    facet = roll.facet("limits")
    lists = [limits_from(text) for text in facet.texts]
    most = np.zeros((len(lists), max((len(one) for one in lists), default=0) + 1), dtype=np.int64)
    for number, limits in enumerate(lists):
        most[number, : len(limits)] = [limit.most for limit in limits]
    found: Ints = most[facet.dense[licence], place]
    return found


def entries_of(pairs: Pairs, docket: Docket, roll: Roll) -> Entries:
    """Return the limits that apply: of making acts, or of showing for a limit on show."""
    facet = roll.facet("limits")
    lists = [limits_from(text) for text in facet.texts]
    limits = _Limits(facet.dense.take(pairs.licence), docket.acting.take(pairs.row))
    found = [
        _of_place(place, lists, limits, pairs, docket, roll)
        for place in range(max((len(one) for one in lists), default=0))
    ]
    columns = zip(*found, strict=True) if found else ([np.zeros(0)] for _ in _TYPES)
    return Entries(
        *(
            np.concatenate([*column], dtype=type_, casting="unsafe")
            for column, type_ in zip(columns, _TYPES, strict=True)
        )
    )


class _Limits(NamedTuple):
    """Of each pair: which list of limits its licence has, and what its row does (MAKING, SHOWING or 0)."""

    kind: Numbers
    acting: NDArray[np.uint8]


def _of_place(
    place: int, lists: list[tuple[Limit, ...]], limits: _Limits, pairs: Pairs, docket: Docket, roll: Roll
) -> tuple[Ints, ...]:
    """Return the entries of the limits that stand at one place of their licences."""
    there = [limits[place] if place < len(limits) else None for limits in lists]
    on = [0 if limit is None else SHOWING if limit.on_show else MAKING for limit in there]
    at = np.flatnonzero(np.array(on, dtype=np.uint8).take(limits.kind) & limits.acting)
    kind, rows, licences = limits.kind[at], pairs.row[at].astype(np.int64), pairs.licence[at].astype(np.int64)
    unit = np.array([-1 if limit is None else UNITS.codes.index(limit.unit) for limit in there])[kind]
    asked = np.full(len(at), NOT_STATED, dtype=np.int64)
    for name, told in docket.quantity.items():
        chosen = unit == UNITS.codes.index(name)
        asked[chosen] = told[rows[chosen]]
    per = np.array([0 if limit is None else _PER[limit.per] for limit in there])[kind]
    return at, rows, licences, np.full(len(at), place), _periods(rows, licences, per, docket, roll), asked


def _periods(rows: Ints, licences: Ints, per: Ints, docket: Docket, roll: Roll) -> Ints:
    """Return the calendar month or year of each row in its licence's zone; 0 where the sum runs for ever."""
    found = np.zeros(len(rows), dtype=np.int64)
    counted = np.flatnonzero(per)
    if not len(counted):
        return found
    zones, some = roll.facet("zone"), rows[counted]
    told = Moments(docket.at, docket.at_day, some, zones.dense, licences[counted], zones.texts)
    stated = told.stated
    days = np.full(len(some), EPOCH)
    days[stated] = told.days(np.flatnonzero(stated))
    from_epoch = (days - EPOCH).astype("datetime64[D]")
    year = from_epoch.astype("datetime64[Y]").astype(np.int64) + 1970
    month = from_epoch.astype("datetime64[M]").astype(np.int64) % 12 + 1
    found[counted] = np.where(stated, np.where(per[counted] == 1, year, year * 100 + month), 0)
    return found
