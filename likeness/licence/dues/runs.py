"""Whether a showing shows again what was shown before: on the same medium, in the same place, in the same language.

- What two showings state need not be written alike: a group of media or countries holds its members, a country its
  parts, `fr` holds `fr-CA`, letter case tells no languages apart (FORMAT section 1). If they have anything in common,
  that is shown again.
- Where a medium, place or language is not stated, it is common only with showings that do not state it either.
- A report may have a row for each likeness that is shown. Rows of one moment that differ in nothing but the likeness
  are one showing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from likeness.scope.cells import places_of
from likeness.scope.use import Use
from likeness.values.codes import MEDIA
from likeness.values.days import Moment
from likeness.values.languages import covers_language
from likeness.values.territories import country_of

_Run = tuple[frozenset[str], frozenset[str], frozenset[str]]  # media, places, languages


class Runs:
    """What was shown so far of one work."""

    def __init__(self) -> None:
        self._seen: set[_Run] = set()
        self._shown: dict[tuple[Moment | None, _Run], set[str]] = {}  # likenesses, by moment

    def again(self, use: Use) -> bool:
        """Take a showing, and tell whether some of it was shown before."""
        places = frozenset(place for place in places_of(use) if place is not None)
        run = (frozenset(use.medium), places, frozenset(tag.lower() for tag in use.language))
        beside = self._shown.setdefault((use.at, run), set())
        same_showing = bool(beside) and beside.isdisjoint(use.likeness)
        beside.update(use.likeness)
        if same_showing:
            return False
        before = run in self._seen or any(_meet(run, other) for other in self._seen)
        self._seen.add(run)
        return before


def _meet(one: _Run, other: _Run) -> bool:
    return all(_common(mine, theirs, holds) for mine, theirs, holds in zip(one, other, _HOLDS, strict=True))


def _common(mine: Collection[str], theirs: Collection[str], holds: Callable[[str, str], bool]) -> bool:
    if not mine or not theirs:
        return not mine and not theirs
    return any(holds(a, b) or holds(b, a) for a in mine for b in theirs)


def _medium_holds(wide: str, narrow: str) -> bool:
    return MEDIA.covers(frozenset({wide}), narrow)


def _place_holds(wide: str, narrow: str) -> bool:
    return wide in (narrow, country_of(narrow))


_HOLDS: tuple[Callable[[str, str], bool], ...] = (_medium_holds, _place_holds, covers_language)
