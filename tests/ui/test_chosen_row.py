"""What a list was asked to show stays chosen, in the table and in the pane, whatever comes home late."""

from __future__ import annotations

import pytest

from tests.fakes.hands import button, dialog
from ui.screens.earnings.asking import SettleForm

LISTS = ("licences", "earnings", "contacts")


@pytest.fixture
def screen(window, qtbot, request):
    made = window.shell.screen_now(request.param)
    qtbot.waitUntil(lambda: made._state.detail is not None and not window.jobs.busy)
    return made


def names(screen):
    """Return how elsewhere asks for each row, from the first to the last."""
    return [name_of(screen._model.row(at)) for at in range(screen._model.rowCount())]


def name_of(shown):
    return getattr(shown, "number", "") or shown.key.removeprefix("name:")


def ask(screen, name):
    (screen.show_licence if hasattr(screen, "show_licence") else screen.show_one)(name)


def settled(window, screen, qtbot):
    """Wait until nothing is on its way, and return what the table and the pane then show."""
    qtbot.wait(120)  # a row chosen by hand is told after 80 ms
    qtbot.waitUntil(lambda: not window.jobs.busy)
    qtbot.wait(20)
    return name_of(screen._model.row(screen._table.currentIndex().row())), name_of(screen._state.detail)


@pytest.mark.parametrize("screen", LISTS, indirect=True)
def test_each_row_that_is_asked_for_is_shown_and_stays(window, screen, qtbot):
    asked = names(screen)
    assert len(asked) > 1
    for name in (*reversed(asked), *asked):
        ask(screen, name)
        assert settled(window, screen, qtbot) == (name, name)


@pytest.mark.parametrize("screen", LISTS, indirect=True)
def test_what_is_asked_for_right_behind_a_drawing_stays(window, screen, qtbot):
    last = names(screen)[-1]
    screen.refresh()
    qtbot.waitUntil(lambda: window.jobs.busy or screen is window.shell.page_of("licences"))
    ask(screen, last)
    assert settled(window, screen, qtbot) == (last, last)


@pytest.mark.parametrize("screen", LISTS, indirect=True)
def test_a_row_that_is_gone_gives_way_to_the_first(window, screen, qtbot):
    first, *_, last = names(screen)
    ask(screen, last)
    assert settled(window, screen, qtbot) == (last, last)
    screen._search.setText(getattr(screen._model.row(0), "what", first))
    qtbot.waitUntil(lambda: last not in names(screen))
    assert settled(window, screen, qtbot) == (names(screen)[0], names(screen)[0])


@pytest.mark.parametrize("screen", LISTS, indirect=True)
def test_a_row_chosen_by_hand_is_read_once_the_hand_rests(window, screen, qtbot):
    last = names(screen)[-1]
    screen._table.selectRow(len(names(screen)) - 1)
    screen.refresh()  # it knows nothing of the hand yet
    assert settled(window, screen, qtbot) == (last, last)


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize("screen", ["earnings"], indirect=True)
def test_a_form_is_about_the_row_it_was_opened_on(window, screen, qtbot, registry):
    office, _folder, _clock = registry
    first, second, *_ = names(screen)
    screen._asked("settle")
    screen._presenter.choose(second)
    button(dialog(screen, SettleForm), "Paid").click()
    qtbot.waitUntil(lambda: bool(office.registry.dues.all()))
    assert set(office.registry.dues.all()) == {first}


@pytest.mark.parametrize("screen", ["earnings"], indirect=True)
def test_what_was_settled_stays_in_the_pane_and_can_be_opened_again(window, screen, qtbot):
    first = names(screen)[0]
    screen._presenter.waive(first)
    qtbot.waitUntil(lambda: first not in names(screen))
    assert screen._table.currentIndex().row() == -1
    qtbot.waitUntil(lambda: (screen._state.detail.key, screen._state.detail.state) == (first, "waived"))
    screen._presenter.reopen(first)
    qtbot.waitUntil(lambda: first in names(screen))
    assert settled(window, screen, qtbot) == (first, first)
