"""The moments of many rows beside the zones of their licences: civil days, and the stretch of time each may mean.

- A civil day is never more than one day from that of UTC, so only moments near a bound are looked at exactly.
- An instant is one microsecond long; a bare day is its whole day in the zone (FORMAT 4.6).
- Zones are asked through `values.days`, once a day and zone, so that the engine and the judge cannot differ.
- A day on which the clock is set back over midnight (St. John's before 2011) is asked moment by moment.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, timedelta
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.mask import NO_INSTANT, instant_from, instant_to
from likeness.values.days import day_in, whole_day

Ints = NDArray[np.int64]
Days = NDArray[np.integer[Any]]
Places = NDArray[np.integer[Any]]
Flags = NDArray[np.bool_]
DAY = 86_400_000_000  # microseconds
EPOCH = date(1970, 1, 1).toordinal()
_MOST_DAYS = 20_000
_HALF_AN_HOUR = timedelta(minutes=30)


class Moments:
    """`micros` and `bare` are of the rows, `zones` of the licences (places in `names`); a bare day is its 00:00 UTC."""

    def __init__(
        self, micros: Ints, bare: Flags, rows: Places, zones: Places, licences: Places, names: list[str]
    ) -> None:
        self._micros, self._bare, self._rows = micros, bare, rows
        self._zones, self._licences, self._names = zones, licences, names

    @cached_property
    def stated(self) -> Flags:
        """Which moments are there at all; what is asked of the others means nothing."""
        there = self._micros != NO_INSTANT
        return np.ones(len(self._rows), dtype=bool) if there.all() else there.take(self._rows)

    @cached_property
    def utc(self) -> NDArray[np.int32]:
        """The day of each moment in UTC, as an ordinal."""
        return (self._micros.take(self._rows) // DAY + EPOCH).astype(np.int32)

    def within(self, first: Days, last: Days) -> Flags:
        """Tell which civil days lie in a window, both ends included."""
        found = (first <= self.utc) & (self.utc <= last)
        near = self._near(first) | self._near(last)
        return self._exactly(found, near, lambda days, some: (first[some] <= days) & (days <= last[some]))

    def later(self, last: Days) -> Flags:
        """Tell which civil days are later than a day."""
        return self._exactly(self.utc > last, self._near(last), lambda days, some: days > last[some])

    def stretch(self, bounds: Ints) -> Ints:
        """Return the place of each civil day among sorted days on which something changes."""
        if not len(self._rows) or int(self.utc[self.stated].min(initial=bounds[-1] + 2)) > bounds[-1] + 1:
            return np.full(len(self._rows), len(bounds))
        some = np.flatnonzero(self.stated)
        found = np.full(len(self._rows), len(bounds))
        found[some] = np.searchsorted(bounds, self.days(some), side="right")
        return found

    def days(self, places: Ints) -> Ints:
        """Return the civil days of some moments, as ordinals."""
        micros, bare, zones = self._at(places)
        found = micros // DAY + EPOCH
        for number in np.unique(zones):
            mine = (zones == number) & ~bare
            if mine.any():
                found[mine] = _days(micros[mine], self._names[int(number)])
        return found

    def since(self, instants: Ints, places: Ints) -> tuple[Flags, Flags]:
        """Tell which of some moments are at or after an instant, and for which that is unclear."""
        begin, end = self.lasting(places)
        not_before = end > instants  # a day that a zone left out has no length: it is before the instant it stands at
        return not_before & (begin >= instants), not_before & (begin < instants)

    def lasting(self, places: Ints) -> tuple[Ints, Ints]:
        """Return the first microsecond of some moments, and the first one after them."""
        micros, bare, zones = self._at(places)
        begin, end = micros.copy(), micros + 1
        for number in np.unique(zones[bare]):
            mine = (zones == number) & bare
            begin[mine], end[mine] = _stretches(micros[mine] // DAY + EPOCH, self._names[int(number)])
        return begin, end

    def _at(self, places: Ints) -> tuple[Ints, Flags, Places]:
        rows = self._rows[places]
        return self._micros[rows], self._bare[rows], self._zones[self._licences[places]]

    def _near(self, day: Days) -> Flags:
        near: Flags = np.abs(self.utc - day) <= 1
        return near

    def _exactly(self, found: Flags, near: Flags, ask: Callable[[Ints, Ints], Flags]) -> Flags:
        some = np.flatnonzero(near & self.stated)
        if len(some):
            found[some] = ask(self.days(some), some)
        return found


def _days(micros: Ints, zone: str) -> Ints:
    """Return the civil day of each instant in a zone."""
    first, last = int(micros.min()) // DAY + EPOCH - 2, int(micros.max()) // DAY + EPOCH + 2
    if last - first > _MOST_DAYS or first < 2 or last > date.max.toordinal() - 2:
        return np.array([_one_day(one, zone) for one in micros.tolist()], dtype=np.int64)
    starts, odd = _starts(first, last, zone)
    found = first + np.searchsorted(starts, micros, side="right") - 1
    for place in np.flatnonzero(np.isin(found, odd)) if odd else ():
        found[place] = _one_day(int(micros[place]), zone)
    return found


def _one_day(micros: int, zone: str) -> int:
    instant = instant_from(micros)
    assert instant is not None  # noqa: S101  only stated moments are asked
    return day_in(instant, zone).toordinal()


def _starts(first: int, last: int, zone: str) -> tuple[Ints, list[int]]:
    """Return where each day from `first` to `last` begins, and the days that do not stay the day they begin as."""
    starts, odd = [], []
    for number in range(first, last + 1):
        day = date.fromordinal(number)
        start = whole_day(day, zone)[0].astimezone(UTC)
        starts.append(instant_to(start))
        if day_in(start + _HALF_AN_HOUR, zone) != day:
            odd += [number - 1, number]
    return np.array(starts, dtype=np.int64), odd


def _stretches(days: Ints, zone: str) -> tuple[Ints, Ints]:
    """Return the first instant of each day in a zone and the first instant after it."""
    distinct, places = np.unique(days, return_inverse=True)
    found = [whole_day(date.fromordinal(int(one)), zone) for one in distinct]
    begin = np.array([instant_to(start) for start, _ in found], dtype=np.int64)
    end = np.array([instant_to(after) for _, after in found], dtype=np.int64)
    return begin[places], end[places]
