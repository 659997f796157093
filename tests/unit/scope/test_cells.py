"""A use split into cells: each likeness x medium x territory x language, its groups taken apart (FORMAT 4.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from likeness.scope.cells import Cell, cells_of
from likeness.values.territories import COUNTRIES
from tests.fakes.uses import ALLOWED


def places(*territory, at=date(2026, 4, 1)):
    return [cell.territory for cell in cells_of(replace(ALLOWED, territory=territory, at=at))]


def test_every_combination_once():
    use = replace(ALLOWED, likeness=("a", "b"), medium=("tv", "web"), territory=("FR", "DE"), language=("fr", "de"))
    cells = list(cells_of(use))
    assert len(cells) == len(set(cells)) == 16
    assert cells[0] == Cell("a", "tv", "FR", "fr")
    assert cells[-1] == Cell("b", "web", "DE", "de")


def test_a_dimension_that_is_not_stated_is_one_cell():
    use = replace(ALLOWED, medium=(), territory=(), language=())
    assert list(cells_of(use)) == [Cell("liora-voice-2025", None, None, None)]


def test_groups_are_taken_apart_and_nothing_is_named_twice():
    assert places("BENELUX", "BE", "FR") == ["BE", "LU", "NL", "FR"]
    assert set(places("WORLD")) == COUNTRIES
    assert places("ROW", "ZZ", "US-CA") == ["ROW", "ZZ", "US-CA"]


@pytest.mark.parametrize(
    ("at", "british"),
    [
        (date(2020, 1, 31), True),
        (date(2020, 2, 1), False),
        (datetime(2020, 1, 31, 23, 59, 59, tzinfo=UTC), True),
        (datetime(2020, 2, 1, 0, 0, 0, tzinfo=UTC), False),
        (datetime.fromisoformat("2020-02-01T00:30:00+01:00"), True),  # still January in UTC
        (None, False),
    ],
)
def test_a_group_is_that_of_the_day_in_utc(at, british):
    assert ("GB" in places("EU", at=at)) is british


def test_a_group_that_nobody_had_joined_yet_stays_a_word():
    assert places("EU", at=date(1950, 1, 1)) == ["EU"]
