"""Windows, events and sources (FORMAT 4.5, 4.6, 4.9): the term, below the bound, at it and above it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.event import Event
from likeness.scope.grant import Double
from likeness.scope.judge import Bench
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

NUMBER = "2026-0041"
AT = datetime(2026, 5, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SHOWN = replace(ALLOWED, act="show", at=AT)


def read(use, events=(), doubles=(), **changes):
    """What is broken and what is missing."""
    changes = {"limits": [], "withdrawal": {"notice_days": 0}, **changes}
    grant = grant_of(NUMBER, terms_from(terms_document(**changes)), signed=True, accepted=True)
    [found] = Bench([grant], events, doubles).judge([use])
    return found.broken, found.missing


KEPT = ((), ())


def broken(term):
    return (term,), ()


def missing(term):
    return (), (term,)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (date(2026, 2, 28), broken("date")),
        (date(2026, 3, 1), KEPT),
        (date(2027, 2, 28), KEPT),
        (date(2027, 3, 1), broken("date")),
        (datetime(2026, 2, 28, 22, 59, 59, tzinfo=UTC), broken("date")),  # a second before 1 March in Paris
        (datetime(2026, 2, 28, 23, 0, 0, tzinfo=UTC), KEPT),
        (datetime(2027, 2, 28, 22, 59, 59, tzinfo=UTC), KEPT),
        (datetime(2027, 2, 28, 23, 0, 0, tzinfo=UTC), broken("date")),
        (None, missing("date")),
    ],
)
def test_making_is_read_against_create(at, expected):
    assert read(replace(ALLOWED, at=at)) == expected


def test_showing_is_read_against_exploit_and_what_it_was_made_on_against_create():
    assert read(replace(SHOWN, at=date(2036, 2, 28))) == KEPT
    assert read(replace(SHOWN, at=date(2036, 2, 29))) == broken("date")
    assert read(replace(SHOWN, made_at=date(2026, 2, 28))) == broken("date")
    assert read(replace(SHOWN, made_at=date(2026, 3, 1))) == KEPT
    assert read(replace(SHOWN, at=None)) == missing("date")
    assert read(replace(SHOWN, at=None, made_at=date(2026, 2, 28))) == broken("date")
    assert read(replace(ALLOWED, made_at=date(2026, 2, 28))) == KEPT  # making does not look at it


def test_without_an_exploitation_window_only_the_making_is_dated():
    assert read(SHOWN, exploit=None) == broken("act")
    assert read(replace(SHOWN, at=None), exploit=None) == broken("act")
    assert read(replace(SHOWN, made_at=date(2026, 2, 28)), exploit=None) == (("date", "act"), ())


@pytest.mark.parametrize("at", [AT, None])
@pytest.mark.parametrize("act", [None, "juggle"])
def test_without_a_known_act_nothing_that_has_a_day_is_read(act, at):
    events = [Event(kind, AT - SECOND, NUMBER, performer="liora") for kind in ("withdrawn", "suspended", "died")]
    told = replace(ALLOWED, act=act, at=at, quantity={})
    assert read(told, events, limits=[{"unit": "line", "max": 1}], longest_seconds=1) == missing("act")


def test_a_replaced_licence_covers_nothing_whatever_is_done():
    gone = [Event("superseded", AT, NUMBER, by="2026-0050")]
    for use in (replace(ALLOWED, at=AT), replace(SHOWN, made_at=date(2026, 3, 1))):
        assert read(use, gone) == broken("superseded")
        assert read(replace(use, at=AT - SECOND), gone) == KEPT
        assert read(replace(use, at=date(2026, 5, 1)), gone) == missing("superseded")
    assert read(replace(ALLOWED, act=None, at=AT), gone) == (("superseded",), ("act",))
    assert read(replace(ALLOWED, at=None), gone) == missing("date")


@pytest.mark.parametrize(("kind", "term"), [("withdrawn", "withdrawn"), ("died", "after-death")])
def test_after_an_end_making_stops_and_earlier_works_are_shown(kind, term):
    end = [Event(kind, AT, NUMBER, performer="liora")]
    making = replace(ALLOWED, at=AT)
    assert read(making, end) == broken(term)
    assert read(replace(making, at=AT - SECOND), end) == KEPT
    assert read(replace(making, at=AT.date()), end) == missing(term)
    assert read(replace(making, at=None), end) == missing("date")
    assert read(replace(SHOWN, at=AT - SECOND), end) == KEPT
    assert read(SHOWN, end) == missing(term)
    assert read(replace(SHOWN, made_at=AT - SECOND), end) == KEPT
    assert read(replace(SHOWN, made_at=AT), end) == broken(term)
    assert read(replace(SHOWN, made_at=AT.date()), end) == missing(term)
    assert read(replace(SHOWN, made_at=AT - SECOND), end, works_made_stay=False) == broken(term)


def test_a_licence_may_go_on_after_death_and_another_performer_does_not_end_it():
    assert read(replace(ALLOWED, at=AT), [Event("died", AT, performer="liora")], after_death=True) == KEPT
    assert read(replace(ALLOWED, at=AT), [Event("died", AT, performer="tobin")]) == KEPT


def test_notice_counts_for_a_contract_and_not_for_consent():
    gone, notice = [Event("withdrawn", AT, NUMBER)], {"withdrawal": {"notice_days": 2}}
    assert read(replace(ALLOWED, at=AT + timedelta(days=2) - SECOND), gone, **notice) == KEPT
    assert read(replace(ALLOWED, at=AT + timedelta(days=2)), gone, **notice) == broken("withdrawn")
    assert read(replace(ALLOWED, at=AT), gone, basis="consent", **notice) == broken("withdrawn")


def test_a_pause_stops_making_and_showing_what_was_made_inside():
    pause = [Event("suspended", AT, NUMBER), Event("resumed", AT + timedelta(days=3), NUMBER)]
    inside = AT + timedelta(days=1)
    assert read(replace(ALLOWED, at=inside), pause) == broken("suspended")
    assert read(replace(ALLOWED, at=AT + timedelta(days=3)), pause) == KEPT
    assert read(replace(SHOWN, at=inside), pause) == KEPT
    assert read(replace(SHOWN, at=AT + timedelta(days=9), made_at=inside), pause) == broken("suspended")
    assert read(replace(SHOWN, at=inside, made_at=date(2026, 5, 1)), pause) == missing("suspended")
    assert read(replace(SHOWN, at=None, made_at=inside), pause) == missing("date")


def test_a_strike_stops_making_only_where_the_licence_says_so():
    strike = [Event("strike-began", AT), Event("strike-ended", AT + timedelta(days=3))]
    assert read(replace(ALLOWED, at=AT), strike) == broken("suspended")
    assert read(replace(ALLOWED, at=AT + timedelta(days=3)), strike) == KEPT
    assert read(replace(ALLOWED, at=AT), strike, strike_clause=False) == KEPT


def test_a_source_that_should_be_gone():
    def of(name, *sources, delete_by=None):
        return Double(name, "liora", "voice-model", sources, delete_by)

    last = date(2026, 5, 1)
    lines = [of("liora-voice-2025", "a"), of("a", "b", "liora-voice-2025"), of("b", delete_by=last)]
    assert read(replace(ALLOWED, at=last), doubles=lines) == KEPT
    assert read(replace(ALLOWED, at=last + timedelta(days=1)), doubles=lines) == missing("source")
    late = datetime(2026, 5, 1, 22, 0, tzinfo=UTC)  # 2 May in Paris
    assert read(replace(ALLOWED, at=late - SECOND), doubles=lines) == KEPT
    assert read(replace(ALLOWED, at=late), doubles=lines) == missing("source")
    assert read(replace(SHOWN, at=late), doubles=lines) == KEPT
    assert read(replace(ALLOWED, at=None), doubles=lines) == missing("date")
    assert read(replace(ALLOWED, at=late), doubles=lines[1:]) == KEPT  # nobody knows where it comes from
    own = [of("liora-voice-2025", delete_by=last)]
    assert read(replace(ALLOWED, at=late), doubles=own) == missing("source")
