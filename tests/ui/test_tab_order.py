"""By Tab alone everything is reached: from the part that a screen begins with, round the window and back to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

SCREENS = ("overview", "doubles", "licences", "uses", "earnings", "verify", "contacts", "settings")


def by_tab(widget):
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_reaches_every_field_and_button_of_a_screen(active, qtbot, screen):
    active.shell.go("earnings")
    active.shell.go(screen)
    page = active.shell.page_of(screen)
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))
    wanted = {one for one in page.findChildren(QLineEdit) if by_tab(one)}
    wanted |= {one for one in page.findChildren(QAbstractButton) if by_tab(one) and one.group() is None}
    wanted = {one for one in wanted if not (isinstance(one, QAbstractButton) and one.autoExclusive())}
    begin, seen = QApplication.focusWidget(), set()
    for _ in range(200):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is begin:
            break
        seen.add(QApplication.focusWidget())
    assert wanted
    assert {one.accessibleName() or one for one in wanted - seen - {begin}} == set()
