"""A pane that shows another thing: the new one is there at once, and how the old one looked fades over it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.fakes.moved import LONG
from ui.kit.look.motion import _OldLook, begin_motion
from ui.kit.look.theme import theme
from ui.kit.parts.frames import Pane
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


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
