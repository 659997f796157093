"""Coming back to a list whose pane shows what the list does not chooses nothing: Qt would take the first row for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.fakes.hands import laid_out
from ui.kit.lists.feed import Feed
from ui.kit.lists.table import Table
from ui.screens.doubles.gallery import Gallery


@pytest.mark.parametrize("place", ["licences", "earnings", "contacts", "doubles", "uses"])
def test_a_list_without_a_chosen_row_chooses_none_when_it_gets_the_focus(active, qtbot, place):
    screen = active.shell.screen_now(place)
    laid_out(qtbot, active)
    (rows,) = [one for kind in (Table, Feed, Gallery) for one in screen.findChildren(kind)]
    screen._search.setFocus()
    shown = screen._presenter._state
    rows.model().beginResetModel()
    rows.model().endResetModel()
    rows.setFocus()
    qtbot.wait(120)  # a row chosen by hand is told after 80 ms
    laid_out(qtbot, active)
    assert (rows.currentIndex().row(), screen._presenter._state) == (-1, shown)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() >= 0
