"""The row that somebody chose is chosen again the next time, unless it is gone, or another one is asked for."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt

from likeness.acts.doubles.record_double import NewDouble, record_double
from tests.fakes.hands import laid_out
from tests.fakes.offices import PASSPHRASE
from ui.lists_kept import SETTING
from ui.screens.uses import listing, presenter

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
LISTS = ("licences", "uses", "earnings", "contacts", "doubles")


def list_of(screen):
    return next(getattr(screen, name) for name in ("_table", "_feed", "_gallery") if hasattr(screen, name))


def rows(screen):
    """The places that can be chosen; headings cannot."""
    model = list_of(screen).model()
    return [at for at in range(model.rowCount()) if model.flags(model.index(at, 0)) & Qt.ItemFlag.ItemIsSelectable]


def opened(window, place, qtbot):
    screen = window.shell.screen_now(place)
    settled(window, qtbot)
    return screen


def settled(window, qtbot):
    qtbot.wait(120)  # a row chosen by hand is told after 80 ms
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    qtbot.wait(20)


def choose(window, screen, place, qtbot):
    """Choose a row as a hand does; returns what the pane then shows."""
    view = list_of(screen)
    view.setCurrentIndex(view.model().index(place, 0))
    settled(window, qtbot)
    return screen.shown()


def here(screen):
    return list_of(screen).currentIndex().row(), screen.shown()


@pytest.fixture
def second(registry):
    """A second likeness, so that there is one to choose."""
    registry[0].do(record_double, NewDouble("liora-reading", "voice-model", "Reading of 2024", "liora"))


@pytest.mark.parametrize("place", LISTS)
def test_the_last_row_is_chosen_again_after_a_restart_and_after_a_lock(window, qtbot, again, second, place):
    screen = opened(window, place, qtbot)
    first, last = rows(screen)[0], rows(screen)[-1]
    assert here(screen)[0] == first != last
    shown = choose(window, screen, last, qtbot)
    window = again(window, place)
    settled(window, qtbot)
    screen = window.shell.page_of(place)
    assert here(screen) == (last, shown)
    choose(window, screen, first, qtbot)
    window.lock()
    window.enter(window.open_office(PASSPHRASE), place)
    laid_out(qtbot, window)
    settled(window, qtbot)
    assert here(window.shell.page_of(place))[0] == first


@pytest.mark.parametrize("place", LISTS)
def test_it_takes_no_focus(window, qtbot, again, second, place):
    screen = opened(window, place, qtbot)
    choose(window, screen, rows(screen)[-1], qtbot)
    window = again(window, "overview")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    focused = window.focusWidget()
    screen = window.shell.page_of(place)
    screen.refresh()
    settled(window, qtbot)
    assert here(screen)[0] == rows(screen)[-1]
    assert window.focusWidget() is focused


@pytest.mark.parametrize("place", LISTS)
def test_a_row_that_is_gone_gives_way_to_the_first(window, qtbot, again, place):
    kept = json.dumps({place: {"asked": {"row": "gone"}}})
    window.office.registry.settings.put(SETTING, kept)
    window = again(window, place)
    settled(window, qtbot)
    screen = window.shell.page_of(place)
    assert here(screen)[0] == rows(screen)[0]
    assert screen.shown()


@pytest.mark.parametrize("place", LISTS)
@pytest.mark.parametrize("row", [4, None, ["a"], {"a": 1}])
def test_what_nobody_can_read_is_no_row(window, qtbot, again, place, row):
    window.office.registry.settings.put(SETTING, json.dumps({place: {"asked": {"row": row}}}))
    window = again(window, place)
    settled(window, qtbot)
    assert here(window.shell.page_of(place))[0] == rows(window.shell.page_of(place))[0]


@pytest.mark.parametrize("place", LISTS)
def test_one_that_is_asked_for_is_shown_and_not_the_last(window, qtbot, again, second, place):
    screen = opened(window, place, qtbot)
    shown = {at: choose(window, screen, at, qtbot) for at in (rows(screen)[0], rows(screen)[-1])}
    (first, wanted), (_last, _kept) = shown.items()
    window = again(window, "overview")
    window.shell.show_thing(place, wanted)
    settled(window, qtbot)
    assert here(window.shell.page_of(place)) == (first, wanted)


def test_a_use_beyond_the_first_page_that_is_asked_for_is_shown_and_not_the_first(window, qtbot, again, monkeypatch):
    screen = opened(window, "uses", qtbot)
    newest, oldest = (choose(window, screen, at, qtbot) for at in (rows(screen)[0], rows(screen)[-1]))
    choose(window, screen, rows(screen)[0], qtbot)
    monkeypatch.setattr(presenter, "A_PAGE", 1)
    window = again(window, "overview")
    window.shell.show_thing("uses", oldest)
    settled(window, qtbot)
    assert window.shell.page_of("uses").shown() == oldest != newest


@pytest.mark.parametrize(("farthest", "kept"), [(2_000, True), (1, False)])
def test_a_use_beyond_the_first_page_is_chosen_again_unless_it_is_very_far(
    window, qtbot, again, monkeypatch, farthest, kept
):
    screen = opened(window, "uses", qtbot)
    first, last = rows(screen)[0], rows(screen)[-1]
    oldest = choose(window, screen, last, qtbot)
    monkeypatch.setattr(presenter, "A_PAGE", 1)
    monkeypatch.setattr(listing, "FARTHEST", farthest)
    window = again(window, "uses")
    settled(window, qtbot)
    screen = window.shell.page_of("uses")
    assert here(screen)[0] == (last if kept else first)
    assert (screen.shown() == oldest) is kept
    screen.refresh()
    settled(window, qtbot)
    assert here(screen)[0] == (last if kept else first)


def test_a_use_that_the_filter_hides_gives_way_to_the_first(window, qtbot, again):
    screen = opened(window, "uses", qtbot)
    screen._presenter.show_all()
    settled(window, qtbot)
    allowed = next(item for item in screen._state.items if item.state == "IN_SCOPE")
    for at in (rows(screen)[-1], screen._model.place_of(allowed.id)):
        choose(window, screen, at, qtbot)
    assert screen.shown() == allowed.id
    screen._presenter.toggle("OUT_OF_SCOPE")
    window = again(window, "overview")
    screen = window.shell.page_of("uses")
    screen.refresh()  # without the focus: a list that gets it chooses its first row by itself
    settled(window, qtbot)
    assert here(screen)[0] == rows(screen)[0]
    assert screen.shown() not in ("", allowed.id)


def test_a_licence_that_the_filter_hides_gives_way_to_the_first(window, qtbot, again):
    screen = opened(window, "licences", qtbot)
    hidden = choose(window, screen, rows(screen)[-1], qtbot)
    other = next(row.state for row in map(screen._model.row, rows(screen)) if row.state != screen._state.detail.state)
    screen._presenter.toggle_state(other)
    window = again(window)
    settled(window, qtbot)
    screen = window.shell.page_of("licences")
    assert here(screen) == (0, screen._model.row(0).number)
    assert screen.shown() != hidden
    screen._presenter.clear()
    settled(window, qtbot)
    assert hidden in [screen._model.row(at).number for at in rows(screen)]


def test_a_due_that_was_settled_stays_in_the_pane_until_the_list_is_opened_anew(window, qtbot, again):
    screen = opened(window, "earnings", qtbot)
    gone = choose(window, screen, rows(screen)[-1], qtbot)
    screen._presenter.waive(gone)
    settled(window, qtbot)
    assert here(screen) == (-1, gone)
    window = again(window, "earnings")
    settled(window, qtbot)
    screen = window.shell.page_of("earnings")
    assert here(screen) == (0, screen._model.row(0).key)
    window.shell.show_thing("earnings", gone)
    settled(window, qtbot)
    assert screen.shown() == gone


def test_a_settled_due_that_is_asked_for_before_the_list_is_read_is_shown(window, qtbot, again):
    screen = opened(window, "earnings", qtbot)
    first, gone = (screen._model.row(at).key for at in (rows(screen)[0], rows(screen)[-1]))
    screen._presenter.waive(gone)
    settled(window, qtbot)
    choose(window, screen, 1, qtbot)
    choose(window, screen, 0, qtbot)
    window = again(window, "overview")
    window.shell.show_thing("earnings", gone)
    settled(window, qtbot)
    assert window.shell.page_of("earnings").shown() == gone != first


def test_what_the_screen_chose_by_itself_is_not_kept(window, qtbot, again):
    for place in LISTS:
        opened(window, place, qtbot)
    window = again(window)
    assert window.office.registry.settings.get(SETTING) == ""
