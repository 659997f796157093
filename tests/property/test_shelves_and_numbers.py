"""Looking up and numbering by bits: whatever falls together, every key finds its own, and equal ones are one number."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from likeness.bulk.numbering import numbered, together
from likeness.bulk.shelf import NOBODY, shelve

# Keys that fall together on one shelf or on all of them, beside some that do not.
AWKWARD = st.one_of(
    st.integers(2, 40), st.integers(2, 6).map(lambda high: high << 60), st.integers(2, 2**64 - 1), st.just(2**64 - 1)
)


def found(shelves, asked):
    entries = shelves.entries(asked)
    there = np.flatnonzero(entries != NOBODY)
    place, position = shelves.behind(entries.take(there))
    assert shelves.how_many(entries.take(there)).sum() == len(position)
    return sorted(zip(there.take(place).tolist(), position.tolist(), strict=True))


def expected(keys, asked):
    return sorted(
        (place, position) for place, one in enumerate(asked) for position, key in enumerate(keys) if key == one
    )


@given(keys=st.lists(AWKWARD, max_size=60), others=st.lists(AWKWARD, max_size=20))
def test_every_key_finds_its_positions_and_no_others(keys, others):
    shelves = shelve(np.array(keys, dtype=np.uint64), np.arange(len(keys), dtype=np.uint32))
    asked = [*keys, *others]
    assert found(shelves, np.array(asked, dtype=np.uint64)) == expected(keys, asked)


def test_a_hundred_thousand_keys():
    dice = np.random.default_rng(5)
    keys = dice.integers(2, 2**64, 100_000, dtype=np.uint64) | np.uint64(1)
    keys[::7] = keys[0]
    shelves = shelve(keys, np.arange(len(keys), dtype=np.uint32))
    asked = np.concatenate([keys[1:2_000], dice.integers(2, 2**64, 2_000, dtype=np.uint64)])
    many = {int(key): int(count) for key, count in zip(*np.unique(keys, return_counts=True), strict=True)}
    assert len(found(shelves, asked)) == sum(many.get(int(one), 0) for one in asked)
    assert all(keys[position] == asked[place] for place, position in found(shelves, asked))


@given(keys=st.lists(AWKWARD, max_size=60))
def test_equal_keys_are_one_number(keys):
    numbers, stand = numbered(np.array(keys, dtype=np.uint64))
    assert [keys[place] for place in stand[numbers]] == keys
    assert len(stand) == len(set(keys))


@pytest.mark.parametrize("different", [3, 5_000, 90_000])
def test_many_numbers(different):
    keys = np.random.default_rng(different).integers(0, 2**64, different, dtype=np.uint64)
    keys = np.tile(keys, 2)
    numbers, stand = numbered(keys)
    assert len(stand) == different
    assert (keys[stand[numbers]] == keys).all()


@given(rows=st.lists(st.tuples(*[st.integers(0, 2**20)] * 5), min_size=1, max_size=30))
def test_columns_together_are_as_many_numbers_as_there_are_different_rows(rows):
    """Five columns of twenty bits are more than one number holds."""
    numbers, stand = together([np.array(column, dtype=np.uint32) for column in zip(*rows, strict=True)])
    assert [rows[place] for place in stand[numbers]] == rows
    assert len(stand) == len(set(rows))
