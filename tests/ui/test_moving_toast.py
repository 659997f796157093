"""A toast comes and goes; whoever reaches it keeps it, and Undo waits for nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.fakes.moved import LONG, end
from ui.kit.window.toast import Toast


@pytest.fixture
def toast(around):
    around.resize(800, 400)
    around.show()
    return Toast(around)


def test_a_toast_comes_and_goes(moving, toast, qtbot):
    toast.say("Marked as paid", undo=True)
    assert (toast.isVisible(), toast._veil.isEnabled()) == (True, True)
    qtbot.waitUntil(lambda: not toast._veil.isEnabled(), timeout=2000)
    assert toast._veil.opacity() == 1
    toast._timer.timeout.emit()
    assert toast.isVisible()
    qtbot.waitUntil(toast.isHidden, timeout=2000)


def test_whoever_reaches_a_toast_as_it_goes_keeps_it(moving, toast, monkeypatch):
    monkeypatch.setattr("ui.kit.window.toast.TOAST_OUT", LONG)
    toast.say("Marked as paid", undo=True)
    toast._timer.timeout.emit()
    assert toast._fading.endValue() == 0
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    end(toast._fading)
    assert (toast.isVisible(), toast._veil.opacity(), toast._timer.isActive()) == (True, 1, True)


def test_undo_is_done_once_and_at_once(moving, toast):
    done = []
    toast.undo_asked.connect(lambda: done.append(True))
    toast.say("Marked as paid", undo=True)
    toast._undo.click()
    assert (done, toast.isHidden()) == ([True], True)


def test_without_motion_a_toast_is_whole_at_once_and_gone_at_once(toast):
    toast.say("Marked as paid")
    assert (toast.isVisible(), toast._veil.isEnabled()) == (True, False)
    toast._timer.timeout.emit()
    assert toast.isHidden()
