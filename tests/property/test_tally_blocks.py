"""Tallies in blocks say what tallies in rows said: whatever is put, added, dropped and asked, in whatever order."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.registry.registry import create_registry
from likeness.registry.tallies import TallyRow

LICENCE_ROWS = [1, 2, 63, 64, 65, 70_000, 2**32 - 1]
LICENCES = st.sampled_from(LICENCE_ROWS)
KEYS = st.tuples(LICENCES, st.sampled_from([0, 1, 255, 256, 4_095]), st.sampled_from([0, 2026, 202604, 999912]))
SUMS = st.sampled_from([0, 1, 7, 2**32 - 1, 2**32, 2**53 + 1])
INSTANTS = st.sampled_from([0, 1, 1_793_000_000_000_000, 2**62])
TALLIES = st.dictionaries(KEYS, st.tuples(SUMS, INSTANTS, INSTANTS, SUMS), max_size=12)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), TALLIES),
        st.tuples(st.just("add"), TALLIES),
        st.tuples(st.just("forget"), st.sets(LICENCES)),
    ),
    max_size=8,
)


def rows_of(tallies):
    return [TallyRow(*key, *told) for key, told in tallies.items()]


def as_frame(rows):
    return pl.DataFrame(rows, schema=dict.fromkeys(TallyRow._fields, pl.Int64), orient="row")


def added(old, new):
    """What a tally says after something was counted beside it."""
    if old is None:
        return new
    return (old[0] + new[0], old[1], max(old[2], new[2]), max(old[3], new[3]))


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    with_tallies = create_registry(tmp_path_factory.mktemp("tallies") / "one.registry", None)
    yield with_tallies
    with_tallies.close()


@settings(max_examples=150, deadline=None)
@given(steps=STEPS, asked=st.sets(LICENCES))
def test_blocks_are_the_table_that_they_stand_for(registry, steps, asked):
    table: dict[tuple[int, int, int], tuple[int, int, int, int]] = {}
    with registry.transaction():
        registry.tallies.forget(row.licence for row in registry.tallies.of(LICENCE_ROWS))
        for what, told in steps:
            if what == "put":
                registry.tallies.put(rows_of(told))
                table |= told
            elif what == "add":
                opened = {key: (said[0], 0, *said[2:]) for key, said in told.items()}  # only to open limits
                registry.tallies.put_report(None, as_frame(rows_of(opened)))
                table |= {key: added(table.get(key), said) for key, said in opened.items()}
            else:
                registry.tallies.forget(told)
                table = {key: said for key, said in table.items() if key[0] not in told}
    assert sorted(registry.tallies.of(asked)) == sorted(rows_of({k: v for k, v in table.items() if k[0] in asked}))
    assert sorted(registry.tallies.frame().rows()) == sorted(rows_of(table))


def test_the_rows_of_an_earlier_version_are_laid_in_blocks(registry, tmp_path):
    rows = [TallyRow(3, 0, 202604, 7, 0, 9, 0), TallyRow(3, 1, 0, 2**40, 5, 9, 2), TallyRow(900, 0, 0, 1, 0, 2, 3)]
    old = create_registry(tmp_path / "old.registry", None)
    with old.transaction():
        old._db.many("INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    assert old.tallies.loose()
    with old.transaction():
        old.tallies.gather()
    assert (old.tallies.loose(), sorted(old.tallies.of([3, 900]))) == (False, rows)
    old.close()
