"""Where one begins in the wizard: a draft opens on its review, and the focus is there, whichever way it was opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from seeds.demo import PASSPHRASE
from tests.fakes.hands import button
from ui.pictures import settle
from ui.screens.wizard.presenter import REVIEW

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
DRAFT, LEFT = "2026-0007", Qt.MouseButton.LeftButton


def by_mouse(window, qtbot):
    window.shell.screen_now("licences").show_licence(DRAFT)
    settle(window)
    qtbot.mouseClick(button(window.shell.front._pane, "Review and sign"), LEFT)


WAYS = {
    "by mouse": by_mouse,
    "from elsewhere": lambda window, _qtbot: window.shell.show_thing("draft", DRAFT),
    "before the window was shown": lambda window, _qtbot: window.shell.open_wizard(DRAFT),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_draft_opens_on_its_review_with_the_focus_in_its_first_line(demo_window, qtbot, way):
    window = demo_window
    window.enter(window.open_office(PASSPHRASE))
    if way == "before the window was shown":
        WAYS[way](window, qtbot)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    if way != "before the window was shown":
        settle(window)
        WAYS[way](window, qtbot)
    settle(window)
    wizard = window.shell.front
    assert wizard._stack.currentIndex() == REVIEW
    assert QApplication.focusWidget() is wizard._pages[REVIEW]._stops[0]
