"""From readings to a verdict: the worst cell, the licence a cell rests on, the nearest one, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.event import Event
from likeness.scope.grant import Limit
from likeness.scope.judge import Bench, Finding, Verdict, worst
from likeness.values.days import Span
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

PLAIN = grant_of("2026-0001", terms_from(terms_document(limits=[])), signed=True, accepted=True)
AT = datetime(2026, 4, 1, 12, tzinfo=UTC)


def licence(number, **changes):
    return replace(PLAIN, number=f"2026-{number:04}", **changes)


def judged(grants, *uses, events=()):
    return Bench(grants, events).judge(uses)


def nearest(use, *grants, events=()):
    """The numbers of the licences that explain a refusal."""
    [found] = judged(grants, use, events=events)
    return [int(number.removeprefix("2026-")) for number in found.licences]


def test_a_finding_tells_each_licence_its_own():
    grants = [
        licence(1, media=frozenset({"svod"})),
        licence(2, media=frozenset({"print"}), languages=frozenset({"en"})),
    ]
    [found] = judged(grants, replace(ALLOWED, medium=("svod", "print")))
    assert found == Finding(
        "", Verdict.OUT_OF_SCOPE, ("language",), (), ("2026-0001", "2026-0002"),
        (("2026-0001", (), ()), ("2026-0002", ("language",), ())),
    )  # fmt: skip


def test_terms_of_all_cells_are_joined_and_a_refusal_keeps_its_questions():
    [found] = judged([licence(1)], replace(ALLOWED, medium=("print", "hologram"), project=None))
    assert (found.verdict, found.broken, found.missing) == (Verdict.OUT_OF_SCOPE, ("medium",), ("project", "medium"))


def test_the_order_of_nearness():
    bad = {"media": frozenset({"print"}), "include": frozenset({"US"}), "languages": frozenset({"es"})}
    other = {"projects": frozenset({"other"})}
    unclear = replace(ALLOWED, age=None)
    assert nearest(unclear, licence(1, media=frozenset()), licence(2, age=(30, 39))) == [2]  # missing before broken
    assert nearest(ALLOWED, licence(1, **other), licence(2, **bad)) == [2]  # then the same project
    assert nearest(ALLOWED, licence(1, accepted=False), licence(2, **bad)) == [2]  # then in force
    gone = [Event("superseded", AT, "2026-0001", "2026-0009")]
    late = replace(ALLOWED, at=AT)
    assert nearest(late, licence(1), licence(2, **bad), events=gone) == [2]  # then not superseded
    assert nearest(ALLOWED, licence(1, **bad), licence(2, media=frozenset())) == [2]  # then the fewest
    assert nearest(ALLOWED, licence(1, media=frozenset()), licence(2, include=frozenset())) == [2]  # the mildest
    assert nearest(ALLOWED, licence(2, media=frozenset()), licence(1, media=frozenset())) == [1]  # the lower number


def test_the_same_project_weighs_more_than_being_in_force_and_that_more_than_not_superseded():
    gone = [Event("superseded", AT, "2026-0002", "2026-0009")]
    late = replace(ALLOWED, at=AT)
    other = frozenset({"other"})
    assert nearest(late, licence(1, projects=other), licence(2, accepted=False), events=gone) == [2]
    assert nearest(late, licence(1, accepted=False), licence(2), events=gone) == [2]


def test_a_cell_rests_on_the_licence_that_ends_first():
    def ending(number, last, shown=None):
        return licence(number, create=Span(date(2026, 3, 1), last), exploit=Span(date(2026, 3, 1), shown))

    soon, late = date(2026, 6, 1), date(2026, 7, 1)
    assert nearest(ALLOWED, ending(1, late), ending(2, soon)) == [2]
    assert nearest(ALLOWED, ending(1, None), ending(2, late)) == [2]
    assert nearest(ALLOWED, ending(2, late), ending(1, late)) == [1]
    show = replace(ALLOWED, act="show")
    assert nearest(show, ending(1, soon, late), ending(2, late, soon)) == [2]
    assert nearest(show, ending(1, soon, None), ending(2, late, late)) == [2]


def test_a_use_that_would_be_refused_anyway_closes_no_limit():
    limited = licence(1, limits=(Limit("line", 10),), media=frozenset({"svod"}))
    big = replace(ALLOWED, id="a", at=date(2026, 4, 1), medium=("svod", "print"), quantity={"line": 11, "second": 1})
    small = replace(ALLOWED, id="b", at=date(2026, 4, 2), quantity={"line": 10, "second": 1})
    first, second = judged([limited], big, small)
    assert (first.broken, second.verdict) == (("medium", "limit"), Verdict.IN_SCOPE)


def test_a_use_of_several_cells_is_counted_once():
    limited = licence(1, limits=(Limit("line", 10),))
    uses = [replace(ALLOWED, id=name, medium=("svod", "tv"), quantity={"line": 5, "second": 1}) for name in "abc"]
    assert [found.broken for found in judged([limited], *uses)] == [(), (), ("limit",)]


def test_a_use_that_one_cell_keeps_out_is_counted_under_no_licence():
    first = licence(1, limits=(Limit("line", 10),), media=frozenset({"svod"}))
    second = licence(2, limits=(Limit("line", 4),), media=frozenset({"tv"}))
    both = replace(ALLOWED, id="a", medium=("svod", "tv"), quantity={"line": 5, "second": 1})
    alone = replace(ALLOWED, id="b", quantity={"line": 10, "second": 1})
    refused, fine = judged([first, second], both, alone)
    assert (refused.broken, fine.verdict) == (("limit",), Verdict.IN_SCOPE)


def test_findings_come_in_the_order_of_the_uses_and_limits_in_that_of_time_and_id():
    limited = licence(1, limits=(Limit("line", 10),))
    late = replace(ALLOWED, id="a", at=AT, quantity={"line": 6, "second": 1})
    bare = replace(ALLOWED, id="z", at=date(2026, 4, 1), quantity={"line": 6, "second": 1})  # 00:00 UTC
    assert [found.use for found in judged([limited], late, bare)] == ["a", "z"]
    assert [found.broken for found in judged([limited], late, bare)] == [("limit",), ()]
    ties = [replace(late, id=name) for name in ("u-9", "u-10")]  # as text u-10 stands first
    assert [found.broken for found in judged([limited], *ties)] == [("limit",), ()]


def test_a_use_without_a_day_sees_the_sums_at_the_end():
    limited = licence(1, limits=(Limit("line", 10),))
    undated = replace(ALLOWED, id="0", at=None, quantity={"line": 6, "second": 1})
    dated = replace(ALLOWED, id="1", quantity={"line": 6, "second": 1})
    found, _ = judged([limited], undated, dated)
    assert (found.broken, found.missing) == (("limit",), ("date",))


def test_no_licence_and_no_likeness():
    [stranger] = judged([licence(1)], replace(ALLOWED, user="stranger"))
    assert (stranger.verdict, stranger.broken, stranger.licences) == (Verdict.OUT_OF_SCOPE, ("no-licence",), ())
    [unnamed] = judged([licence(1)], replace(ALLOWED, likeness=()))
    assert (unnamed.verdict, unnamed.missing, unnamed.licences) == (Verdict.NEEDS_REVIEW, ("likeness",), ())


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], Verdict.IN_SCOPE),
        ([Verdict.NEEDS_REVIEW, Verdict.IN_SCOPE], Verdict.NEEDS_REVIEW),
        ([Verdict.OUT_OF_SCOPE, Verdict.NEEDS_REVIEW], Verdict.OUT_OF_SCOPE),
    ],
)
def test_the_worst_of_several(verdicts, expected):
    assert worst(Finding("u", verdict) for verdict in verdicts) is expected
