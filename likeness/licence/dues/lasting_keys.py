"""The keys of dues: those that last, and those by which a due was known before, so that what was said is found again.

- A due of a use names it by the last of its names. A title is owed once; its key named the use that showed it first.
- What came in for a use is for that use, fee or overage: where it passes a limit by now the overage is known by the key
  of its fee, and the other way round. A sum that nobody agreed is not paid by one that was.
- A due of a day or period is also known by those from which corrections moved the uses that count in it.
- No due is known by a key by which another one is owed now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from likeness.licence.dues.due import FEE, ONCE, OVERAGE, RESIDUAL, TITLE, Contract, Due, Judged
from likeness.licence.dues.periods import labels
from likeness.licence.dues.uses_under import day_of, resting, shown
from likeness.values.codes import SHOW
from likeness.values.days import day_in

_BY_USE, _BY_DAY = ("per-use", "per-unit"), "per-day"


def with_lasting_keys(contract: Contract, dues: Iterable[Due], uses: Iterable[Judged], until: date) -> list[Due]:
    """Return dues with keys that last, and those by which they were known before."""
    keys = _Keys(contract, list(uses), until)
    found = [_named(due, keys) for due in dues]
    owed = {due.key for due in found}
    return [replace(due, before=tuple(key for key in due.before if key not in owed)) for due in found]


def _named(due: Due, keys: _Keys) -> Due:
    if (due.kind, due.what) == (RESIDUAL, TITLE):
        stem, names = due.key.removesuffix(ONCE), (*keys.shown, ONCE)
    elif due.use is None:
        return replace(due, before=tuple(keys.of_period(due))) if due.pays and due.period else due
    else:
        stem, names = due.key.removesuffix(due.use), keys.names[due.use]
    *before, key = (stem + name for name in names)
    return replace(due, key=key, before=(*before, *keys.otherwise(due)))


class _Keys:
    """The names of the uses under a licence, and the days that they have and had."""

    def __init__(self, contract: Contract, uses: list[Judged], until: date) -> None:
        self._contract, self._uses, self._until = contract, uses, until
        self._judged = {one.use.id: one for one in uses}
        self.names = {one.use.id: one.names or (one.use.id,) for one in uses}
        self.shown = [name for one in uses if one.use.act == SHOW for name in self.names[one.use.id]]

    def otherwise(self, due: Due) -> Iterator[str]:
        """Yield the keys of what a use owed when its fee was an overage, or the other way round."""
        basis, use = self._contract.terms.fee.basis, due.use or ""
        if due.kind == OVERAGE and due.money is not None and basis == _BY_DAY:
            one = self._judged[use]
            days = [day_of(one.use, self._contract), *self._days_moved_from(one)]
            yield from (self._key(FEE, day.isoformat()) for day in days)
        elif basis in _BY_USE and due.money is not None and due.kind in (FEE, OVERAGE):
            kind = FEE if due.kind == OVERAGE else OVERAGE
            yield from (self._key(kind, name) for name in self.names[use])

    def of_period(self, due: Due) -> Iterator[str]:
        """Yield the keys of the days or periods from which the uses of one were moved, and of what they owed beside."""
        stem, by_day = due.key.removesuffix(due.period or ""), (due.kind, due.what) == (FEE, _BY_DAY)
        counted = (shown if due.kind == RESIDUAL else resting)(self._contract, self._uses)
        for use in counted:
            day = day_of(use, self._contract)
            if due.period in labels(day) and (by_day or day <= self._until):
                if by_day:
                    yield from (self._key(OVERAGE, name) for name in self.names[use.id])
                place = labels(day).index(due.period)
                yield from (stem + labels(moved)[place] for moved in self._days_moved_from(self._judged[use.id]))

    def _days_moved_from(self, one: Judged) -> list[date]:
        return [day_in(moment, self._contract.terms.zone) for moment in one.moved]

    def _key(self, kind: str, about: str) -> str:
        return f"{kind}:{self._contract.number}:{about}"
