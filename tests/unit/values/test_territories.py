"""Places: groups are dated, parts belong to countries, an exclusion takes away the whole."""

from __future__ import annotations

from datetime import date

import pytest

from likeness.values.territories import COUNTRIES, covers_place, is_place, is_territory, members

TODAY = date(2026, 6, 1)


def covers(include, place, exclude=(), day=TODAY):
    return covers_place(frozenset(include), frozenset(exclude), place, day)


def test_there_are_249_countries_and_kosovo():
    assert len(COUNTRIES) == 250
    assert not {"SU", "AN", "YU", "UK", "EU"} & COUNTRIES


@pytest.mark.parametrize(
    ("group", "day", "count"),
    [
        ("EU", date(1958, 1, 1), 6), ("EU", date(1973, 1, 1), 9), ("EU", date(1986, 1, 1), 12),
        ("EU", date(1995, 1, 1), 15), ("EU", date(2004, 5, 1), 25), ("EU", date(2013, 7, 1), 28),
        ("EU", date(2020, 1, 31), 28), ("EU", date(2020, 2, 1), 27), ("EEA", TODAY, 30), ("EFTA", TODAY, 4),
        ("NORDICS", TODAY, 5), ("BENELUX", TODAY, 3), ("DACH", TODAY, 3), ("LATAM", TODAY, 21), ("MENA", TODAY, 19),
        ("WORLD", TODAY, 250), ("EU", date.max, 27), ("DACH", date.max, 3), ("WORLD", date.max, 250),
    ],
)  # fmt: skip
def test_groups_on_a_day(group, day, count):
    assert len(members(group, day)) == count


def test_parts_and_wholes():
    assert covers({"US"}, "US-CA")
    assert not covers({"US-CA"}, "US")
    assert covers({"EU"}, "FR-75")
    assert not covers({"FR"}, "RE")
    assert not covers({"WORLD"}, "US", exclude={"US-CA"})
    assert not covers({"WORLD"}, "US-CA", exclude={"US"})
    assert covers({"WORLD"}, "US-NY", exclude={"US-CA"})
    assert not covers({"WORLD"}, "FR", exclude={"EU"})
    assert covers({"EU"}, "GB", day=date(2020, 1, 31))
    assert not covers({"EU"}, "GB", day=date(2020, 2, 1))


@pytest.mark.parametrize("code", ["FR", "XK", "US-CA", "GB-SCT", "BR-1"])
def test_known_places(code):
    assert is_place(code)
    assert is_territory(code)


@pytest.mark.parametrize("code", ["SU", "uk", "ZZ", "US-", "US-ABCD", "ROW", "ZZ-AB", "", "FR-é"])
def test_unknown_places(code):
    assert not is_place(code)
