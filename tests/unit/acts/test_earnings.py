"""What came in this year, by currency and project; the uses behind a due; the table for other programs."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.dues.export_dues import export_dues
from likeness.acts.dues.near_dues import open_dues
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.read_earnings import read_earnings
from likeness.acts.dues.settle_due import settle_due, waive_due
from likeness.acts.dues.uses_of_due import uses_of_due
from likeness.acts.uses.log_use import log_use
from likeness.errors import Refused
from likeness.values.money import Money
from tests.fakes.grants import PLAIN, grant
from tests.fakes.uses import ALLOWED

SHOWN = replace(ALLOWED, act="show", made_at=date(2026, 3, 3), modification=None)


def earnings(office):
    return read_earnings(office.desk, open_dues(office.desk))


def test_nothing_came_in_yet(liora):
    found = earnings(liora)
    assert (found.year, found.earned, found.unknown, found.open, found.whole) == (2026, (), 0, (), True)


def test_sums_stand_by_currency_and_project_and_are_never_added_across(liora, company):
    for code, minor, project in (("EUR", 700, "a"), ("EUR", 900, "b"), ("USD", 500, "a"), ("EUR", 1, "c")):
        number = grant(liora, company, **PLAIN, fee={"basis": "flat", "minor": minor, "currency": code},
                       project={"id": project, "title": project.upper()})  # fmt: skip
        if project != "c":
            liora.do(settle_due, f"fee:{number}:once", on=date(2026, 3, 2))
    euro, dollar = earnings(liora).earned
    assert (euro.total, euro.fees, euro.others) == (Money(1600, "EUR"), Money(1600, "EUR"), Money(0, "EUR"))
    assert euro.projects == (("B", Money(900, "EUR")), ("A", Money(700, "EUR")))
    assert (dollar.total, dollar.projects) == (Money(500, "USD"), (("A", Money(500, "USD")),))
    assert earnings(liora).open == (Money(1, "EUR"),)


def test_only_this_years_payments_count_with_the_sum_that_came(liora, company, clock):
    number = grant(liora, company, **PLAIN)
    clock.forward(days=304)
    liora.do(settle_due, f"fee:{number}:once", on=date(2026, 12, 31), money=Money(1_750_000, "EUR"))
    assert earnings(liora).earned[0].total == Money(1_750_000, "EUR")
    clock.forward(days=26)
    assert (earnings(liora).year, earnings(liora).earned) == (2027, ())


def test_what_was_waived_is_no_income_and_no_longer_open(liora, company):
    number = grant(liora, company, **PLAIN)
    liora.do(waive_due, f"fee:{number}:once")
    found = earnings(liora)
    assert (found.earned, found.open) == ((), ())


def test_a_share_that_was_paid_without_a_sum_is_counted_as_unknown(liora, company):
    residuals = [{"per": "receipts", "percent": "2.0"}]
    grant(liora, company, **(PLAIN | {"residuals": residuals}), fee={"basis": "none"})
    liora.do(log_use, replace(SHOWN, id="u-1", at=date(2026, 3, 2)))
    [due] = dues_here(liora.desk)
    assert [use.id for use in uses_of_due(liora.desk, due)] == ["u-1"]
    liora.do(settle_due, due.key)
    found = earnings(liora)
    assert (found.unknown, found.earned) == (1, ())
    assert [(due.key, due.state) for due in dues_here(liora.desk)] == [(due.key, "paid")]


def test_the_uses_of_a_period_are_those_of_that_period_and_no_others(liora, company, clock):
    residuals = [{"per": "month", "minor": 100, "currency": "EUR"}]
    grant(liora, company, **(PLAIN | {"residuals": residuals}))
    clock.forward(days=60)
    for name, day in (("u-1", date(2026, 3, 4)), ("u-2", date(2026, 3, 31)), ("u-3", date(2026, 4, 1))):
        liora.do(log_use, replace(SHOWN, id=name, at=day))
    liora.do(log_use, replace(ALLOWED, id="u-made", at=date(2026, 3, 9)))
    behind = {due.period: [use.id for use in uses_of_due(liora.desk, due)] for due in dues_here(liora.desk)}
    assert behind == {"2026-03": ["u-1", "u-2"], "2026-04": ["u-3"], None: []}


def test_a_re_run_rests_on_its_one_use(liora, company, clock):
    grant(liora, company, **(PLAIN | {"residuals": [{"per": "re-run", "percent": "2.0"}]}))
    clock.forward(days=30)
    for name, day in (("u-1", 4), ("u-2", 5)):
        liora.do(log_use, replace(SHOWN, id=name, at=date(2026, 3, day)))
    [due] = [one for one in dues_here(liora.desk) if one.kind == "residual"]
    assert [use.id for use in uses_of_due(liora.desk, due)] == ["u-2"]


@pytest.mark.parametrize(("language", "first"), [("en", "Due on"), ("fr", "Échéance")])
def test_the_table_carries_plain_numbers_and_no_formula(liora, company, tmp_path, language, first):
    number = grant(liora, company, **(PLAIN | {"delete_by": "2027-03-30"}))
    liora.do(settle_due, f"fee:{number}:once", note="=1+1")
    path = tmp_path / "owed.csv"
    assert export_dues(liora.desk, path, dues_here(liora.desk), language).value == 2
    heading, fee, deletion = csv.reader(path.read_text("utf-8").splitlines())
    assert heading[0] == first
    assert fee[3:5] == ["Liora Vantreight", "Tidewrack Pictures Ltd"]
    assert (fee[0], fee[6], fee[7], fee[8], fee[9]) == ("2026-03-12", "18000.00", "EUR", "2026-03-02", "'=1+1")
    assert (deletion[0], deletion[6], deletion[10]) == ("2027-03-30", "", f"deletion:{number}:copies")


def test_a_table_of_another_kind_is_refused(liora, tmp_path):
    with pytest.raises(Refused, match="unknown-table"):
        export_dues(liora.desk, tmp_path / "owed.docx", [])
    assert not (tmp_path / "owed.docx").exists()
