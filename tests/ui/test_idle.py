"""The window locks itself when nobody touches it: told a minute ahead, never while something is on its way."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.screens.unlock.view import UnlockView


@pytest.fixture
def later(active):
    """Give a function that lets minutes go by in which nobody is there."""

    def let_go(minutes):
        active._clock.forward(seconds=round(minutes * 60))
        active._idle.look()
        return active.shell._navigation._open.text() if active.shell else "locked"

    return let_go


def press_a_key(window):
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    QApplication.sendEvent(window.windowHandle(), key)


def test_it_locks_after_a_quarter_of_an_hour_and_says_so_a_minute_before(active, later):
    assert later(13.9) == "Unlocked"
    assert later(0.1) == "Locks in 60 s"
    assert active.shell._toast._words.text() == "Likeness locks in a minute. Press a key to stay."
    assert later(0.5) == "Locks in 30 s"
    press_a_key(active)
    assert active.shell._navigation._open.text() == "Unlocked"
    assert later(14.5) == "Locks in 30 s"
    assert later(0.5) == "locked"
    assert isinstance(active.centralWidget(), UnlockView)
    assert active.office is None


def test_it_waits_as_long_as_settings_say_or_for_ever(active, later, qtbot):
    active.shell.go("settings")
    choice = active.shell.page_of("settings").lock.choice
    assert choice._parts["15"].isChecked()
    qtbot.mouseClick(choice._parts["0"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not active.jobs.busy)
    assert later(9_999) == "Unlocked"
    qtbot.mouseClick(choice._parts["5"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not active.jobs.busy)
    assert later(4.5) == "Locks in 30 s"
    assert later(60) == "locked"  # a computer that slept meanwhile


def test_nothing_is_locked_while_something_is_on_its_way(active, later, qtbot):
    go, done = threading.Event(), list[object]()
    active.jobs.submit("read", active, lambda _job: go.wait(20), done.append, done.append)
    assert later(60) == "Unlocked"
    go.set()
    qtbot.waitUntil(lambda: bool(done))
    assert later(14.9) == "Locks in 6 s"
    assert later(0.1) == "locked"


def test_a_window_that_was_closed_is_not_locked_any_more(active, later):
    active.close()
    later(9_999)
    assert not isinstance(active.centralWidget(), UnlockView)
