"""Days and pixels of the timeline: months are equally wide, days share their month. No Qt."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from likeness.values.days import months_after

BEFORE = 10  # months that lie before today's when the timeline opens
ZOOMS = (4, 9, 18, 36)  # months in the window; 18 at first (design/UX section 8)
FARTHEST = 60  # months that can be scrolled to, each way


@dataclass(frozen=True)
class Scale:
    """`first` is the first day of a month; `month` is its width in pixels."""

    first: date
    months: int
    month: float

    @property
    def width(self) -> float:
        """The width of all months."""
        return self.months * self.month

    def x(self, day: date) -> float:
        """Return where a day begins, in pixels from the first month, never farther than the months go."""
        whole = (day.year - self.first.year) * 12 + day.month - self.first.month
        part = (day.day - 1) / calendar.monthrange(day.year, day.month)[1]
        return min(max(whole + part, 0.0), float(self.months)) * self.month

    def ticks(self) -> Iterator[tuple[date, float]]:
        """Yield the first day of each month with its place."""
        for number in range(self.months):
            yield months_after(self.first, number), number * self.month

    def written(self, year: float) -> Iterator[tuple[date, float]]:
        """Yield the months that are written: a January as its year, so wide; no letter of another stands under it."""
        taken = float("-inf")
        for day, x in self.ticks():
            if day.month == 1:
                taken = x + year
            if day.month == 1 or x >= taken:
                yield day, x


def scale_for(today: date, days: list[date], plot: float, zoom: int) -> Scale:
    """Return the scale on which `zoom` months fill `plot` pixels; all of `days` can be scrolled to, within reason."""
    month = today.replace(day=1)
    earliest = min([_months(month, day) for day in days] + [-BEFORE])
    latest = max([_months(month, day) + 1 for day in days] + [zoom - BEFORE])
    first, last = max(earliest, -FARTHEST), min(latest, FARTHEST)
    return Scale(months_after(month, first), last - first, plot / zoom)


def opening(scale: Scale, today: date) -> float:
    """Return how far the timeline is scrolled when it opens."""
    return scale.x(months_after(today.replace(day=1), -BEFORE))


def _months(month: date, day: date) -> int:
    return (day.year - month.year) * 12 + day.month - month.month
