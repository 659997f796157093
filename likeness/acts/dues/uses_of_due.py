"""The uses that a due was counted from: the one it names, or those of its period; none for reports and deletions."""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.dues.read_dues import contract_of
from likeness.licence.dues.due import FEE, Contract, Due, Judged
from likeness.licence.dues.periods import LENGTHS, period_of
from likeness.licence.dues.uses_under import day_of, in_turn, resting, shown
from likeness.scope.use import Use


def uses_of_due(desk: Desk, due: Due) -> list[Use]:
    """Return the uses counted, oldest first."""
    if due.use is not None:
        found = desk.registry.uses.get(due.use)
        return [] if found is None else [found.use]
    row = desk.registry.licences.get(due.licence, desk.now())
    contract = None if row is None else contract_of(row)
    if contract is None or due.period is None or not due.pays:
        return []
    rows = desk.registry.uses.naming(contract.terms.likenesses)
    turned = in_turn(Judged(one.use, one.newest) for one in rows)
    counted = (resting if due.kind == FEE else shown)(contract, turned)
    return [use for use in counted if due.period in _labels(use, contract)]


def _labels(use: Use, contract: Contract) -> set[str]:
    day = day_of(use, contract)
    return {day.isoformat(), *(period_of(day, every).label for every in LENGTHS)}
