"""A dialog that was closed is gone: whoever works all day does not carry a hundred of them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from tests.fakes.hands import gone

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ASKS = {
    "doubles": lambda screen: screen.open_form(),
    "licences": lambda screen: screen._ask_change("suspend", screen._state.detail),
    "uses": lambda screen: screen.open_form(),
    "contacts": lambda screen: screen._own.click(),
    "settings": lambda screen: screen.words.make.click(),
}


@pytest.mark.parametrize("place", ASKS)
def test_a_dialog_that_was_closed_is_gone(window, qtbot, place):
    window.shell.go(place)
    screen = window.shell.page_of(place)
    qtbot.wait(100)
    for how in ("reject", "close"):
        ASKS[place](screen)
        qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(QDialog)))
        (form,) = screen.findChildren(QDialog)
        getattr(form, how)()
        qtbot.waitUntil(lambda asked=form: gone(asked))
        assert screen.findChildren(QDialog) == []
