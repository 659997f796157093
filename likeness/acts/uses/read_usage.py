"""How much of a licence's limits is used: the uses that rest on it, summed as the judge sums them.

Months and years are those of the licence's zone.
"""

from __future__ import annotations

from dataclasses import dataclass

from likeness.licence.grants import grant_of
from likeness.registry.licence_row import LicenceRow
from likeness.registry.registry import Registry
from likeness.scope.judge import Verdict
from likeness.scope.limits import applying, period_of


@dataclass(frozen=True)
class Usage:
    """One limit and the sum so far; for a limit per month or year, of its fullest period."""

    unit: str
    used: int
    most: int
    on: str | None
    per: str | None


def usage_of(registry: Registry, row: LicenceRow) -> list[Usage]:
    """Return each limit of a licence with what was used of it."""
    if not row.terms.limits:
        return []
    resting = [
        use.use
        for use in registry.uses.naming(row.terms.likenesses)
        if use.newest.verdict is Verdict.IN_SCOPE and row.number in use.newest.licences
    ]
    grant = grant_of(row.number, row.terms, signed=True, accepted=True)
    sums: list[dict[str, int]] = [{} for _ in grant.limits]
    for use in resting:
        for place, limit in applying(grant, use):
            period = period_of(grant, limit, use)
            sums[place][period] = sums[place].get(period, 0) + use.quantity.get(limit.unit, 0)
    return [
        Usage(limit.unit, max(periods.values(), default=0), limit.most, limit.on, limit.per)
        for limit, periods in zip(row.terms.limits, sums, strict=True)
    ]
