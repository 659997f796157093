"""Which rows were seen before: however a report is cut into pieces, what a person would find with a list is found."""

from __future__ import annotations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.acts.judging.repeats import Repeats

NUMBERS = st.integers(-3, 12).map(str)
THIRD = (2**64 - 1) // 3  # three such steps from 0 lead back to 0 where numbers have 64 bits
FAR = [str(one) for one in (THIRD, THIRD * 2 - 2**64, 2**63 - 1, 2**63, -(2**63), 1 - 2**63)]
IDS = st.one_of(NUMBERS, st.sampled_from(["01", "+1", " 1", "1.0", "a", "", *FAR]))
PURPOSES = st.sampled_from(["series", "trailer"])


@st.composite
def numbered(draw):
    """Rows whose numbers rise, but for a few that were put among them."""
    ids = [str(one) for one in sorted(draw(st.sets(st.integers(0, 12), max_size=10)))]
    for one in draw(st.lists(IDS, max_size=2)):
        ids.insert(draw(st.integers(0, len(ids))), one)
    return [(one, draw(PURPOSES)) for one in ids]


ROWS = st.one_of(
    numbered(),
    st.lists(st.tuples(IDS, PURPOSES), max_size=14),
    st.lists(st.tuples(st.sampled_from(["0", *FAR]), PURPOSES), max_size=6),
)


def framed(rows):
    ids, purposes = ([row[place] for row in rows] for place in (0, 1))
    return pl.DataFrame({"line_id": pl.Series(ids, dtype=pl.String), "purpose": pl.Series(purposes, dtype=pl.String)})


@settings(max_examples=400)
@given(earlier=st.one_of(st.just([]), ROWS), pieces=st.lists(ROWS, max_size=4))
def test_the_first_row_of_an_id_counts(earlier, pieces):
    known: dict[str, str] = {}
    for name, purpose in earlier:
        known.setdefault(name, purpose)
    repeats = Repeats(7, [framed(list(known.items()))] if known else [])
    for piece in pieces:
        new, again, conflicts = [], 0, []
        for name, purpose in piece:
            if name not in known:
                known[name] = purpose
                new.append((name, purpose))
            else:
                again += 1
                conflicts += [(name, purpose)] * (known[name] != purpose)
        found = repeats.split(framed(piece))
        assert (found[0].rows(), found[1], found[2].rows()) == (new, again, conflicts)


def test_numbers_that_only_seem_to_rise():
    """Each step adds a third of 64 bits, so the fourth number is the first one again."""
    repeats = Repeats(7, [])
    piece = framed([("0", "series"), (FAR[0], "series"), (FAR[1], "series"), ("0", "trailer")])
    new, again, conflicts = repeats.split(piece)
    assert (new.height, again, conflicts.rows()) == (3, 1, [("0", "trailer")])
