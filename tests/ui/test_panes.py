"""F6 goes from pane to pane and round, Shift F6 the other way; each pane gives the focus back to what had it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.kit.lists.comparison import ComparisonTable
from ui.kit.parts.frames import Pane
from ui.kit.window.navigation import Navigation

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def step(qtbot, how=PLAIN):
    """Press F6 and return what has the focus then."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, how)
    return QApplication.focusWidget()


def round_of(qtbot, how=PLAIN):
    """Press F6 until the focus is where it was, and return what had it on the way, the beginning last."""
    begin, seen = QApplication.focusWidget(), []
    for _ in range(12):
        seen.append(step(qtbot, how))
        if seen[-1] is begin:
            return seen
    raise AssertionError(seen)


def on(window, qtbot, place, settled=lambda page: True):
    window.shell.go(place)
    page = window.shell.page_of(place)
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()) and bool(settled(page)), timeout=20_000)
    return page


def compared(page):
    """Tell whether the pane shows what was allowed beside what was used."""
    return any(one.isVisible() for one in page._pane.findChildren(ComparisonTable))


def in_navigation(widget):
    return isinstance(widget, Navigation) or (widget.parent() is not None and in_navigation(widget.parent()))


def test_f6_goes_round_the_panes_of_uses_and_shift_f6_back(active, qtbot):
    page = on(active, qtbot, "uses", lambda page: page._pane._more.isVisible() and compared(page))
    feed, detail, foot, navigation, header = round_of(qtbot)[-1:] + round_of(qtbot)[:-1]
    assert feed is page._feed
    assert page._pane.isAncestorOf(detail)
    assert not page._pane.foot.isAncestorOf(detail)
    assert page._pane.foot.isAncestorOf(foot)
    assert navigation is active.shell._navigation._lines["uses"]  # the screen that is open, not the first of them
    assert page._top.isAncestorOf(header)
    back = round_of(qtbot, SHIFT)
    assert back == [header, navigation, foot, detail, feed]


def test_a_pane_gives_the_focus_back_to_what_had_it(active, qtbot):
    page = on(active, qtbot, "licences", lambda page: page.shown())
    page._search.setFocus()
    while QApplication.focusWidget() is not page._table:
        step(qtbot)
    seen = round_of(qtbot)
    assert page._search in seen


@pytest.mark.parametrize(
    "place", ["overview", "doubles", "licences", "uses", "earnings", "verify", "contacts", "settings"]
)
def test_every_screen_has_its_panes_in_the_order_of_tab(active, qtbot, place):
    page = on(active, qtbot, place)
    forth = round_of(qtbot)
    back = round_of(qtbot, SHIFT)
    assert back[:-1] == forth[:-1][::-1]
    assert sum(in_navigation(one) for one in forth) == 1
    assert sum(page.isAncestorOf(one) for one in forth) == len(forth) - 1 >= 1


def test_the_wizard_has_its_panes(active, qtbot):
    active.shell.open_wizard("2026-0002")
    wizard = active.shell.front
    qtbot.waitUntil(lambda: wizard.isAncestorOf(QApplication.focusWidget()))
    seen = round_of(qtbot)
    holders = [next(name for name, part in (("steps", wizard._left), ("page", wizard._stack), ("side", wizard._side),
                                             ("foot", wizard._go.parent()), ("navigation", active.shell._navigation),
                                             ("head", wizard)) if part.isAncestorOf(one)) for one in seen]  # fmt: skip
    assert holders == ["side", "foot", "navigation", "head", "steps", "page"]


def test_the_import_has_its_panes(active, qtbot):
    active.shell.open_import()
    report = active.shell.front
    qtbot.waitUntil(lambda: active.isAncestorOf(QApplication.focusWidget()))
    begin = step(qtbot)
    seen = round_of(qtbot)
    assert begin in seen
    parts = (report._stack, report._cancel.parent(), active.shell._navigation)
    assert all(any(part.isAncestorOf(one) for one in seen) for part in parts)


def test_what_is_hidden_or_grey_is_no_pane(active, qtbot):
    page = on(active, qtbot, "licences", lambda page: page.shown())
    qtbot.keyClicks(page._search, "nothing is called so")
    qtbot.waitUntil(lambda: not page.shown())
    for one in round_of(qtbot):
        assert one.isVisible()
        assert one.isEnabled()
        assert one is not page._table
    assert not [pane for pane in page.findChildren(Pane) if pane.foot.isVisible()]
