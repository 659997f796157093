"""Residuals: what is paid for each further exploitation of finished work.

- A re-run is each showing of what was shown before, on the same medium, in the same place and language (`runs`).
- A title is the work that is shown: a licence is of one project, whichever of its ids a showing states.
- Months, quarters and years are those in which it is shown.
- A unit is each copy that a showing states. Receipts are not known until somebody enters the sum.
- A percentage is one of the fee; of a unit's price or of receipts the sum is not known.
- What was shown under a licence that this one replaces was shown before. A title or a period for which that one owes
  the same is not owed a second time; another sum was agreed anew, and stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from likeness.licence.dues.due import ONCE, RESIDUAL, Contract, Due, Judged, rounded
from likeness.licence.dues.periods import Period, period_of
from likeness.licence.dues.runs import Runs
from likeness.licence.dues.uses_under import day_of, oldest_first, payable, shown
from likeness.licence.terms import Residual
from likeness.scope.use import Use
from likeness.values.money import Money

_RECEIPTS_PERIOD = "year"  # how often receipts are settled where no reports are agreed


@dataclass(frozen=True)
class _Shown:
    """Showings, oldest first: those that rest on a licence, and those that rested on the licences it replaces."""

    now: list[Use]
    before: list[tuple[Contract, list[Use]]]


def residuals(contract: Contract, uses: list[Judged], until: date, before: list[Judged]) -> Iterator[Due]:
    """Yield the residuals of a licence; `until` is the last day that counts, `before` were under those it replaces."""
    own = {one.use.id for one in uses}
    earlier = [one for one in before if one.use.id not in own]
    showings = _Shown(_by(until, contract, uses), [(one, _by(until, one, earlier)) for one in contract.replaced()])
    for place, residual in enumerate(contract.terms.residuals):
        yield from _KINDS[residual.per](contract, place, residual, showings)


def _by(until: date, contract: Contract, uses: list[Judged]) -> list[Use]:
    return [use for use in shown(contract, uses) if day_of(use, contract) <= until]


def _owing_the_same(contract: Contract, residual: Residual, showings: _Shown) -> Iterator[tuple[Contract, list[Use]]]:
    """Yield the licences before that owe the same, with what was shown under them."""
    money = _sum(contract, residual)
    for one, uses in showings.before:
        agreed = [their for their in one.terms.residuals if their.per == residual.per]
        if any(their == residual if money is None else _sum(one, their) == money for their in agreed):
            yield one, uses


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


def _re_runs(contract: Contract, place: int, residual: Residual, showings: _Shown) -> Iterator[Due]:
    runs, own = Runs(), {use.id for use in showings.now}
    for use in oldest_first([*showings.now, *(use for _one, uses in showings.before for use in uses)]):
        if runs.again(use) and use.id in own:
            yield _of_use(contract, place, residual, use, _sum(contract, residual))


def _titles(contract: Contract, place: int, residual: Residual, showings: _Shown) -> Iterator[Due]:
    paid_before = any(uses for _one, uses in _owing_the_same(contract, residual, showings))
    for use in [] if paid_before else showings.now[:1]:
        due = _due(contract, place, residual, ONCE, day_of(use, contract), _sum(contract, residual))
        yield replace(due, use=use.id)


def _units(contract: Contract, place: int, residual: Residual, showings: _Shown) -> Iterator[Due]:
    for use in showings.now:
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


def _periods(contract: Contract, place: int, residual: Residual, showings: _Shown) -> Iterator[Due]:
    asked = {
        period
        for one, uses in _owing_the_same(contract, residual, showings)
        for period in _in_which_shown(one, residual.per, uses)
    }
    for period in _in_which_shown(contract, residual.per, showings.now):
        if period not in asked:
            yield _of_period(contract, place, residual, period, _sum(contract, residual))


def _receipts(contract: Contract, place: int, residual: Residual, showings: _Shown) -> Iterator[Due]:
    reporting = contract.terms.reporting
    for period in _in_which_shown(contract, reporting.every if reporting else _RECEIPTS_PERIOD, showings.now):
        yield _of_period(contract, place, residual, period, residual.money)


def _of_period(contract: Contract, place: int, residual: Residual, period: Period, money: Money | None) -> Due:
    due = _due(contract, place, residual, period.label, period.last, money)
    return replace(due, period=period.label)


def _in_which_shown(contract: Contract, every: str, showings: list[Use]) -> list[Period]:
    return sorted({period_of(day_of(use, contract), every) for use in showings}, key=lambda period: period.first)


_KINDS: dict[str, Callable[[Contract, int, Residual, _Shown], Iterator[Due]]] = {
    "re-run": _re_runs,
    "title": _titles,
    "unit": _units,
    "month": _periods,
    "quarter": _periods,
    "year": _periods,
    "receipts": _receipts,
}
