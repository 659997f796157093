"""What is owed, one line of it: money, a report or a deletion under a licence, or the deletion of a likeness.

It is computed, never stored.

- The key is stable: the same licence and the same use or period give the same key, whatever else arrives. What is
  owed once (a flat fee, a title) has a key that names neither.
- A sum is minor units of one currency, rounded once, half to even; None is a sum that nobody knows yet.
- What people say of it (paid, waived) stands beside it and is all that is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from likeness.licence.terms import Terms
from likeness.scope.judge import Finding
from likeness.scope.use import Use
from likeness.values.days import Moment
from likeness.values.money import Money

FEE, RESIDUAL, OVERAGE, REPORT, DELETION = "fee", "residual", "overage", "report", "deletion"
KINDS = (FEE, RESIDUAL, OVERAGE, REPORT, DELETION)
MONEY = (FEE, RESIDUAL, OVERAGE)
DUE, OVERDUE, WAIVED = "due", "overdue", "waived"
ONCE, COPIES, TITLE = "once", "copies", "title"
REST, PAST = "rest", "past"  # aspects: what is owed beyond what was spoken of; what is no longer computed
# What "settled" is called, by kind.
_SETTLED = {FEE: "paid", RESIDUAL: "paid", OVERAGE: "paid", REPORT: "received", DELETION: "done"}


@dataclass(frozen=True)
class Said:
    """What somebody said of a due: settled or waived, on which day, with a note, and the sum where it was entered.

    `owed` is what it came to then; None for a due whose sum nobody knew, or of which an earlier version was told.
    """

    waived: bool
    on: date
    note: str | None = None
    money: Money | None = None
    owed: Money | None = None


@dataclass(frozen=True)
class Due:
    """One thing that is owed.

    `on` is the last day to pay, report or delete, in the licence's zone; None where no day was agreed. `what` is the
    code of its words: the basis of the fee, what a residual is paid for, the unit of an overage, the period of a
    report. `use` is the use it follows from, `period` the calendar period, `count` how many and `unit` of what, where
    `what` does not say it. `before` are keys under which it was known earlier. `aspect` is empty, `REST` or `PAST`; of
    the latter `what` is the use or period that its key names. The deletion of a likeness (`likeness` is its title) is
    under no licence and owed by no company: both are empty.
    """

    key: str
    kind: str
    licence: str
    company: str
    what: str
    on: date | None
    money: Money | None = None
    use: str | None = None
    period: str | None = None
    count: int | None = None
    likeness: str | None = None
    unit: str | None = None
    state: str = DUE
    said: Said | None = None
    before: tuple[str, ...] = ()
    aspect: str = ""

    @property
    def pays(self) -> bool:
        """Tell whether it is money that is owed, not a report or a deletion."""
        return self.kind in MONEY


@dataclass(frozen=True)
class Contract:
    """A licence that is or was in force; `ended_at` is the instant of a withdrawal, `replaced_at` of an amendment.

    `earlier` is the licence that it replaces, if that was in force, with the one before it, and so on.
    """

    number: str
    terms: Terms
    in_force_at: datetime
    ended_at: datetime | None = None
    replaced_at: datetime | None = None
    earlier: Contract | None = None

    def replaced(self) -> Iterator[Contract]:
        """Yield the licences that it replaces, the newest first."""
        one = self.earlier
        while one is not None:
            yield one
            one = one.earlier


@dataclass(frozen=True)
class Judged:
    """A use with its newest finding.

    `names` are those it has or had in keys, the one for new words last; none is its id. `mistaken` says that its flag
    was a mistake, `moved` are the moments of the versions that it corrects, the newest first.
    """

    use: Use
    finding: Finding
    names: tuple[str, ...] = ()
    mistaken: bool = False
    moved: tuple[Moment, ...] = ()


def with_state(due: Due, said: Said | None, today: date) -> Due:
    """Return a due with its state on a day: what people said of it, else due, else overdue."""
    if said is None:
        return replace(due, state=OVERDUE if due.on is not None and due.on < today else DUE)
    state = WAIVED if said.waived else _SETTLED[due.kind]
    return replace(due, state=state, said=said, money=said.money or said.owed or due.money)


def in_order(dues: Iterable[Due]) -> list[Due]:
    """Return dues by day, those without a day last, then by key."""
    return sorted(dues, key=lambda due: (due.on or date.max, due.on is None, due.key))


def rounded(amount: Fraction, currency: str) -> Money:
    """Return an exact number of minor units as a sum: rounded here and nowhere else, half to even."""
    return Money(round(amount), currency)
