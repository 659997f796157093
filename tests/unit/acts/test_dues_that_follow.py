"""What came in for a use stays with it: corrected, on another day, over its limit, told again by another report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.settle_due import settle_due, waive_due
from likeness.acts.letters.letter_facts import invoices_for
from likeness.acts.letters.write_letter import write_letter
from likeness.acts.uses.answer_held import TAKE, answer_held
from likeness.acts.uses.import_report import import_report, undo_import
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.restore_import import restore_import, set_aside
from likeness.acts.uses.settle_flag import move_flag, settle_flag
from likeness.acts.uses.take_back_use import take_back_use
from likeness.licence.dues.due import Said
from likeness.values.money import Money
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.grants import PLAIN, grant
from tests.fakes.letters import ADDED
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED

EACH = {"minor": 100, "currency": "EUR"}
PER_USE, PER_LINE = ({"basis": "per-use", **EACH}, {"basis": "per-unit", "unit": "line", **EACH})
PER_DAY, SHARE = ({"basis": "per-day", **EACH}, {"basis": "revenue-share", "percent": "3.0"})
MARCH = {"every": "month", "due_days": 10}
FORTY = [{"unit": "line", "max": 40}]


@pytest.fixture
def clock():
    return FixedClock("2026-05-12T09:00:00+00:00")


def made(name, day, lines=10, **more):
    return replace(ALLOWED, id=name, at=date.fromisoformat(f"2026-{day}"), quantity={"line": lines}, **more)


def told(office, folder, period, *uses):
    """Import a report of those rows; where they contradict earlier ones, take them for right."""
    path = folder / f"{period}-{len(list(folder.iterdir()))}.csv"
    write_uses(path, uses)
    row = office.do(import_report, path, reporter="tidewrack", period=period).value
    for held in office.registry.reports.held():
        office.do(answer_held, held.id, TAKE)
    return row


def listed(office):
    dues = [due for due in dues_here(office.desk) if due.pays]
    return sorted((due.key.split(":", 2)[2], due.state, due.money and due.money.minor) for due in dues)


def test_a_row_told_by_another_report_takes_nothing_that_came_for_a_row_that_was_taken_back(liora, company, tmp_path):
    number = grant(liora, company, **PLAIN | {"fee": PER_USE})
    march = told(liora, tmp_path, "march", made("1", "03-10"))
    told(liora, tmp_path, "april", made("1", "04-10"))
    liora.do(settle_due, f"fee:{number}:1@1")
    kept = set_aside(liora.desk, march.id)
    liora.do(undo_import, march.id)
    assert listed(liora) == [("1@1", "paid", 100), ("1@2", "due", 100)]
    liora.do(restore_import, kept)
    assert listed(liora) == [("1@1", "paid", 100), ("1@2", "due", 100)]


def test_what_an_earlier_version_kept_by_the_line_id_alone_is_that_of_the_first_report(liora, company, tmp_path):
    number = grant(liora, company, **PLAIN | {"fee": PER_USE})
    march = told(liora, tmp_path, "march", made("1", "03-10"))
    told(liora, tmp_path, "april", made("1", "04-10"))
    with liora.registry.transaction():
        said = Said(waived=False, on=date(2026, 4, 1), owed=Money(100, "EUR"))
        liora.registry.dues.put(f"fee:{number}:1", said, liora.clock.now())
    assert listed(liora) == [("1", "paid", 100), ("1@2", "due", 100)]
    kept = set_aside(liora.desk, march.id)
    liora.do(undo_import, march.id)
    liora.do(restore_import, kept)
    assert listed(liora) == [("1", "paid", 100), ("1@2", "due", 100)]
    liora.do(settle_due, f"fee:{number}:1@2")
    assert listed(liora) == [("1", "paid", 100), ("1@2", "paid", 100)]


def test_a_use_written_down_by_hand_and_a_row_of_a_report_are_paid_for_apart(liora, company, tmp_path):
    number = grant(liora, company, **PLAIN | {"fee": PER_USE})
    liora.do(log_use, made("1", "03-10"))
    told(liora, tmp_path, "april", made("1", "04-10"))
    liora.do(settle_due, f"fee:{number}:1")
    liora.do(take_back_use, "1")
    assert listed(liora) == [("1", "paid", 100), ("1@1", "due", 100)]


def test_what_came_for_a_row_stays_where_its_company_reports_the_period_anew(liora, company, tmp_path):
    number = grant(liora, company, **PLAIN | {"fee": PER_LINE})
    wrong = told(liora, tmp_path, "march", made("1", "03-10", 10))
    liora.do(settle_due, f"fee:{number}:1@1")
    liora.do(undo_import, wrong.id)
    told(liora, tmp_path, "march", made("1", "03-10", 12))
    assert listed(liora) == [("1@1", "paid", 1_000), ("1@1:rest", "due", 200)]


def test_what_came_for_a_row_stays_with_its_correction_where_the_first_report_is_taken_back(liora, company, tmp_path):
    number = grant(liora, company, **PLAIN | {"fee": PER_LINE})
    first = told(liora, tmp_path, "march", made("1", "03-10", 10))
    liora.do(settle_due, f"fee:{number}:1@1")
    told(liora, tmp_path, "march", made("1", "03-10", 12))
    liora.do(undo_import, first.id)
    assert listed(liora) == [("1@1", "paid", 1_000), ("1@1:rest", "due", 200)]


@pytest.mark.parametrize(
    ("terms", "about", "later"),
    [
        ({"fee": PER_DAY}, "2026-03-10", "2026-04-02"),
        ({"fee": SHARE, "reporting": MARCH}, "2026-03", "2026-04"),
        ({"fee": {"basis": "none"}, "residuals": [{"per": "month", **EACH}]}, "0.month.2026-03", "0.month.2026-04"),
    ],
)
def test_what_came_for_a_day_or_period_follows_all_that_was_moved_to_another(
    liora, company, tmp_path, terms, about, later
):
    of = {"act": "show", "modification": None} if "residuals" in terms else {}
    number = grant(liora, company, **PLAIN | terms)
    told(liora, tmp_path, "march", made("1", "03-10", **of), made("2", "03-10", **of))
    kind = "residual" if "residuals" in terms else "fee"
    liora.do(settle_due, f"{kind}:{number}:{about}")
    told(liora, tmp_path, "march", made("1", "04-02", **of))
    assert [(key, state) for key, state, _sum in listed(liora)] == [(about, "paid"), (later, "due")]
    told(liora, tmp_path, "march", made("2", "04-02", **of))
    assert [(key, state) for key, state, _sum in listed(liora)] == [(about, "paid")]
    assert [due.aspect for due in dues_here(liora.desk) if due.pays] == [""]


@pytest.mark.parametrize(
    ("fee", "paid", "after"),
    [
        (PER_USE, "2", [("1", "due", 100), ("2", "paid", 100)]),
        (PER_DAY, "2026-03-10", [("2026-03-09", "due", 100), ("2026-03-10", "paid", 100)]),
        # 40 lines were paid; by now 10 of them lie within the limit and 30 beyond it: nothing more is owed for them.
        (PER_LINE, "2", [("1", "due", 3_000), ("2", "paid", 4_000)]),
    ],
)
def test_what_came_as_a_fee_is_not_asked_for_again_as_an_overage(liora, company, fee, paid, after):
    number = grant(liora, company, **PLAIN | {"fee": fee, "limits": FORTY})
    liora.do(log_use, made("2", "03-10", 40))
    liora.do(settle_due, f"fee:{number}:{paid}")
    liora.do(log_use, made("1", "03-09", 30))
    assert listed(liora) == after
    liora.do(take_back_use, "1")
    assert listed(liora) == [after[1]]


def test_what_came_as_an_overage_is_not_asked_for_again_as_a_fee(liora, company):
    number = grant(liora, company, **PLAIN | {"fee": PER_LINE, "limits": FORTY})
    for name, day in (("1", "03-09"), ("2", "03-10")):
        liora.do(log_use, made(name, day, 30))
    liora.do(settle_due, f"overage:{number}:2")
    assert listed(liora) == [("1", "due", 3_000), ("2", "due", 1_000), ("2", "paid", 2_000)]
    liora.do(take_back_use, "1")
    assert listed(liora) == [("2", "due", 1_000), ("2", "paid", 2_000)]


def test_what_came_as_a_fee_stays_noted_where_the_flag_of_its_overage_is_opened(liora, company):
    number = grant(liora, company, **PLAIN | {"fee": PER_USE, "limits": FORTY})
    liora.do(log_use, made("2", "03-10", 40))
    liora.do(settle_due, f"fee:{number}:2")
    liora.do(log_use, made("1", "03-09", 30))
    liora.do(settle_flag, "2", "paid")
    liora.do(move_flag, "2", "open")
    assert listed(liora)[1] == ("2", "paid", 100)


@pytest.mark.parametrize("came", [900, 0])
def test_where_less_came_the_rest_is_due_until_it_comes_or_is_let_go(liora, company, came):
    number = grant(liora, company, **PLAIN | {"fee": {"basis": "flat", "minor": 1_000, "currency": "EUR"}})
    liora.do(settle_due, f"fee:{number}:once", money=Money(came, "EUR"))
    assert listed(liora) == [("once", "paid", came), ("once:rest", "due", 1_000 - came)]
    liora.do(waive_due, f"fee:{number}:once:rest")
    assert listed(liora) == [("once", "paid", came), ("once:rest", "waived", 1_000 - came)]


def test_what_came_beyond_a_sum_counts_where_more_is_owed_later(liora, company, tmp_path):
    number = grant(liora, company, **PLAIN | {"fee": PER_LINE})
    told(liora, tmp_path, "march", made("1", "03-10", 10))
    liora.do(settle_due, f"fee:{number}:1@1", money=Money(1_100, "EUR"))
    told(liora, tmp_path, "march", made("1", "03-10", 12))
    assert listed(liora) == [("1@1", "paid", 1_100), ("1@1:rest", "due", 100)]


def test_an_invoice_for_what_came_asks_for_no_rest(liora, company, tmp_path):
    number = grant(liora, company, **PLAIN | {"fee": PER_USE, "limits": FORTY})
    liora.do(log_use, made("2", "03-10", 40))
    liora.do(write_letter, "invoice", f"fee:{number}:2", tmp_path / "invoice.txt", "en", ADDED)
    liora.do(settle_due, f"fee:{number}:2", money=Money(90, "EUR"))
    liora.do(log_use, made("1", "03-09", 30))
    rest = [due for due in dues_here(liora.desk) if due.key == f"overage:{number}:2"]
    assert [(due.state, due.money) for due in rest] == [("due", Money(10, "EUR"))]
    assert invoices_for(liora.desk, rest) == {}
