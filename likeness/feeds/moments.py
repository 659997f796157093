"""Days and instants of a column, all at once (FORMAT sections 1 and 6).

- The three forms that nearly every report uses are read by arithmetic on their digits: 2026-03-01,
  2026-03-01T10:00:00Z and 2026-03-01T10:00:00+01:00. What is left goes, each text once, through `parse_moment`.
- With a form of its own (`%m/%d/%Y`) every text must have that form. A form with an hour but without an offset says
  only the day: nobody knows in which zone the hour stood.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from likeness.errors import Unreadable
from likeness.values.days import Moment, parse_moment, start_utc

if TYPE_CHECKING:
    import polars as pl

_DAY, _UTC, _OFFSET = 10, 20, 25  # lengths of the three forms
_MICRO = 1_000_000
_AT_ONCE = 32_768  # texts whose numbers stay in the processor's cache
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
    known = texts.is_not_null().to_numpy()
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

    lengths = texts.str.len_bytes().fill_null(0).to_numpy()
    done = np.zeros(len(texts), bool)
    for length in (_UTC, _DAY, _OFFSET):
        rows = lengths == length
        if rows.all():
            micros[:], done[:] = _by_digits(texts, length)
        elif rows.any():
            micros[rows], done[rows] = _by_digits(texts.filter(pl.Series(rows, dtype=pl.Boolean)), length)
        if length == _DAY:
            days |= rows & done
    return done


def _by_digits(texts: pl.Series, length: int) -> tuple[np.ndarray, np.ndarray]:
    """Return microseconds from 1970 and whether they hold, of texts that all have `length` bytes."""
    joined = np.frombuffer(texts.str.join("").item().encode(), np.uint8).reshape(-1, length)
    micros = np.empty(len(joined), np.int64)
    sound = np.empty(len(joined), bool)
    for start in range(0, len(joined), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        digits = _Digits(np.ascontiguousarray(joined[some].T))
        np.multiply(_seconds(digits, length), _MICRO, out=micros[some])
        sound[some] = digits.sound
    return micros, sound


def _seconds(digits: _Digits, length: int) -> np.ndarray:
    digits.must_be(4, "-")
    digits.must_be(7, "-")
    seconds: np.ndarray = _day_number(digits) * 86_400
    if length != _DAY:
        hour, minute, second = digits.number(11, 13), digits.number(14, 16), digits.number(17, 19)
        digits.must_be(10, "T")
        digits.must_be(13, ":")
        digits.must_be(16, ":")
        digits.sound &= (hour < 24) & (minute < 60) & (second < 60)
        seconds += hour.astype(np.int32) * 3_600 + minute * np.int16(60) + second
    if length == _UTC:
        digits.must_be(19, "Z")
    if length == _OFFSET:
        seconds -= _offset(digits)
        digits.sound &= (seconds >= _EARLIEST) & (seconds <= _LATEST)
    return seconds


def _offset(digits: _Digits) -> np.ndarray:
    hour, minute = digits.number(20, 22), digits.number(23, 25)
    digits.must_be(22, ":")
    ahead, behind = digits.marks[19] == ord("+"), digits.marks[19] == ord("-")
    digits.sound &= (ahead | behind) & (hour < 24) & (minute < 60)
    seconds: np.ndarray = hour.astype(np.int64) * 3_600 + minute * np.int16(60)
    return np.where(behind, -seconds, seconds)


class _Digits:
    """Numbers at fixed places of many texts, a text a column of `marks`; `sound` is False where a place is no digit."""

    def __init__(self, marks: np.ndarray) -> None:
        self.marks = marks
        self.sound = np.ones(marks.shape[1], bool)

    def number(self, first: int, after: int) -> np.ndarray:
        value = np.zeros(self.marks.shape[1], np.int16)
        for place in range(first, after):
            digit = self.marks[place] - np.uint8(48)
            self.sound &= digit < 10
            value = value * np.int16(10) + digit
        return value

    def must_be(self, place: int, mark: str) -> None:
        self.sound &= self.marks[place] == ord(mark)


def _day_number(digits: _Digits) -> np.ndarray:
    """Return days from 1970-01-01 of civil dates; those that do not exist are not sound."""
    year, month, day = digits.number(0, 4), digits.number(5, 7), digits.number(8, 10)
    starts = _months()
    digits.sound &= (year >= 1) & (month >= 1) & (month <= 12)
    index = np.where(digits.sound, (year.astype(np.int32) - 1) * 12 + month - 1, 0)
    first = starts[index]
    digits.sound &= (day >= 1) & (day <= starts[index + 1] - first)
    number: np.ndarray = first + day - 1
    return number


@lru_cache(maxsize=1)
def _months() -> np.ndarray:
    """Return the day number of the first of each month from January of the year 1 to January of the year 10000."""
    return np.arange("0001-01", "10000-02", dtype="datetime64[M]").astype("datetime64[D]").astype(np.int64)


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
    """Read one text in a form (None: as FORMAT writes moments), or raise Unreadable ("bad-day", "bad-instant")."""
    return parse_moment(text, "at") if form is None else _by_form(text, form)


def _by_form(text: str, form: str) -> Moment:
    try:
        text.encode("ascii")  # strptime takes the digits of every script, and we do not
        read = datetime.strptime(text, form)  # noqa: DTZ007  a form without an offset gives a day, below
        if read.tzinfo is None:
            return date(read.year, read.month, read.day)
        read.astimezone(UTC)
    except (ValueError, OverflowError) as why:
        raise Unreadable("bad-day", key="at", value=text[:40]) from why
    return read
