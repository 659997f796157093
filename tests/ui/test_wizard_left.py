"""A licence that is left before it is whole: at the lock, at the end, by another screen. Nothing typed is lost."""

from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from tests.fakes.offices import PASSPHRASE
from ui.app import Window
from ui.kit.parts.notes import Note

pytestmark = pytest.mark.qt_log_ignore("does not support")
WHO, LIKENESS, USES, FEE = 0, 1, 3, 4


def opened(window, number=""):
    window.shell.open_wizard(number)
    wizard: Any = window.shell._wizard
    return wizard


def state(wizard):
    return wizard._presenter._state


def begun(window, qtbot):
    """A new licence that has a company."""
    wizard = opened(window)
    qtbot.keyClicks(wizard._pages[WHO]._company, "Kestrelle Audio")
    wizard._go.click()
    assert state(wizard).step == LIKENESS
    return wizard


def locked(window):
    window.lock()
    window.enter(window.open_office(PASSPHRASE), "licences")


def another_screen(window):
    window.shell.go("uses")


@pytest.mark.parametrize("leave", [locked, another_screen])
def test_a_licence_that_is_not_whole_is_there_again_and_says_so(window, qtbot, leave):
    begun(window, qtbot)
    leave(window)
    assert window.shell._wizard is None
    wizard = opened(window)
    assert (state(wizard).terms.licensee.name, state(wizard).step) == ("Kestrelle Audio", LIKENESS)
    assert [note.accessibleName() for note in wizard.findChildren(Note) if "where you left it" in note.accessibleName()]


@pytest.mark.parametrize(("number", "step"), [("", LIKENESS), ("2026-0002", USES)])
def test_another_language_finds_the_licence_at_the_same_step(window, qtbot, number, step):
    wizard = opened(window, number) if number else begun(window, qtbot)
    wizard.jump(step)
    company = state(wizard).terms.licensee.name
    window.wish("language", "fr")
    again = window.shell._wizard
    assert again is not wizard
    assert (state(again).number, state(again).step, state(again).terms.licensee.name) == (number, step, company)
    assert (again._title.text(), window.windowTitle()) == ("Nouvelle licence", "Likeness, Nouvelle licence")


def test_nothing_is_asked_and_nothing_kept_where_nothing_was_typed(window):
    opened(window)
    window.shell.go("uses")
    assert window.shell._wizard is None
    assert not opened(window).findChildren(Note)


def test_the_window_that_closes_keeps_what_is_being_typed_last(window, qtbot, monkeypatch):
    wizard = opened(window, "2026-0002")
    wizard.jump(FEE)
    field = wizard._pages[FEE]._sum
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "12345")
    wizard.jump(USES)
    days = wizard._pages[USES]._last
    days.setFocus()
    days.selectAll()
    qtbot.keyClicks(days, "end of March")
    complaints: list[str] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, why, _trace: complaints.append(str(why)))
    window.close()
    assert complaints == []
    again = Window(window._path, clock=window._clock)
    qtbot.addWidget(again)
    again.enter(again.open_office(PASSPHRASE), "licences")
    again.show()
    wizard = opened(again, "2026-0002")
    assert state(wizard).terms.fee.money.minor == 1_234_500
    assert (state(wizard).step, wizard._pages[USES]._last.text()) == (USES, "end of March")
    assert wizard._pages[USES]._last.accessibleDescription().startswith("Write a day")
    wizard.jump(FEE)
    assert state(wizard).step == USES, "what cannot be read holds the step as before"
    again.close()


def test_a_draft_that_is_made_whole_again_keeps_nothing_beside_it(window, qtbot):
    wizard = opened(window, "2026-0002")
    wizard.jump(2)
    title = wizard._pages[2]._title
    title.clear()
    title.textEdited.emit("")
    another_screen(window)
    assert window.office.registry.licences.get("2026-0002", window.office.clock.now()).terms.project.title
    wizard = opened(window, "2026-0002")
    assert (state(wizard).step, state(wizard).terms.project.title) == (2, "")
    qtbot.keyClicks(wizard._pages[2]._title, "The High Country")
    another_screen(window)
    wizard = opened(window, "2026-0002")
    assert state(wizard).terms.project.title == "The High Country"
    assert not state(wizard).went_on


def test_one_may_begin_afresh_once_one_was_asked(window, qtbot):
    begun(window, qtbot)
    another_screen(window)
    wizard = opened(window)
    next(one for one in wizard.findChildren(QPushButton) if one.text() == "Begin afresh").click()
    dialog = next(one for one in wizard.findChildren(QDialog) if one.isVisible())
    dialog.reject()
    assert state(window.shell._wizard).terms.licensee.name == "Kestrelle Audio"
    wizard._begin_afresh()
    next(one for one in wizard.findChildren(QDialog) if one.isVisible()).accept()
    assert window.shell._wizard is not wizard
    assert state(window.shell._wizard).terms.licensee.name == ""
    assert not state(window.shell._wizard).went_on


def test_a_draft_can_be_thrown_away_from_its_menu_and_comes_back_by_undo(active, qtbot):
    licences = active.shell.page_of("licences")
    licences.show_licence("2026-0001")
    assert not licences._pane._actions["discard"].isVisible(), "a signed licence stays for ever"
    licences.show_licence("2026-0002")
    qtbot.waitUntil(licences._pane._actions["discard"].isVisible)
    licences._pane._actions["discard"].trigger()
    known = lambda: active.office.registry.licences.get("2026-0002", active.office.clock.now())
    qtbot.waitUntil(lambda: known() is None)
    qtbot.waitUntil(lambda: active.shell.undo.offers[0])
    active.shell.undo.undo()
    qtbot.waitUntil(lambda: known() is not None)
