"""The smallest change of a use that brings it inside a licence, confirmed by the judge (FORMAT 4.10).

- Only the facts that fail are changed, each to something the licence grants; of several stated values those stay that
  are granted, and a fact that is not stated gets a granted one.
- The judge reads the changed use against that licence alone, running limits aside. What it does not confirm is no way.
- What no change of a use can mend (no signature, withdrawn, suspended, replaced, a source to be deleted) has no way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from likeness.licence.grants import grant_of
from likeness.licence.terms import Terms
from likeness.scope.cells import NEWEST_TABLE
from likeness.scope.event import Event
from likeness.scope.grant import Double
from likeness.scope.judge import Bench, Finding
from likeness.scope.terms_order import in_order
from likeness.scope.use import Use
from likeness.values.codes import SHOW
from likeness.values.days import Moment, Span, day_in, noon
from likeness.values.territories import GROUPS, members

_ROUNDS = 4  # another act may need a day, by which a place may not have joined its group; then the judge confirms


@dataclass(frozen=True)
class Way:
    """The use as it would be inside licence `number`, and the terms whose facts were changed, in FORMAT's order."""

    number: str
    use: Use
    changed: tuple[str, ...]


class Alone:
    """One licence beside one use, running limits aside; taken as signed and accepted, as the finding tells those."""

    def __init__(self, number: str, terms: Terms, events: Iterable[Event] = (), doubles: Iterable[Double] = ()) -> None:
        self.number, self.terms = number, terms
        self._events, self._doubles = tuple(events), tuple(doubles)
        grant = replace(grant_of(number, terms, signed=True, accepted=True), limits=())
        self._bench = Bench([grant], self._events, self._doubles)

    def with_terms(self, terms: Terms) -> Alone:
        """Return the same licence with other terms."""
        return Alone(self.number, terms, self._events, self._doubles)

    def find(self, use: Use) -> Finding:
        """Judge the use against this licence alone."""
        return self._bench.judge([use])[0]

    def refuses(self, use: Use, term: str, value: str) -> bool:
        """Tell whether one value of a term that may state several is broken."""
        return term in self.find(stating(use, term, (value,))).broken

    def grants(self, use: Use, term: str, value: str) -> bool:
        """Tell whether one value of a term that may state several is neither broken nor unknown."""
        found = self.find(stating(use, term, (value,)))
        return term not in (*found.broken, *found.missing)


def stating(use: Use, term: str, values: tuple[str, ...]) -> Use:
    """Return the use with other values of a term that may state several."""
    changes: dict[str, Any] = {term: values}
    return replace(use, **changes)


def way_inside(alone: Alone, use: Use) -> Way | None:
    """Return how the use would be inside the licence, or None where no change of its facts helps."""
    named = tuple(one for one in use.likeness if one in alone.terms.likenesses)
    changed = ["likeness"] if named and named != use.likeness else []
    use = replace(use, likeness=named or use.likeness)
    for _ in range(_ROUNDS):
        found = alone.find(use)
        fails = (*found.broken, *found.missing)
        if not fails:
            return Way(alone.number, use, in_order(changed))
        if not set(fails) <= _CHANGES.keys():
            return None
        for term in fails:
            use = _CHANGES[term](alone, use)
        changed += fails
    return None


def _listed(term: str, granted: Callable[[Terms, Use], Iterable[str]]) -> Callable[[Alone, Use], Use]:
    """Keep the stated values that are granted; where none is, take the first granted one."""

    def change(alone: Alone, use: Use) -> Use:
        kept = tuple(value for value in getattr(use, term) or () if alone.grants(use, term, value))
        first = (value for value in granted(alone.terms, use) if alone.grants(use, term, value))
        return stating(use, term, kept or tuple(islice(first, 1)))

    return change


def _places(terms: Terms, use: Use) -> Iterator[str]:
    """Yield granted places, those of a group one by one."""
    day = NEWEST_TABLE if use.at is None else day_in(use.at, terms.zone)
    for place in terms.territory.include:
        yield from sorted(members(place, day)) if place in GROUPS else (place,)


def _date(alone: Alone, use: Use) -> Use:
    window = alone.terms.exploit if use.act == SHOW else alone.terms.create
    made = use.made_at
    if use.act == SHOW and made is not None:
        made = _into(made, alone.terms.create, alone.terms.zone)
    if window is None:
        return replace(use, made_at=made)
    return replace(use, made_at=made, at=window.first if use.at is None else _into(use.at, window, alone.terms.zone))


def _into(moment: Moment, window: Span, zone_name: str) -> Moment:
    """Return the moment, or the nearest day of the window; an instant stays an instant, at noon."""
    day = day_in(moment, zone_name)
    if window.holds(day):
        return moment
    nearest = window.first if window.last is None or day < window.first else window.last
    return noon(nearest, zone_name) if isinstance(moment, datetime) else nearest


def _act(alone: Alone, use: Use) -> Use:
    granted = [*alone.terms.acts, *([SHOW] if alone.terms.exploit else [])]
    return replace(use, act=granted[0] if granted else None)


def _purpose(alone: Alone, use: Use) -> Use:
    return replace(use, purpose=next(iter(alone.terms.purposes), None))


def _age(alone: Alone, use: Use) -> Use:
    youngest, oldest = alone.terms.age or (0, 0)
    return replace(use, age=youngest if use.age is None else min(max(use.age, youngest), oldest))


def _content(alone: Alone, use: Use) -> Use:
    return replace(use, content=tuple(tag for tag in use.content or () if alone.grants(use, "content", tag)))


def _length(alone: Alone, use: Use) -> Use:
    longest = alone.terms.longest_seconds or 0
    return replace(use, quantity={**use.quantity, "second": min(use.quantity.get("second", longest), longest)})


_CHANGES: dict[str, Callable[[Alone, Use], Use]] = {
    "user": lambda alone, use: replace(use, user=alone.terms.licensee.id),
    "date": _date,
    "project": lambda alone, use: replace(use, project=alone.terms.project.id),
    "act": _act,
    "purpose": _purpose,
    "medium": _listed("medium", lambda terms, _use: terms.media),
    "territory": _listed("territory", _places),
    "language": _listed("language", lambda terms, _use: terms.languages),
    "modification": _listed("modification", lambda terms, _use: terms.modifications),
    "age": _age,
    "content": _content,
    "length": _length,
}
