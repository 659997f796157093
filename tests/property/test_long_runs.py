"""A licence settled in stretches is what settling its rows one by one gives (FORMAT 4.7)."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from likeness.bulk.long_runs import Lot, Used, settle_long

LIMITS = 4
LARGEST = 2**53
ROWS = st.lists(
    st.tuples(
        st.booleans(),  # whether the licence covers the row, limits aside
        st.dictionaries(st.integers(0, LIMITS - 1), st.integers(-1, 4), min_size=1, max_size=LIMITS),
    ),
    min_size=1,
    max_size=30,
)
BEFORE = st.lists(
    st.tuples(st.integers(0, 6), st.sampled_from([0, 0, 0, 5]), st.integers(0, 12)), min_size=LIMITS, max_size=LIMITS
)


def one_by_one(rows, used):
    """Yield what each entry met and whether it was too much; a row that any limit refuses counts for none."""
    for place, (covers, asked) in enumerate(rows):
        met = {key: used.total[key] for key in sorted(asked)}
        over = {key: asked[key] > 0 and (used.closed[key] or met[key] + asked[key] > used.most[key]) for key in met}
        for key in met:
            if over[key] and covers and not used.closed[key]:
                used.closed[key] = 100 + place
            if covers and not any(over.values()) and min(asked.values()) >= 0:
                used.total[key] += asked[key]
        yield from ((met[key], bool(over[key])) for key in met)


@settings(max_examples=400, deadline=None)
@given(ROWS, BEFORE)
@example([(True, {0: LARGEST})] * 30, [(0, 0, LARGEST)] * LIMITS)
@example([(True, {0: 3}), (True, {0: 1}), (True, {0: 1})], [(0, 0, 2)] * LIMITS)
def test_stretches_say_what_rows_say_one_by_one(rows, before):
    told = [(key, asked[key], place, covers) for place, (covers, asked) in enumerate(rows) for key in sorted(asked)]
    key, asked, row, covers = (np.array(column) for column in zip(*told, strict=True))
    used, plain = (Used(*(np.array(column) for column in zip(*before, strict=True))) for _ in range(2))
    so_far, over = settle_long(Lot(key, asked, row + 100, row, covers), used)
    assert list(zip(so_far.tolist(), over.tolist(), strict=True)) == list(one_by_one(rows, plain))
    assert [used.total.tolist(), used.closed.tolist()] == [plain.total.tolist(), plain.closed.tolist()]
