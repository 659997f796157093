"""A dialog that was closed is gone, and Enter closes none that is being filled in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

from tests.fakes.hands import dialog, gone
from ui.kit.fields.day_calendar import DayCalendar

pytestmark = pytest.mark.qt_log_ignore("does not support")
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


@pytest.mark.parametrize("place", ["doubles", "licences", "uses"])
def test_enter_closes_no_form_that_is_being_filled_in(window, qtbot, place):
    window.shell.go(place)
    screen = window.shell.page_of(place)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    ASKS[place](screen)
    form = dialog(screen)
    fields = [
        one
        for one in form.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(one, QPushButton)
    ]
    assert fields
    for field in fields:
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert form.isVisible(), field
        assert isinstance(field, QToolButton) or not isinstance(form.focusWidget(), QToolButton)
        for calendar in form.findChildren(DayCalendar):
            calendar.close()
    form.reject()
