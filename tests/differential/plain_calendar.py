"""Calendar periods for the second bookkeeper, by counting days: no arithmetic of months."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_DAY = timedelta(days=1)


def label_of(day, every):
    """Return 2026-03, 2026-Q1, 2026-H1, 2026, or the day itself."""
    return {
        "day": day.isoformat(),
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "half-year": f"{day.year:04}-H{1 if day.month <= 6 else 2}",
        "year": f"{day.year:04}",
    }[every]


@cache
def period_ends(day, every):
    """Return the label of the period of a day, its first day and its last, found by walking from day to day."""
    first = last = day
    while first > date.min and label_of(first - _DAY, every) == label_of(day, every):
        first -= _DAY
    while last < date.max and label_of(last + _DAY, every) == label_of(day, every):
        last += _DAY
    return label_of(day, every), first, last


def periods_between(first, last, every):
    """Yield the periods that share a day with two days and those between them."""
    day = first
    while day <= last:
        found = period_ends(day, every)
        yield found
        day = found[2] + _DAY


def months(window, every):
    """Return how many months or years a window touches; None where it has no end."""
    if window.get("to") is None:
        return None
    first, last = date.fromisoformat(window["from"]), date.fromisoformat(window["to"])
    return len(list(periods_between(first, last, every)))


def add_days(day, days):
    return day + timedelta(days=days)
