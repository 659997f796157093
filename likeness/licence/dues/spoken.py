"""What people said of dues, laid beside what is owed as it is computed now. Nothing that was said is lost.

- A word is kept by the key of a due. A due that follows from a corrected use is also known by the keys it had before
  (`with_lasting_keys`); so is a title, whose key named the use that showed it first.
- A word covers the sum that was owed when it was said. Where more is owed by now, the rest is a due of its own, so that
  what came in stays what it was and only the difference is asked for. Where less is owed, nothing is given back.
- What was said of a due that is no longer computed stays in the list, with the sum it had, until it is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from likeness.licence.dues.due import (
    COPIES,
    FEE,
    KINDS,
    ONCE,
    PAST,
    RESIDUAL,
    REST,
    TITLE,
    Contract,
    Due,
    Judged,
    Said,
    with_state,
)
from likeness.values.codes import SHOW
from likeness.values.money import Money

_ALIKE = ("flat", "per-use", "per-day")  # the bases of which each fee is the same sum


def spoken(contract: Contract, dues: Iterable[Due], said: Mapping[str, Said], today: date) -> list[Due]:
    """Return dues with their states, and beside them what else was `said` under the licence, by keys."""
    listed, left = list(dues), dict(said)
    computed = {due.key for due in listed}
    found = [one for due in listed for one in _told(due, computed, left, today)]
    return found + [_past(contract, key, one, today) for key, one in left.items() if key.split(":", 1)[0] in KINDS]


def with_lasting_keys(dues: Iterable[Due], uses: Iterable[Judged]) -> Iterator[Due]:
    """Yield dues with keys that name their use as long as it lasts, and those by which they were known before."""
    judged = list(uses)
    known = {one.use.id: one.names or (one.use.id,) for one in judged}
    shown = [name for one in judged if one.use.act == SHOW for name in known[one.use.id]]
    for due in dues:
        if (due.kind, due.what) == (RESIDUAL, TITLE):
            stem, names = due.key.removesuffix(ONCE), (*shown, ONCE)
        else:
            stem, names = due.key.removesuffix(due.use or ""), known.get(due.use or "", (due.use or "",))
        *before, key = (stem + name for name in names)
        yield replace(due, key=key, before=tuple(before))


def _told(due: Due, computed: set[str], left: dict[str, Said], today: date) -> Iterator[Due]:
    """Yield a due, or the parts of it that were spoken of and what is still open; takes what was said from `left`."""
    own = _own_keys(due.key, computed, left)
    keys = [*(key for key in due.before if key not in computed), *own]
    told = [(key, left.pop(key)) for key in dict.fromkeys(keys) if key in left]
    for place, (key, said) in enumerate(told):
        yield with_state(replace(due, key=key, aspect=REST if place else due.aspect), said, today)
    if not told:
        yield with_state(due, None, today)
    elif rest := _rest(due, [said for _key, said in told]):
        free = next(key for key in own if key not in dict(told))
        yield with_state(replace(due, key=free, money=rest, aspect=REST), None, today)


def _own_keys(key: str, computed: set[str], left: Mapping[str, Said]) -> list[str]:
    """Return the key of a due and those of its rests, up to the first of which nothing was said."""
    keys, more = [key], f"{key}:{REST}"
    while more in computed or more in left:
        keys += [] if more in computed else [more]
        more += f":{REST}"
    return [*keys, more]


def _rest(due: Due, told: list[Said]) -> Money | None:
    """Return what is owed beyond what was spoken of; None where that is nothing, or cannot be known."""
    sums = [said.owed for said in told if said.owed is not None]
    if due.money is None or len(sums) < len(told) or any(one.currency != due.money.currency for one in sums):
        return None
    minor = due.money.minor - sum(one.minor for one in sums)
    return Money(minor, due.money.currency) if minor > 0 else None


def _past(contract: Contract, key: str, said: Said, today: date) -> Due:
    kind, number, about = key.split(":", 2)
    name = about.split(".", 2)[-1] if kind == RESIDUAL else about
    what, fee = "" if name in (ONCE, COPIES) else name, contract.terms.fee
    money = fee.money if kind == FEE and fee.basis in _ALIKE else None  # an earlier version did not keep what was owed
    due = Due(key, kind, number, contract.terms.licensee.name, what, None, money, aspect=PAST)
    return with_state(due, said, today)
