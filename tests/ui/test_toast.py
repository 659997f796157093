"""How long a toast stays: longer where it is read aloud, and as long as somebody is on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from ui.kit.window.toast import Toast


@pytest.fixture
def said(around):
    made = Toast(around)
    made.say("Marked as paid", undo=True)
    return made


def reach(shown, monkeypatch, part, *, on):
    monkeypatch.setattr(part, "underMouse" if part is shown else "hasFocus", lambda: on)
    if part is shown:
        QApplication.sendEvent(part, QEvent(QEvent.Type.Leave))
    else:
        QApplication.sendEvent(part, QFocusEvent(QEvent.Type.FocusIn if on else QEvent.Type.FocusOut))


def test_it_stays_six_seconds_and_ten_where_it_is_read_aloud(said, monkeypatch):
    assert said._timer.interval() == 6000
    monkeypatch.setattr("ui.kit.window.toast._read_aloud", lambda: True)
    said.say("Marked as paid")
    assert said._timer.interval() == 10_000


def test_it_stays_while_the_focus_or_the_mouse_is_on_it(said, monkeypatch):
    reach(said, monkeypatch, said._undo, on=True)
    assert not said._timer.isActive()
    reach(said, monkeypatch, said, on=False)  # the mouse goes, the focus does not
    assert not said._timer.isActive()
    reach(said, monkeypatch, said._undo, on=False)
    assert said._timer.isActive()


def test_new_words_do_not_go_under_the_mouse(said, monkeypatch):
    reach(said, monkeypatch, said, on=True)
    said.say("Judged again")
    assert not said._timer.isActive()
