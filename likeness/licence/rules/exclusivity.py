"""Licences that collide (FORMAT 4.11): one promises alone what another one, for somebody else, gives too.

- Both name a likeness, and the licensees differ.
- The exclusive purposes of one meet the purposes of the other: a parent meets its children, `*` meets everything.
- Their places meet on a day on which both run; groups have the members of that day in the zone of each licence.
- A licence runs on the days of its making window, if it lets make anything, and on those of its showing window.
- Either may be the one that promises. Exclusivity never decides a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from likeness.licence.rules.drafted import Holding
from likeness.licence.rules.places import meet
from likeness.licence.terms import Exclusivity, Terms, Territory
from likeness.values.codes import PURPOSES
from likeness.values.days import Span, day_in, whole_day
from likeness.values.territories import membership_changes

Period = tuple[datetime, datetime]  # from an instant to the first one after it
_NEVER = datetime.max.replace(tzinfo=UTC)


def promised_there(terms: Terms, others: tuple[Holding, ...]) -> tuple[str, ...]:
    """Return the numbers of the licences that promise alone what these terms give too, in their order."""
    return tuple(o.number for o in others if _promised(o.terms, o.terms.exclusive, terms, _shared(terms, o)))


def promised_here(terms: Terms, others: tuple[Holding, ...]) -> tuple[str, ...]:
    """Return the numbers of the licences that give too what these terms promise alone, in their order."""
    return tuple(o.number for o in others if _promised(terms, terms.exclusive, o.terms, _shared(terms, o)))


def _shared(terms: Terms, other: Holding) -> list[Period]:
    """Return the periods in which both run for a likeness they share; none where the company is the same."""
    theirs = other.terms
    if terms.licensee.id == theirs.licensee.id or not set(terms.likenesses) & set(theirs.likenesses):
        return []
    return [
        (max(begin, start), min(end, until))
        for begin, end in _periods(terms, None)
        for start, until in _periods(theirs, other.until)
        if max(begin, start) < min(end, until)
    ]


def _promised(terms: Terms, promise: Exclusivity | None, rival: Terms, shared: list[Period]) -> bool:
    if promise is None or not _purposes_meet(promise.purposes, rival.purposes):
        return False
    return any(
        meet(promise.territory, rival.territory, day_in(at, terms.zone), day_in(at, rival.zone))
        for period in shared
        for at in _turns(period, promise.territory, rival.territory, (terms.zone, rival.zone))
    )


def _purposes_meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    a, b = frozenset(one), frozenset(other)
    return any(PURPOSES.covers(a, code) and PURPOSES.covers(b, code) for code in PURPOSES.codes)


def _periods(terms: Terms, until: datetime | None) -> Iterator[Period]:
    for window in (terms.create if terms.acts else None, terms.exploit):
        if window is not None:
            begin, end = _instants(window, terms.zone)
            yield begin, end if until is None else min(end, until)


def _instants(window: Span, zone: str) -> Period:
    end = _NEVER if window.last is None else whole_day(window.last, zone)[1]
    return whole_day(window.first, zone)[0], end


def _turns(period: Period, one: Territory, other: Territory, zones: tuple[str, str]) -> Iterator[datetime]:
    """Yield the begin of a period, and each instant in it at which a group that is named changes its members."""
    begin, end = period
    yield begin
    groups = {*one.include, *one.exclude, *other.include, *other.exclude}
    for day in membership_changes(frozenset(groups)):
        for zone in zones:
            at = whole_day(day, zone)[0]
            if begin < at < end:
                yield at
