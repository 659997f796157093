"""Terms whose parts must agree with each other: each function builds one from its parts, or raises Unreadable at `key`.

Terms are read in two ways, from JSON (`terms_read`) and from signed bytes (`terms_packing`); these rules are the same.
"""

from __future__ import annotations

from datetime import date

from likeness.errors import Unreadable
from likeness.licence.terms import Fee, Residual
from likeness.values.days import Span
from likeness.values.money import Money


def span(first: date, last: date | None, key: str = "") -> Span:
    """Return a window that does not end before it begins."""
    if last is not None and last < first:
        raise Unreadable("ends-before-it-begins", key=key)
    return Span(first, last)


def ages(youngest: int, oldest: int, key: str = "") -> tuple[int, int]:
    """Return a range of ages, the younger one first."""
    if oldest < youngest:
        raise Unreadable("ends-before-it-begins", key=key)
    return youngest, oldest


def once(values: tuple[str, ...], key: str = "") -> tuple[str, ...]:
    """Return values of which no two are the same."""
    if len(set(values)) < len(values):
        index = next(place for place, value in enumerate(values) if value in values[:place])
        raise Unreadable("named-twice", key=f"{key}[{index}]", value=values[index])
    return values


def likenesses(ids: tuple[str, ...], key: str = "") -> tuple[str, ...]:
    """Return at least one likeness, each named once."""
    if not ids:
        raise Unreadable("empty-list", key=key)
    return once(ids, key)


def fee(
    basis: str,
    minor: int | None,
    currency: str | None,
    due_days: int | None,
    percent: str | None,
    unit: str | None,
    key: str = "",
) -> Fee:
    """Return a fee that states its sum, unless there is none to state."""
    money = _sum(minor, currency, key)
    if basis not in ("none", "revenue-share") and money is None:
        raise Unreadable("key-missing", key=_within(key, "minor"))
    return Fee(basis, money, due_days, percent, unit)


def residual(per: str, percent: str | None, minor: int | None, currency: str | None, key: str = "") -> Residual:
    """Return a residual: either a share or a sum."""
    money = _sum(minor, currency, key)
    if (percent is None) == (money is None):
        raise Unreadable("percent-or-sum", key=key)
    return Residual(per, percent, money)


def _sum(minor: int | None, currency: str | None, key: str) -> Money | None:
    if minor is None and currency is None:
        return None
    if minor is None or currency is None:
        raise Unreadable("key-missing", key=_within(key, "minor" if minor is None else "currency"))
    return Money(minor, currency)


def _within(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
