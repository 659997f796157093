"""While Caps Lock is on, it is said under the field of a passphrase, gently; nothing is kept from being typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from ui.kit.fields.fields import Labelled
from ui.kit.fields.pass_field import PassField
from ui.kit.words import choose_language
from ui.screens.unlock.view import UnlockView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SHIFT = Qt.KeyboardModifier.ShiftModifier
SAID = "Caps Lock is on"


def said(root):
    """Return whether it stands there to be read."""
    return any(one.text() == SAID and one.isVisible() for one in root.findChildren(QLabel))


@pytest.fixture
def field(dressed, qtbot, monkeypatch):
    """A field under its label, with the focus, on a system whose keys say everything."""
    monkeypatch.setattr("ui.kit.fields.pass_field.SYSTEM", "linux")
    holder = Labelled("Your passphrase", PassField())
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    holder.control.setFocus()
    qtbot.waitUntil(holder.control.hasFocus)
    return holder


def test_it_is_said_while_it_is_on_and_what_is_typed_stays(field, qtbot):
    assert not said(field)
    qtbot.keyClick(field.control, "a")
    assert not said(field)
    qtbot.keyClick(field.control, "B")  # without Shift
    assert said(field)
    qtbot.keyClick(field.control, "1")
    assert said(field)
    qtbot.keyClick(field.control, "c")
    assert not said(field)
    assert field.control.text() == "aB1c"


def test_capitals_with_shift_are_meant(field, qtbot):
    qtbot.keyClick(field.control, "A", SHIFT)
    assert not said(field)
    qtbot.keyClick(field.control, "a", SHIFT)
    assert said(field)


def test_the_key_itself_turns_it_over_once_it_is_known(field, qtbot):
    qtbot.keyClick(field.control, Qt.Key.Key_CapsLock)
    assert not said(field)  # nobody knows from where
    qtbot.keyClick(field.control, "B")
    qtbot.keyClick(field.control, Qt.Key.Key_CapsLock)
    assert not said(field)
    qtbot.keyClick(field.control, Qt.Key.Key_CapsLock)
    assert said(field)


def test_nothing_is_said_of_a_field_that_was_left(field, qtbot):
    other = QLineEdit(field)
    other.show()
    qtbot.keyClick(field.control, "B")
    other.setFocus()
    assert not said(field)
    field.control.setFocus()
    assert not said(field)  # it may have been turned off elsewhere


def test_an_error_is_said_beside_it(field, qtbot):
    qtbot.keyClick(field.control, "B")
    field.wrong("That passphrase does not open it.")
    assert said(field)
    assert "That passphrase does not open it." in [one.text() for one in field.findChildren(QLabel) if one.isVisible()]


def test_it_is_read_aloud_once(field, qtbot, monkeypatch):
    heard = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    for letter in ("A", "B", "C"):
        qtbot.keyClick(field.control, letter)
    assert heard == [SAID]


def test_the_locked_page_says_it_too_in_either_language(dressed, qtbot, monkeypatch):
    monkeypatch.setattr("ui.kit.fields.pass_field.SYSTEM", "linux")
    choose_language("fr")
    page = UnlockView(lambda *_: None, "Liora Vance", None)
    choose_language("en")
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page._field)
    qtbot.keyClick(page._field, "B")
    hints = [one for one in page.findChildren(QLabel) if one.text() == "La touche Verr. Maj. est activée"]
    qtbot.waitUntil(lambda: [one.isVisible() for one in hints].count(True) == 1)
