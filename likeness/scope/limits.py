"""Running limits (FORMAT 4.7): kept sums per licence and limit, and limits that are closed.

- A use that would take the sum over `most` breaks the limit, is not counted, and closes it (for its month or year).
- Once closed, every use that states more than 0 of the unit breaks it, however small; 0 is stated and never breaks.
- A limited unit that the use does not state is a missing fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from likeness.scope.case import BROKEN, KEPT, MISSING, State, worst
from likeness.scope.grant import Grant, Limit
from likeness.scope.use import Use
from likeness.values.codes import MAKING, SHOW
from likeness.values.days import Moment, day_in

_Key = tuple[str, int, str]  # licence, place of the limit in its terms, calendar period


@dataclass(frozen=True)
class Overrun:
    """Why a limit said no: `asked` more of `unit` on top of `so_far`, where `most` was agreed.

    `place` is that of the limit in its licence, where another one is the same but for its period; else None. `licence`
    is its number, where limits of several licences said no; else None.
    """

    unit: str
    most: int
    so_far: int
    asked: int
    place: int | None = None
    licence: str | None = None


@dataclass
class Ledger:
    """The sums so far, moved only by uses that are in scope, and the moment of the use that closed a limit."""

    sums: dict[_Key, int] = field(default_factory=dict)
    closed: dict[_Key, Moment | None] = field(default_factory=dict)

    def state(self, grant: Grant, use: Use) -> State:
        """Read the limits of a licence against the sums as they stand."""
        return worst(self._one(grant, place, limit, use) for place, limit in applying(grant, use))

    def overruns(self, grant: Grant, use: Use) -> tuple[Overrun, ...]:
        """Tell, for each limit the use breaks, how much is left and how much was asked."""
        return tuple(
            Overrun(
                limit.unit,
                limit.most,
                self.sums.get(_key(grant, place, limit, use), 0),
                use.quantity[limit.unit],
                told_place(grant.limits, place),
            )
            for place, limit in applying(grant, use)
            if self._one(grant, place, limit, use) is BROKEN
        )

    def close(self, grant: Grant, use: Use) -> None:
        """Close each limit that this use would take over its most."""
        for place, limit in applying(grant, use):
            if self._one(grant, place, limit, use) is BROKEN:
                self.closed.setdefault(_key(grant, place, limit, use), use.at)

    def count(self, grant: Grant, use: Use) -> None:
        """Add a use in scope to the sums of a licence its cells rest on."""
        for place, limit in applying(grant, use):
            key = _key(grant, place, limit, use)
            self.sums[key] = self.sums.get(key, 0) + use.quantity[limit.unit]

    def _one(self, grant: Grant, place: int, limit: Limit, use: Use) -> State:
        asked = use.quantity.get(limit.unit)
        if asked is None:
            return MISSING
        key = _key(grant, place, limit, use)
        over = asked > 0 and (key in self.closed or self.sums.get(key, 0) + asked > limit.most)
        return BROKEN if over else KEPT


def applying(grant: Grant, use: Use) -> list[tuple[int, Limit]]:
    """Return the limits an act moves: making, or showing for a limit `on` show; none for an unknown act."""
    if use.act not in MAKING and use.act != SHOW:
        return []
    return [(place, limit) for place, limit in enumerate(grant.limits) if limit.on_show == (use.act == SHOW)]


def told_place(limits: Sequence[Limit], place: int) -> int | None:
    """Return the place of a limit where its unit and most do not say which one it is."""
    alike = (one for one in limits if replace(one, per=None) == replace(limits[place], per=None))
    return place if len(list(alike)) > 1 else None


def period_of(grant: Grant, limit: Limit, use: Use) -> str:
    """Return the calendar period a use is counted in, in the licence's zone: nothing, 2026 or 2026-04."""
    if limit.per is None or use.at is None:
        return ""
    day = day_in(use.at, grant.zone)
    return f"{day.year:04}" if limit.per == "year" else f"{day.year:04}-{day.month:02}"


def _key(grant: Grant, place: int, limit: Limit, use: Use) -> _Key:
    return grant.number, place, period_of(grant, limit, use)
