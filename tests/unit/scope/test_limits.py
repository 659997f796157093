"""Running limits (FORMAT 4.7): the longest prefix that fits is kept; once over, closed; others are passed by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.grant import Limit
from likeness.scope.judge import Bench, Verdict
from likeness.scope.limits import Ledger, Overrun, told_place
from likeness.scope.use import Use
from tests.fakes.licences import terms_document

GRANT = grant_of("2026-0041", terms_from(terms_document(longest_seconds=None)), signed=True, accepted=True)
USE = Use(
    "u", "tidewrack", ("liora-voice-2025",), "harbour-nine-2", "generate", "series", ("svod",), ("FR",), ("fr",),
    ("new-dialogue",), None, (), datetime(2026, 4, 1, tzinfo=UTC), None, {"line": 1},
)  # fmt: skip


def limited(*limits, **changes):
    return replace(GRANT, limits=limits, **changes)


def uses(*lines, **changes):
    """One use a day from 1 April, each of so many lines."""
    return [
        replace(USE, id=f"u-{n}", at=datetime(2026, 4, n, tzinfo=UTC), quantity={"line": count}, **changes)
        for n, count in enumerate(lines, 1)
    ]


def verdicts(grants, told):
    return [finding.verdict is Verdict.IN_SCOPE for finding in Bench(grants).judge(told)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([40], [True]),
        ([41], [False]),
        ([20, 20, 1], [True, True, False]),
        ([39, 2, 1], [True, False, False]),  # the big one closes it, however small the next
        ([41, 0], [False, True]),  # nought is stated, and never breaks
        ([0, 40], [True, True]),
    ],
)
def test_the_longest_prefix_that_fits(lines, expected):
    assert verdicts([limited(Limit("line", 40))], uses(*lines)) == expected


def test_sums_go_on_from_one_hearing_to_the_next():
    ledger, [first, second, third] = Ledger(), uses(30, 20, 1)
    bench = Bench([limited(Limit("line", 40))])
    heard = [bench.judge([use], ledger)[0].verdict is Verdict.IN_SCOPE for use in (first, second, third)]
    assert heard == [True, False, False]


def test_a_limit_closes_though_another_licence_covers_nothing_of_the_use():
    elsewhere = replace(GRANT, number="2026-0099", purposes=frozenset({"game"}))
    assert verdicts([limited(Limit("line", 40)), elsewhere], uses(41, 1)) == [False, False]


def test_the_order_is_that_of_the_uses_not_of_the_rows():
    told = uses(30, 20)
    assert verdicts([limited(Limit("line", 40))], [told[1], told[0]]) == [False, True]


def test_a_refused_use_moves_nothing():
    told = uses(30, 30, 10)
    told[0] = replace(told[0], language=("es",))
    assert verdicts([limited(Limit("line", 40))], told) == [False, True, True]


def test_months_and_years_start_again():
    told = uses(40, 40)
    may = replace(told[1], at=datetime(2026, 5, 1, tzinfo=UTC))
    assert verdicts([limited(Limit("line", 40, per="month"))], [told[0], may]) == [True, True]
    assert verdicts([limited(Limit("line", 40, per="year"))], [told[0], may]) == [True, False]


def test_the_month_is_that_of_the_licence_zone():
    late = replace(USE, id="a", at=datetime(2026, 4, 30, 22, 30, tzinfo=UTC), quantity={"line": 40})  # 1 May in Paris
    early = replace(USE, id="b", at=datetime(2026, 4, 30, 21, 30, tzinfo=UTC), quantity={"line": 40})
    assert verdicts([limited(Limit("line", 40, per="month"))], [early, late]) == [True, True]


def test_an_exhausted_licence_passes_the_use_on():
    first = limited(Limit("line", 10), number="2026-0001")
    second = limited(Limit("line", 10), number="2026-0002")
    found = Bench([second, first]).judge(uses(10, 10, 10))
    assert [finding.licences for finding in found] == [("2026-0001",), ("2026-0002",), ("2026-0001",)]
    assert found[2].broken == ("limit",)
    assert found[2].overruns == (Overrun("line", 10, 10, 10),)


def test_a_unit_that_is_not_stated_is_a_missing_fact():
    (found,) = Bench([limited(Limit("second", 10))]).judge(uses(1))
    assert (found.verdict, found.missing) == (Verdict.NEEDS_REVIEW, ("limit",))


def test_limits_on_showing_leave_making_alone():
    shown = limited(Limit("episode", 1, on_show=True))
    assert verdicts([shown], uses(5)) == [True]
    show = replace(USE, act="show", modification=None, content=None, quantity={"episode": 2})
    (found,) = Bench([shown]).judge([show])
    assert found.broken == ("limit",)


def test_an_overrun_tells_what_was_asked_where_nothing_was_counted_yet():
    (found,) = Bench([limited(Limit("line", 10), Limit("line", 11, per="month"), Limit("second", 5))]).judge(
        [replace(USE, quantity={"line": 11, "second": 5})]
    )
    assert found.overruns == (Overrun("line", 10, 0, 11),)


def test_the_place_of_a_limit_is_told_where_nothing_else_tells_it_from_another():
    limits = (Limit("line", 10, per="month"), Limit("line", 10, per="year"), Limit("line", 10, on_show=True))
    assert [told_place(limits, place) for place in range(3)] == [0, 1, None]


def test_an_overrun_names_its_licence_where_limits_of_several_said_no():
    voice, face = (replace(limited(Limit("line", 10)), number=number, likenesses=frozenset({name}))
                   for number, name in (("2026-0001", "voice"), ("2026-0002", "face")))  # fmt: skip
    both = replace(USE, likeness=("voice", "face"), quantity={"line": 11})
    before = replace(USE, likeness=("face",), quantity={"line": 3}, at=date(2026, 3, 2), id="before")
    found = Bench([voice, face]).judge([before, replace(both, id="both")])[-1]
    assert found.overruns == (
        Overrun("line", 10, 0, 11, licence="2026-0001"), Overrun("line", 10, 3, 11, licence="2026-0002"),
    )  # fmt: skip
