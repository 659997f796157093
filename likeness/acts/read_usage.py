"""How much of a licence's limits is used: the uses that rest on it, summed as the judge sums them."""

from __future__ import annotations

from dataclasses import dataclass

from likeness.registry.licence_row import LicenceRow
from likeness.registry.registry import Registry
from likeness.scope.judge import Verdict
from likeness.values.codes import SHOW


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
    found = []
    for limit in row.terms.limits:
        sums: dict[str, int] = {}
        for use in resting:
            if (use.act == SHOW) == (limit.on == SHOW):
                period = "" if limit.per is None or use.at is None else str(use.at)[: 4 if limit.per == "year" else 7]
                sums[period] = sums.get(period, 0) + use.quantity.get(limit.unit, 0)
        found.append(Usage(limit.unit, max(sums.values(), default=0), limit.most, limit.on, limit.per))
    return found
