"""Drafting: a licence that nobody has signed yet, with its number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from likeness.acts.desk import Desk
from likeness.acts.licences.asleep import asleep_until, keep_asleep, wake
from likeness.acts.licences.unfinished import Unfinished, forget_unfinished, keep_unfinished, unfinished
from likeness.errors import Refused
from likeness.licence.codec_v1 import in_signed_order
from likeness.licence.terms import Terms
from likeness.registry.licence_row import LicenceRow
from likeness.values.outcome import Change, Outcome

_CHANGED = frozenset({Change.LICENCES})


def draft_licence(desk: Desk, terms: Terms, replaces: str | None = None) -> Outcome[LicenceRow]:
    """Record a draft under the next number of the year; `replaces` is the number of the licence it amends."""
    now = desk.now()
    if replaces is not None and not own_licence(desk, replaces).signed:
        raise Refused("not-signed", key=replaces)
    of_one_performer(desk, terms)
    ordered = in_signed_order(terms)
    with desk.registry.transaction():
        number = _next_number(desk, now.year)
        desk.registry.licences.put_draft(number, ordered, now, replaces=replaces)
        remember_names(desk, ordered)
    return Outcome(the_licence(desk, number), _CHANGED)


def change_draft(desk: Desk, number: str, terms: Terms) -> Outcome[LicenceRow]:
    """Put other terms into a draft."""
    draft = the_draft(desk, number)
    of_one_performer(desk, terms)
    ordered = in_signed_order(terms)
    with desk.registry.transaction():
        desk.registry.licences.change_draft(draft.row, number, ordered)
        remember_names(desk, ordered)
    return Outcome(the_licence(desk, number), _CHANGED)


@dataclass(frozen=True)
class Thrown:
    """A draft that was thrown away: `rest` is what was written of it and not whole, `until` how long it is slept on."""

    draft: LicenceRow
    rest: Unfinished | None
    until: datetime | None


def discard_draft(desk: Desk, number: str) -> Outcome[Thrown]:
    """Forget a draft; a signed licence stays for ever."""
    thrown = Thrown(the_draft(desk, number), unfinished(desk, number), asleep_until(desk, number))
    with desk.registry.transaction():
        desk.registry.licences.remove_draft(thrown.draft.row)
        forget_unfinished(desk, number)  # the next draft may get its number
        wake(desk, number)
    return Outcome(thrown, _CHANGED)


def put_back_draft(desk: Desk, thrown: Thrown) -> Outcome[LicenceRow]:
    """Record a draft again that was thrown away: with its number, or the next one where that was given meanwhile."""
    draft, now = thrown.draft, desk.now()
    with desk.registry.transaction():
        free = desk.registry.licences.get(draft.number, now) is None
        number = draft.number if free else _next_number(desk, now.year)
        desk.registry.licences.put_draft(number, draft.terms, draft.drafted_at, replaces=draft.replaces)
        if thrown.rest is not None:
            keep_unfinished(desk, number, thrown.rest)
        if thrown.until is not None:
            keep_asleep(desk, number, thrown.until)
    return Outcome(the_licence(desk, number), _CHANGED)


def the_licence(desk: Desk, number: str) -> LicenceRow:
    """Return the licence of a number, or raise Refused."""
    found = desk.registry.licences.get(number, desk.now())
    if found is None:
        raise Refused("unknown-licence", key=number)
    return found


def own_licence(desk: Desk, number: str) -> LicenceRow:
    """Return a licence that was issued here, or raise Refused."""
    found = the_licence(desk, number)
    if not found.own:
        raise Refused("not-yours", key=number)
    return found


def the_draft(desk: Desk, number: str) -> LicenceRow:
    """Return the draft of a number, or raise Refused."""
    found = own_licence(desk, number)
    if found.signed:
        raise Refused("already-signed", key=number)
    return found


def of_one_performer(desk: Desk, terms: Terms) -> None:
    """Refuse terms whose likenesses, as far as they are recorded, are of several performers: a licence names one."""
    names = dict.fromkeys(desk.registry.performers.of_likenesses(terms.likenesses).values())
    if len(names) > 1:
        raise Refused("several-performers", key="likenesses", name=", ".join(names))


def remember_names(desk: Desk, terms: Terms) -> None:
    """Keep the names of the parties, for lists and forms."""
    desk.registry.people.put(terms.performer.id, terms.performer.name)
    desk.registry.people.put(terms.licensee.id, terms.licensee.name)


def _next_number(desk: Desk, year: int) -> str:
    taken = [number.split("-")[1] for number in desk.registry.licences.numbers_of(year) if "@" not in number]
    last = max((int(part) for part in taken if part.isdigit()), default=0)
    return f"{year:04}-{last + 1:04}"
