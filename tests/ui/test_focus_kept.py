"""Where the focus goes when what had it is gone, that Enter presses, and that what has the focus is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from likeness.acts.licences.draft_licence import the_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.paper.qr.qr_payload import qr_text
from seeds.demo import PASSPHRASE as DEMO_PASSPHRASE
from tests.fakes.hands import button, dialog
from tests.fakes.offices import PASSPHRASE
from tests.ui.test_report_view import a_report, settle
from ui.app import Window
from ui.kit.backup.backup_line import BackupAge
from ui.kit.fields.pass_field import PassField
from ui.kit.parts.buttons import Button
from ui.screens.report.answer_dialog import AnswerDialog
from ui.screens.report.state import COLUMNS, FILE, RESULT
from ui.screens.uses.resolve_form import ResolveForm

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def press(qtbot, key, how=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, how)


def focused():
    return QApplication.focusWidget()


def words(widget):
    return widget.text() if isinstance(widget, Button) else type(widget).__name__


@pytest.fixture
def earnings(active, qtbot):
    page = active.shell.screen_now("earnings")
    qtbot.waitUntil(lambda: page._state.detail is not None and page._table.hasFocus(), timeout=20_000)
    return page


def test_after_a_verb_of_the_pane_the_list_has_the_focus(active, earnings, qtbot):
    let_go = button(earnings, "Let it go")
    let_go.setFocus()
    press(qtbot, KEY.Key_Return)
    qtbot.waitUntil(lambda: not let_go.isVisible(), timeout=20_000)
    assert focused() is earnings._table
    press(qtbot, KEY.Key_Z, CTRL)
    qtbot.waitUntil(let_go.isVisible, timeout=20_000)
    assert focused() is earnings._table


def test_a_button_that_becomes_grey_gives_the_focus_to_the_list(earnings, qtbot):
    earnings._file.setFocus()
    earnings._file.setEnabled(False)
    assert focused() is earnings._table


def test_enter_presses_a_button_a_screen_and_the_age_of_the_backup(active, earnings, qtbot):
    button(earnings, "Paid…").setFocus()
    press(qtbot, KEY.Key_Return)
    form = dialog(earnings)
    assert form.focusWidget() is form._day  # what is filled in begins at its first field, not at Cancel
    form.reject()
    active.shell._navigation._lines["contacts"].setFocus()
    press(qtbot, KEY.Key_Enter)
    assert active.shell.here == "contacts"
    active.shell._navigation.findChild(BackupAge).setFocus()
    press(qtbot, KEY.Key_Return)
    assert active.shell.here == "settings"


def test_enter_presses_the_buttons_of_a_use_too_where_it_shows_pictures_larger(active, qtbot):
    page = active.shell.screen_now("uses")
    qtbot.waitUntil(lambda: page._state.detail is not None, timeout=20_000)
    button(page, "Resolve…").setFocus()
    press(qtbot, KEY.Key_Return)
    dialog(page, ResolveForm).reject()


def test_home_and_end_go_to_the_first_and_the_last_row(active, qtbot):
    page = active.shell.screen_now("licences")
    qtbot.waitUntil(lambda: page._model.rowCount() == 2 and page._table.hasFocus(), timeout=20_000)
    for key, row in ((KEY.Key_End, 1), (KEY.Key_End, 1), (KEY.Key_Home, 0)):
        press(qtbot, key)
        assert page._table.currentIndex().row() == row


def in_sight(widget):
    window = widget.window()
    seen = widget.visibleRegion().boundingRect()
    return window.rect().contains(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())) and seen == widget.rect()


def test_what_tab_comes_to_from_elsewhere_is_scrolled_to(active, registry, qtbot):
    page = active.shell.screen_now("verify")
    page._presenter.check_text(
        qr_text(bundle_of(active.office.desk, the_licence(active.office.desk, "2026-0001")).data)
    )
    qtbot.waitUntil(lambda: any(one.text() == "Check another" for one in page.findChildren(Button)), timeout=20_000)
    settle(active, qtbot)
    first = button(page, "Save this check…")
    first.setFocus()
    far = 0
    for _ in range(80):
        press(qtbot, KEY.Key_Tab)
        QApplication.processEvents()
        far = max(far, -first.mapTo(active, QPoint(0, 0)).y())
        if focused() is first:
            break
    assert far > 0  # it was scrolled away meanwhile
    assert in_sight(first)


def test_each_step_of_the_import_has_the_focus_where_it_goes_on(active, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(a_report(tmp_path)), ""))
    active.shell.open_import()
    report = active.shell.front
    assert focused() is report._file.choose
    press(qtbot, KEY.Key_Return)
    settle(active, qtbot)
    assert (report._state.step, focused()) == (FILE, report._file._reporter)
    focused().setCompleter(
        None
    )  # its list is a window, and takes the focus of this one for good where there is no desk
    qtbot.keyClicks(focused(), "Tidewrack Pictures Ltd")
    press(qtbot, KEY.Key_Return, CTRL)
    settle(active, qtbot)
    assert (report._state.step, report._state.reporter) == (COLUMNS, "Tidewrack Pictures Ltd")
    assert report._columns.isAncestorOf(focused())
    report._presenter.say_for_all("user", "tidewrack")
    report._presenter.choose("TX date", "at %d/%m/%Y")
    settle(active, qtbot)
    press(qtbot, KEY.Key_Return, CTRL)
    settle(active, qtbot)
    assert (report._state.step, words(focused())) == (RESULT, "Answer once")
    press(qtbot, KEY.Key_Return)
    asked = dialog(report, AnswerDialog)
    assert asked._many.isAncestorOf(asked.focusWidget())
    asked._many.set_codes(("GR",))
    asked.accept()
    active.activateWindow()
    settle(active, qtbot)
    assert words(focused()) == "Record 7 uses"
    press(qtbot, KEY.Key_Return)
    settle(active, qtbot)
    assert words(focused()) == "See the use"


def test_a_window_that_locks_waits_for_the_passphrase(active, qtbot):
    active.lock()
    qtbot.waitUntil(lambda: isinstance(focused(), PassField))
    qtbot.keyClicks(focused(), PASSPHRASE)
    press(qtbot, KEY.Key_Return)
    qtbot.waitUntil(lambda: active.shell is not None, timeout=20_000)


def test_the_first_run_goes_on_with_enter(dressed, qtbot, tmp_path):
    window = Window(tmp_path / "new.registry")
    qtbot.addWidget(window)
    window.begin()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, KEY.Key_Return)
    assert focused().accessibleName() == "Your name"
    window.close()


def test_the_passphrase_that_signs_and_why_it_was_refused_are_seen(demo_window, qtbot):
    """Below seven warnings, and the sentence that two of them ask for."""
    active = demo_window
    active.enter(active.open_office(DEMO_PASSPHRASE))
    active.show()
    active.activateWindow()
    qtbot.waitUntil(active.isActiveWindow)
    active.shell.open_wizard("2026-0007")
    wizard = active.shell.front
    wizard.jump(6)
    settle(active, qtbot)
    side = wizard._side
    assert not in_sight(side._pass)  # there is more than fits
    press(qtbot, KEY.Key_Return, CTRL)
    assert focused() is side._pass
    assert in_sight(side._pass)
    qtbot.keyClicks(focused(), "another one")
    press(qtbot, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(side._problem.text()), timeout=20_000)
    settle(active, qtbot)
    assert in_sight(side._problem)
    assert in_sight(focused())
