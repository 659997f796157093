"""The fee: once, for each use, unit or day, or a share of revenue whose sum is not known until somebody enters it.

- A flat fee stays owed under the number it was agreed in. A licence that replaces another one with the same flat fee
  does not ask for it again: that is the old one's. Another sum was agreed anew, and stands beside it.
- A fee for each unit is owed for those of a use that went over its limit, too, as far as they lay within it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from likeness.licence.dues.due import FEE, ONCE, Contract, Due, Judged
from likeness.licence.dues.overage import beyond_limits
from likeness.licence.dues.periods import periods_of
from likeness.licence.dues.uses_under import day_of, payable, resting
from likeness.values.days import day_in
from likeness.values.money import Money

_SHARE_PERIOD = "year"  # how often a share of revenue is paid where no reports are agreed


def fees(contract: Contract, uses: list[Judged], until: date) -> Iterator[Due]:
    """Yield what the fee of a licence comes to."""
    yield from _BASES[contract.terms.fee.basis](contract, uses, until)


def flat_fee(contract: Contract) -> Money | None:
    """Return what is agreed to be paid once, by itself or with a share of revenue; None where nothing is."""
    fee = contract.terms.fee
    return fee.money if fee.basis in ("flat", "revenue-share") and fee.money is not None and fee.money.minor else None


def _due(contract: Contract, about: str, on: date | None, money: Money | None) -> Due:
    key = f"{FEE}:{contract.number}:{about}"
    return Due(key, FEE, contract.number, contract.terms.licensee.name, contract.terms.fee.basis, on, money)


def _flat(contract: Contract, _uses: list[Judged], _until: date) -> Iterator[Due]:
    fee, before = flat_fee(contract), None if contract.earlier is None else flat_fee(contract.earlier)
    if fee is not None and fee != before:
        on = payable(day_in(contract.in_force_at, contract.terms.zone), contract)
        yield replace(_due(contract, ONCE, on, fee), what="flat" if before is None else "flat-beside")


def _for_each_use(contract: Contract, uses: list[Judged], _until: date) -> Iterator[Due]:
    for use in resting(contract, uses):
        due = _due(contract, use.id, payable(day_of(use, contract), contract), contract.terms.fee.money)
        yield replace(due, use=use.id)


def _for_each_unit(contract: Contract, uses: list[Judged], _until: date) -> Iterator[Due]:
    fee, unit = contract.terms.fee, contract.terms.fee.unit or ""
    counted = [(use, use.quantity.get(unit, 0)) for use in resting(contract, uses)]
    counted += [(use, within) for use, limit, within, _over in beyond_limits(contract, uses) if limit.unit == unit]
    for use, count in counted:
        if count and fee.money is not None:
            sum_due = Money(fee.money.minor * count, fee.money.currency)
            due = _due(contract, use.id, payable(day_of(use, contract), contract), sum_due)
            yield replace(due, use=use.id, count=count, unit=unit)


def _for_each_day(contract: Contract, uses: list[Judged], _until: date) -> Iterator[Due]:
    for day in sorted({day_of(use, contract) for use in resting(contract, uses)}):
        period = day.isoformat()
        yield replace(_due(contract, period, payable(day, contract), contract.terms.fee.money), period=period)


def _share(contract: Contract, uses: list[Judged], until: date) -> Iterator[Due]:
    """Yield the sum that comes with a share, if any, and a due of unknown sum for each period in which it was used."""
    terms = contract.terms
    yield from _flat(contract, uses, until)
    every = terms.reporting.every if terms.reporting else _SHARE_PERIOD
    days = [day for use in resting(contract, uses) if (day := day_of(use, contract)) <= until]
    for period in periods_of(min(days), max(days), every, until) if days else ():
        if any(period.first <= day <= period.last for day in days):
            due = _due(contract, period.label, payable(period.last, contract), None)
            yield replace(due, period=period.label)


def _none(_contract: Contract, _uses: list[Judged], _until: date) -> Iterator[Due]:
    yield from ()


_BASES: dict[str, Callable[[Contract, list[Judged], date], Iterator[Due]]] = {
    "flat": _flat,
    "per-use": _for_each_use,
    "per-unit": _for_each_unit,
    "per-day": _for_each_day,
    "revenue-share": _share,
    "none": _none,
}
