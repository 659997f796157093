"""The life of a flag: a letter was sent, an invoice; it was settled, allowed after all, or a mistake.

- Every step is a leaf of the journal; a verdict is never changed by it, for the licence says what it says.
- A use that is allowed after all offers the amendment that would have allowed it, to be drafted and signed.
- `put_back` undoes a step by appending the one before it, and undoes that again.
"""

from __future__ import annotations

from dataclasses import dataclass

from likeness.acts.desk import Desk
from likeness.errors import Refused, Unreadable
from likeness.licence.terms import Terms
from likeness.licence.way_inside import Alone
from likeness.licence.widen import widened
from likeness.registry.flags import ALLOWED, MISTAKEN, OPEN, PAID, SETTLED, STATES, WITHDRAWN, Step
from likeness.registry.uses import UseRow
from likeness.scope.judge import Verdict
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text

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
    """A step of a use's flag, and the one before it; `amendments` are terms that would have allowed the use."""

    use: str
    before: Step
    after: Step
    amendments: tuple[tuple[str, Terms], ...] = ()


def settle_flag(desk: Desk, name: str, answer: str, note: str | None = None) -> Outcome[FlagChange]:
    """Say what became of a use out of scope or in review: one of `ANSWERS`."""
    if answer not in ANSWERS:
        raise Unreadable("unknown-code", key="as", value=answer)
    row = flagged(desk, name)
    change = _step(desk, row, Step(ANSWERS[answer].state, ANSWERS[answer].way, _clean(note)))
    amendments = amendments_of(desk, row) if answer == "allowed" else ()
    return Outcome(FlagChange(name, change.before, change.after, amendments), _CHANGED)


def move_flag(desk: Desk, name: str, state: str, note: str | None = None) -> Outcome[FlagChange]:
    """Move a flag to a state on its way: open again, a letter was sent, an invoice was."""
    if state not in STATES:
        raise Unreadable("unknown-code", key="state", value=state)
    return Outcome(_step(desk, flagged(desk, name), Step(state, note=_clean(note))), _CHANGED)


def put_back(desk: Desk, change: FlagChange) -> Outcome[FlagChange]:
    """Undo a step; what it gives back undoes that again."""
    return Outcome(_step(desk, flagged(desk, change.use), change.before), _CHANGED)


def flagged(desk: Desk, name: str) -> UseRow:
    """Return a use whose newest verdict is not simply in scope, or raise Refused."""
    row = desk.registry.uses.get(name)
    if row is None:
        raise Refused("unknown-use", key=name)
    if row.newest.verdict is Verdict.IN_SCOPE and not desk.registry.flags.steps(row.row):
        raise Refused("nothing-to-settle", key=name)
    return row


def standing(desk: Desk, row: UseRow) -> Step:
    """Return where the flag of a use stands."""
    steps = desk.registry.flags.steps(row.row)
    return steps[-1] if steps else Step(OPEN)


def _step(desk: Desk, row: UseRow, step: Step) -> FlagChange:
    now, before = desk.now(), standing(desk, row)
    with desk.registry.transaction():
        desk.registry.flags.put(row.row, step, now)
        desk.record("flag", {"use": row.use.id, "state": step.state, "way": step.way, "note": step.note})
    return FlagChange(row.use.id, before, step)


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
