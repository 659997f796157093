"""The names of the terms, in the order of FORMAT 4.3: reading order, listing order and order of gravity."""

from __future__ import annotations

from collections.abc import Iterable

ORDER = (
    "no-licence",
    "likeness",
    "user",
    "not-in-force",
    "authority",
    "superseded",
    "withdrawn",
    "suspended",
    "after-death",
    "date",
    "project",
    "act",
    "purpose",
    "medium",
    "territory",
    "language",
    "modification",
    "age",
    "content",
    "length",
    "limit",
    "source",
)
_PLACE = {term: place for place, term in enumerate(ORDER)}


def in_order(terms: Iterable[str]) -> tuple[str, ...]:
    """Return the terms once each, in the order of FORMAT 4.3."""
    return tuple(sorted(set(terms), key=_PLACE.__getitem__))


def gravity(terms: Iterable[str]) -> int:
    """Return the terms as a binary number in which earlier terms weigh more; smaller is milder (FORMAT 4.8)."""
    return sum(1 << (len(ORDER) - _PLACE[term]) for term in set(terms))
