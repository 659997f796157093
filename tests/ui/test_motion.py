"""What moves: for how long, never before the program says so, and never in the way of a key or an answer."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.fakes.hands import laid_out
from tests.fakes.moved import LONG, end
from tests.fakes.shared import CHECKOUT
from ui.kit.look.motion import DETAIL, NEW_WORDS, RAIL, TOAST_IN, TOAST_OUT, Motion, _OldLook, begin_motion, lasting
from ui.kit.look.theme import theme
from ui.kit.window.navigation import RAIL as RAIL_WIDE
from ui.kit.window.navigation import WIDE
from ui.kit.window.toast import Toast
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_nothing_moves_before_the_program_says_so_and_nothing_with_less_motion(dressed):
    assert lasting(DETAIL) == 0
    begin_motion()
    assert [lasting(one) for one in (DETAIL, TOAST_IN, TOAST_OUT, RAIL, NEW_WORDS)] == [90, 140, 100, 140, 1200]
    theme().choose_motion(less=True)
    assert lasting(NEW_WORDS) == 0
    theme().choose_motion(less=False)
    begin_motion(wanted=False)


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import Window, run_window
from ui.kit.look.motion import lasting
Window.show = lambda _window: print(lasting(90))
QApplication.exec = lambda *_app: print(lasting(90)) or 0
run_window(Path(sys.argv[1]))
"""


def test_the_program_lets_things_move_once_its_window_is_shown(tmp_path):
    here = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    words = [sys.executable, "-c", PROGRAM, str(tmp_path / "registry")]
    done = subprocess.run(words, env=here, cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["0", "90"]


def test_an_animation_keeps_nothing_alive(moving, qtbot):
    toast_over = QLabel()
    toast = Toast(toast_over)
    toast_over.show()
    toast.say("Marked as paid")
    assert toast._fading.under_way
    gone, moved = weakref.ref(toast), toast._fading
    toast_over.deleteLater()
    del toast, toast_over
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert not shiboken6.isValid(moved)
    assert gone() is None or not shiboken6.isValid(gone())


def test_the_navigation_slides_and_a_key_pressed_meanwhile_acts(moving, window, qtbot, monkeypatch):
    window.show()
    laid_out(qtbot, window)
    shell, navigation = window.shell, window.shell._navigation
    window.resize(1280, 800)
    shell.go("licences")
    qtbot.waitUntil(lambda: navigation.width() == WIDE, timeout=2000)
    monkeypatch.setattr("ui.kit.window.navigation.RAIL_MS", LONG)
    shell.toggle_rail()
    assert navigation.width() == WIDE  # from here on
    qtbot.waitUntil(lambda: RAIL_WIDE < navigation.width() < WIDE, timeout=2000)
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert (shell.here, navigation._turning.under_way) == ("uses", True)
    end(navigation._turning)
    assert (navigation.width(), navigation._lock.isHidden()) == (RAIL_WIDE, True)
    shell.toggle_rail()
    assert not navigation._lock.isHidden()
    shell.toggle_rail()  # turned round half way
    end(navigation._turning)
    assert (navigation.width(), navigation._lock.isHidden()) == (RAIL_WIDE, True)


def test_without_motion_the_navigation_is_narrow_at_once(window, qtbot):
    window.show()
    laid_out(qtbot, window)
    window.resize(1280, 800)
    for wide in (RAIL_WIDE, WIDE):
        window.shell.toggle_rail()
        assert window.shell._navigation.width() == wide


def test_settings_and_the_menus_have_less_motion(window, qtbot):
    window.show()
    window.shell.go("settings")
    tick = window.shell.page_of("settings").look.less_motion
    entries = {one.text(): one for one in window.shell.doings.wishes}
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert (theme().less_motion, entries["Less motion"].isChecked()) == (True, True)
    assert window.office.registry.settings.get("motion") == "less"
    window.enter(window.office)
    assert theme().less_motion
    next(one for one in window.shell.doings.wishes if one.text() == "Less motion").trigger()
    assert not theme().less_motion
    assert "Less motion" in {one.words for one in window.shell.doings.offers()}


def test_a_picture_of_the_demo_is_whole_also_while_the_detail_changes(window):
    window.show()
    window.shell.go("licences")
    settle(window)
    for step in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(window.shell.front._table, step)
    settle(window)
    assert window.findChildren(_OldLook) == []
    assert [one for one in window.findChildren(Motion) if one.under_way] == []
