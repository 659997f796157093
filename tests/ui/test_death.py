"""A death written down in the window, by whoever keeps likenesses of others: asked once, with its day."""

from __future__ import annotations

from datetime import date

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.hands import button, dialog, entry
from tests.fakes.offices import an_office
from tests.ui.conftest import usual_wishes
from ui.app import Window
from ui.kit.parts.verbs import verbs
from ui.screens.doubles.death_form import DeathForm

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WRITE = "Write down a death…"


@pytest.fixture
def agency(dressed, qtbot, tmp_path):
    """An agent's window on the likenesses of two people; the first is shown."""
    clock = FixedClock("2026-03-02T09:00:00+00:00")
    office = an_office(tmp_path, "Halden Roe", "agent", clock)
    for who in ("Jack Dorn", "Ada <b>Vale</b>"):
        name = who.split()[0].lower()
        new = NewDouble(f"{name}-face", "face-scan", "Face", performer=name, performer_name=who)
        office.do(record_double, new)
    window = Window(tmp_path / "halden.registry", clock=clock)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.enter(office, "doubles")
    window.show()
    page = window.shell.page_of("doubles")
    qtbot.waitUntil(lambda: page.shown() == "jack-face")
    yield page
    window.close()
    usual_wishes()


def asked(page, qtbot):
    """Choose the entry of the menu and return the form."""
    entry(page._pane._more.menu(), WRITE).trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(DeathForm)))
    return dialog(page, DeathForm)


def test_it_is_written_down_once_and_the_pane_says_so(agency, qtbot):
    form = asked(agency, qtbot)
    assert form.windowTitle() == "Write down that Jack Dorn has died?"
    form._field.control.setText("30/09/1955")
    agency._presenter.choose("ada-face")  # the form is about whom it was opened on
    button(form, "Write it down").click()
    registry = agency._desk.registry
    qtbot.waitUntil(lambda: [one.performer for one in registry.happenings.all()] == ["jack"])
    agency._presenter.choose("jack-face")
    qtbot.waitUntil(lambda: not agency._pane._more.isVisible())
    agency._presenter.choose("ada-face")
    qtbot.waitUntil(agency._pane._more.isVisible)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Write a day such as 1 December 2026."),
        ("soon", "Write a day such as 1 December 2026."),
        ("3 March 2026", "That day has not come yet."),
    ],
)
def test_a_day_that_cannot_be_meant_is_told_at_its_field(agency, qtbot, typed, why):
    form = asked(agency, qtbot)
    form._field.control.setText(typed)
    button(form, "Write it down").click()
    assert form.isVisible()
    assert form._field._words.text() == why
    assert agency._desk.registry.happenings.all() == []
    form.reject()


def test_the_safe_button_has_the_focus_and_leaves_no_trace(agency, qtbot):
    form = asked(agency, qtbot)
    assert form.focusWidget().text() == "Cancel"
    button(form, "Cancel").click()
    assert agency._desk.registry.happenings.all() == []


def test_quick_find_offers_it_where_it_can_be_done(agency, qtbot):
    assert WRITE in [verb.words for verb in verbs(agency)]
    agency._presenter.note_death("jack", "Jack Dorn", date(2026, 3, 1))
    qtbot.waitUntil(lambda: not agency._pane._more.isVisible())
    assert WRITE not in [verb.words for verb in verbs(agency)]


def test_a_performer_has_no_such_entry(window, qtbot):
    window.shell.go("doubles")
    page = window.shell.page_of("doubles")
    qtbot.waitUntil(lambda: bool(page.shown()))
    assert not page._pane._more.isVisible()
