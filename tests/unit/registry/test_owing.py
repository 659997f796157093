"""Licences that may need somebody, found by the engine: both engines, with limits, and quiet once all is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from likeness.licence.dues.due import Said
from likeness.licence.terms_read import terms_from
from likeness.registry import owing
from likeness.registry.registry import create_registry
from tests.fakes.grants import PLAIN
from tests.fakes.licences import terms_document

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
BEGAN = datetime(2026, 3, 15, 12, tzinfo=UTC)
FREE = PLAIN | {"fee": {"basis": "none"}}
SAID = Said(waived=False, on=date(2026, 9, 1))


@pytest.fixture(params=[bytes(range(32)), None], ids=["sqlcipher", "sqlite"])
def registry(request, tmp_path):
    made = create_registry(tmp_path / "a.registry", request.param)
    yield made
    made.close()


def put(registry, number, *, accepted=True, **changes):
    with registry.transaction():
        row = registry.licences.put_draft(number, terms_from(terms_document(**changes)), BEGAN)
        registry.licences.mark(row, digest=number.encode().ljust(32), signed_at=BEGAN)
        if accepted:
            registry.licences.mark(row, accepted_at=BEGAN)
    return row


def open_now(registry, most=10):
    return registry.owing.open_now(NOW.date(), most).rows


def test_a_fee_is_open_until_something_is_said_and_a_contract_without_answer_owes_none(registry):
    row = put(registry, "2026-0001", **PLAIN)
    put(registry, "2026-0002", accepted=False, **PLAIN)
    consent = put(registry, "2026-0003", accepted=False, basis="consent", **PLAIN)
    put(registry, "2026-0004", **FREE)
    assert open_now(registry) == [consent, row]
    registry.dues.put("fee:2026-0001:once", SAID, NOW)
    assert open_now(registry) == [consent]


def test_a_deletion_is_open_from_its_day_on(registry):
    row = put(registry, "2026-0001", **(FREE | {"delete_by": "2026-09-10"}))
    put(registry, "2026-0002", **(FREE | {"delete_by": "2026-12-31"}))
    assert open_now(registry) == [row]
    registry.dues.put("deletion:2026-0001:copies", SAID, NOW)
    assert open_now(registry) == []


def test_a_report_said_too_early_does_not_stand_for_one_that_never_came(registry):
    row = put(registry, "2026-0001", **(FREE | {"reporting": {"every": "quarter", "due_days": 30}}))
    for period in ("2026-Q2", "2026-Q4"):
        registry.dues.put(f"report:2026-0001:{period}", SAID, NOW)
    assert open_now(registry) == [row]
    registry.dues.put("report:2026-0001:2026-Q1", SAID, NOW)
    assert open_now(registry) == []


def test_what_is_said_of_another_licence_counts_for_nothing(registry):
    row = put(registry, "2026-0001", **(FREE | {"reporting": {"every": "half-year", "due_days": 30}}))
    for number in ("2026-00010", "2026-0001@abcd"):
        registry.dues.put(f"report:{number}:2026-H1", SAID, NOW)
    assert open_now(registry) == [row]
    assert registry.dues.under(["2026-0001"]) == {}


def test_a_limit_is_said_to_have_been_reached(registry, monkeypatch):
    rows = [put(registry, f"2026-{place:04}", **PLAIN) for place in range(5)]
    some = registry.owing.open_now(NOW.date(), 3)
    assert (some.rows, some.whole) == (rows[:1:-1], False)
    assert registry.owing.open_now(NOW.date(), 5).whole
    monkeypatch.setattr(owing, "_STRIDE", 2)
    monkeypatch.setattr(owing, "FARTHEST", 4)
    some = registry.owing.open_now(NOW.date(), 10)
    assert (set(some.rows), some.whole) == (set(rows[1:]), False)


def test_licences_paid_by_use_or_limited_are_found(registry):
    put(registry, "2026-0001", **PLAIN)
    ways: tuple[dict[str, Any], ...] = (
        {"residuals": [{"per": "re-run", "percent": "2.0"}]},
        {"limits": [{"unit": "line", "max": 4}]},
        {"fee": {"basis": "per-use", "minor": 5, "currency": "EUR"}},
    )
    wanted = [put(registry, f"2026-001{place}", **(PLAIN | way)) for place, way in enumerate(ways)]
    assert sorted(registry.owing.following_uses(10).rows) == wanted


@pytest.mark.parametrize(("last", "seen"), [("2026-09-14", False), ("2026-09-15", True), ("2026-10-15", True),
                                            ("2026-10-16", False), (None, False)])  # fmt: skip
def test_the_end_that_is_near_is_the_later_of_both_windows(registry, last, seen):
    window = {"from": "2026-03-01", "to": last}
    row = put(
        registry, "2026-0001", **(FREE | {"zone": "UTC", "create": window | {"to": "2026-09-01"}, "exploit": window})
    )
    assert registry.owing.ending(NOW, NOW + timedelta(days=30, hours=12), 5) == ([row] if seen else [])


def test_what_is_suspended_withdrawn_or_replaced_does_not_end_soon(registry):
    window = {"from": "2026-03-01", "to": "2026-09-30"}
    rows = [put(registry, f"2026-{place:04}", **(FREE | {"create": window, "exploit": None})) for place in range(4)]
    registry.licences.mark(rows[0], suspended=1)
    registry.licences.mark(rows[1], withdrawn_at=NOW - timedelta(days=1))
    registry.licences.mark(rows[2], replaced_at=NOW - timedelta(days=1))
    assert registry.owing.ending(NOW, NOW + timedelta(days=30), 5) == [rows[3]]


def test_money_paid_in_some_days_names_its_licence_and_reports_do_not(registry):
    rows = [put(registry, f"2026-{place:04}", **PLAIN) for place in range(4)]
    for place, (key, day) in enumerate((("fee", 1), ("report", 1), ("residual", 30), ("fee", 31))):
        registry.dues.put(f"{key}:2026-{place:04}:x", Said(waived=False, on=date(2026, 8, day)), NOW)
    registry.dues.put("fee:2026-0001:once", Said(waived=True, on=date(2026, 8, 2)), NOW)
    found = registry.owing.settled_between(date(2026, 8, 1), date(2026, 8, 30), 5)
    assert (sorted(found.rows), found.whole) == ([rows[0], rows[2]], True)
