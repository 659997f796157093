"""Lines that measure: how much, how long, for what pay, how long copies stay.

- Values are compared only where they measure the same: a limit with the same unit, over the same and in the same
  period; a fee on the same basis, in the same currency and for the same unit. Nothing is converted or added up.
- A licence lasts from its first day of making or showing to its last; in whole months, the nearest, from 60 days on.
- A day of deletion counts from the last day on which anything may be made.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from likeness.licence.terms import LimitTerm, Terms
from likeness.licence.usual.beside import Beside, Length, Remarks, Value, alike, between, same

_SHORT = 60  # days: what is shorter is told in days
_MONTH = Decimal("30.436875")  # days, of the Gregorian calendar
_SHARE = "revenue-share"

Measure = tuple[str, str | None, str | None]  # unit, over what, per what


def at_most(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    """Return what the limits were; one that none of them had, or that all of them had and this one has not, is new."""
    if count := alike(draft, earlier, _limits):
        return same(count)
    mine, others = _limits(draft), [_limits(one) for one in earlier]
    if not mine:
        return (Beside("no-limit", first=True),)
    said = [_limit(measure, [one[measure] for one in others if measure in one]) for measure in mine]
    gone = [measure for measure in others[0] if measure not in mine and all(measure in one for one in others)]
    return (*said, *(Beside("limit-gone", parts=(measure[0],), room="units", first=True) for measure in gone))


def _limit(measure: Measure, known: list[int]) -> Beside:
    unit, on, per = measure
    if not known:
        return Beside("limit-new", parts=(unit,), room="units", first=True)
    return between("limit", [LimitTerm(unit, most, on, per) for most in known])


def _limits(terms: Terms) -> dict[Measure, int]:
    found: dict[Measure, int] = {}
    for one in terms.limits:
        measure = (one.unit, one.on, one.per)
        found[measure] = min(one.most, found.get(measure, one.most))
    return found


def lasting(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    """Return how long they lasted."""
    mine, lengths = length_of(draft), [length_of(one) for one in earlier]
    ended = [one for one in lengths if one is not None]
    if mine is None:
        count = len(lengths) - len(ended)
        return same(count) if count else (Beside("no-end", first=True),)
    if count := sum(one[1:] == mine[1:] for one in ended):
        return (Beside("same-length", count, low=mine),)
    return (between("length", ended) if ended else Beside("never-ended"),)


def length_of(terms: Terms) -> Length | None:
    """Return how long a licence lasts; None where making or showing has no end."""
    windows = [terms.create] if terms.exploit is None else [terms.create, terms.exploit]
    lasts = [one.last for one in windows if one.last is not None]
    if len(lasts) < len(windows):
        return None
    days = (max(lasts) - min(one.first for one in windows)).days + 1
    return Length(days, days, "day") if days < _SHORT else Length(days, round(days / _MONTH), "month")


def paid(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    """Return what the pay was."""
    if count := alike(draft, earlier, lambda one: (_fee(one), frozenset(one.residuals))):
        return same(count)
    return (*_sums(draft, earlier), *_further(draft, earlier))


def _fee(terms: Terms) -> tuple[object, ...]:
    return terms.fee.basis, terms.fee.money, terms.fee.percent and Decimal(terms.fee.percent), terms.fee.unit


def _sums(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    fee = draft.fee
    alike_paid = [one.fee for one in earlier if (one.fee.basis, one.fee.unit) == (fee.basis, fee.unit)]
    if fee.basis == "none":
        return (Beside("no-fee", len(alike_paid), first=not alike_paid),)
    values: list[Value]
    if fee.basis == _SHARE:
        values = [Decimal(one.percent) for one in alike_paid if one.percent]
    else:
        currency = fee.money and fee.money.currency
        values = [one.money for one in alike_paid if one.money and one.money.currency == currency]
    return (between("share" if fee.basis == _SHARE else "sum", values) if values else Beside("paid-otherwise"),)


def _further(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    """Return that they paid for what follows, too, where this one does not."""
    count = sum(bool(one.residuals) for one in earlier)
    if draft.residuals or not count:
        return ()
    return (Beside("no-further-pay", first=True) if count == len(earlier) else Beside("further-pay", count),)


def deleted(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    """Return when copies were to be deleted."""
    if draft.delete_by is None:
        count = alike(draft, earlier, lambda one: one.delete_by)
        return same(count) if count else (Beside("no-deletion", first=True),)
    mine, dated = _gap(draft), [one for one in earlier if one.delete_by is not None]
    if not dated:
        return (Beside("never-deleted"),)
    gaps = [gap for one in dated if (gap := _gap(one)) is not None]
    if mine is not None and (count := gaps.count(mine)):
        return same(count)
    after = [gap for gap in gaps if gap >= 0]
    comparable = mine is not None and mine >= 0 and after
    return (between("gap", after) if comparable else Beside("dated", len(dated)),)


def _gap(terms: Terms) -> int | None:
    """Return the days from the last day of making to the deletion, less than 0 where it comes before; None: no end."""
    last, by = terms.create.last, terms.delete_by
    return None if last is None or by is None else (by - last).days
