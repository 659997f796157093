"""Whether two territories share a place: groups by their members of the day, parts, and what is excluded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from likeness.licence.terms import Territory
from likeness.values.territories import COUNTRIES, GROUPS, country_of, covers_place


def meet(one: Territory, other: Territory, day: date, other_day: date | None = None) -> bool:
    """Tell whether a place is covered by both: by `one` on `day`, by `other` on `other_day` (the same if left out)."""
    return any(
        _covers(one, place, day) and _covers(other, place, other_day or day) for place in _candidates(one, other)
    )


def _covers(territory: Territory, place: str, day: date) -> bool:
    return covers_place(frozenset(territory.include), frozenset(territory.exclude), place, day)


def _candidates(one: Territory, other: Territory) -> Iterator[str]:
    """Yield every country, every part that is named, and one part of each such country that nobody names.

    The last one matters: `US` less `US-CA` and `US` less `US-NY` cover neither the US nor either state together,
    and still meet in all the others.
    """
    named = {code for t in (one, other) for code in (*t.include, *t.exclude) if code not in GROUPS}
    parts = named - COUNTRIES
    yield from COUNTRIES
    yield from parts
    for country in {country_of(part) for part in parts}:
        yield next(part for n in range(1000) if (part := f"{country}-{n:03}") not in parts)
