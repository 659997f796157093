"""Saying what became of a due: paid, received or done; waived; or nothing after all. Each a leaf of the journal.

Every act gives back what was said before and what is said now; `put_back` undoes it, and undoes that again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from likeness.acts.desk import Desk
from likeness.acts.read_dues import the_due
from likeness.errors import Refused
from likeness.licence.dues.due import DELETION, REPORT, Due, Said
from likeness.values.days import day_in
from likeness.values.money import Money, digits
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text

_LONGEST_NOTE = 400


@dataclass(frozen=True)
class DueChange:
    """What was said of a due before an act, and what is said after it."""

    key: str
    before: Said | None
    after: Said | None


def settle_due(
    desk: Desk, key: str, *, on: date | None = None, money: Money | None = None, note: str | None = None
) -> Outcome[DueChange]:
    """Say that a due was paid, received or done, on a day (today if left out).

    `money` is the sum that came where it is another one, or where nobody knew it; in the currency of the due.
    """
    due = _unsaid(desk, key)
    if money is not None:
        digits(money.currency)
        if due.kind in (REPORT, DELETION):
            raise Refused("no-sum-here", key=key)
        if due.money is not None and due.money.currency != money.currency:
            raise Refused("other-currency", key=key, value=money.currency, expected=due.money.currency)
    said = Said(waived=False, on=on or _today(desk, due), note=_clean(note), money=money, owed=due.money)
    return _say(desk, due.key, None, said)


def waive_due(desk: Desk, key: str, *, note: str | None = None) -> Outcome[DueChange]:
    """Say that a due is let go."""
    due = _unsaid(desk, key)
    return _say(desk, due.key, None, Said(waived=True, on=_today(desk, due), note=_clean(note), owed=due.money))


def reopen_due(desk: Desk, key: str) -> Outcome[DueChange]:
    """Take back what was said of a due."""
    due = the_due(desk, key)
    if due.said is None:
        raise Refused("nothing-said", key=key)
    return _say(desk, due.key, due.said, None)


def put_back(desk: Desk, change: DueChange) -> Outcome[DueChange]:
    """Undo an act on a due: say again what was said before it."""
    said = desk.registry.dues.get(change.key)
    if said != change.after:
        raise Refused("said-otherwise", key=change.key)
    return _say(desk, change.key, said, change.before)


def _unsaid(desk: Desk, key: str) -> Due:
    due = the_due(desk, key)
    if due.said is not None:
        raise Refused("already-said", key=key)
    return due


def _today(desk: Desk, due: Due) -> date:
    row = desk.registry.licences.get(due.licence, desk.now())
    return day_in(desk.now(), row.terms.zone if row else "UTC")


def _clean(note: str | None) -> str | None:
    return clean_text(note, "note", most=_LONGEST_NOTE) if note else None


def _say(desk: Desk, key: str, before: Said | None, said: Said | None) -> Outcome[DueChange]:
    tag = "due-reopened" if said is None else "due-waived" if said.waived else "due-settled"
    with desk.registry.transaction():
        desk.registry.dues.put(key, said, desk.now())
        desk.record(tag, {"due": key, **({} if said is None else _leaf(said))})
    return Outcome(DueChange(key, before, said), frozenset({Change.DUES}))


def _leaf(said: Said) -> dict[str, object]:
    money = said.money
    return {
        "on": said.on.isoformat(),
        "note": said.note,
        "minor": money.minor if money else None,
        "currency": money.currency if money else None,
    }
