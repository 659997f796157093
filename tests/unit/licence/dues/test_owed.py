"""What is owed: each basis of a fee, residuals, the price of an overage, reports and deletions, to day and cent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from likeness.licence.dues.due import Said, with_state
from likeness.licence.terms import Fee
from likeness.values.money import Money
from tests.fakes.dues import FAR, lines, made, owed, shown


@pytest.mark.parametrize(
    ("in_force", "on"),
    [
        ("2026-03-02T09:00:00Z", "2026-03-12"),
        ("2026-03-01T22:59:59Z", "2026-03-11"),  # still 1 March in Paris
        ("2026-03-01T23:00:00Z", "2026-03-12"),
        ("2026-03-26T12:00:00Z", "2026-04-05"),  # across the change of clocks: calendar days all the same
    ],
)
def test_a_flat_fee_is_due_calendar_days_after_the_licence_came_into_force(in_force, on):
    assert lines(owed(in_force=in_force)) == [("once", on, 1_800_000)]


def test_a_fee_without_days_has_no_day_and_no_fee_owes_nothing():
    assert lines(owed(fee={"basis": "flat", "minor": 5, "currency": "JPY"})) == [("once", "None", 5)]
    assert owed(fee={"basis": "none"}) == []


def test_a_fee_for_each_use_follows_the_use():
    uses = [made("a", "2026-04-01"), made("b", "2026-04-02"), replace(made("c", "2026-04-03"), purpose="promo")]
    fee = {"basis": "per-use", "minor": 40_000, "currency": "EUR", "due_days": 10}
    assert lines(owed(uses, fee=fee)) == [("a", "2026-04-11", 40_000), ("b", "2026-04-12", 40_000)]


def test_a_use_before_the_acceptance_is_paid_after_it():
    fee = {"basis": "per-use", "minor": 40_000, "currency": "EUR", "due_days": 10}
    assert lines(owed([made("a", "2026-03-01")], fee=fee)) == [("a", "2026-03-12", 40_000)]


def test_a_fee_for_each_unit_and_for_each_day():
    uses = [made("a", "2026-04-01", line=3), made("b", "2026-04-01", line=0), made("c", "2026-04-05", line=2)]
    per_line = {"basis": "per-unit", "minor": 1_250, "currency": "EUR", "due_days": 5, "unit": "line"}
    assert lines(owed(uses, fee=per_line)) == [("a", "2026-04-06", 3_750), ("c", "2026-04-10", 2_500)]
    per_day = {"basis": "per-day", "minor": 90_000, "currency": "EUR", "due_days": 5}
    assert lines(owed(uses, fee=per_day)) == [
        ("2026-04-01", "2026-04-06", 90_000), ("2026-04-05", "2026-04-10", 90_000),
    ]  # fmt: skip


def test_a_share_of_revenue_is_not_known_until_it_is_entered():
    fee = {"basis": "revenue-share", "percent": "12.5", "due_days": 30}
    uses = [shown("a", "2026-03-10"), shown("b", "2026-08-10")]
    shares = [due for due in owed(uses, fee=fee, reporting={"every": "quarter", "due_days": 30}) if due.kind == "fee"]
    assert lines(shares) == [("2026-Q1", "2026-04-30", None), ("2026-Q3", "2026-10-30", None)]
    some = owed(uses, fee=fee, reporting={"every": "quarter", "due_days": 30}, until=date(2026, 8, 9))
    assert [due.period for due in some if due.kind == "fee"] == ["2026-Q1"]  # nothing was used in Q3 yet
    entered = with_state(shares[0], Said(waived=False, on=date(2026, 4, 20), money=Money(7, "EUR")), FAR)
    assert (entered.state, entered.money) == ("paid", Money(7, "EUR"))


@pytest.mark.parametrize(
    ("percent", "minor", "half_even"), [("2.5", 20, 0), ("2.5", 60, 2), ("2.5", 100, 2), ("7.5", 20, 2)]
)
def test_a_percentage_is_rounded_once_half_to_even(percent, minor, half_even):
    uses = [shown("a", "2026-04-01"), shown("b", "2026-04-02")]
    fee = {"basis": "flat", "minor": minor, "currency": "EUR"}
    found = owed(uses, fee=fee, residuals=[{"per": "re-run", "percent": percent}])
    assert [due.money for due in found if due.kind == "residual"] == [Money(half_even, "EUR")] * bool(half_even)


def test_units_titles_and_receipts():
    uses = [shown("a", "2026-04-01", quantity={"copy": 250}), shown("b", "2026-04-02", quantity={"copy": 50})]
    found = owed(uses, residuals=[
        {"per": "unit", "minor": 7, "currency": "GBP"}, {"per": "title", "percent": "1.0"},
        {"per": "receipts", "percent": "4.0"}, {"per": "unit", "percent": "3.0"},
    ])  # fmt: skip
    assert sorted((due.what, due.money) for due in found if due.kind == "residual" and due.money) == [
        ("title", Money(18_000, "EUR")), ("unit", Money(350, "GBP")), ("unit", Money(1_750, "GBP")),
    ]  # fmt: skip
    assert [due.what for due in found if due.money is None] == ["unit", "unit", "receipts"]


@pytest.mark.parametrize("percent", ["0", "0.0001"])
def test_a_sum_that_comes_to_nothing_is_not_owed(percent):
    uses = [shown("a", "2026-03-10"), shown("b", "2026-03-11")]
    residuals = [{"per": per, "percent": percent} for per in ("re-run", "title", "month", "year")]
    fee = {"basis": "flat", "minor": 500_000, "currency": "EUR"}
    assert [due.kind for due in owed(uses, fee=fee, residuals=residuals)] == ["fee"]
    each = {"basis": "per-use", "minor": 0, "currency": "EUR"}
    assert owed(uses, fee=each) == []


def test_reports_run_by_the_calendar_from_the_first_day_of_the_windows():
    found = owed(reporting={"every": "quarter", "due_days": 30}, until=date(2026, 7, 1), fee={"basis": "none"})
    assert lines(found) == [
        ("2026-Q1", "2026-04-30", None),
        ("2026-Q2", "2026-07-30", None),
        ("2026-Q3", "2026-10-30", None),
    ]
    assert (
        len(owed(reporting={"every": "quarter", "due_days": 30}, until=date(2026, 6, 30), fee={"basis": "none"})) == 2
    )


@pytest.mark.parametrize(("every", "labels"), [
    ("month", ["2026-03", "2026-04", "2026-05"]), ("half-year", ["2026-H1"]), ("year", ["2026"]),
])  # fmt: skip
def test_periods_have_names(every, labels):
    found = owed(reporting={"every": every, "due_days": 5}, until=date(2026, 5, 31), fee={"basis": "none"})
    assert [due.period for due in found] == labels


def test_reports_end_with_the_windows_or_a_withdrawal():
    yearly = {"reporting": {"every": "year", "due_days": 30}, "fee": {"basis": "none"}}
    assert [due.period for due in owed(until=date(2050, 1, 1), **yearly)][-1] == "2036"
    gone = owed(until=date(2050, 1, 1), ended="2027-05-01T00:00:00Z", **yearly)
    assert [due.period for due in gone] == ["2026", "2027"]


def test_a_replaced_licence_owes_its_fee_what_was_used_and_the_reports_of_what_had_ended():
    terms = {"delete_by": "2027-03-30", "residuals": [{"per": "re-run", "percent": "2.0"}],
             "reporting": {"every": "quarter", "due_days": 30}}  # fmt: skip
    uses = [shown("a", "2026-03-10"), shown("b", "2026-03-20")]
    early = owed(uses, replaced="2026-03-11T22:00:00Z", **terms)
    assert [due.kind for due in early] == ["fee", "residual"]
    for replaced in ("2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z"):  # before the report fell due, and after it
        late = owed(uses, replaced=replaced, **terms)
        assert [(due.kind, due.period) for due in late][2:] == [("report", "2026-Q1")]


def test_a_fee_without_days_outlives_the_amendment():
    fee = {"basis": "flat", "minor": 5, "currency": "JPY"}
    assert lines(owed(fee=fee, replaced="2026-03-02T10:00:00Z")) == [("once", "None", 5)]


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        (None, ["flat"]),
        (Fee("flat", Money(20_000, "EUR")), []),
        (Fee("flat", Money(18_000, "EUR")), ["flat-beside"]),
        (Fee("flat", Money(20_000, "USD")), ["flat-beside"]),
        (Fee("flat", Money(0, "EUR")), ["flat"]),  # what was for nothing has nothing beside it
        (Fee("per-use", Money(20_000, "EUR")), ["flat"]),
        (Fee("none"), ["flat"]),
    ],
)
@pytest.mark.parametrize("basis", [{"basis": "flat"}, {"basis": "revenue-share", "percent": "3.0"}])
def test_what_replaces_a_licence_does_not_ask_for_the_same_fee_again(basis, before, asked):
    found = owed(fee=basis | {"minor": 20_000, "currency": "EUR"}, before=before)
    assert [due.what for due in found] == asked


def test_a_deletion_is_due_on_its_day_and_overdue_the_day_after():
    [due] = owed(delete_by="2027-03-30", fee={"basis": "none"})
    assert with_state(due, None, date(2027, 3, 30)).state == "due"
    assert with_state(due, None, date(2027, 3, 31)).state == "overdue"
    assert with_state(due, Said(waived=False, on=date(2027, 4, 2)), FAR).state == "done"
    assert with_state(due, Said(waived=True, on=date(2027, 4, 2)), FAR).state == "waived"


def test_the_last_day_of_the_calendar_breaks_nothing():
    terms = {"create": {"from": "9999-06-01"}, "exploit": {"from": "9999-06-01"},
             "reporting": {"every": "month", "due_days": 999_999}, "delete_by": "9999-12-31"}  # fmt: skip
    found = owed(until=date.max, in_force="9999-12-01T00:00:00Z", **terms)
    assert {due.on for due in found if due.kind != "fee"} == {date.max}


def test_uses_have_an_instant_or_a_day_and_both_are_read_in_the_zone():
    late = replace(shown("a", "2026-04-01"), at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))  # 2027 in Paris
    [due] = [
        due
        for due in owed([late], residuals=[{"per": "year", "minor": 1, "currency": "EUR"}])
        if due.kind == "residual"
    ]
    assert due.period == "2027"
