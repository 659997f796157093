"""The overage: what a use costs that is wrong in nothing but its count.

- Only a use whose one fault under a licence is the limit is priced; anything else is a breach, not a bill.
- Units over are those beyond what was left: what room the first use over a limit leaves is used up once.
- The price of a unit is the fee for one, or the fee by the most that it paid for; a fee for each use or day is
  owed once more. The exact price times the units is rounded once. Where the fee is for each unit, those within the
  limit are owed as the fee (`fees`).
- The most that a flat fee paid for is that of the limit, for a limit by the month or year that of all of them in which
  the licence allows making, or showing. Where that has no end, nobody knows the price.
- A use whose flag was a mistake owes none; what room it left stays used up.
- Where one use goes over several limits, the first of them in the terms is billed, not all.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from likeness.licence.dues.due import OVERAGE, Contract, Due, Judged, rounded
from likeness.licence.dues.periods import period_of, periods_in
from likeness.licence.dues.uses_under import day_of, payable
from likeness.licence.terms import LimitTerm
from likeness.scope.judge import Finding
from likeness.scope.limits import Overrun
from likeness.scope.use import Use
from likeness.values.codes import SHOW
from likeness.values.money import Money


class Beyond(NamedTuple):
    """A use that only went over a limit: the units that lay within it, and those that did not."""

    use: Use
    limit: LimitTerm
    within: int
    over: int


def overages(contract: Contract, uses: list[Judged]) -> Iterator[Due]:
    """Yield a due for each use that only went over a limit."""
    mistaken = {one.use.id for one in uses if one.mistaken}
    for use, limit, _within, beyond in beyond_limits(contract, uses):
        if beyond > 0 and use.id not in mistaken:
            yield Due(
                f"{OVERAGE}:{contract.number}:{use.id}",
                OVERAGE,
                contract.number,
                contract.terms.licensee.name,
                limit.unit,
                payable(day_of(use, contract), contract),
                _price(contract, limit, beyond),
                use=use.id,
                count=beyond,
            )


def beyond_limits(contract: Contract, uses: list[Judged]) -> Iterator[Beyond]:
    """Yield the uses that only went over a limit, in the order of the limits (FORMAT 4.7)."""
    reached: dict[tuple[LimitTerm, str], int] = {}
    for use, limit, over in _overruns(contract, uses):
        key = (limit, _period(contract, limit, use))
        before = reached.get(key, over.so_far)
        reached[key] = before + over.asked
        beyond = max(reached[key] - max(limit.most, before), 0)
        yield Beyond(use, limit, over.asked - beyond, beyond)


def _overruns(contract: Contract, uses: list[Judged]) -> Iterator[tuple[Use, LimitTerm, Overrun]]:
    for one in uses:
        if _only_limit(contract.number, one.finding):
            for place, limit in enumerate(contract.terms.limits):
                over = next((over for over in one.finding.overruns if _is_of(over, contract, place)), None)
                if over is not None and (limit.on == SHOW) == (one.use.act == SHOW):
                    yield one.use, limit, over
                    break


def _is_of(over: Overrun, contract: Contract, place: int) -> bool:
    limit = contract.terms.limits[place]
    same = (over.unit, over.most) == (limit.unit, limit.most)
    return same and over.place in (None, place) and over.licence in (None, contract.number)


def _only_limit(number: str, finding: Finding) -> bool:
    return (number, ("limit",), ()) in finding.by_licence and finding.broken == ("limit",) and not finding.missing


def _period(contract: Contract, limit: LimitTerm, use: Use) -> str:
    return "" if limit.per is None else period_of(day_of(use, contract), limit.per).label


def _price(contract: Contract, limit: LimitTerm, units: int) -> Money | None:
    fee = contract.terms.fee
    if fee.money is None:
        return None
    if fee.basis == "per-unit" and fee.unit == limit.unit:
        return Money(fee.money.minor * units, fee.money.currency)
    if fee.basis in ("per-use", "per-day"):
        return fee.money
    if fee.basis != "flat" or not limit.most:
        return None
    most = _most_in_all(contract, limit)
    return None if most is None else rounded(Fraction(fee.money.minor) * units / most, fee.money.currency)


def _most_in_all(contract: Contract, limit: LimitTerm) -> int | None:
    """Return how many units a limit allows from the first day to the last; None where there is no last."""
    window = contract.terms.exploit if limit.on == SHOW else contract.terms.create
    if limit.per is None or window is None:
        return limit.most
    periods = periods_in(window, limit.per)
    return None if periods is None else limit.most * periods
