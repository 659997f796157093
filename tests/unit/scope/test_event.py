"""Events are instants and half-open; a bare date is its whole day in the licence's zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.event import Event, history_of, is_after, is_inside
from tests.fakes.licences import terms_document

GRANT = grant_of("2026-0041", terms_from(terms_document()), signed=True, accepted=True)
NOON = datetime(2026, 5, 10, 12, tzinfo=UTC)
PARIS = "Europe/Paris"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (NOON - timedelta(seconds=1), False),
        (NOON, True),
        (date(2026, 5, 9), False),
        (date(2026, 5, 10), None),
        (date(2026, 5, 11), True),
    ],
)
def test_after(moment, expected):
    assert is_after(moment, NOON, PARIS) is expected


def test_a_day_that_begins_with_the_event_is_after_it():
    midnight = datetime(2026, 5, 9, 22, tzinfo=UTC)  # 10 May in Paris
    assert is_after(date(2026, 5, 10), midnight, PARIS) is True
    assert is_after(date(2026, 5, 9), midnight, PARIS) is False


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (NOON, True),
        (NOON + timedelta(days=2), False),
        (NOON - timedelta(seconds=1), False),
        (date(2026, 5, 10), None),
        (date(2026, 5, 11), True),
        (date(2026, 5, 12), None),
        (date(2026, 5, 13), False),
    ],
)
def test_inside(moment, expected):
    assert is_inside(moment, [(NOON, NOON + timedelta(days=2))], PARIS) is expected


def test_a_withdrawal_waits_for_the_notice():
    history = history_of(GRANT, [Event("withdrawn", NOON, licence=GRANT.number)])
    assert history.withdrawn == NOON + timedelta(days=90)
    assert history_of(GRANT, [Event("withdrawn", NOON, licence="2026-9999")]).withdrawn is None


def test_pauses_are_paired_and_the_last_may_be_open():
    days = [NOON + timedelta(days=n) for n in range(4)]
    events = [Event(kind, at, licence=GRANT.number)
              for kind, at in zip(("suspended", "suspended", "resumed", "suspended"), days, strict=True)]  # fmt: skip
    assert history_of(GRANT, events).paused == ((days[0], days[2]), (days[3], None))
