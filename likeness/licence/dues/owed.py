"""All that is owed under one licence: fee, residuals, overage, reports and the deletion.

- A licence that was replaced owes the money agreed in it, its fee and what was used, and the reports of the periods
  that had ended by then. The newer one has the running period, whenever its own windows open, and all after it, and the
  deletion that was not due yet; it asks for the same fee no second time (`fees`).
  What was shown under the older one was shown before, and a title or a period is owed once (`residuals`).
- A sum that comes to nothing (0 %, or less than half of the smallest unit) is not owed.
- After a withdrawal no further period is reported; what was used is still paid for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from likeness.licence.dues.due import COPIES, DELETION, REPORT, Contract, Due, Judged, in_order
from likeness.licence.dues.fees import fees
from likeness.licence.dues.lasting_keys import with_lasting_keys
from likeness.licence.dues.overage import overages
from likeness.licence.dues.periods import days_later, periods_of
from likeness.licence.dues.residuals import residuals
from likeness.licence.dues.uses_under import in_turn
from likeness.values.days import day_in


def owed_under(contract: Contract, uses: Iterable[Judged], until: date, before: Iterable[Judged] = ()) -> list[Due]:
    """Return everything owed, by day; periods that have begun by `until` are counted.

    `before` are the uses that rest on the licences it replaces.
    """
    turned = in_turn(uses)
    found = [
        *fees(contract, turned, until),
        *residuals(contract, turned, until, in_turn(before)),
        *overages(contract, turned),
        *_reports(contract, until),
        *_deletion(contract),
    ]
    owed = [due for due in found if due.money is None or due.money.minor]
    return in_order(with_lasting_keys(contract, owed, turned, until))


def _reports(contract: Contract, until: date) -> Iterator[Due]:
    """Yield a report for each calendar period from the first day of the windows, in the licence's zone."""
    terms = contract.terms
    if terms.reporting is None:
        return
    last = terms.last_day
    if contract.ended_at is not None:
        gone = day_in(contract.ended_at, terms.zone)
        last = gone if last is None else min(last, gone)
    opened = min(one.terms.first_day for one in (contract, *contract.replaced()))
    first, over = max(opened, day_in(contract.in_force_at, terms.zone)), _replaced_on(contract)
    for period in periods_of(first, last, terms.reporting.every, until):
        if over is not None and period.last >= over:
            return
        key = f"{REPORT}:{contract.number}:{period.label}"
        on = days_later(period.last, terms.reporting.due_days)
        yield Due(key, REPORT, contract.number, terms.licensee.name, terms.reporting.every, on, period=period.label)


def _deletion(contract: Contract) -> Iterator[Due]:
    terms, over = contract.terms, _replaced_on(contract)
    if terms.delete_by is not None and (over is None or terms.delete_by <= over):
        key = f"{DELETION}:{contract.number}:{COPIES}"
        yield Due(key, DELETION, contract.number, terms.licensee.name, COPIES, terms.delete_by)


def _replaced_on(contract: Contract) -> date | None:
    return None if contract.replaced_at is None else day_in(contract.replaced_at, contract.terms.zone)
