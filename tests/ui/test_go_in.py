"""Enter goes from a list to what is chosen in it, and Esc back; on a list of checks and the Overview it opens, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from seeds.demo import PASSPHRASE
from ui.pictures import settle

LISTS = {"doubles": "_gallery", "licences": "_table", "uses": "_feed", "earnings": "_table", "contacts": "_table"}


@pytest.mark.parametrize("place", LISTS)
def test_enter_goes_from_the_list_to_what_is_chosen_and_esc_back(demo_window, qtbot, place):
    demo_window.enter(demo_window.open_office(PASSPHRASE), place)
    demo_window.show()
    demo_window.activateWindow()
    qtbot.waitUntil(demo_window.isActiveWindow)
    settle(demo_window)
    page = demo_window.shell.page_of(place)
    assert QApplication.focusWidget() is getattr(page, LISTS[place])
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page._pane.isAncestorOf(QApplication.focusWidget())
    assert getattr(QApplication.focusWidget(), "text", lambda: "words")()  # no icon that takes back or opens a menu
    assert QApplication.focusWidget().visibleRegion().boundingRect() == QApplication.focusWidget().rect()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is getattr(page, LISTS[place])
