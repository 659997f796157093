"""A licence as integers: all that the judge reads of it, for engines that read many at once.

- Derived from terms and events, never the truth: `registry check` makes every mask again and compares.
- Nothing is lost: `grant_from` and `history_from` give back what `mask_of` was given (a property test holds it).
- Names and facets (sets of codes, zones, limits) are numbers of a lexicon; 0 is none.
- Days are ordinals, instants microseconds UTC.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from likeness.bulk.lexicon import Lexicon, list_text, text_list
from likeness.scope.event import History
from likeness.scope.grant import NO_END, Grant, Limit
from likeness.values.days import Span

ANYONE = "*"  # the text of `passing` where a licence may be passed on to anybody
NO_INSTANT = -(2**62)  # an instant that is not there
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
SIGNED, ACCEPTED, CONTRACT, AUTHORITY, AFTER_DEATH, MADE_STAYS, STRIKE = (1 << place for place in range(7))


class Mask(NamedTuple):
    """One licence; `likeness`, `licensee` and `project` are the first of their kind, the plurals hold the others."""

    flags: int
    performer: int
    licensee: int
    passing: int
    likeness: int
    likenesses: int
    project: int
    projects: int
    acts: int
    purposes: int
    media: int
    places: int
    languages: int
    modifications: int
    content: int
    age: int
    create_from: int
    create_to: int
    exploit_from: int
    exploit_to: int
    zone: int
    limits: int
    longest: int
    notice_days: int
    withdrawn: int
    superseded: int
    died: int
    paused: int


COLUMNS = Mask._fields


def mask_of(grant: Grant, history: History, lexicon: Lexicon) -> Mask:
    """Return a licence as integers."""
    number, facet = lexicon.number, lexicon.facet

    def several(codes: frozenset[str]) -> int:
        return facet(list_text(codes)) if codes else 0

    def named(names: frozenset[str]) -> int:
        for name in sorted(names):
            number(name)  # each has a number of its own, by which rows of a report find it
        return several(names)

    likeness, likenesses = _first(grant.likenesses)
    project, projects = _first(grant.projects)
    return Mask(
        flags=_flags(grant),
        performer=number(grant.performer),
        licensee=number(grant.licensee),
        passing=facet(ANYONE) if grant.pass_on is None else named(grant.pass_on),
        likeness=number(likeness),
        likenesses=named(likenesses),
        project=number(project),
        projects=named(projects),
        acts=several(grant.acts),
        purposes=several(grant.purposes),
        media=several(grant.media),
        places=facet(list_text(grant.include) + list_text(grant.exclude)),
        languages=several(grant.languages),
        modifications=several(grant.modifications),
        content=several(grant.forbidden_content),
        age=0 if grant.age is None else facet(f"{grant.age[0]}-{grant.age[1]}"),
        create_from=grant.create.first.toordinal(),
        create_to=_last(grant.create),
        exploit_from=0 if grant.exploit is None else grant.exploit.first.toordinal(),
        exploit_to=0 if grant.exploit is None else _last(grant.exploit),
        zone=facet(grant.zone),
        limits=facet(_limits_text(grant.limits)) if grant.limits else 0,
        longest=-1 if grant.longest_seconds is None else grant.longest_seconds,
        notice_days=grant.notice_days,
        withdrawn=instant_to(history.withdrawn),
        superseded=instant_to(history.superseded),
        died=instant_to(history.died),
        paused=facet(_paused_text(history)) if history.paused else 0,
    )


def grant_from(name: str, mask: Mask, lexicon: Lexicon) -> Grant:
    """Return the licence of a number as the judge reads it."""
    text, facet, flags = lexicon.text, lexicon.facet_text, mask.flags
    age = [int(part) for part in facet(mask.age).split("-")] if mask.age else None
    include, exclude = facet(mask.places).split("][")
    passing = facet(mask.passing)
    return Grant(
        number=name,
        signed=bool(flags & SIGNED),
        accepted=bool(flags & ACCEPTED),
        basis="contract" if flags & CONTRACT else "consent",
        performer=text(mask.performer),
        licensee=text(mask.licensee),
        pass_on=None if passing == ANYONE else text_list(passing),
        has_authority=bool(flags & AUTHORITY),
        likenesses=_all(text(mask.likeness), facet(mask.likenesses)),
        projects=_all(text(mask.project), facet(mask.projects)),
        acts=text_list(facet(mask.acts)),
        purposes=text_list(facet(mask.purposes)),
        media=text_list(facet(mask.media)),
        include=text_list(include + "]"),
        exclude=text_list("[" + exclude),
        languages=text_list(facet(mask.languages)),
        modifications=text_list(facet(mask.modifications)),
        age=None if age is None else (age[0], age[1]),
        forbidden_content=text_list(facet(mask.content)),
        create=_span(mask.create_from, mask.create_to),
        exploit=None if mask.exploit_from == 0 else _span(mask.exploit_from, mask.exploit_to),
        zone=facet(mask.zone),
        limits=limits_from(facet(mask.limits)),
        longest_seconds=None if mask.longest < 0 else mask.longest,
        after_death=bool(flags & AFTER_DEATH),
        works_made_stay=bool(flags & MADE_STAYS),
        strike_clause=bool(flags & STRIKE),
        notice_days=mask.notice_days,
    )


def history_from(mask: Mask, lexicon: Lexicon) -> History:
    """Return what happened to a licence as the judge reads it."""
    return History(
        instant_from(mask.withdrawn),
        instant_from(mask.superseded),
        instant_from(mask.died),
        paused_from(lexicon.facet_text(mask.paused)),
    )


@lru_cache(maxsize=4_096)
def limits_from(text: str) -> tuple[Limit, ...]:
    """Return the limits of a text of the lexicon."""
    return tuple(Limit(unit, most, show, per) for unit, most, show, per in json.loads(text)) if text else ()


@lru_cache(maxsize=4_096)
def paused_from(text: str) -> tuple[tuple[datetime, datetime | None], ...]:
    """Return the pauses of a text of the lexicon."""
    found = []
    for begin, end in json.loads(text) if text else ():
        begun = instant_from(begin)
        assert begun is not None  # noqa: S101  a pause has a beginning
        found.append((begun, None if end is None else instant_from(end)))
    return tuple(found)


def instant_to(instant: datetime | None) -> int:
    """Return an instant in microseconds since 1970."""
    return NO_INSTANT if instant is None else (instant - _EPOCH) // _MICRO


def instant_from(micros: int) -> datetime | None:
    """Return the instant of so many microseconds since 1970."""
    return None if micros == NO_INSTANT else _EPOCH + micros * _MICRO


def _first(names: frozenset[str]) -> tuple[str, frozenset[str]]:
    first = min(names, default="")
    return first, names - {first}


def _all(first: str, others: str) -> frozenset[str]:
    return text_list(others) | ({first} if first else frozenset())


def _flags(grant: Grant) -> int:
    said = (
        (grant.signed, SIGNED),
        (grant.accepted, ACCEPTED),
        (grant.basis == "contract", CONTRACT),
        (grant.has_authority, AUTHORITY),
        (grant.after_death, AFTER_DEATH),
        (grant.works_made_stay, MADE_STAYS),
        (grant.strike_clause, STRIKE),
    )
    return sum(bit for yes, bit in said if yes)


def _last(span: Span) -> int:
    return NO_END if span.last is None else span.last.toordinal()


def _span(first: int, last: int) -> Span:
    return Span(date.fromordinal(first), None if last == NO_END else date.fromordinal(last))


def _limits_text(limits: tuple[Limit, ...]) -> str:
    return json.dumps([[x.unit, x.most, x.on_show, x.per] for x in limits], separators=(",", ":"))


def _paused_text(history: History) -> str:
    periods = [[instant_to(begin), None if end is None else instant_to(end)] for begin, end in history.paused]
    return json.dumps(periods, separators=(",", ":"))
