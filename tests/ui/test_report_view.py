"""The import in the window: keys, the whole flow, other people's words as they were written, stored pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel

from tests.fakes.album import unlike
from tests.fakes.reports import report_of
from ui.kit.look.theme import Scheme, theme
from ui.kit.parts.buttons import Button
from ui.kit.words import choose_language
from ui.screens.report.answer_dialog import AnswerDialog
from ui.screens.report.state import COLUMNS, FILE, RESULT
from ui.screens.report.view import ReportView
from ui.screens.uses.reports_form import ReportsForm

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
HEADINGS = ("Ref", "Asset", "Title", "Type", "Kind", "Window", "Terr.", "Lang", "TX date", "Lines", "Secs", "Note")
FINE = "{n},Speaking voice,Harbour Nine S2E0{n},création,{kind},SVOD,{place},fr,0{n}/04/2026,2,9,{note}"


def a_report(folder):
    rows = [FINE.format(n=n, kind="series", place="France", note="cleared by JB") for n in range(1, 6)]
    rows.append(FINE.format(n=6, kind="series", place="United States", note="<b>x</b>"))
    rows.append(FINE.format(n=7, kind="series", place="Atlantis", note="rush"))
    rows.append(FINE.format(n=8, kind="series", place="France", note="rush").replace(",9,", ",nine,"))
    return report_of(folder, *rows, headings=HEADINGS)


@pytest.fixture
def report(window, qtbot):
    window.shell.open_import()
    return window.findChild(ReportView)


def settle(window, qtbot):
    for _ in range(4):
        qtbot.wait(30)
        window.jobs.rest()
    qtbot.wait(30)


def on_columns(window, qtbot, report, path):
    report.take_file(path)
    settle(window, qtbot)
    report._presenter.choose_reporter("Tidewrack Pictures Ltd")
    qtbot.keyClick(report, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    report._presenter.say_for_all("user", "tidewrack")
    settle(window, qtbot)


def on_result(window, qtbot, report, path):
    on_columns(window, qtbot, report, path)
    report._presenter.choose("TX date", "at %d/%m/%Y")
    settle(window, qtbot)
    qtbot.keyClick(report, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)


def test_ctrl_i_opens_it_and_comes_back_to_it_and_esc_closes_it(window, qtbot):
    qtbot.keyClick(window.shell, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    report = window.findChild(ReportView)
    assert window.shell._stack.currentWidget() is report
    window.shell.go("licences")
    assert window.shell._stack.currentWidget() is not report
    window.shell.open_import()
    assert window.shell._stack.currentWidget() is report
    qtbot.keyClick(report, Qt.Key.Key_Escape)
    assert window.shell._report is None
    assert window.shell._here == "uses"


def test_the_button_of_uses_opens_it(window, qtbot):
    window.shell.go("uses")
    uses = window.shell.page_of("uses")
    next(one for one in uses.findChildren(Button) if one.text() == "Import a report").click()
    assert window.shell._stack.currentWidget() is window.findChild(ReportView)


def test_the_whole_flow_by_keys(window, qtbot, report, tmp_path):
    on_columns(window, qtbot, report, a_report(tmp_path))
    assert report._state.step == COLUMNS
    assert not report._go.isEnabled()  # the date is still a question
    qtbot.keyClick(report, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert report._state.step == COLUMNS
    on_result(window, qtbot, report, a_report(tmp_path))
    assert report._state.step == RESULT
    assert report._go.text() == "Record 7 uses"
    before = window.office.registry.reports.get(1)
    qtbot.keyClick(report, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    assert (before, window.office.registry.reports.get(1).decided) == (None, 7)
    assert report._go.text() == "See the use"
    qtbot.keyClick(window.shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    assert window.office.registry.reports.get(1).undone_at is not None
    assert (report._state.step, report._undo.isVisible()) == (FILE, False)  # nothing to be taken back twice


def test_undo_import_on_the_page_is_the_step_of_ctrl_z(window, qtbot, report, tmp_path):
    on_result(window, qtbot, report, a_report(tmp_path))
    report._presenter.record()
    settle(window, qtbot)
    report._undo.click()
    settle(window, qtbot)
    assert window.office.registry.reports.get(1).undone_at is not None
    assert (report._state.step, window.shell.undo.offers) == (FILE, (False, True))


def test_one_answer_settles_a_group(window, qtbot, report, tmp_path):
    on_result(window, qtbot, report, a_report(tmp_path))
    ask = next(one for one in report.findChildren(Button) if one.text() == "Answer once")
    ask.click()
    dialog = next(one for one in report.findChildren(AnswerDialog) if one.isVisible())
    assert dialog.code() == ""
    dialog._many.set_codes(("GR",))
    dialog.accept()
    settle(window, qtbot)
    assert report._presenter._matching.aliases["territory"]["Atlantis"] == "GR"
    assert not [line for line in report._state.result.groups if line.question[0]]


def test_a_file_may_be_dropped_and_another_sheet_chosen(window, qtbot, report, tmp_path):
    report._file._drop.dropped.emit((a_report(tmp_path),))
    settle(window, qtbot)
    assert (report._state.step, report._state.facts.name) == (FILE, "report.csv")
    assert not report._file._sheets.isVisible()


def test_locking_cancels_what_runs(window, qtbot, report, tmp_path):
    report.take_file(a_report(tmp_path))
    window.lock()
    assert window.shell is None
    assert QGuiApplication.clipboard().text() == ""


def test_what_others_wrote_stays_as_it_was_written(window, qtbot, report, tmp_path):
    path = report_of(tmp_path, "<b>x</b>,tidewrack", "<b>x</b>,tidewrack", headings=("<i>likeness</i>", "user"))
    report.take_file(path)
    settle(window, qtbot)
    report._presenter.go(COLUMNS)
    report._presenter.choose("<i>likeness</i>", "likeness")
    settle(window, qtbot)
    report._presenter.check()
    settle(window, qtbot)
    foreign = [one for one in report.findChildren(QLabel) if "<b>" in one.text() or "<i>" in one.text()]
    assert len(foreign) >= 3
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in foreign)
    next(one for one in report.findChildren(Button) if one.text() == "Answer once").click()
    dialog = next(one for one in report.findChildren(QDialog) if one.isVisible())
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in dialog.findChildren(QLabel))


@pytest.mark.parametrize(("scheme", "tongue"), [("light", "en"), ("dark", "en"), ("light", "fr")])
def test_the_pages_look_as_they_were_drawn(window, qtbot, tmp_path, scheme, tongue):
    choose_language(tongue)
    theme().choose(Scheme(scheme))
    report = ReportView(window.office, window.jobs)
    qtbot.addWidget(report)
    report.resize(1224, 800)
    report.show()
    on_columns(window, qtbot, report, a_report(tmp_path))
    wrong = [unlike(report, f"report-columns-{scheme}-{tongue}")]
    on_result(window, qtbot, report, a_report(tmp_path))
    wrong.append(unlike(report, f"report-result-{scheme}-{tongue}"))
    assert not any(wrong), "\n".join(filter(None, wrong))


def from_the_list(window, qtbot, name):
    """Take an import back from the list of imports."""
    uses = window.shell.screen_now("uses")
    uses._presenter.book.see_reports()
    settle(window, qtbot)
    (form,) = [one for one in uses.findChildren(ReportsForm) if one.isVisible()]
    next(one for one in form.findChildren(Button) if one.accessibleName() == f"Take back {name}").click()
    settle(window, qtbot)


def recorded(window):
    return [row.file for row in window.office.registry.reports.all()]


def test_an_import_taken_back_from_the_list_is_not_taken_back_by_its_older_step_too(window, qtbot, report, tmp_path,
                                                                                      monkeypatch):  # fmt: skip
    wrong = []
    monkeypatch.setattr("ui.shell.tell", lambda *said: wrong.append(said))
    on_result(window, qtbot, report, a_report(tmp_path))
    report._presenter.record()
    settle(window, qtbot)
    from_the_list(window, qtbot, "report.csv")
    assert recorded(window) == []
    undo = window.shell.undo
    undo.undo()
    settle(window, qtbot)
    assert (recorded(window), undo.offers) == (["report.csv"], (False, True))
    undo.undo()  # its step is gone: nothing older there
    settle(window, qtbot)
    assert recorded(window) == ["report.csv"]
    undo.redo()
    settle(window, qtbot)
    assert (recorded(window), undo.offers) == ([], (True, False))
    assert wrong == []


def test_an_import_done_again_is_taken_back_from_the_list_by_its_new_number(window, qtbot, report, tmp_path):
    on_result(window, qtbot, report, a_report(tmp_path))
    report._presenter.record()
    settle(window, qtbot)
    undo = window.shell.undo
    for turn in (undo.undo, undo.redo):
        turn()
        settle(window, qtbot)
    from_the_list(window, qtbot, "report.csv")
    assert recorded(window) == []
    undo.undo()
    settle(window, qtbot)
    assert (recorded(window), undo.offers) == (["report.csv"], (False, True))


@pytest.mark.parametrize("step", [COLUMNS, RESULT])
def test_another_language_leaves_the_import_open_with_its_file_and_answers(window, qtbot, report, tmp_path, step):
    (on_result if step == RESULT else on_columns)(window, qtbot, report, a_report(tmp_path))
    chosen = report._presenter._matching.mapping
    window.shell.go("settings")
    window.wish("language", "fr")
    settle(window, qtbot)
    assert window.shell.here == "settings"
    window.shell.open_import()
    other = window.shell.front
    assert other is not report
    assert (other._state.step, other._presenter._matching.mapping) == (step, chosen)
    assert other._go.text() == ("Vérifier toutes les lignes" if step == COLUMNS else "Enregistrer 7 usages")
    assert other._columns.isVisible() is (step == COLUMNS)


def test_an_import_in_front_stays_in_front_in_another_language(window, qtbot, report, tmp_path):
    report.take_file(a_report(tmp_path))
    settle(window, qtbot)
    qtbot.keyClicks(report._file._reporter, "Tidewrack Pictures Ltd")
    qtbot.keyClick(report._file._reporter, Qt.Key.Key_Return)
    window.wish("language", "fr")
    settle(window, qtbot)
    front = window.shell.front
    assert (front.accessibleName(), front._state.step) == ("Importer un relevé", FILE)
    assert (front._state.reporter, front._file._reporter.text()) == ("Tidewrack Pictures Ltd", "Tidewrack Pictures Ltd")


def test_an_import_that_was_recorded_is_over_in_another_language(window, qtbot, report, tmp_path):
    on_result(window, qtbot, report, a_report(tmp_path))
    report._presenter.record()
    settle(window, qtbot)
    window.wish("language", "fr")
    assert (window.shell._report, window.shell.here) == (None, "uses")
