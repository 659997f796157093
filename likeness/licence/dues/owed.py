"""All that is owed under one licence: fee, residuals, overage, reports and the deletion.

- A licence that was replaced owes the money agreed in it, its fee and what was used, and the reports that fell due
  until then; the newer one takes over from there, the deletion too, and asks for the same fee no second time (`fees`).
  What was shown under the older one was shown before, and a title or a period is owed once (`residuals`).
- After a withdrawal no further period is reported; what was used is still paid for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from likeness.licence.dues.due import COPIES, DELETION, REPORT, Contract, Due, Judged, in_order
from likeness.licence.dues.fees import fees
from likeness.licence.dues.overage import overages
from likeness.licence.dues.periods import days_later, periods_of
from likeness.licence.dues.residuals import residuals
from likeness.licence.dues.spoken import with_lasting_keys
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
    if contract.replaced_at is not None:
        last = day_in(contract.replaced_at, contract.terms.zone)
        found = [due for due in found if due.pays or (due.on is not None and due.on <= last)]
    return in_order(with_lasting_keys(found, turned))


def _reports(contract: Contract, until: date) -> Iterator[Due]:
    """Yield a report for each calendar period from the first day of the windows, in the licence's zone."""
    terms = contract.terms
    if terms.reporting is None:
        return
    windows = [terms.create, *([terms.exploit] if terms.exploit else [])]
    lasts = [window.last for window in windows]
    last = None if None in lasts else max(day for day in lasts if day is not None)
    if contract.ended_at is not None:
        gone = day_in(contract.ended_at, terms.zone)
        last = gone if last is None else min(last, gone)
    first = max(min(window.first for window in windows), day_in(contract.in_force_at, terms.zone))
    for period in periods_of(first, last, terms.reporting.every, until):
        key = f"{REPORT}:{contract.number}:{period.label}"
        on = days_later(period.last, terms.reporting.due_days)
        yield Due(key, REPORT, contract.number, terms.licensee.name, terms.reporting.every, on, period=period.label)


def _deletion(contract: Contract) -> Iterator[Due]:
    terms = contract.terms
    if terms.delete_by is not None:
        key = f"{DELETION}:{contract.number}:{COPIES}"
        yield Due(key, DELETION, contract.number, terms.licensee.name, COPIES, terms.delete_by)
