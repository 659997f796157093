"""What is remarked beside a line of a licence: how it compares with earlier ones. Codes and values, no words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from likeness.licence.terms import LimitTerm, Terms
from likeness.values.money import Money


class Length(NamedTuple):
    """How long something lasts, in whole months or, where it is short, in days; `days` puts lengths in order."""

    days: int
    number: int
    unit: str


Value = Money | Length | LimitTerm | Decimal | int


@dataclass(frozen=True)
class Beside:
    """One remark.

    `first`: something is given here that none of the earlier licences gave. `count` is how many of them it is said of;
    `parts` are codes of the dimension `room`; `low` and `high` are the least and the most that they had.
    """

    code: str
    count: int = 0
    room: str = ""
    parts: tuple[str, ...] = ()
    low: Value | None = None
    high: Value | None = None
    first: bool = False


Remarks = tuple[Beside, ...]


def same(count: int) -> Remarks:
    """Return that so many earlier licences say the same."""
    return (Beside("same", count),)


def alike(draft: Terms, earlier: Sequence[Terms], of: Callable[[Terms], object]) -> int:
    """Return how many earlier licences say the same in one line."""
    mine = of(draft)
    return sum(of(one) == mine for one in earlier)


def between(code: str, values: Iterable[Value]) -> Beside:
    """Return the least and the most of comparable values, of which there is one at least, and how many there are."""
    ordered = sorted(values, key=_rank)
    return Beside(code, len(ordered), low=ordered[0], high=ordered[-1])


def _rank(value: Value) -> Decimal:
    match value:
        case Money():
            return Decimal(value.minor)
        case Length():
            return Decimal(value.days)
        case LimitTerm():
            return Decimal(value.most)
    return Decimal(value)
