"""Dated events about a licence, a performer or everybody (FORMAT 4.6), and what they mean for one licence.

Events are instants and half-open: at the instant itself the new state holds. A bare date beside an event is its whole
day in the licence's zone: before, after, or, where the event falls inside the day, unclear.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from likeness.scope.grant import Grant
from likeness.values.days import Moment, whole_day

Period = tuple[datetime, datetime | None]

WITHDRAWN, SUSPENDED, RESUMED, SUPERSEDED = "withdrawn", "suspended", "resumed", "superseded"
STRIKE_BEGAN, STRIKE_ENDED, DIED = "strike-began", "strike-ended", "died"
OF_LICENCE = (WITHDRAWN, SUSPENDED, RESUMED, SUPERSEDED)
KINDS = (*OF_LICENCE, STRIKE_BEGAN, STRIKE_ENDED, DIED)


@dataclass(frozen=True)
class Event:
    """Something that happened at an instant; `licence`, `by` and `performer` as its kind needs."""

    event: str
    at: datetime
    licence: str | None = None
    by: str | None = None
    performer: str | None = None


@dataclass(frozen=True)
class History:
    """The events that touch one licence, in force instants and periods."""

    withdrawn: datetime | None = None
    superseded: datetime | None = None
    died: datetime | None = None
    paused: tuple[Period, ...] = ()


def history_of(grant: Grant, events: Iterable[Event]) -> History:
    """Gather what happened to one licence; a withdrawal takes effect after the notice (FORMAT 4.6)."""
    mine = sorted((e for e in events if _touches(e, grant)), key=lambda event: event.at)
    notice = timedelta(days=grant.notice_days if grant.basis == "contract" else 0)
    withdrawn = _first(mine, WITHDRAWN)
    paused = _periods(mine, SUSPENDED, RESUMED)
    if grant.strike_clause:
        paused += _periods(mine, STRIKE_BEGAN, STRIKE_ENDED)
    return History(
        withdrawn=None if withdrawn is None else _later(withdrawn, notice),
        superseded=_first(mine, SUPERSEDED),
        died=None if grant.after_death else _first(mine, DIED),
        paused=paused,
    )


def is_after(moment: Moment, instant: datetime, zone: str) -> bool | None:
    """Tell whether a moment is at or after an instant; None where the instant falls inside a bare day."""
    if isinstance(moment, datetime):
        return moment >= instant
    start, after = whole_day(moment, zone)
    if after <= instant:
        return False
    return True if start >= instant else None


def is_inside(moment: Moment, periods: Iterable[Period], zone: str) -> bool | None:
    """Tell whether a moment lies in one of the periods; None where one begins or ends inside a bare day."""
    unclear = False
    for begin, end in periods:
        begun = is_after(moment, begin, zone)
        ended = False if end is None else is_after(moment, end, zone)
        if begun and ended is False:
            return True
        unclear = unclear or (begun is not False and ended is not True)
    return None if unclear else False


def _touches(event: Event, grant: Grant) -> bool:
    if event.event in OF_LICENCE:
        return event.licence == grant.number
    return event.event != DIED or event.performer == grant.performer


def _first(events: list[Event], kind: str) -> datetime | None:
    return next((event.at for event in events if event.event == kind), None)


def _periods(events: list[Event], begins: str, ends: str) -> tuple[Period, ...]:
    periods: list[Period] = []
    begun: datetime | None = None
    for event in events:
        if event.event == begins and begun is None:
            begun = event.at
        elif event.event == ends and begun is not None:
            periods.append((begun, event.at))
            begun = None
    if begun is not None:
        periods.append((begun, None))
    return tuple(periods)


def _later(instant: datetime, notice: timedelta) -> datetime:
    try:
        return instant + notice
    except OverflowError:
        return datetime.max.replace(tzinfo=instant.tzinfo)
