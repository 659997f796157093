"""Widths of columns: they share the room, none is narrower than its word, and a moved line takes from one neighbour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from likeness.values.order import Order
from ui.kit.lists.asked import codes_of, order_of, word_of
from ui.kit.lists.column_widths import laid, moved

PIXELS = st.integers(0, 900)
COLUMNS = st.lists(st.tuples(st.integers(20, 400), st.integers(20, 120)), min_size=1, max_size=6)


def test_where_there_is_room_each_has_its_wish():
    assert laid([126, 0, 156], [60, 70, 80], 500) == [126, 0, 156]
    assert laid([40, 0, 156], [60, 70, 80], 500) == [60, 0, 156]


def test_where_there_is_none_they_give_of_what_they_have_beyond_their_words():
    assert laid([126, 0, 156], [60, 70, 80], 281) == [93, 0, 118]
    assert laid([126, 0, 156], [60, 70, 80], 100) == [60, 0, 80]


@given(COLUMNS, st.integers(20, 120), PIXELS)
def test_columns_fill_no_more_than_the_room_and_are_never_too_narrow(columns, rest, room):
    wished, least = [0, *(wish for wish, _low in columns)], [rest, *(low for _wish, low in columns)]
    widths = laid(wished, least, room)
    assert all(wide >= low for wide, low in zip(widths[1:], least[1:], strict=True))
    assert sum(widths) + rest <= max(room, sum(least))


@given(st.integers(60, 400), st.integers(60, 400), st.integers(-900, 900))
def test_what_one_gets_the_other_gives(left, right, by):
    one, other = moved(left, right, 50, 60, by)
    assert one + other == left + right
    assert (one >= 50, other >= 60) == (True, True)
    assert one == left + by or one == 50 or other == 60


@pytest.mark.parametrize("kept", [
    {}, {"order": "name"}, {"order": {"column": "shoes", "falling": True}}, {"order": {"falling": True}},
    {"order": None},
])  # fmt: skip
def test_an_order_nobody_knows_is_the_usual_one(kept):
    assert order_of(kept, ("name", "role"), Order("role")) == Order("role")


def test_what_is_known_is_asked_again():
    kept = {"order": {"column": "name", "falling": True}, "states": ["due"], "kind": "fee"}
    assert order_of(kept, ("name", "role"), Order("role")) == Order("name", falling=True)
    assert codes_of(kept, "states", ("due", "paid"), frozenset()) == {"due"}
    assert word_of(kept, "kind") == "fee"


@pytest.mark.parametrize("codes", [None, "due", [1], ["due", "shoes"], {"due": 1}])
def test_codes_nobody_knows_are_the_usual_ones(codes):
    assert codes_of({"states": codes}, "states", ("due", "paid"), frozenset({"paid"})) == {"paid"}
    assert word_of({"kind": codes if codes != "due" else 7}, "kind", "all") == "all"
