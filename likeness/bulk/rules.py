"""The terms that compare codes, for many pairs at once: each distinct (granted, used) is asked of the judge once.

What is granted comes as the text of a facet, what is used as the text of a cell; lists are read member by member.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from likeness.bulk.cells import parts
from likeness.bulk.lexicon import text_list
from likeness.bulk.once import CODES
from likeness.scope import what
from likeness.scope.case import Case, State
from likeness.scope.cells import Cell, cells_of
from likeness.scope.event import History
from likeness.scope.grant import Grant
from likeness.scope.use import Use
from likeness.values.days import Span

_MOST = 16_384  # answers kept of each rule: pieces of a report ask the same again
_ANY_DAY = Span(date(2000, 1, 1), None)
_NOTHING: frozenset[str] = frozenset()
_GRANT = Grant(
    number="",
    signed=True,
    accepted=True,
    basis="contract",
    performer="",
    licensee="",
    pass_on=_NOTHING,
    has_authority=True,
    likenesses=_NOTHING,
    projects=_NOTHING,
    acts=_NOTHING,
    purposes=_NOTHING,
    media=_NOTHING,
    include=_NOTHING,
    exclude=_NOTHING,
    languages=_NOTHING,
    modifications=_NOTHING,
    age=None,
    forbidden_content=_NOTHING,
    create=_ANY_DAY,
    exploit=None,
    zone="UTC",
    limits=(),
    longest_seconds=None,
    after_death=False,
    works_made_stay=True,
    strike_clause=False,
    notice_days=0,
)
_SHAPING = "generate"  # an act that needs modification, age and content to be stated


@lru_cache(maxsize=_MOST)
def act(granted: str, exploits: bool, used: str | None) -> int:
    """Return the state of the act: `granted` are the making acts, `exploits` whether showing is granted."""
    grant = replace(_GRANT, acts=text_list(granted), exploit=_ANY_DAY if exploits else None)
    return CODES[what.act(_case(grant, Use("", act=used)))]


@lru_cache(maxsize=_MOST)
def purpose(granted: str, used: str | None) -> int:
    return CODES[what.purpose(_case(replace(_GRANT, purposes=text_list(granted)), Use("", purpose=used)))]


@lru_cache(maxsize=_MOST)
def medium(granted: str, used: str | None) -> int:
    case = _case(replace(_GRANT, media=text_list(granted)), Use(""))
    return _each(lambda one: what.medium(case, one), parts(used) or (None,))


@lru_cache(maxsize=_MOST)
def language(granted: str, used: str | None) -> int:
    case = _case(replace(_GRANT, languages=text_list(granted)), Use(""))
    return _each(lambda one: what.language(case, one), parts(used) or (None,))


@lru_cache(maxsize=_MOST)
def territory(granted: str, used: str | None, day: date | None, group_day: date | None) -> int:
    """Return the state of the places: on `day` in the licence's zone, groups taken apart as of `group_day`."""
    include, exclude = granted.split("][")
    grant = replace(_GRANT, include=text_list(include + "]"), exclude=text_list("[" + exclude))
    case = _case(grant, Use("", at=day))
    return _each(lambda one: what.territory(case, one), [cell.territory for cell in _places(used, group_day)])


@lru_cache(maxsize=_MOST)
def modification(granted: str, used: str | None, shaping: bool) -> int:
    use = Use("", act=_SHAPING if shaping else None, modification=_told(used))
    return CODES[what.modification(_case(replace(_GRANT, modifications=text_list(granted)), use))]


@lru_cache(maxsize=_MOST)
def content(forbidden: str, used: str | None, shaping: bool) -> int:
    use = Use("", act=_SHAPING if shaping else None, content=_told(used))
    return CODES[what.content(_case(replace(_GRANT, forbidden_content=text_list(forbidden)), use))]


@lru_cache(maxsize=_MOST)
def age(granted: str, used: int | None, shaping: bool) -> int:
    youngest, _, oldest = granted.partition("-")
    grant = replace(_GRANT, age=(int(youngest), int(oldest)) if granted else None)
    return CODES[what.age(_case(grant, Use("", act=_SHAPING if shaping else None, age=used)))]


def _case(grant: Grant, use: Use) -> Case:
    return Case(grant, History(), use, {})


def _told(used: str | None) -> tuple[str, ...] | None:
    return None if used is None else parts(used)


def _places(used: str | None, day: date | None) -> list[Cell]:
    return list(cells_of(Use("", likeness=("-",), territory=parts(used), at=day)))


def _each(read: Callable[[str | None], State], values: tuple[str, ...] | tuple[None] | list[str | None]) -> int:
    """Return the states of several values together: both bits where one is refused and another is not told."""
    found = 0
    for value in values:
        found |= CODES[read(value)]
    return found
