"""The terms that depend on when: windows, events and what should be gone by now (FORMAT 4.5, 4.6, 4.9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from likeness.scope.case import BROKEN, KEPT, MISSING, Case, State, kept_if
from likeness.scope.event import is_after, is_inside
from likeness.scope.grant import Double
from likeness.values.days import day_in


def superseded(case: Case) -> State:
    if case.use.at is None or case.history.superseded is None:
        return KEPT
    after = is_after(case.use.at, case.history.superseded, case.grant.zone)
    return MISSING if after is None else kept_if(not after)


def withdrawn(case: Case) -> State:
    return _ended(case, case.history.withdrawn)


def after_death(case: Case) -> State:
    return _ended(case, case.history.died)


def _ended(case: Case, end: datetime | None) -> State:
    """After withdrawal or death making is broken, and showing lives on only for works made before."""
    if end is None or case.use.at is None or not (case.making or case.showing):
        return KEPT
    after = is_after(case.use.at, end, case.grant.zone)
    if after is None:
        return MISSING
    if not after:
        return KEPT
    if case.making or not case.grant.works_made_stay:
        return BROKEN
    made_after = None if case.use.made_at is None else is_after(case.use.made_at, end, case.grant.zone)
    return MISSING if made_after is None else kept_if(not made_after)


def suspended(case: Case) -> State:
    """Making inside a pause is broken, and so is showing what is stated to have been made inside it."""
    when = case.use.made_at if case.showing else case.use.at
    if case.use.at is None or when is None or not (case.making or case.showing):
        return KEPT
    inside = is_inside(when, case.history.paused, case.grant.zone)
    return MISSING if inside is None else kept_if(not inside)


def in_window(case: Case) -> State:
    use, grant = case.use, case.grant
    if not (case.making or case.showing):
        return KEPT  # without a known act only `act` is missing, whether `at` is stated or not (FORMAT 4.4)
    made_late = case.showing and use.made_at is not None and not grant.create.holds(day_in(use.made_at, grant.zone))
    if made_late:
        return BROKEN
    window = grant.window(show=case.showing)
    if window is None:
        return KEPT
    return MISSING if use.at is None else kept_if(window.holds(day_in(use.at, grant.zone)))


def source(case: Case, likeness: str) -> State:
    """Making with what should be gone by now asks a question: is it really still there? (FORMAT 4.9)."""
    if not case.making or case.use.at is None:
        return KEPT
    overdue = any(d.delete_by is not None and d.delete_by < case.day for d in _lineage(likeness, case.doubles))
    return MISSING if overdue else KEPT


def _lineage(likeness: str, doubles: dict[str, Double]) -> Iterator[Double]:
    waiting, seen = [likeness], set[str]()
    while waiting:
        name = waiting.pop()
        if name in doubles and name not in seen:
            seen.add(name)
            yield doubles[name]
            waiting += doubles[name].derived_from
