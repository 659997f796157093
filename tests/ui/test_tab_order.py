"""By Tab alone everything is reached: from the part that a screen begins with, round the window and back to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from ui.kit.lists.comparison import ComparisonTable

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


def pressed(qtbot, key, most=60):
    """Press a key until the focus is where it was, and return what had it on the way."""
    begin, seen = QApplication.focusWidget(), list[QObject | None]()
    for _ in range(most):
        qtbot.keyClick(QApplication.focusWidget(), key)
        if QApplication.focusWidget() is begin:
            return seen
        seen.append(QApplication.focusWidget())
    raise AssertionError(seen)


def test_tab_goes_from_the_list_to_the_detail_then_to_the_pinned_buttons_then_round(active, qtbot):
    active.shell.go("uses")
    page = active.shell.page_of("uses")
    foot, navigation = page._pane.foot, active.shell._navigation
    qtbot.waitUntil(lambda: bool(page.shown()) and foot.isVisible() and page._feed.hasFocus(), timeout=20_000)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page._pane.findChildren(ComparisonTable)))

    def place(one):
        parts = (foot, page._pane, navigation, page._top)
        return next(name for name, part in zip(("foot", "detail", "navigation", "header"), parts, strict=True)
                    if part.isAncestorOf(one))  # fmt: skip

    wanted = ["detail", "foot", "navigation", "header"]
    for key, order in ((Qt.Key.Key_Tab, wanted), (Qt.Key.Key_Backtab, wanted[::-1])):
        places = [place(one) for one in pressed(qtbot, key)]
        assert places == sorted(places, key=order.index)
        assert set(places) == set(wanted)


def test_tab_goes_from_a_page_of_the_wizard_to_the_plain_words_and_the_buttons_below(active, qtbot):
    active.shell.open_wizard("2026-0002")
    wizard = active.shell.front
    qtbot.waitUntil(lambda: wizard._stack.isAncestorOf(QApplication.focusWidget()))
    parts = (("page", wizard._stack), ("side", wizard._side), ("foot", wizard._go.parentWidget()),
             ("navigation", active.shell._navigation), ("steps", wizard._left), ("head", wizard))  # fmt: skip
    seen = [next(name for name, part in parts if part.isAncestorOf(one)) for one in pressed(qtbot, Qt.Key.Key_Tab)]
    assert list(dict.fromkeys(seen)) == ["page", "side", "foot", "navigation", "head", "steps"]


def test_tab_goes_round_every_step_of_the_wizard(active, qtbot):
    """A field of tokens was a stop of its own once: from the last button Tab went back to it, never to the rest."""
    active.shell.open_wizard("2026-0002")
    wizard = active.shell.front
    for step in range(7):
        wizard.jump(step)
        qtbot.waitUntil(lambda: wizard.isAncestorOf(QApplication.focusWidget()))
        begin = QApplication.focusWidget()
        assert active.shell._navigation._who in [*pressed(qtbot, Qt.Key.Key_Tab, 90), begin]
