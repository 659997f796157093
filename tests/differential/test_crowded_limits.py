"""Limits that run full: the twin refuses the same rows as the judge, for the same excess, and keeps the same sums."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from unittest.mock import patch

import numpy as np
import polars as pl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from likeness.bulk.counting import counted
from likeness.bulk.frame import framed
from likeness.bulk.settle import Settlement
from likeness.bulk.tallies import closed_to, period_to, tally_frame
from likeness.bulk.twin import finding_of, hear
from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.grant import Limit
from likeness.scope.judge import Bench
from likeness.scope.limits import Ledger, Overrun
from tests.fakes.licences import terms_document
from tests.fakes.twin import roll_of
from tests.fakes.uses import ALLOWED

EXAMPLE = grant_of("", terms_from(terms_document(longest_seconds=None)), signed=True, accepted=True)
FIRST = datetime(2026, 4, 29, 22, tzinfo=UTC)
LIMITS = st.lists(
    st.builds(
        Limit,
        st.sampled_from(["line", "second"]),
        st.integers(0, 6),
        st.booleans(),
        st.sampled_from([None, "month", "year"]),
    ),
    min_size=1,
    max_size=3,
)
MOMENTS = st.one_of(
    st.none(),
    st.dates(date(2026, 4, 29), date(2026, 5, 2)),
    st.integers(0, 60).map(lambda hours: FIRST + timedelta(hours=hours)),
)
COUNTS = st.dictionaries(st.sampled_from(["line", "second"]), st.integers(0, 5))
USES = st.lists(
    st.tuples(
        st.sampled_from(["generate", "show"]),
        MOMENTS,
        COUNTS,
        st.sampled_from(["two", "two", "one", "both"]),
        st.sampled_from(["FR", "US"]),
    ),
    max_size=24,
)


@settings(max_examples=150, deadline=None)
@given(limits=st.tuples(LIMITS, LIMITS, LIMITS), told=USES, cut=st.integers(0, 24))
@example(
    limits=([Limit("line", 0, True, None)], [Limit("line", 2, True, None)], [Limit("line", 0, False, None)]),
    told=[("show", FIRST, {"line": 1}, "both", "FR")],
    cut=0,
)
def test_the_twin_keeps_the_sums_of_the_judge(limits, told, cut):
    """Two licences of one likeness may stand in for each other; a third one's rows stand alone."""
    named = {"2026-0001": "one", "2026-0002": "one", "2026-0003": "two"}
    grants = [
        replace(EXAMPLE, number=number, likenesses=frozenset({f"{named[number]}-voice"}), limits=tuple(own))
        for number, own in zip(named, limits, strict=True)
    ]
    likenesses = {"one": ("one-voice",), "two": ("two-voice",), "both": ("one-voice", "two-voice")}
    uses = [
        replace(
            ALLOWED,
            id=f"u-{place % 10}-{place}",
            act=act,
            at=at,
            quantity=quantity,
            likeness=likenesses[of],
            territory=(where,),
        )
        for place, (act, at, quantity, of, where) in enumerate(told)
    ]
    ledger = Ledger()
    judged = Bench(grants).judge(uses, ledger)
    roll = roll_of(grants)
    pieces = [uses[:cut], uses[cut:]]
    for whatever, long in product((range(0), range(len(roll))), (0, 2, 200)):
        parts = [hear(framed(piece), roll, {}) for piece in pieces]
        settlement = Settlement(parts, roll, tally_frame([]), np.array(whatever, dtype=np.int64))
        with patch("likeness.bulk.runs._LONG", long):  # rows from which on a licence is settled for itself
            tallies = pl.concat([settlement.finish(), counted(parts, settlement.chosen)])
        found = [
            finding_of(part, row, use.id, roll)
            for part, piece in zip(parts, pieces, strict=True)
            for row, use in enumerate(piece)
        ]
        assert found == judged
        for part in parts:
            passed = np.unique(part.overruns.row)
            listed = part.overruns.listed(passed, part.rows.licence[passed], roll).to_list()
            told = [finding_of(part, row, "", roll).overruns for row in passed.tolist()]
            assert [tuple(Overrun(*one) for one in json.loads(f"[{text}]")) for text in listed] == told
        assert sums_of(tallies, roll) == sums_in(ledger)


def sums_of(tallies, roll):
    """Return what tallies say of each limit that was used."""
    told = {
        (str(roll.numbers[t["licence"]]), t["place"], t["period"]): (t["total"], t["closed"])
        for t in tallies.to_dicts()
    }
    return {key: used for key, used in told.items() if used != (0, 0)}


def sums_in(ledger):
    """Return what the judge's ledger says of each limit that was used, as tallies have it."""
    keys = {*ledger.sums, *ledger.closed}
    told = {
        (number, place, period_to(period)): (
            ledger.sums.get((number, place, period), 0),
            closed_to(ledger.closed[number, place, period]) if (number, place, period) in ledger.closed else 0,
        )
        for number, place, period in keys
    }
    return {key: used for key, used in told.items() if used != (0, 0)}
