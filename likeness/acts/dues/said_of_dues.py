"""What is said of a due, and where the flag of a use stands: each kept with its leaf, inside the caller's transaction.

A use that only went over a limit has both, and they go together: its flag is settled as paid where its overage is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from likeness.acts.desk import Desk
from likeness.licence.dues.due import OVERAGE, Due, Said
from likeness.registry.flags import GOING, OPEN, PAID, SETTLED, Step
from likeness.registry.uses import UseRow
from likeness.values.days import day_in


@dataclass(frozen=True)
class FlagMove:
    """Where the flag of a use stood, and where it stands now."""

    use: str
    before: Step
    after: Step


@dataclass(frozen=True)
class DueChange:
    """What was said of a due before an act, and what is said after it; `flag` moved with it."""

    key: str
    before: Said | None
    after: Said | None
    flag: FlagMove | None = None


def say(desk: Desk, key: str, before: Said | None, said: Said | None) -> DueChange:
    """Say of a due that it was settled or let go; None takes it back."""
    tag = "due-reopened" if said is None else "due-waived" if said.waived else "due-settled"
    desk.registry.dues.put(key, said, desk.now())
    desk.record(tag, {"due": key, **({} if said is None else _leaf(said))})
    return DueChange(key, before, said)


def take_back(desk: Desk, changes: Iterable[DueChange]) -> tuple[DueChange, ...]:
    """Say again what was said before some changes, where nothing else was said since; the newest first."""
    stand = [one for one in changes if desk.registry.dues.get(one.key) == one.after]
    return tuple(say(desk, one.key, one.after, one.before) for one in reversed(stand))


def standing(desk: Desk, row: UseRow) -> Step:
    """Return where the flag of a use stands."""
    steps = desk.registry.flags.steps(row.row)
    return steps[-1] if steps else Step(OPEN)


def step(desk: Desk, row: UseRow, after: Step) -> FlagMove:
    """Move the flag of a use."""
    before = standing(desk, row)
    desk.registry.flags.put(row.row, after, desk.now())
    desk.record("flag", {"use": row.use.id, "state": after.state, "way": after.way, "note": after.note})
    return FlagMove(row.use.id, before, after)


def is_paid(one: Step) -> bool:
    """Tell whether a flag was settled as paid."""
    return (one.state, one.way) == (SETTLED, PAID)


def flag_of_paid(desk: Desk, due: Due, note: str | None) -> FlagMove | None:
    """Settle the flag of the use whose overage was paid, where nobody closed it otherwise."""
    row = _flagged(desk, due)
    return step(desk, row, Step(SETTLED, PAID, note)) if row and standing(desk, row).state in GOING else None


def flag_of_open(desk: Desk, due: Due) -> FlagMove | None:
    """Let the flag of the use whose overage is due again stand where it stood before it was settled as paid."""
    row = _flagged(desk, due)
    if row is None or not is_paid(standing(desk, row)):
        return None
    earlier = [one for one in desk.registry.flags.steps(row.row) if not is_paid(one)]
    return step(desk, row, earlier[-1] if earlier else Step(OPEN))


def today_under(desk: Desk, number: str) -> date:
    """Return today in the zone of a licence."""
    row = desk.registry.licences.get(number, desk.now())
    return day_in(desk.now(), row.terms.zone if row else "UTC")


def _flagged(desk: Desk, due: Due) -> UseRow | None:
    return desk.registry.uses.get(due.use) if due.kind == OVERAGE and due.use is not None else None


def _leaf(said: Said) -> dict[str, object]:
    money = said.money
    return {
        "on": said.on.isoformat(),
        "note": said.note,
        "minor": money.minor if money else None,
        "currency": money.currency if money else None,
    }
