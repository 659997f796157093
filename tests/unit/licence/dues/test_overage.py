"""What a use costs that only went over a limit, to the unit and the cent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from likeness.licence.dues.due import Contract, Judged
from likeness.licence.dues.owed import owed_under
from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.grant import Limit
from likeness.scope.judge import Bench
from likeness.values.money import Money
from tests.fakes.dues import FAR, QUIET, lines, made, owed, shown
from tests.fakes.licences import terms_document

LIMIT = {
    "limits": [{"unit": "line", "max": 40}],
    "fee": {"basis": "flat", "minor": 1_000_000, "currency": "EUR", "due_days": 10},
}


FEES = {
    "flat": LIMIT["fee"],
    "per-use": {"basis": "per-use", "minor": 300, "currency": "JPY"},
    "per-unit": {"basis": "per-unit", "minor": 300, "currency": "JPY", "unit": "line"},
}


def test_what_goes_over_a_limit_costs_the_price_of_a_unit():
    uses = [made("a", "2026-04-01", line=35), made("b", "2026-04-02", line=12), made("c", "2026-04-03", line=3)]
    over = [due for due in owed(uses, **LIMIT) if due.kind == "overage"]
    assert [(due.use, due.count, due.money) for due in over] == [
        ("b", 7, Money(175_000, "EUR")), ("c", 3, Money(75_000, "EUR")),
    ]  # fmt: skip
    assert lines(over)[0] == ("b", "2026-04-12", 175_000)


def test_all_units_over_are_all_that_was_used_less_all_that_was_agreed():
    counts = [13, 20, 30, 1, 9]
    uses = [made(f"u{n}", f"2026-04-0{n + 1}", line=count) for n, count in enumerate(counts)]
    over = [due.count for due in owed(uses, **LIMIT) if due.kind == "overage"]
    assert sum(count or 0 for count in over) == sum(counts) - 40


def test_a_limit_by_the_month_starts_again():
    monthly = LIMIT | {"limits": [{"unit": "line", "max": 10, "per": "month"}]}
    uses = [made("a", "2026-04-30", line=12), made("b", "2026-05-01", line=10), made("c", "2026-05-02", line=1)]
    over = [(due.use, due.count) for due in owed(uses, **monthly) if due.kind == "overage"]
    assert over == [("a", 2), ("c", 1)]


YEAR = {"from": "2026-03-15", "to": "2027-02-28"}  # a year of months, and two of years
ENDLESS = {"from": "2026-03-01", "to": None}


@pytest.mark.parametrize(
    ("limit", "windows", "minor"),
    [
        ({"per": "month"}, {"create": YEAR}, 1_000_000 * 2 / (10 * 12)),
        ({"per": "year"}, {"create": YEAR}, 1_000_000 * 2 / (10 * 2)),
        ({"per": "month"}, {"create": YEAR, "exploit": ENDLESS}, 1_000_000 * 2 / (10 * 12)),
        ({"per": "month"}, {"create": ENDLESS, "exploit": YEAR}, None),
        ({}, {"create": ENDLESS}, 1_000_000 * 2 / 10),
    ],
)
def test_a_flat_fee_paid_for_the_most_of_all_months_or_years(limit, windows, minor):
    terms = LIMIT | windows | {"limits": [{"unit": "line", "max": 10} | limit]}
    [due] = [due for due in owed([made("a", "2026-04-01", line=12)], **terms) if due.kind == "overage"]
    assert due.money == (None if minor is None else Money(round(minor), "EUR"))


def test_what_is_shown_too_often_is_priced_by_the_months_in_which_it_may_be_shown():
    terms = LIMIT | {"limits": [{"unit": "copy", "max": 10, "on": "show", "per": "month"}]}
    terms |= {"create": ENDLESS, "exploit": YEAR}
    [due] = [due for due in owed([shown("a", "2026-04-01", quantity={"copy": 12})], **terms) if due.kind == "overage"]
    assert due.money == Money(round(1_000_000 * 2 / (10 * 12)), "EUR")


def test_a_breach_is_no_bill():
    trailer = replace(made("a", "2026-04-01", line=50), purpose="promo")
    unclear = replace(made("b", "2026-04-01", line=50), content=None)
    assert [due.kind for due in owed([trailer, unclear], **LIMIT)] == ["fee"]


def test_a_use_over_two_limits_is_billed_once():
    two = LIMIT | {"limits": [{"unit": "line", "max": 40}, {"unit": "second", "max": 10}]}
    [due] = [due for due in owed([made("a", "2026-04-01", line=41, second=20)], **two) if due.kind == "overage"]
    assert (due.what, due.count, due.money) == ("line", 1, Money(25_000, "EUR"))


def test_the_room_of_one_limit_is_not_that_of_another():
    two = LIMIT | {"limits": [{"unit": "line", "max": 40}, {"unit": "second", "max": 240}]}
    uses = [made("a", "2026-04-01", line=45), made("b", "2026-04-02", line=0, second=250)]
    over = [(due.use, due.what, due.count) for due in owed(uses, **two) if due.kind == "overage"]
    assert over == [("a", "line", 5), ("b", "second", 10)]


@pytest.mark.parametrize("basis", ["per-use", "per-unit", "flat"])
def test_what_lies_within_a_limit_that_is_closed_is_no_overage(basis):
    """The use that closed it went on under another licence and left room; a small one after it fits into that."""
    terms = terms_from(terms_document(**QUIET | LIMIT | {"fee": FEES[basis]}))
    first, second = (
        replace(grant_of(number, terms, signed=True, accepted=True), limits=(Limit("line", most),))
        for number, most in (("2026-0001", 40), ("2026-0002", 10))
    )
    uses = [made("a", "2026-04-01", line=35), made("b", "2026-04-02", line=10), made("c", "2026-04-03", line=3)]
    found = [Judged(use, one) for use, one in zip(uses, Bench([first, second]).judge(uses), strict=True)]
    assert [one.finding.licences for one in found] == [("2026-0001",), ("2026-0002",), ("2026-0001",)]
    dues = owed_under(Contract("2026-0001", terms, datetime.fromisoformat("2026-03-02T09:00:00Z")), found, FAR)
    assert [due.use for due in dues if due.kind == "overage"] == []


@pytest.mark.parametrize(
    ("fee", "price"),
    [
        ({"basis": "per-unit", "minor": 300, "currency": "JPY", "unit": "line"}, Money(600, "JPY")),
        ({"basis": "per-unit", "minor": 300, "currency": "JPY", "unit": "word"}, None),
        ({"basis": "per-use", "minor": 300, "currency": "JPY"}, Money(300, "JPY")),
        ({"basis": "revenue-share", "percent": "3.0"}, None),
        ({"basis": "none"}, None),
    ],
)
def test_the_price_of_a_unit_follows_the_fee(fee, price):
    [due] = [due for due in owed([made("a", "2026-04-01", line=42)], **LIMIT | {"fee": fee}) if due.kind == "overage"]
    assert due.money == price


def test_a_fee_for_each_unit_is_owed_for_every_unit_that_was_used():
    fee = {"basis": "per-unit", "minor": 1_000, "currency": "EUR", "unit": "line"}
    uses = [made("a", "2026-04-01", line=30), made("b", "2026-04-02", line=20), made("c", "2026-04-03", line=5)]
    found = [(due.kind, due.use, due.count) for due in owed(uses, **LIMIT | {"fee": fee})]
    assert sorted(found) == [("fee", "a", 30), ("fee", "b", 10), ("overage", "b", 10), ("overage", "c", 5)]
    assert sum(due.money.minor for due in owed(uses, **LIMIT | {"fee": fee})) == 55 * 1_000


@pytest.mark.parametrize("periods", [("month", "year"), ("year", "month"), ("year", None), (None, "month")])
def test_of_two_limits_that_differ_in_nothing_but_their_period_the_one_that_was_passed_is_billed(periods):
    twice = LIMIT | {"limits": [{"unit": "line", "max": 10, **({"per": per} if per else {})} for per in periods]}
    uses = [made("a", "2026-03-05", line=8), made("b", "2026-04-05", line=5), made("c", "2026-05-05", line=2)]
    over = [(due.use, due.count) for due in owed(uses, **twice) if due.kind == "overage"]
    assert over == [("b", 3), ("c", 2)]


def test_of_two_licences_each_asks_for_what_went_over_its_own_limit():
    terms = terms_from(terms_document(**QUIET | LIMIT))
    grants = [grant_of(number, terms, signed=True, accepted=True) for number in ("2026-0001", "2026-0002")]
    voice, face = (replace(one, likenesses=frozenset({name})) for one, name in zip(grants, ("v", "f"), strict=True))
    uses = [replace(made("a", "2026-04-01", line=30), likeness=("f",)),
            replace(made("b", "2026-04-02", line=41), likeness=("v", "f"))]  # fmt: skip
    found = [Judged(use, one) for use, one in zip(uses, Bench([voice, face]).judge(uses), strict=True)]
    since = datetime.fromisoformat("2026-03-02T09:00:00Z")
    over = [[due.count for due in owed_under(Contract(one.number, terms, since), found, FAR) if due.kind == "overage"]
            for one in grants]  # fmt: skip
    assert over == [[1], [31]]
