"""A world to judge without a registry (`likeness-world/1`, FORMAT section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from likeness.errors import Unreadable
from likeness.licence.grants import grant_of
from likeness.licence.terms import Terms
from likeness.licence.terms_read import terms_from
from likeness.scope import event as happened
from likeness.scope.event import Event
from likeness.scope.grant import Double, Grant
from likeness.scope.judge import Bench, Finding
from likeness.scope.use import Use, use_from
from likeness.values.codes import KINDS
from likeness.values.days import parse_day, parse_instant
from likeness.values.strict_json import Fields, listing, truth
from likeness.values.text import clean_id, clean_text
from likeness.values.unknown import unknown_code

FORMAT = "likeness-world/1"


@dataclass(frozen=True)
class World:
    """Likenesses, licences, events and uses; `terms` by licence number, for the sentences."""

    doubles: tuple[Double, ...]
    grants: tuple[Grant, ...]
    events: tuple[Event, ...]
    uses: tuple[Use, ...]
    terms: dict[str, Terms]

    def judge(self) -> list[Finding]:
        """Judge every use; the findings come in the order of the uses."""
        return Bench(self.grants, self.events, self.doubles).judge(self.uses)


def world_from(document: object, *, file: str | None = None) -> World:
    """Read a world, or raise Unreadable naming file and key."""
    try:
        return _world(Fields(document))
    except Unreadable as fault:
        raise fault.at(file=file) from None


def _world(f: Fields) -> World:
    f.need("format", _format)
    licences = f.may("licences", lambda v, k: listing(v, k, _licence, most=1_000_000), ())
    world = World(
        doubles=f.may("likenesses", lambda v, k: listing(v, k, _double, most=1_000_000), ()),
        grants=tuple(grant for grant, _ in licences),
        events=f.may("events", lambda v, k: listing(v, k, _event, most=1_000_000), ()),
        uses=f.may("uses", lambda v, k: listing(v, k, _use, most=1_000_000), ()),
        terms={grant.number: terms for grant, terms in licences},
    )
    f.done()
    if len(world.terms) < len(licences):
        raise Unreadable("named-twice", key="licences", value=_twice([grant.number for grant, _ in licences]))
    return world


def _twice(numbers: list[str]) -> str:
    return next(number for number in numbers if numbers.count(number) > 1)


def _format(value: object, key: str) -> str:
    if value != FORMAT:
        raise Unreadable("unknown-format", key=key, value=str(value)[:40], expected=FORMAT)
    return FORMAT


def _use(value: Any, key: str) -> Use:
    use = use_from(value, key)
    if not use.id:
        raise Unreadable("key-missing", key=f"{key}.id")
    return use


def _licence(value: object, key: str) -> tuple[Grant, Terms]:
    f = Fields(value, key)
    number = f.need("number", lambda v, k: clean_text(v, k, most=80))
    signed = f.may("signed", truth, False)
    accepted = f.may("accepted", truth, False)
    terms = f.need("terms", terms_from)
    f.done()
    return grant_of(number, terms, signed=signed, accepted=accepted), terms


def _double(value: object, key: str) -> Double:
    f = Fields(value, key)
    double = Double(
        f.need("id", clean_id),
        f.need("performer", clean_id),
        f.need("kind", _kind),
        f.may("derived_from", lambda v, k: listing(v, k, clean_id), ()),
        f.may("delete_by", parse_day, None),
    )
    f.done()
    return double


def _kind(value: object, key: str) -> str:
    if not isinstance(value, str) or value not in KINDS:
        raise unknown_code(value, key, KINDS.codes)
    return value


def _event(value: object, key: str) -> Event:
    f = Fields(value, key)
    kind = f.need("event", _event_kind)
    about_licence = kind in happened.OF_LICENCE
    event = Event(
        kind,
        f.need("at", parse_instant),
        f.need("licence", _text) if about_licence else None,
        f.need("by", _text) if kind == happened.SUPERSEDED else None,
        f.need("performer", _text) if kind == happened.DIED else None,
    )
    f.done()
    return event


def _event_kind(value: object, key: str) -> str:
    if value not in happened.KINDS:
        raise unknown_code(value, key, happened.KINDS)
    return str(value)


def _text(value: object, key: str) -> str:
    return clean_text(value, key, most=80)
