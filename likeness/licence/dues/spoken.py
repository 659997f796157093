"""What people said of dues, laid beside what is owed as it is computed now. Nothing that was said is lost.

- A word is kept by the key of a due. A due is also known by the keys it had before (`lasting_keys`).
- What came in covers what came in, or the sum that was owed then where none was entered; what was let go covers that
  sum. Where more is owed by now, or less came, the rest is a due of its own, so that what came in stays what it was and
  only the difference is asked for. Where less is owed, nothing is given back.
- Of a use that is paid by the unit, what was said of the fee beyond what it comes to now covers the overage of the same
  units, and the other way round.
- What was said of a due that is no longer computed stays in the list, with the sum it had, until it is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from likeness.licence.dues.due import (
    COPIES,
    FEE,
    KINDS,
    ONCE,
    OVERAGE,
    PAST,
    RESIDUAL,
    REST,
    Contract,
    Due,
    Said,
    with_state,
)
from likeness.values.money import Money

_ALIKE = ("flat", "per-use", "per-day")  # the bases of which each fee is the same sum
_OTHER_HALF = {FEE: OVERAGE, OVERAGE: FEE}


@dataclass(frozen=True)
class _Told:
    """A due with what was said of it, by key, and the first of its own keys of which nothing was."""

    due: Due
    words: dict[str, Said]
    free: str

    def beyond(self) -> int:
        """Return by how much what was said covers more than is owed, in minor units."""
        covered = _covered(self.words.values(), self.due.money)
        return 0 if covered is None or self.due.money is None else max(covered - self.due.money.minor, 0)


def spoken(contract: Contract, dues: Iterable[Due], said: Mapping[str, Said], today: date) -> list[Due]:
    """Return dues with their states, and beside them what else was `said` under the licence, by keys."""
    listed, left = list(dues), dict(said)
    computed = {due.key for due in listed}
    told = {due.key: _told(due, computed, left) for due in listed}
    found: list[Due] = []
    for one in told.values():
        kind, about = one.due.key.split(":", 1)
        other = told.get(f"{_OTHER_HALF.get(kind)}:{about}") if contract.terms.fee.basis == "per-unit" else None
        found += _lines(one, 0 if other is None else other.beyond(), today)
    return found + [_past(contract, key, one, today) for key, one in left.items() if key.split(":", 1)[0] in KINDS]


def _told(due: Due, computed: set[str], left: dict[str, Said]) -> _Told:
    """Return a due with what was said of it; takes that from `left`."""
    own = _own_keys(due.key, computed, left)
    keys = [*(key for key in due.before if key not in computed), *own]
    words = {key: left.pop(key) for key in dict.fromkeys(keys) if key in left}
    return _Told(due, words, next(key for key in own if key not in words))


def _lines(told: _Told, beside: int, today: date) -> Iterator[Due]:
    """Yield the parts of a due that were spoken of, and what is still open; `beside` covers some of it, too."""
    due = told.due
    for place, (key, said) in enumerate(told.words.items()):
        yield with_state(replace(due, key=key, aspect=REST if place else due.aspect), said, today)
    if not told.words and not beside:
        yield with_state(due, None, today)
    elif rest := _rest(due, told.words.values(), beside):
        before = tuple(key for key in due.before if key not in told.words)  # what asked for those asked for no more
        yield with_state(replace(due, key=told.free, money=rest, aspect=REST, before=before), None, today)


def _own_keys(key: str, computed: set[str], left: Mapping[str, Said]) -> list[str]:
    """Return the key of a due and those of its rests, up to the first of which nothing was said."""
    keys, more = [key], f"{key}:{REST}"
    while more in computed or more in left:
        keys += [] if more in computed else [more]
        more += f":{REST}"
    return [*keys, more]


def _rest(due: Due, told: Iterable[Said], beside: int) -> Money | None:
    """Return what is owed beyond what was spoken of; None where that is nothing, or cannot be known."""
    covered = _covered(told, due.money)
    if due.money is None or covered is None:
        return None
    minor = due.money.minor - covered - beside
    return Money(minor, due.money.currency) if minor > 0 else None


def _covered(told: Iterable[Said], money: Money | None) -> int | None:
    """Return what was said covers, in minor units; None where that cannot be compared with a sum."""
    minor = 0
    for said in told:
        covers = said.owed if said.money is None or said.owed is None else said.money
        if covers is None or money is None or covers.currency != money.currency:
            return None
        minor += covers.minor
    return minor


def _past(contract: Contract, key: str, said: Said, today: date) -> Due:
    kind, number, about = key.split(":", 2)
    name = about.split(".", 2)[-1] if kind == RESIDUAL else about
    what, fee = "" if name in (ONCE, COPIES) else name, contract.terms.fee
    money = fee.money if kind == FEE and fee.basis in _ALIKE else None  # an earlier version did not keep what was owed
    due = Due(key, kind, number, contract.terms.licensee.name, what, None, money, aspect=PAST)
    return with_state(due, said, today)
