"""Keys of one letter or sign can be turned off in Settings: then they act, and are shown, nowhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from ui.kit.keys import KEYS, cap, caps, with_key
from ui.kit.parts.marks import KeyCap
from ui.kit.shortcuts import Bound, bound
from ui.screens.find.state import Target

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LETTERS = {"N", "Shift+N", "R", "L", "B", "E", "T", "/", "?"}


@pytest.fixture
def off(window, qtbot):
    """The window after somebody turned them off in Settings."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.shell.go("settings")
    qtbot.mouseClick(window.shell.page_of("settings").text.letters, Qt.MouseButton.LeftButton)
    assert window.shell.here == "settings"
    return window


def uses_of(window, qtbot):
    window.shell.go("uses")
    uses = window.shell.page_of("uses")
    qtbot.waitUntil(lambda: uses._state.detail is not None and uses._pane._resolve.isVisible())
    uses._feed.setFocus()
    return uses


def test_a_letter_does_nothing_and_no_cap_or_tooltip_shows_one(off, qtbot):
    uses = uses_of(off, qtbot)
    for key in (Qt.Key.Key_R, Qt.Key.Key_L, Qt.Key.Key_N, Qt.Key.Key_Slash, Qt.Key.Key_Question):
        qtbot.keyClick(uses._feed, key)
    assert [one for one in off.findChildren(QDialog) if one.isVisible()] == []
    assert uses._feed.hasFocus()
    assert not LETTERS & {key.key().toString() for key in off.findChildren(Bound)}
    assert [one._text for one in uses.findChildren(KeyCap) if one.isVisible()] == ["Ctrl F"]
    assert (uses._pane._letter._keys, uses._pane._resolve._keys) == ("", "")
    assert (cap("resolve"), caps("help"), with_key("Resolve", "resolve")) == ("", ("F1",), "Resolve")


def test_what_they_did_is_still_found_and_done_by_quick_find(off, qtbot):
    uses_of(off, qtbot)
    offers = {one.code: one for one in off.shell.doings.offers()}
    assert offers["here-resolve"].keys == ""
    off.shell.doings.lead(Target(code="here-resolve"))
    (form,) = [one for one in off.findChildren(QDialog) if one.isVisible()]
    form.reject()


def test_help_does_not_say_them(off, qtbot):
    uses_of(off, qtbot)
    state = off.shell.doings.help_state()
    wanted = {"search-list", "clear-search", "go-in", "go-out", "pictures", "see-larger"}
    assert {code for code, _words in state.here} == wanted
    off.shell.doings.help()
    (dialog,) = [one for one in off.findChildren(QDialog) if one.isVisible()]
    shown = {one._text for one in dialog.findChildren(KeyCap)}
    assert not shown & {"N", "R", "L", "B", "?", "/"}
    dialog.reject()


def test_turned_on_again_they_act_at_once_and_the_wish_is_kept(off, qtbot):
    assert off.office.registry.settings.get("letter-keys") == "off"
    part = off.shell.page_of("settings").text
    assert not part.letters.isChecked()
    qtbot.mouseClick(part.letters, Qt.MouseButton.LeftButton)
    uses = uses_of(off, qtbot)
    qtbot.keyClick(uses._feed, Qt.Key.Key_R)
    (form,) = [one for one in off.findChildren(QDialog) if one.isVisible()]
    form.reject()
    every = {keys for key in KEYS.values() for keys in key}
    assert every >= LETTERS
    assert "resolve" in bound(uses)
