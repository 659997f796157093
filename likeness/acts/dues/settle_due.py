"""Saying what became of a due: paid, received or done; waived; or nothing after all. Each a leaf of the journal.

Where less came than was owed, the rest is still due (`licence.dues.spoken`). Where an overage is paid in full, the flag
of its use is settled as paid, and opens with it again (`said_of_dues`).
Every act gives back what was said before and what is said now; `put_back` undoes it, and undoes that again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from likeness.acts.desk import Desk
from likeness.acts.dues.read_dues import the_due
from likeness.acts.dues.said_of_dues import (
    DueChange,
    flag_of_open,
    flag_of_paid,
    say,
    standing,
    step,
    today_under,
)
from likeness.errors import Refused
from likeness.licence.dues.due import DELETION, REPORT, Due, Said
from likeness.values.money import Money, digits
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text

_LONGEST_NOTE = 400


def settle_due(
    desk: Desk, key: str, *, on: date | None = None, money: Money | None = None, note: str | None = None
) -> Outcome[DueChange]:
    """Say that a due was paid, received or done, on a day (today if left out).

    `money` is the sum that came where it is another one, or where nobody knew it; in the currency of the due. A day
    that is still to come in the licence's zone is refused ("day-ahead").
    """
    due = _unsaid(desk, key)
    if money is not None:
        digits(money.currency)
        if due.kind in (REPORT, DELETION):
            raise Refused("no-sum-here", key=key)
        if due.money is not None and due.money.currency != money.currency:
            raise Refused("other-currency", key=key, value=money.currency, expected=due.money.currency)
    today = today_under(desk, due.licence)
    on = on or today
    if on > today:
        raise Refused("day-ahead", key=key, value=on.isoformat())
    said = Said(waived=False, on=on, note=_clean(note), money=money, owed=due.money)
    with desk.registry.transaction():
        change = say(desk, due.key, None, said)
        return _done(replace(change, flag=flag_of_paid(desk, due, said.note) if _in_full(said) else None))


def waive_due(desk: Desk, key: str, *, note: str | None = None) -> Outcome[DueChange]:
    """Say that a due is let go."""
    due = _unsaid(desk, key)
    said = Said(waived=True, on=today_under(desk, due.licence), note=_clean(note), owed=due.money)
    with desk.registry.transaction():
        return _done(say(desk, due.key, None, said))


def reopen_due(desk: Desk, key: str) -> Outcome[DueChange]:
    """Take back what was said of a due."""
    due = the_due(desk, key)
    if due.said is None:
        raise Refused("nothing-said", key=key)
    with desk.registry.transaction():
        change = say(desk, due.key, due.said, None)
        return _done(change if due.said.waived else replace(change, flag=flag_of_open(desk, due)))


def put_back(desk: Desk, change: DueChange) -> Outcome[DueChange]:
    """Undo an act on a due: say again what was said before it; a flag that moved with it goes back, too."""
    said, flag = desk.registry.dues.get(change.key), change.flag
    if said != change.after:
        raise Refused("said-otherwise", key=change.key)
    row = None if flag is None else desk.registry.uses.get(flag.use)
    with desk.registry.transaction():
        back = say(desk, change.key, said, change.before)
        if flag is not None and row is not None and standing(desk, row).code == flag.after.code:
            back = replace(back, flag=step(desk, row, flag.before))
        return _done(back)


def _in_full(said: Said) -> bool:
    return said.owed is None or said.money is None or said.money.minor >= said.owed.minor


def _unsaid(desk: Desk, key: str) -> Due:
    due = the_due(desk, key)
    if due.said is not None:
        raise Refused("already-said", key=key)
    return due


def _clean(note: str | None) -> str | None:
    return clean_text(note, "note", most=_LONGEST_NOTE) if note else None


def _done(change: DueChange) -> Outcome[DueChange]:
    return Outcome(change, frozenset({Change.DUES} if change.flag is None else {Change.DUES, Change.USES}))
