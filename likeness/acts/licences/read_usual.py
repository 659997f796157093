"""What a performer usually grants: the terms of her newest licences that were in force, for comparison with a draft.

- A licence counts that was signed here and is in force, suspended or expired. Drafts, offers that nobody accepted and
  withdrawn licences do not; of one that was replaced its last version does.
- Bounded on any registry: of each of her likenesses the newest `FARTHEST` licences are looked at, and `MOST` are read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from likeness.acts.desk import Desk
from likeness.licence.terms import Terms

MOST, FARTHEST = 50, 1_000  # licences


@dataclass(frozen=True)
class Usual:
    """The terms, the newest first; `whole` is False where there are more licences than were looked at."""

    terms: tuple[Terms, ...] = ()
    whole: bool = True


def read_usual(desk: Desk, performer: str, likenesses: Iterable[str]) -> Usual:
    """Return what a performer (an id) usually grants, of `likenesses` and of every other one of hers."""
    registry, now = desk.registry, desk.now()
    names = registry.doubles.of_performer(performer) | set(likenesses)
    found = registry.newest_licences.once_in_force(performer, names, now, MOST + 1, FARTHEST)
    terms = tuple(row.terms for row in registry.licences.page(found.rows[:MOST], now))
    return Usual(terms, found.whole and len(found.rows) <= MOST)
