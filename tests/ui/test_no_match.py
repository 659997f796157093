"""A list with nothing behind its filters: no pane of something else, and a button that shows everything again."""

from __future__ import annotations

import pytest

from tests.fakes.hands import button


@pytest.mark.parametrize("place", ["licences", "uses", "earnings", "contacts", "doubles"])
def test_no_match_shows_nothing_and_offers_to_clear_the_filters(window, qtbot, place):
    screen = window.shell.screen_now(place)
    qtbot.waitUntil(lambda: screen._presenter._state.detail is not None and screen._stack.currentIndex() == 0)
    screen._search.setText("zzzz")
    qtbot.waitUntil(lambda: screen._stack.currentIndex() == 2)
    assert screen._presenter._state.detail is None
    button(screen, "Clear the filters").click()
    qtbot.waitUntil(lambda: screen._stack.currentIndex() == 0 and screen._presenter._state.detail is not None)
    assert screen._search.text() == ""
