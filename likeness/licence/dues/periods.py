"""Calendar periods: months, quarters, half-years, years; the days are those of the licence's zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from likeness.values.days import Span, months_after

# Months in a period.
LENGTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


class Period(NamedTuple):
    """A calendar period: its label (2026-03, 2026-Q1, 2026-H1, 2026), its first and its last day."""

    label: str
    first: date
    last: date


def period_of(day: date, every: str) -> Period:
    """Return the period a day lies in."""
    length = LENGTHS[every]
    part = (day.month - 1) // length
    first = date(day.year, part * length + 1, 1)
    ends_with_time = first.year == date.max.year and part == 12 // length - 1
    last = date.max if ends_with_time else months_after(first, length) - timedelta(days=1)
    return Period(_label(day, every, part), first, last)


def labels(day: date) -> tuple[str, ...]:
    """Return what a day, and each period that it lies in, is called: the day, month, quarter, half-year, year."""
    return (day.isoformat(), *(period_of(day, every).label for every in LENGTHS))


def periods_of(first: date, last: date | None, every: str, until: date) -> Iterator[Period]:
    """Yield the periods that share a day with a window and have begun by `until`, in order."""
    end = until if last is None else min(until, last)
    day = first
    while day <= end:
        period = period_of(day, every)
        yield period
        if period.last == date.max:
            return
        day = period.last + timedelta(days=1)


def periods_in(window: Span, every: str) -> int | None:
    """Return how many periods share a day with a window; None where it has no end."""
    if window.last is None:
        return None
    length = LENGTHS[every]
    first, last = ((day.year * 12 + day.month - 1) // length for day in (window.first, window.last))
    return last - first + 1


def days_later(day: date, days: int) -> date:
    """Return a day so many calendar days later, or the last day there is."""
    return day + timedelta(days=min(days, (date.max - day).days))


def _label(day: date, every: str, part: int) -> str:
    year = f"{day.year:04}"
    return {
        "month": f"{year}-{day.month:02}",
        "quarter": f"{year}-Q{part + 1}",
        "half-year": f"{year}-H{part + 1}",
    }.get(every, year)
