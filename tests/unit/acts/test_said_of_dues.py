"""What was noted as paid, received or let go survives whatever comes later, and is never asked for a second time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from likeness.acts.dues.near_dues import open_dues
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.read_earnings import read_earnings
from likeness.acts.dues.settle_due import put_back, reopen_due, settle_due, waive_due
from likeness.acts.dues.uses_of_due import uses_of_due
from likeness.acts.uses.answer_held import TAKE, answer_held
from likeness.acts.uses.import_report import import_report, undo_import
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.restore_import import restore_import, set_aside
from likeness.acts.uses.take_back_use import take_back_use
from likeness.errors import Refused
from likeness.licence.dues.due import PAST, Said
from likeness.paper.words import due_words
from likeness.values.money import Money
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.grants import PLAIN, grant
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED

PER_USE = PLAIN | {"fee": {"basis": "per-use", "minor": 10_000, "currency": "EUR"}}
PER_LINE = PLAIN | {"fee": {"basis": "per-unit", "unit": "line", "minor": 100, "currency": "EUR"}}
TITLE = PLAIN | {"fee": {"basis": "none"}, "residuals": [{"per": "title", "minor": 5_000, "currency": "EUR"}]}


@pytest.fixture
def clock():
    return FixedClock("2026-03-12T09:00:00+00:00")


def shown(name, day):
    return replace(ALLOWED, id=name, act="show", at=datetime(2026, 3, day, tzinfo=UTC), modification=None, quantity={})


def made(name, lines):
    return replace(ALLOWED, id=name, at=date(2026, 3, 3), quantity={"line": lines})


def report(office, folder, name, *uses, period="march"):
    path = folder / f"{name}.csv"
    write_uses(path, uses)
    return office.do(import_report, path, reporter="tidewrack", period=period).value


def corrected(office, folder, use):
    """Take another content of a row that was reported before."""
    report(office, folder, "second", use)
    [held] = office.registry.reports.held()
    office.do(answer_held, held.id, TAKE)


def listed(office):
    return [(due.key, due.state, due.money and due.money.minor) for due in dues_here(office.desk)]


def earned(office):
    return [one.total.minor for one in read_earnings(office.desk, open_dues(office.desk)).earned]


def test_a_title_that_was_paid_stays_paid_whatever_turns_out_to_have_shown_it_first(liora, company):
    number = grant(liora, company, **TITLE)
    key = f"residual:{number}:0.title.once"
    liora.do(log_use, shown("second", 5))
    liora.do(settle_due, key, on=date(2026, 3, 9))
    liora.do(log_use, shown("first", 4))
    assert (listed(liora), earned(liora)) == ([(key, "paid", 5_000)], [5_000])


def test_what_an_earlier_version_kept_of_a_title_is_read_and_can_be_taken_back(liora, company):
    number = grant(liora, company, **TITLE)
    old, new = (f"residual:{number}:0.title.{about}" for about in ("second", "once"))
    for name, day in (("first", 4), ("second", 5)):
        liora.do(log_use, shown(name, day))
    with liora.registry.transaction():
        liora.registry.dues.put(old, Said(waived=False, on=date(2026, 3, 9)), liora.clock.now())
    assert (listed(liora), earned(liora)) == ([(old, "paid", 5_000)], [5_000])
    change = liora.do(reopen_due, old).value
    assert listed(liora) == [(new, "due", 5_000)]
    liora.do(put_back, change)
    assert listed(liora) == [(old, "paid", 5_000)]


def test_a_correction_takes_over_what_was_paid_for_the_row_it_corrects(liora, company, tmp_path):
    number = grant(liora, company, **PER_USE)
    report(liora, tmp_path, "first", made("a", 3))
    liora.do(settle_due, f"fee:{number}:a@1", on=date(2026, 3, 9))
    corrected(liora, tmp_path, made("a", 4))
    assert (listed(liora), earned(liora)) == ([(f"fee:{number}:a@1", "paid", 10_000)], [10_000])
    liora.do(reopen_due, f"fee:{number}:a@1")
    assert listed(liora) == [(f"fee:{number}:a@1", "due", 10_000)]


def test_where_the_correction_costs_more_only_the_rest_is_due(liora, company, tmp_path):
    number = grant(liora, company, **PER_LINE)
    report(liora, tmp_path, "first", made("a", 3))
    liora.do(settle_due, f"fee:{number}:a@1", on=date(2026, 3, 9))
    corrected(liora, tmp_path, made("a", 5))
    assert listed(liora) == [(f"fee:{number}:a@1", "paid", 300), (f"fee:{number}:a@1:rest", "due", 200)]
    [_, rest] = dues_here(liora.desk)
    assert due_words.about("en", rest).endswith(": the rest")
    liora.do(settle_due, rest.key, on=date(2026, 3, 10))
    assert (listed(liora)[1], earned(liora)) == ((rest.key, "paid", 200), [500])


def test_where_the_correction_costs_less_what_was_paid_stays_what_it_was(liora, company, tmp_path):
    number = grant(liora, company, **PER_LINE)
    report(liora, tmp_path, "first", made("a", 3))
    liora.do(settle_due, f"fee:{number}:a@1", on=date(2026, 3, 9))
    corrected(liora, tmp_path, made("a", 2))
    assert (listed(liora), earned(liora)) == ([(f"fee:{number}:a@1", "paid", 300)], [300])


def test_where_a_late_row_makes_it_more_the_rest_is_due_each_time(liora, company):
    flat = {"basis": "flat", "minor": 4_000, "currency": "EUR"}
    number = grant(liora, company, **PLAIN | {"limits": [{"unit": "line", "max": 40}], "fee": flat})
    key = f"overage:{number}:late"
    liora.do(waive_due, f"fee:{number}:once")
    liora.do(log_use, replace(made("late", 41), at=date(2026, 3, 9)))
    liora.do(settle_due, key)
    liora.do(log_use, replace(made("earlier", 5), at=date(2026, 3, 8)))
    liora.do(waive_due, f"{key}:rest")
    liora.do(log_use, replace(made("earliest", 2), at=date(2026, 3, 7)))
    assert [one for one in listed(liora) if one[0].startswith("overage")] == [
        (key, "paid", 100), (f"{key}:rest", "waived", 500), (f"{key}:rest:rest", "due", 200),
    ]  # fmt: skip
    liora.do(reopen_due, key)
    assert [one[1:] for one in listed(liora) if one[0].startswith("overage")] == [("due", 300), ("waived", 500)]


@pytest.mark.parametrize(("act", "state"), [(settle_due, "paid"), (waive_due, "waived")])
def test_what_is_no_longer_owed_stays_listed_until_it_is_taken_back(liora, company, act, state):
    number = grant(liora, company, **PER_USE)
    key = f"fee:{number}:a"
    liora.do(log_use, made("a", 3))
    liora.do(act, key)
    liora.do(take_back_use, "a")
    assert listed(liora) == [(key, state, 10_000)]
    [due] = dues_here(liora.desk)
    assert (due.aspect, due_words.about("en", due)) == (PAST, "Fee for a, no longer counted")
    assert earned(liora) == ([10_000] if state == "paid" else [])
    change = liora.do(reopen_due, key).value
    assert listed(liora) == []
    liora.do(put_back, change)
    assert listed(liora) == [(key, state, 10_000)]


def test_what_an_earlier_version_kept_of_a_fee_that_is_no_longer_owed_has_the_sum_agreed(liora, company):
    key = f"fee:{grant(liora, company, **PER_USE)}:a"
    with liora.registry.transaction():
        liora.registry.dues.put(key, Said(waived=False, on=date(2026, 3, 9)), liora.clock.now())
    assert (listed(liora), earned(liora)) == ([(key, "paid", 10_000)], [10_000])


def test_of_reports_that_number_their_rows_alike_each_row_is_paid_for_by_itself(liora, company, tmp_path):
    number = grant(liora, company, **PER_USE)
    for month in ("march", "april"):
        report(liora, tmp_path, month, made("1", 3 if month == "march" else 4), period=month)
    first, second = f"fee:{number}:1@1", f"fee:{number}:1@2"
    assert listed(liora) == [(first, "due", 10_000), (second, "due", 10_000)]
    assert [uses_of_due(liora.desk, due)[0].quantity for due in dues_here(liora.desk)] == [{"line": 3}, {"line": 4}]
    liora.do(settle_due, second)
    assert listed(liora) == [(first, "due", 10_000), (second, "paid", 10_000)]
    newer = liora.registry.uses.get("1@2")
    with liora.registry.transaction():  # it becomes a use of its own, and takes the id
        liora.registry.uses.add_finding(newer.row, newer.newest, newer.recorded_at, "rechecked")
    assert listed(liora) == [(first, "due", 10_000), (second, "paid", 10_000)]
    kept = set_aside(liora.desk, 2)
    liora.do(undo_import, 2)
    assert listed(liora) == [(first, "due", 10_000), (second, "paid", 10_000)]
    liora.do(restore_import, kept)
    assert listed(liora) == [(first, "due", 10_000), (second, "paid", 10_000)]


def test_a_report_taken_back_leaves_what_was_paid_for_it(liora, company, tmp_path):
    number = grant(liora, company, **PER_USE)
    first = report(liora, tmp_path, "first", made("a", 3), made("b", 3))
    liora.do(settle_due, f"fee:{number}:a", money=Money(9_000, "EUR"))
    liora.do(undo_import, first.id)
    assert (listed(liora), earned(liora)) == ([(f"fee:{number}:a@1", "paid", 9_000)], [9_000])
    with pytest.raises(Refused, match="already-said"):
        liora.do(settle_due, f"fee:{number}:a@1")
