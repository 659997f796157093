"""Dialogs with the largest words in the smallest window: what is asked scrolls, and the buttons are always seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog

from seeds.demo import PASSPHRASE
from tests.fakes.fits import cut_words
from tests.fakes.hands import gone
from tests.ui.test_text_size import entered
from ui.kit.parts.buttons import Button
from ui.kit.parts.panes import by_tab
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
OPENS = {
    "log": ("uses", lambda screen: screen.open_form()),
    "double": ("doubles", lambda screen: screen.open_form()),
    "card": ("contacts", lambda screen: screen._own.click()),
    "settle": ("earnings", lambda screen: screen._asked("settle")),
}


@pytest.fixture
def asked(demo_window):
    """Give a function that opens a dialog of the demo in French; it is closed in the end."""
    made = []

    def opened(name, percent=150):
        demo_window.resize(1024, 640)
        window = entered(demo_window, percent, "fr")
        window.activateWindow()
        place, opens = OPENS[name]
        screen = window.shell.screen_now(place)
        settle(window)
        opens(screen)
        settle(window)
        made.append(next(one for one in window.findChildren(QDialog) if one.isVisible()))
        return window, made[-1]

    yield opened
    for dialog in made:
        if not gone(dialog):
            dialog.reject()


@pytest.mark.parametrize("name", OPENS)
def test_it_is_no_larger_than_the_window_and_nothing_in_it_is_cut(asked, name):
    window, dialog = asked(name)
    assert (dialog.width() <= window.width(), dialog.height() <= window.height()) == (True, True)
    assert cut_words(dialog) == []
    last = [one for one in dialog.findChildren(Button) if one.parentWidget() is dialog]
    assert last
    assert all(dialog.rect().contains(one.geometry()) for one in last)


@pytest.mark.parametrize("name", ["log", "double"])
def test_tab_reaches_every_field_and_brings_it_into_sight(asked, qtbot, name):
    _window, dialog = asked(name)
    scroll, stops = dialog._scroll, list(by_tab(dialog))
    assert dialog.focusWidget() in stops
    seen = set()
    for _ in stops:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        seen.add(here)
        if scroll.widget().isAncestorOf(here):
            top = here.mapTo(scroll.viewport(), QPoint(0, 0)).y()
            assert 0 <= top <= scroll.viewport().height() - min(here.height(), 20)
    assert seen >= {one for one in stops if one is not scroll}


def test_where_there_is_room_nothing_scrolls(asked):
    _window, dialog = asked("settle", 100)
    assert dialog._scroll is None


@pytest.mark.parametrize("name", ["log", "double"])
def test_the_lock_closes_it_before_its_screen_goes(asked, name):
    window, dialog = asked(name)
    ended = []
    dialog.rejected.connect(lambda: ended.append(window.shell is not None))
    window.lock()
    assert ended == [True]
    window.enter(window.open_office(PASSPHRASE))
    settle(window)
