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


def test_a_form_grows_with_what_is_said_under_a_field_and_moves_no_other_down(window, qtbot):
    page = window.shell.screen_now("earnings")
    qtbot.waitUntil(lambda: page._state.detail is not None, timeout=20_000)
    page._asked("settle")
    (form,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    before = form._currency.mapTo(form, form._currency.rect().topLeft()).y()
    form._sum.setText("many")
    form._save()
    qtbot.wait(20)
    said = form._sum_field._words
    assert said.isVisible()
    assert said.height() >= said.heightForWidth(said.width()) > said.fontMetrics().height()
    assert form._currency.mapTo(form, form._currency.rect().topLeft()).y() == before
    form.reject()
