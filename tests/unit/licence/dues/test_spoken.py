"""What people said of dues beside what is owed now: what came in covers what it can, and only the rest is asked for."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from likeness.licence.dues.due import Contract, Said
from likeness.licence.dues.spoken import spoken
from likeness.licence.terms_read import terms_from
from likeness.values.money import Money
from tests.fakes.dues import NUMBER, QUIET, made, owed
from tests.fakes.licences import terms_document

TERMS = {
    "fee": {"basis": "per-unit", "minor": 100, "currency": "EUR", "unit": "line"},
    "limits": [{"unit": "line", "max": 40}],
}
USES = [made("a", "2026-04-01", line=30), made("b", "2026-04-02", line=20)]  # of b ten lie within the limit, ten beyond
ON = date(2026, 5, 1)
FEE, OVER = f"fee:{NUMBER}:b", f"overage:{NUMBER}:b"


def beside(said):
    terms = terms_from(terms_document(**QUIET | TERMS))
    contract = Contract(NUMBER, terms, datetime.fromisoformat("2026-03-02T09:00:00Z"))
    return [one for one in spoken(contract, owed(USES, **TERMS), said, ON) if one.use != "a"]


def told(said):
    """Return the lines about b: which half, whether it is a rest or past, the state and the sum."""
    return {(one.kind, one.aspect, one.state, one.money and one.money.minor) for one in beside(said)}


def paid(minor, owed_then, currency="EUR"):
    return Said(waived=False, on=ON, money=minor and Money(minor, currency), owed=owed_then and Money(owed_then, "EUR"))


OPEN = {("fee", "", "due", 1_000), ("overage", "", "due", 1_000)}


def test_both_halves_are_asked_for_while_nothing_was_said():
    assert told({}) == OPEN


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        (paid(None, 1_000), {("fee", "", "paid", 1_000), ("overage", "", "due", 1_000)}),
        (paid(1_000, 1_000), {("fee", "", "paid", 1_000), ("overage", "", "due", 1_000)}),
        (paid(2_000, 2_000), {("fee", "", "paid", 2_000)}),  # as it was before there was a limit: all is covered
        (paid(1_001, 1_001), {("fee", "", "paid", 1_001), ("overage", "rest", "due", 999)}),
        (paid(400, 1_000), {("fee", "", "paid", 400), ("fee", "rest", "due", 600), ("overage", "", "due", 1_000)}),
        (paid(2_000, 2_000, "USD"), {("fee", "", "paid", 2_000), ("overage", "", "due", 1_000)}),
        (paid(None, None), {("fee", "", "paid", 1_000), ("overage", "", "due", 1_000)}),
    ],
)
def test_what_came_in_for_the_fee_covers_the_overage_of_the_same_units(said, lines):
    assert told({FEE: said}) == lines


def test_what_came_in_for_the_overage_covers_the_fee_of_the_same_units():
    assert told({OVER: paid(1_700, 1_700)}) == {("overage", "", "paid", 1_700), ("fee", "rest", "due", 300)}


def test_what_was_let_go_covers_what_was_owed_then_and_no_more():
    let_go = Said(waived=True, on=ON, owed=Money(600, "EUR"))
    assert told({FEE: let_go}) == {
        ("fee", "", "waived", 600), ("fee", "rest", "due", 400), ("overage", "", "due", 1_000),
    }  # fmt: skip


def test_what_was_said_of_the_rest_counts_with_it():
    said = {FEE: paid(400, 1_000), f"{FEE}:rest": paid(500, 600)}
    assert told(said) == {
        ("fee", "", "paid", 400), ("fee", "rest", "paid", 500), ("fee", "rest", "due", 100),
        ("overage", "", "due", 1_000),
    }  # fmt: skip


def test_what_is_no_longer_computed_stays_with_the_sum_it_had():
    gone = {f"fee:{NUMBER}:c": paid(None, 700), f"residual:{NUMBER}:0.re-run.d": paid(5, 5)}
    assert told(gone) == OPEN | {("fee", "past", "paid", 700), ("residual", "past", "paid", 5)}


@pytest.mark.parametrize(
    ("key", "what"),
    [("fee:2026-0041:row.7", "row.7"), ("residual:2026-0041:0.re-run.row.7", "row.7"), ("fee:2026-0041:once", "")],
)
def test_what_is_past_names_the_use_or_the_period_of_its_key(key, what):
    assert [one.what for one in beside({key: paid(5, 5)}) if one.aspect == "past"] == [what]
