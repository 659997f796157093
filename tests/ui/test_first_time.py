"""Screens of a registry with nothing in it: each says what comes first, and has the button for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from likeness.office import Office
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.hands import button
from tests.fakes.offices import PASSPHRASE, QUICK
from tests.fakes.seeded_chance import SeededChance
from ui.app import Window
from ui.kit.look.theme import Scheme, theme
from ui.kit.parts.blank import Blank
from ui.kit.parts.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
FIRST = {
    "doubles": ["Add likeness"],
    "licences": ["New licence", "Take in"],
    "uses": ["Log a use", "Import a report"],
    "contacts": ["Add a card"],
    "earnings": [],
}


@pytest.fixture
def empty(dressed, qtbot, tmp_path):
    """The window on a new registry, active."""
    theme().choose(Scheme.LIGHT)
    path, who = tmp_path / "liora.registry", {"name": "Liora Vantreight", "role": "performer"}
    office = Office.create(
        path, **who, passphrase=PASSPHRASE, clock=FixedClock(), chance=SeededChance("new"), cost=QUICK
    )
    shown = Window(path)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.enter(office)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()


def blank_of(window, qtbot, place):
    screen = window.shell.screen_now(place)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(Blank)), timeout=20_000)
    return next(one for one in screen.findChildren(Blank) if one.isVisible())


@pytest.mark.parametrize("place", FIRST)
def test_an_empty_screen_offers_what_comes_first(empty, qtbot, place):
    blank = blank_of(empty, qtbot, place)
    assert [one.text() for one in blank.findChildren(Button) if one.isVisible()] == FIRST[place]
    assert blank.accessibleName().startswith(blank._title.text())
    qtbot.waitUntil(lambda: blank is QApplication.focusWidget() or blank.isAncestorOf(QApplication.focusWidget()))


def test_they_lead_where_the_buttons_above_lead(empty, qtbot):
    button(blank_of(empty, qtbot, "uses"), "Log a use").click()
    (form,) = [one for one in empty.findChildren(QDialog) if one.isVisible()]
    form.reject()
    button(blank_of(empty, qtbot, "uses"), "Import a report").click()
    assert empty.shell.front.accessibleName() == "Import a usage report"
    button(blank_of(empty, qtbot, "licences"), "New licence").click()
    assert empty.shell.writing


def test_a_licence_without_a_likeness_leads_to_where_one_is_added_and_is_kept(empty, qtbot):
    empty.shell.open_wizard()
    wizard = empty.shell.front
    qtbot.keyClicks(QApplication.focusWidget(), "Harbour Nine Ltd")
    qtbot.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    button(wizard, "Add likeness").click()
    assert (empty.shell.here, empty.shell.writing) == ("doubles", False)
    empty.shell.open_wizard()
    assert empty.shell.front._presenter._state.terms.licensee.name == "Harbour Nine Ltd"
