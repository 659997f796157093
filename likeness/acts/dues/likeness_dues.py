"""Likenesses that are to be deleted by a day: due like the deletions of licences, under a key of their own."""

from __future__ import annotations

from collections.abc import Iterable

from likeness.acts.desk import Desk
from likeness.licence.dues.due import DELETION, Due, with_state
from likeness.licence.rules.drafted import Recorded
from likeness.values.days import day_in

_LIKENESS = "likeness"
_ZONE = "UTC"  # a likeness has no zone


def likeness_dues(desk: Desk) -> list[Due]:
    """Return the deletions of all likenesses that are to be deleted some day, with their state."""
    return _dues(desk, desk.registry.doubles.recorded(desk.registry.doubles.to_be_gone()))


def overdue_likenesses(desk: Desk, most: int) -> list[Due]:
    """Return those whose day has passed, the oldest first, at most `most`."""
    return _dues(desk, desk.registry.doubles.past_their_day(day_in(desk.now(), _ZONE), most))


def likeness_due(desk: Desk, key: str) -> Due | None:
    """Return the deletion of a likeness by its key, or None if it is none."""
    kind, name, what = key.split(":", 2)
    found = desk.registry.doubles.recorded([name]) if (kind, what) == (DELETION, _LIKENESS) else []
    return next(iter(_dues(desk, found)), None)


def _dues(desk: Desk, likenesses: Iterable[Recorded]) -> list[Due]:
    today = day_in(desk.now(), _ZONE)
    dues = [
        Due(f"{DELETION}:{one.id}:{_LIKENESS}", DELETION, "", "", _LIKENESS, one.delete_by, likeness=one.title)
        for one in likenesses
        if one.delete_by is not None
    ]
    said = desk.registry.dues.of(due.key for due in dues)
    return [with_state(due, said.get(due.key), today) for due in dues]
