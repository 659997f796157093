"""What moves: for how long, never before the program says so, and never in the way of a key or an answer."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.fakes.hands import laid_out
from tests.fakes.shared import CHECKOUT
from ui.kit.look.motion import DETAIL, NEW_WORDS, RAIL, TOAST_IN, TOAST_OUT, Motion, _OldLook, begin_motion, lasting
from ui.kit.look.theme import theme, tint
from ui.kit.parts.frames import Pane
from ui.kit.parts.prose import Prose
from ui.kit.window.navigation import RAIL as RAIL_WIDE
from ui.kit.window.navigation import WIDE
from ui.kit.window.toast import Toast
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def moving():
    """Things move, as in the program."""
    begin_motion()
    yield
    begin_motion(wanted=False)
    theme().choose_motion(less=False)


LONG = 20_000  # milliseconds: a machine that is busy is not through before the test looks


def end(motion):
    """Let a motion reach its end now."""
    motion.setCurrentTime(motion.duration())


@pytest.fixture
def pane(around):
    made = Pane("Details")
    made.setParent(around)
    made.resize(320, 400)
    made.inside.addWidget(QLabel("Tern Island"))
    made.show()
    return made


def fill(pane, words):
    pane.begin_anew(words)
    pane.inside.addWidget(QLabel(words))


def over(pane):
    return [one for one in pane.findChildren(_OldLook) if one.isVisible()]


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


def test_the_new_detail_is_there_at_once_and_the_old_look_goes(moving, pane, qtbot):
    fill(pane, "Old Weather")
    assert (pane.inside.count(), pane.inside.itemAt(0).widget().text()) == (1, "Old Weather")
    (old,) = over(pane)
    assert old.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert old.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert old.geometry() == pane.rect()
    qtbot.waitUntil(lambda: not shiboken6.isValid(old), timeout=2000)


def test_details_that_follow_each_other_quickly_lay_one_look_over_the_last(moving, pane):
    for words in ("Old Weather", "Station 12", "Night Ferry"):
        fill(pane, words)
        assert len(over(pane)) == 1


def test_a_thing_never_fades_over_itself_so_that_what_is_hidden_of_it_is_gone_at_once(moving, pane):
    fill(pane, "Old Weather")
    assert len(over(pane)) == 1
    fill(pane, "Old Weather")
    assert over(pane) == []


@pytest.mark.parametrize("place", ["licences", "uses", "earnings", "contacts"])
def test_each_pane_fades_to_another_thing_and_changes_at_once_within_one(moving, window, monkeypatch, place):
    window.show()
    screen = window.shell.screen_now(place)
    settle(window)
    pane, detail = screen._pane, screen._state.detail
    monkeypatch.setattr("ui.kit.look.motion.DETAIL", LONG)
    pane.show_detail(None)
    assert len(over(pane)) == 1
    pane.show_detail(detail)
    assert len(over(pane)) == 1
    pane.show_detail(
        replace(detail, title="Another title") if hasattr(detail, "title") else replace(detail, name="Ada")
    )
    assert over(pane) == []


def test_a_pane_that_is_not_seen_or_not_to_move_is_changed_without_a_look_of_the_old(pane):
    fill(pane, "Old Weather")
    assert over(pane) == []
    begin_motion()
    theme().choose_motion(less=True)
    fill(pane, "Station 12")
    theme().choose_motion(less=False)
    pane.hide()
    fill(pane, "Night Ferry")
    begin_motion(wanted=False)
    assert over(pane) == []


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


@pytest.fixture
def prose(around):
    made = Prose()
    made.setParent(around)
    made.resize(300, 60)
    around.show()
    made.show()
    return made


BEFORE = (("They pay you ", ""), ("€7,000", "fact"), (".", ""))
AFTER = (("They pay you ", ""), ("€8,000 𝄞", "new"), (".", ""))
KEPT = (("They pay you ", ""), ("€8,000 𝄞", "fact"), (".", ""))


def lit(prose):
    return [(one.cursor.selectedText(), one.format.background().color().alphaF()) for one in prose.extraSelections()]


def test_changed_words_fade_and_stay_where_the_draft_is_kept_meanwhile(moving, prose, qtbot, monkeypatch):
    monkeypatch.setattr("ui.kit.parts.prose.NEW_WORDS", LONG)
    prose.set_runs(BEFORE)
    assert lit(prose) == []
    prose.set_runs(AFTER)
    assert [words for words, _glow in lit(prose)] == ["€8,000 𝄞"]
    qtbot.waitUntil(lambda: lit(prose)[0][1] < 1, timeout=2000)
    prose.set_runs(KEPT)
    glow = prose.glow
    assert 0 < glow < 1
    qtbot.waitUntil(lambda: prose.glow < glow, timeout=2000)
    end(prose._fading)
    assert lit(prose) == []


def test_words_that_change_back_are_lit_no_more(moving, prose):
    prose.set_runs(BEFORE)
    prose.set_runs(AFTER)
    prose.set_runs(BEFORE)
    assert (lit(prose), prose._fading.under_way) == ([], False)


def test_without_motion_changed_words_have_their_ground_whole_until_they_are_drawn_again(prose):
    prose.set_runs(BEFORE)
    prose.set_runs(AFTER)
    cursor = prose.textCursor()
    cursor.setPosition(len("They pay you ") + 1)
    assert cursor.charFormat().background().color() == tint("accent_soft")
    assert lit(prose) == []
    prose.set_runs(KEPT)
    cursor.setPosition(len("They pay you ") + 1)
    assert cursor.charFormat().background().style() is Qt.BrushStyle.NoBrush


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
