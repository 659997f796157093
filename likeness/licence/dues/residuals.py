"""Residuals: what is paid for each further exploitation of finished work.

- A re-run is each showing of what was shown before, on the same medium, in the same place and language (`runs`).
- A title is the work that is shown: a licence is of one project, whichever of its ids a showing states.
- Months, quarters and years are those in which it is shown.
- A unit is each copy that a showing states. Receipts are not known until somebody enters the sum.
- A percentage is one of the fee; of a unit's price or of receipts the sum is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from likeness.licence.dues.due import ONCE, RESIDUAL, Contract, Due, Judged, rounded
from likeness.licence.dues.periods import Period, period_of
from likeness.licence.dues.runs import Runs
from likeness.licence.dues.uses_under import day_of, payable, shown
from likeness.licence.terms import Residual
from likeness.scope.use import Use
from likeness.values.money import Money

_RECEIPTS_PERIOD = "year"  # how often receipts are settled where no reports are agreed


def residuals(contract: Contract, uses: list[Judged], until: date) -> Iterator[Due]:
    """Yield the residuals of a licence; `until` is the last day that counts."""
    showings = [use for use in shown(contract, uses) if day_of(use, contract) <= until]
    for place, residual in enumerate(contract.terms.residuals):
        yield from _KINDS[residual.per](contract, place, residual, showings)


def _due(contract: Contract, place: int, residual: Residual, about: str, day: date, money: Money | None) -> Due:
    key = f"{RESIDUAL}:{contract.number}:{place}.{residual.per}.{about}"
    on = payable(day, contract)
    return Due(key, RESIDUAL, contract.number, contract.terms.licensee.name, residual.per, on, money)


def _sum(contract: Contract, residual: Residual) -> Money | None:
    """Return what one further exploitation costs; None where it is a share of a sum that is not stated."""
    fee = contract.terms.fee.money
    if residual.percent is None or fee is None:
        return residual.money
    return rounded(Fraction(residual.percent) * fee.minor / 100, fee.currency)


def _re_runs(contract: Contract, place: int, residual: Residual, showings: list[Use]) -> Iterator[Due]:
    runs = Runs()
    for use in showings:
        if runs.again(use):
            yield _of_use(contract, place, residual, use, _sum(contract, residual))


def _titles(contract: Contract, place: int, residual: Residual, showings: list[Use]) -> Iterator[Due]:
    for use in showings[:1]:
        due = _due(contract, place, residual, ONCE, day_of(use, contract), _sum(contract, residual))
        yield replace(due, use=use.id)


def _units(contract: Contract, place: int, residual: Residual, showings: list[Use]) -> Iterator[Due]:
    for use in showings:
        copies = use.quantity.get("copy", 0)
        if copies:
            each = residual.money
            money = None if each is None else Money(each.minor * copies, each.currency)
            yield _of_use(contract, place, residual, use, money, count=copies)


def _of_use(
    contract: Contract, place: int, residual: Residual, use: Use, money: Money | None, count: int | None = None
) -> Due:
    due = _due(contract, place, residual, use.id, day_of(use, contract), money)
    return replace(due, use=use.id, count=count)


def _periods(contract: Contract, place: int, residual: Residual, showings: list[Use]) -> Iterator[Due]:
    for period in _in_which_shown(contract, residual.per, showings):
        yield _of_period(contract, place, residual, period, _sum(contract, residual))


def _receipts(contract: Contract, place: int, residual: Residual, showings: list[Use]) -> Iterator[Due]:
    reporting = contract.terms.reporting
    for period in _in_which_shown(contract, reporting.every if reporting else _RECEIPTS_PERIOD, showings):
        yield _of_period(contract, place, residual, period, residual.money)


def _of_period(contract: Contract, place: int, residual: Residual, period: Period, money: Money | None) -> Due:
    due = _due(contract, place, residual, period.label, period.last, money)
    return replace(due, period=period.label)


def _in_which_shown(contract: Contract, every: str, showings: list[Use]) -> list[Period]:
    return sorted({period_of(day_of(use, contract), every) for use in showings}, key=lambda period: period.first)


_KINDS: dict[str, Callable[[Contract, int, Residual, list[Use]], Iterator[Due]]] = {
    "re-run": _re_runs,
    "title": _titles,
    "unit": _units,
    "month": _periods,
    "quarter": _periods,
    "year": _periods,
    "receipts": _receipts,
}
