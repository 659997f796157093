"""A use split into cells: each likeness x medium x territory x language (FORMAT 4.1).

A missing dimension is one cell with None. A group or WORLD in a use means every member of it on the day of the use.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product
from typing import NamedTuple

from likeness.scope.use import Use
from likeness.values.territories import GROUPS, members

NEWEST_TABLE = date.max  # after all changes of any group


class Cell(NamedTuple):
    """One combination; a cell is covered only if one licence covers all of it."""

    likeness: str
    medium: str | None
    territory: str | None
    language: str | None


def cells_of(use: Use) -> Iterator[Cell]:
    """Yield the cells of a use that states a likeness."""
    for parts in product(use.likeness, use.medium or (None,), places_of(use), use.language or (None,)):
        yield Cell(*parts)


def places_of(use: Use) -> tuple[str | None, ...]:
    """Return the places of a use, groups taken apart; one None where no place is stated."""
    if not use.territory:
        return (None,)
    day = _group_day(use)
    places: dict[str, None] = {}
    for stated in use.territory:
        inside = sorted(members(stated, day)) if stated in GROUPS else ()
        places.update(dict.fromkeys(inside or (stated,)))  # a group that nobody has joined yet says nothing of a place
    return tuple(places)


def _group_day(use: Use) -> date:
    """Return the day on which a group is taken apart: that of `at` in UTC; without it the newest table."""
    if use.at is None:
        return NEWEST_TABLE
    return use.at.astimezone(UTC).date() if isinstance(use.at, datetime) else use.at
