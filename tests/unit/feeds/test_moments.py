"""Days and instants of a column: the arithmetic agrees with the parser of single values."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from likeness.errors import Unreadable
from likeness.feeds.moments import read_moments
from likeness.values.days import parse_moment, start_utc

DIGITS = st.text(alphabet="0123456789", min_size=2, max_size=2)
SHAPES = st.one_of(
    st.dates().map(date.isoformat),
    st.datetimes().map(lambda at: at.replace(microsecond=0).isoformat() + "Z"),
    st.tuples(st.datetimes(), st.sampled_from(["+00:00", "-14:00", "+23:59", "+24:00", "+01:60"])).map(
        lambda pair: pair[0].replace(microsecond=0).isoformat() + pair[1]
    ),
    st.tuples(*[DIGITS] * 6).map(lambda d: f"20{d[0]}-{d[1]}-{d[2]}T{d[3]}:{d[4]}:{d[5]}Z"),
    st.tuples(*[DIGITS] * 2).map(lambda d: f"2026-{d[0]}-{d[1]}"),
    st.sampled_from(["2026-04-01t10:00:00z", "2026-04-01 10:00:00Z", "2026-04-01T10:00:00.123456789Z", "+026-04-01",
                     "2026-4-1", "２０２６-04", "0000-01-01", "9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00",
                     "2026-04-01T10:00:00", "2026-04-01T10:00:00,Z", "soon"]),
)  # fmt: skip


def expected(text):
    try:
        moment = parse_moment(text, "at")
    except Unreadable as fault:
        return fault.code
    return start_utc(moment).astimezone(UTC), not isinstance(moment, datetime)


@given(st.lists(st.none() | SHAPES, max_size=30))
def test_all_at_once_and_one_by_one(texts):
    read = read_moments(pl.Series(texts, dtype=pl.String))
    for row, text in enumerate(texts):
        if text is None:
            assert (read.at[row], read.day[row]) == (None, None)
        elif row in read.bad:
            assert read.bad[row] == expected(text)
        else:
            assert (read.at[row], read.day[row]) == expected(text)


def test_every_day_of_eight_centuries():
    days = [date(1600, 1, 1) + timedelta(days=number) for number in range(292_194)]
    read = read_moments(pl.Series([day.isoformat() for day in days]))
    assert read.at.dt.date().to_list() == days
    assert not read.bad


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("%m/%d/%Y", "7/4/2026", (datetime(2026, 7, 4, tzinfo=UTC), True)),
        ("%d.%m.%y", "04.07.26", (datetime(2026, 7, 4, tzinfo=UTC), True)),
        ("%d/%m/%Y %H:%M", "04/07/2026 23:30", (datetime(2026, 7, 4, tzinfo=UTC), True)),  # nobody knows in which zone
        ("%Y%m%dT%H%M%S%z", "20260704T233000+0200", (datetime(2026, 7, 4, 21, 30, tzinfo=UTC), False)),
        ("%m/%d/%Y", "2026-07-04", "other-date-form"),
        ("%m/%d/%Y", "\u0667/4/2026", "other-date-form"),
        ("%m/%d/%Y", "13/4/2026", "other-date-form"),
    ],
)
def test_a_form_of_its_own(form, text, said):
    read = read_moments(pl.Series([text]), form)
    assert (read.bad.get(0) or (read.at[0], read.day[0])) == said
