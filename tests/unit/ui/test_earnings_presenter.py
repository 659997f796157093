from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.uses.log_use import log_use
from likeness.values.money import Money
from tests.fakes.film import Straight, filmed
from tests.fakes.uses import ALLOWED
from ui.kit.undoing.undo import UndoStack
from ui.kit.words import choose_language
from ui.screens.earnings.presenter import EarningsPresenter

FEE, REPORT, DELETION = "fee:2026-0001:once", "report:2026-0001:2026-Q1", "deletion:2026-0001:copies"


@pytest.fixture
def owed(in_force):
    """The dues of a licence 40 days after it began, and the film of the screen."""
    return *filmed(EarningsPresenter, in_force), in_force


def rows(presenter, film):
    return {cells.key: cells for cells in presenter.page(film.last.keys)}


def test_an_empty_registry_owes_nothing(office):
    _presenter, film = filmed(EarningsPresenter, office)
    assert (film.last.keys, film.last.total, film.last.detail, film.last.doing) == ((), 0, None, "")


def test_every_due_stands_in_the_table_by_day_with_what_is_open(owed):
    presenter, film, _office = owed
    assert film.last.keys == (FEE, REPORT, "report:2026-0001:2026-Q2", DELETION)
    fee = rows(presenter, film)[FEE]
    assert (fee.state, fee.what, fee.company, fee.project, fee.on, fee.amount, fee.late) == (
        "overdue", "Fee", "Tidewrack Pictures Ltd", "Harbour Nine, season 2", "12 Mar 26", "€18,000", True,
    )  # fmt: skip
    assert film.last.counts == (("overdue", 1), ("due", 3), ("settled", 0), ("waived", 0))
    assert film.last.sums == "€18,000"


def test_a_likeness_to_be_deleted_is_read_without_a_licence_and_marked_as_done(office):
    new = NewDouble("old-scan", "face-scan", "Face", "liora", delete_by=date(2026, 1, 31))
    office.do(record_double, new)
    presenter, film = filmed(EarningsPresenter, office)
    presenter.reveal("deletion:old-scan:likeness")
    detail = film.last.detail
    assert (detail.title, detail.about, detail.licence, detail.letters) == ("Likeness deleted: Face", "", "", ())
    assert detail.clause == "Its record says: to be deleted by 31 January 2026."
    assert film.last.companies == ()
    presenter.settle(detail.key, date(2026, 3, 1), None, "")
    assert film.last.detail.state == "done"


def test_filters_narrow_by_state_kind_company_and_words(owed):
    presenter, film, _office = owed
    presenter.toggle_state("due")
    assert film.last.keys == (FEE,)
    presenter.clear()
    presenter.narrow(kind="report", performer="", company="")
    assert film.last.keys == (REPORT, "report:2026-0001:2026-Q2")
    presenter.search("  q1 TIDEWRACK ")
    assert film.last.keys == (REPORT,)
    presenter.narrow(kind="report", performer="", company="Nobody")
    assert film.last.keys == ()
    assert film.last.filtered
    presenter.clear(frozenset())
    assert len(film.last.keys) == 4
    assert not film.last.filtered


def test_the_pane_says_why(owed):
    presenter, film, _office = owed
    presenter.choose(FEE)
    detail = film.last.detail
    assert (detail.title, detail.licence, detail.sum_typed, detail.currency) == ("Fee", "2026-0001", "18000.00", "EUR")
    assert detail.clause == "They owe €18,000 once, within 10 days."
    presenter.choose(REPORT)
    assert film.last.detail.clause == "They report every quarter, within 30 days."
    presenter.choose(DELETION)
    assert film.last.detail.clause == "They delete every copy by 30 March 2027."
    presenter.choose("fee:1999-0001:once")
    assert film.last.detail is None


def test_too_many_lines_name_the_use_and_the_limit(owed):
    presenter, film, office = owed
    for number, lines in enumerate((39, 4), 1):
        use = replace(ALLOWED, id=f"u-{number}", at=date(2026, 4, number), quantity={"line": lines, "second": 9})
        office.do(log_use, use)
    presenter.refresh()
    presenter.choose("overage:2026-0001:u-2")
    detail = film.last.detail
    assert detail.uses == ("u-2 · series · France · 2 April 2026",)
    assert "40 lines" in detail.clause
    assert detail.amount == "€1,350"


def test_paid_is_kept_said_and_undone_by_one_step(owed):
    presenter, film, office = owed
    undo = UndoStack(Straight(), None)
    presenter.choose(FEE)
    presenter.settle(FEE, date(2026, 3, 11), Money(1_790_000, "EUR"), "By transfer")
    [(_name, words, inverse)] = [one for one in film.told if one[0] == "done"]
    assert words == "Marked as paid"
    assert (film.last.detail.state, film.last.detail.said, film.last.detail.sum_typed) == ("paid", True, "17900.00")
    assert ("pen-line", "Note", "By transfer") in film.last.detail.facts
    undo.push(words, inverse)
    undo.undo()
    presenter.refresh()
    assert film.last.detail.state == "overdue"
    undo.redo()
    assert office.registry.dues.all()[FEE].money == Money(1_790_000, "EUR")


def test_the_same_sum_is_no_other_sum(owed):
    presenter, _film, office = owed
    presenter.choose(FEE)
    presenter.settle(FEE, date(2026, 3, 11), Money(1_800_000, "EUR"), "")
    said = office.registry.dues.all()[FEE]
    assert (said.money, said.note) == (None, None)


def test_received_done_waived_and_open_again(owed):
    presenter, film, _office = owed
    for key, act, state in (
        (REPORT, lambda key: presenter.settle(key, None, None, ""), "received"),
        (DELETION, lambda key: presenter.settle(key, None, None, ""), "done"),
        (FEE, presenter.waive, "waived"),
    ):
        presenter.reveal(key)
        act(key)
        assert film.last.detail.state == state
    presenter.reveal(FEE)
    assert film.last.keys == (FEE,)
    presenter.reopen(FEE)
    assert film.last.detail.state == "overdue"
    assert not film.failures


def test_what_the_act_refuses_is_told_and_changes_nothing(owed):
    presenter, film, office = owed
    presenter.choose(FEE)
    presenter.settle(FEE, None, Money(5, "USD"), "")
    assert [why.code for why in film.failures] == ["other-currency"]
    assert office.registry.dues.all() == {}


def test_files_are_written_and_their_lines_counted(owed, tmp_path):
    presenter, film, _office = owed
    presenter.save_dates(tmp_path / "a.ics")
    presenter.narrow(kind="report", performer="", company="")
    presenter.save_table(tmp_path / "a.csv")
    assert film.told[-1] == "2 lines saved in a.csv"
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert len((tmp_path / "a.csv").read_text("utf-8").splitlines()) == 3


def test_the_table_speaks_french(owed):
    presenter, film, _office = owed
    choose_language("fr")
    assert rows(presenter, film)[FEE].what == "Rémunération"
    presenter.choose(REPORT)
    assert film.last.detail.title == "Relevé pour T1 2026"


def test_a_due_that_is_gone_while_its_form_is_open_is_told(owed):
    presenter, film, office = owed
    presenter.settle("fee:1999-0001:once", date(2026, 3, 11), None, "")
    assert [why.code for why in film.failures] == ["unknown-due"]
    assert office.registry.dues.all() == {}
