"""The amendment to ask for: a licence's terms, widened by what a use needs and nothing more (FORMAT 4.10).

- Only broken terms are widened; a missing fact is a question, not a term.
- Widened terms are a draft: they become a licence only when signed and accepted as one that replaces the old.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from likeness.licence.terms import Terms, Territory
from likeness.licence.way_inside import Alone
from likeness.scope.use import Use
from likeness.values.codes import SHOW
from likeness.values.days import Moment, Span, day_in
from likeness.values.territories import GROUPS, country_of, members

# Terms of which a use may state several values.
SEVERAL = ("medium", "territory", "language", "modification", "content")


def needed(alone: Alone, use: Use, term: str) -> tuple[str, ...]:
    """Return the stated values of a term of `SEVERAL` that the licence refuses; granted and unknown ones left out."""
    return tuple(value for value in getattr(use, term) or () if alone.refuses(use, term, value))


def widened(alone: Alone, use: Use) -> Terms | None:
    """Return the terms, widened so that nothing the use states is broken any more, running limits aside.

    None where nothing is broken, or where no wider term helps (withdrawn, replaced, ...): the judge must confirm it.
    """
    broken = alone.find(use).broken
    terms = alone.terms
    for term in broken:
        if term in _WIDER:
            terms = _WIDER[term](alone, use, terms)
    return terms if broken and not alone.with_terms(terms).find(use).broken else None


def _with(granted: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*granted, *more)))


def _date(_alone: Alone, use: Use, terms: Terms) -> Terms:
    create = terms.create
    if use.act == SHOW:
        exploit = terms.exploit and _reaching(terms.exploit, use.at, terms.zone)
        return replace(terms, exploit=exploit, create=_reaching(create, use.made_at, terms.zone))
    return replace(terms, create=_reaching(create, use.at, terms.zone))


def _reaching(window: Span, moment: Moment | None, zone: str) -> Span:
    if moment is None:
        return window
    day: date = day_in(moment, zone)
    return Span(min(window.first, day), None if window.last is None else max(window.last, day))


def _act(_alone: Alone, use: Use, terms: Terms) -> Terms:
    if use.act != SHOW:
        return replace(terms, acts=_with(terms.acts, (use.act or "",)))
    if use.at is None:
        return replace(terms, exploit=terms.create)
    day = day_in(use.at, terms.zone)
    return replace(terms, exploit=Span(day, day))


def _territory(alone: Alone, use: Use, terms: Terms) -> Terms:
    """Add the places; of what is excluded, the countries they lie in are no longer."""
    places = needed(alone, use, "territory")
    day = terms.create.first if use.at is None else day_in(use.at, terms.zone)
    reached = {country_of(one) for place in places for one in _countries(place, day)}
    excluded: list[str] = []
    for gone in terms.territory.exclude:
        inside = {country_of(one) for one in _countries(gone, day)}
        excluded += sorted(inside - reached) if inside & reached else [gone]
    return replace(terms, territory=Territory(_with(terms.territory.include, places), tuple(excluded)))


def _countries(place: str, day: date) -> frozenset[str]:
    return members(place, day) if place in GROUPS else frozenset({place})


def _age(_alone: Alone, use: Use, terms: Terms) -> Terms:
    if terms.age is None or use.age is None:
        return terms
    return replace(terms, age=(min(terms.age[0], use.age), max(terms.age[1], use.age)))


def _content(alone: Alone, use: Use, terms: Terms) -> Terms:
    lifted = needed(alone, use, "content")
    return replace(terms, forbidden_content=tuple(tag for tag in terms.forbidden_content if tag not in lifted))


_WIDER: dict[str, Callable[[Alone, Use, Terms], Terms]] = {
    "date": _date,
    "project": lambda _alone, use, terms: replace(
        terms, project=replace(terms.project, ids=_with(terms.project.ids, (use.project or "",)))
    ),
    "act": _act,
    "purpose": lambda _alone, use, terms: replace(terms, purposes=_with(terms.purposes, (use.purpose or "",))),
    "medium": lambda alone, use, terms: replace(terms, media=_with(terms.media, needed(alone, use, "medium"))),
    "territory": _territory,
    "language": lambda alone, use, terms: replace(
        terms, languages=_with(terms.languages, needed(alone, use, "language"))
    ),
    "modification": lambda alone, use, terms: replace(
        terms, modifications=_with(terms.modifications, needed(alone, use, "modification"))
    ),
    "age": _age,
    "content": _content,
    "length": lambda _alone, use, terms: replace(terms, longest_seconds=use.quantity["second"]),
}
