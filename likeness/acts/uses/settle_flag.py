"""The life of a flag: a letter was sent, an invoice; it was settled, allowed after all, or a mistake.

- Every step is a leaf of the journal; a verdict is never changed by it, for the licence says what it says.
- A use that is allowed after all offers the amendment that would have allowed it, to be drafted and signed.
- Where a use only went over a limit, its flag and its overage go together: settled as paid, that is paid (each with
  its own leaf), and due again where the flag is opened; of a mistake none is owed (`licence.dues.overage`). What
  came in stays noted, whatever else is said of the flag.
- `put_back` undoes a step by appending the one before it, and undoes that again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from likeness.acts.desk import Desk
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.said_of_dues import DueChange, is_paid, say, step, take_back, today_under
from likeness.errors import Refused
from likeness.licence.dues.due import OVERAGE, Due, Said
from likeness.licence.terms import Terms
from likeness.licence.way_inside import Alone
from likeness.licence.widen import widened
from likeness.registry.flags import ALLOWED, GOING, MISTAKEN, PAID, SETTLED, STATES, WITHDRAWN, Step
from likeness.registry.uses import UseRow
from likeness.scope.judge import Verdict
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text
from likeness.values.unknown import unknown_code

ANSWERS = {  # what `use settle --as` takes (FORMAT section 7)
    "allowed": Step(ALLOWED),
    "paid": Step(SETTLED, PAID),
    "withdrawn": Step(SETTLED, WITHDRAWN),
    "mistaken": Step(MISTAKEN),
}
_CHANGED = frozenset({Change.USES})
_LONGEST_NOTE = 400


@dataclass(frozen=True)
class FlagChange:
    """A step of a use's flag, and the one before it; `amendments` are terms that would have allowed the use.

    `dues` are those of which something was said with it.
    """

    use: str
    before: Step
    after: Step
    amendments: tuple[tuple[str, Terms], ...] = ()
    dues: tuple[DueChange, ...] = ()


def settle_flag(desk: Desk, name: str, answer: str, note: str | None = None) -> Outcome[FlagChange]:
    """Say what became of a use out of scope or in review: one of `ANSWERS`."""
    if answer not in ANSWERS:
        raise unknown_code(answer, "as", ANSWERS)
    row = flagged(desk, name)
    moved = _move(desk, row, Step(ANSWERS[answer].state, ANSWERS[answer].way, _clean(note)))
    amendments = amendments_of(desk, row) if answer == "allowed" else ()
    return Outcome(replace(moved.value, amendments=amendments), moved.changed)


def move_flag(desk: Desk, name: str, state: str, note: str | None = None) -> Outcome[FlagChange]:
    """Move a flag to a state on its way: open again, a letter was sent, an invoice was."""
    if state not in STATES:
        raise unknown_code(state, "state", STATES)
    return _move(desk, flagged(desk, name), Step(state, note=_clean(note)))


def put_back(desk: Desk, change: FlagChange) -> Outcome[FlagChange]:
    """Undo a step and what it said of dues; what it gives back undoes that again."""
    row = flagged(desk, change.use)
    with desk.registry.transaction():
        move = step(desk, row, change.before)
        dues = take_back(desk, change.dues)
    back = FlagChange(change.use, move.before, move.after, dues=dues)
    return Outcome(back, _CHANGED | {Change.DUES} if dues else _CHANGED)


def flagged(desk: Desk, name: str) -> UseRow:
    """Return a use whose newest verdict is not simply in scope, or raise Refused."""
    row = desk.registry.uses.get(name)
    if row is None:
        raise Refused("unknown-use", key=name)
    if row.newest.verdict is Verdict.IN_SCOPE and not desk.registry.flags.steps(row.row):
        raise Refused("nothing-to-settle", key=name)
    return row


def _move(desk: Desk, row: UseRow, after: Step) -> Outcome[FlagChange]:
    """Move a flag; where it is settled as paid its overage is paid, and due again where it is opened."""
    dues, moved = _overages(desk, row), list[DueChange]()
    with desk.registry.transaction():
        move = step(desk, row, after)
        if is_paid(after):
            moved = [_paid(desk, due, after.note) for due in dues if due.said is None]
        elif is_paid(move.before) and after.state in GOING:
            moved = [say(desk, due.key, due.said, None) for due in dues if _came_as_overage(due)]
    change = FlagChange(row.use.id, move.before, after, dues=tuple(moved))
    return Outcome(change, _CHANGED | {Change.DUES} if moved else _CHANGED)


def _paid(desk: Desk, due: Due, note: str | None) -> DueChange:
    said = Said(waived=False, on=today_under(desk, due.licence), note=note, owed=due.money)
    return say(desk, due.key, None, said)


def _came_as_overage(due: Due) -> bool:
    """Tell whether it was paid as what it is: what came as the fee of its use, before that went over, stays noted."""
    return due.said is not None and not due.said.waived and due.key.startswith(f"{OVERAGE}:")


def _overages(desk: Desk, row: UseRow) -> list[Due]:
    """Return what is owed, or was said to be paid, of a use that only went over a limit."""
    if row.newest.broken != ("limit",) or row.newest.missing:
        return []
    dues = (due for number in row.newest.licences for due in dues_here(desk, licence=number))
    return [due for due in dues if due.kind == OVERAGE and due.use == row.use.id]


def amendments_of(desk: Desk, row: UseRow) -> tuple[tuple[str, Terms], ...]:
    """Return, by number, the terms of each licence that broke something, widened so that the use would be inside."""
    found = []
    for number, broken, _ in row.newest.by_licence:
        licence = desk.registry.licences.get(number, desk.now())
        terms = (
            None if licence is None or not licence.own or not broken else widened(Alone(number, licence.terms), row.use)
        )
        if terms is not None:
            found.append((number, terms))
    return tuple(found)


def _clean(note: str | None) -> str | None:
    return clean_text(note, "note", most=_LONGEST_NOTE) if note else None
