"""Days and instants of a column, all at once (FORMAT sections 1 and 6).

- The three forms that nearly every report uses are read by arithmetic on their digits: 2026-03-01,
  2026-03-01T10:00:00Z and 2026-03-01T10:00:00+01:00. What is left goes, each text once, through `parse_moment`.
- With a form of its own (`%m/%d/%Y`) every text must have that form. A form with an hour but without an offset says
  only the day: nobody knows in which zone the hour stood.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache, reduce
from typing import TYPE_CHECKING

import numpy as np

from likeness.errors import Unreadable
from likeness.values.days import Moment, parse_moment, start_utc

if TYPE_CHECKING:
    import polars as pl

_DAY, _UTC, _OFFSET = 10, 20, 25  # lengths of the three forms
_MICRO = 1_000_000
_AT_ONCE = 32_768  # texts that stay in the processor's cache
_EARLIEST = -62_135_596_800  # 0001-01-01T00:00:00Z, in seconds from 1970
_LATEST = 253_402_300_799  # 9999-12-31T23:59:59Z


@dataclass(frozen=True)
class Moments:
    """What a column says: `at` Datetime("us", "UTC"), `day` True where a bare day stood, `bad` reasons by row."""

    at: pl.Series
    day: pl.Series
    bad: dict[int, str]


def read_moments(texts: pl.Series, form: str | None = None) -> Moments:
    """Read a String column without empty texts; null stays null."""
    micros = np.zeros(len(texts), np.int64)
    days = np.zeros(len(texts), bool)
    known = texts.is_not_null().to_numpy() if texts.null_count() else np.ones(len(texts), bool)
    todo = known & ~_read_common(texts, micros, days) if form is None else known
    bad = _read_rest(texts, np.flatnonzero(todo), form, micros, days) if todo.any() else {}
    return _as_columns(micros, days, known, bad)


def _as_columns(micros: np.ndarray, days: np.ndarray, known: np.ndarray, bad: dict[int, str]) -> Moments:
    import polars as pl  # noqa: PLC0415  a command must start fast

    at = pl.Series(micros, dtype=pl.Int64).cast(pl.Datetime("us", "UTC"))
    day = pl.Series(days, dtype=pl.Boolean)
    if bad or not known.all():
        known = known.copy()
        known[list(bad)] = False
        stated = pl.when(pl.Series(known, dtype=pl.Boolean))
        at, day = pl.select(stated.then(at).alias("at"), stated.then(day).alias("day"))
    return Moments(at, day, bad)


def _read_common(texts: pl.Series, micros: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Fill in the rows that have one of the three forms, and say which."""
    import polars as pl  # noqa: PLC0415  a command must start fast

    done, data = np.zeros(len(texts), bool), texts.cast(pl.Binary)
    for length in (_UTC, _DAY, _OFFSET):
        marks = data.bin.reinterpret(dtype=pl.Array(pl.UInt8, length))  # null where there are not so many bytes
        if len(marks) and not marks.null_count():
            micros[:], done[:] = _by_digits(marks.to_numpy())
            days[:] = done if length == _DAY else False
            break
        rows = marks.is_not_null().to_numpy()
        if rows.any():
            micros[rows], done[rows] = _by_digits(marks.drop_nulls().to_numpy())
        if length == _DAY:
            days |= rows & done
    return done


def _by_digits(marks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return microseconds from 1970 and whether they hold, of texts of one form, each a row of bytes."""
    micros, sound = np.empty(len(marks), np.int64), np.empty(len(marks), bool)
    for start in range(0, len(marks), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        seconds, sound[some] = _seconds(marks[some])
        np.multiply(seconds, _MICRO, out=micros[some])
    return micros, sound


def _seconds(marks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    length = marks.shape[1]
    day, sound = _days(marks)
    seconds = day * 86_400
    if length != _DAY:
        hour, minute, second = (_two_digits(marks, place) for place in (11, 14, 17))
        sound &= _has(marks, "T", 10) & _has(marks, ":", 13, 16) & (hour < 24) & (minute < 60) & (second < 60)
        seconds += hour.astype(np.int32) * 3_600 + minute * np.int16(60) + second
    if length == _UTC:
        sound &= _has(marks, "Z", 19)
    if length == _OFFSET:
        offset, known = _offset(marks)
        seconds -= offset
        sound &= known & (seconds >= _EARLIEST) & (seconds <= _LATEST)
    return seconds, sound


def _days(marks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return days from 1970-01-01 of civil dates, and which of these exist."""
    century, year, month, day = (_two_digits(marks, place) for place in (0, 2, 5, 8))
    starts, lengths = _months()
    place = (century.astype(np.int32) * 100 + year - 1) * 12 + month - 1
    sound = _has(marks, "-", 4, 7) & (century < 100) & (year < 100) & (month >= 1) & (month <= 12) & (place >= 0)
    if not sound.all():
        place[~sound] = 0
    sound &= (day >= 1) & (day <= lengths.take(place))
    return starts.take(place) + day - 1, sound


def _offset(marks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the seconds by which clocks are ahead of UTC, and whether that is said as it should be."""
    hour, minute = (_two_digits(marks, place) for place in (20, 23))
    behind = _has(marks, "-", 19)
    known = (_has(marks, "+", 19) | behind) & _has(marks, ":", 22) & (hour < 24) & (minute < 60)
    seconds: np.ndarray = hour.astype(np.int64) * 3_600 + minute * np.int16(60)
    return np.where(behind, -seconds, seconds), known


def _two_digits(marks: np.ndarray, place: int) -> np.ndarray:
    """Return the number that two bytes at a place of each text say, 255 where they are no digits."""
    both = np.ndarray(len(marks), "<u2", buffer=marks.data, offset=place, strides=(marks.shape[1],))
    found: np.ndarray = _numbers().take(both)
    return found


def _has(marks: np.ndarray, mark: str, *places: int) -> np.ndarray:
    """Tell which texts have a mark at all of some places."""
    found: np.ndarray = reduce(np.logical_and, (marks[:, place] == ord(mark) for place in places))
    return found


@lru_cache(maxsize=1)
def _numbers() -> np.ndarray:
    """Return what each two bytes say, the first one the lower: 0 to 99, or 255."""
    table = np.full(1 << 16, 255, np.uint8)
    for number in range(100):
        table[int.from_bytes(b"%02d" % number, "little")] = number
    return table


@lru_cache(maxsize=1)
def _months() -> tuple[np.ndarray, np.ndarray]:
    """Return the day number of the first of each month from January of the year 1 on, and how long each is."""
    starts = np.arange("0001-01", "10000-02", dtype="datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return starts[:-1], np.diff(starts).astype(np.uint8)


def _read_rest(
    texts: pl.Series, rows: np.ndarray, form: str | None, micros: np.ndarray, days: np.ndarray
) -> dict[int, str]:
    """Read the rows that are left, each text once; return the reasons of those that say no moment."""
    bad: dict[int, str] = {}
    known: dict[str, tuple[int, bool] | str] = {}
    for row, text in zip(rows.tolist(), texts.gather(rows).to_list(), strict=True):
        if text not in known:
            known[text] = _read_one(text, form)
        found = known[text]
        if isinstance(found, str):
            bad[row] = found
        else:
            micros[row], days[row] = found
    return bad


def _read_one(text: str, form: str | None) -> tuple[int, bool] | str:
    try:
        moment = moment_of(text, form)
    except Unreadable as fault:
        return fault.code
    stands = start_utc(moment).astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return (stands.days * 86_400 + stands.seconds) * _MICRO + stands.microseconds, not isinstance(moment, datetime)


def moment_of(text: str, form: str | None) -> Moment:
    """Read one text in a form (None: as FORMAT writes moments), or raise Unreadable.

    ("bad-day", "bad-instant"; with a form "other-date-form").
    """
    return parse_moment(text, "at") if form is None else _by_form(text, form)


def _by_form(text: str, form: str) -> Moment:
    try:
        text.encode("ascii")  # strptime takes the digits of every script, and we do not
        read = datetime.strptime(text, form)  # noqa: DTZ007  a form without an offset gives a day, below
        if read.tzinfo is None:
            return date(read.year, read.month, read.day)
        read.astimezone(UTC)
    except (ValueError, OverflowError) as why:
        raise Unreadable("other-date-form", key="at", value=text[:40]) from why
    return read
