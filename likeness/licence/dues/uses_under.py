"""The uses that bear on what a licence is owed: those that rest on it, and those that only went over a limit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from likeness.licence.dues.due import Contract, Judged
from likeness.licence.dues.periods import days_later
from likeness.scope.judge import Verdict
from likeness.scope.use import Use
from likeness.values.codes import SHOW
from likeness.values.days import day_in, start_utc


def in_turn(uses: Iterable[Judged]) -> list[Judged]:
    """Return the uses that state a day, in the order of the limits (FORMAT 4.7)."""
    return sorted((one for one in uses if one.use.at is not None), key=lambda one: _turn(one.use))


def oldest_first(uses: Iterable[Use]) -> list[Use]:
    """Return uses that state a day in that order, too."""
    return sorted(uses, key=_turn)


def _turn(use: Use) -> tuple[datetime, str]:
    assert use.at is not None  # noqa: S101  see in_turn
    return start_utc(use.at), use.id


def resting(contract: Contract, uses: list[Judged]) -> list[Use]:
    """Return the uses in scope that rest on a licence."""
    return [
        one.use for one in uses if one.finding.verdict is Verdict.IN_SCOPE and contract.number in one.finding.licences
    ]


def shown(contract: Contract, uses: list[Judged]) -> list[Use]:
    """Return the showings in scope that rest on a licence."""
    return [use for use in resting(contract, uses) if use.act == SHOW]


def day_of(use: Use, contract: Contract) -> date:
    """Return the day of a use in the licence's zone; only uses that state one get here."""
    assert use.at is not None  # noqa: S101  see in_turn
    return day_in(use.at, contract.terms.zone)


def payable(day: date, contract: Contract) -> date | None:
    """Return the last day to pay what follows from a day, or None where no days to pay are agreed.

    FORMAT section 2: calendar days from the instant the licence came into force. What is owed for a later use cannot
    be due before that use, so its days run from the later of the two.
    """
    if contract.terms.fee.due_days is None:
        return None
    in_force = day_in(contract.in_force_at, contract.terms.zone)
    return days_later(max(day, in_force), contract.terms.fee.due_days)
