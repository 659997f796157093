"""How a list was left is how it opens: widths of columns, order and filters, screen by screen; words are not kept."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.fakes.hands import entry, laid_out
from tests.fakes.offices import PASSPHRASE
from ui.kit.lists.table import Table
from ui.lists_kept import SETTING

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
STATE, PERFORMER, PROJECT, COMPANY, LIKENESS, ENDS, FEE = range(7)  # there is one performer: no column says it


def table_of(window, place="licences"):
    (table,) = window.shell.page_of(place).findChildren(Table)
    return table


def widths(table):
    return [table.columnWidth(at) for at in range(len(table.codes))]


def go_to(heading, at, held):
    """Move the mouse, whatever lies under the real one."""
    where = heading.viewport().mapToGlobal(at)
    how = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(heading.viewport(), QMouseEvent(QEvent.Type.MouseMove, at, where, held, held, how))


def drag(qtbot, table, after, by):
    """Move the line before a column as a hand does."""
    heading = table.heading
    start = QPoint(heading.sectionViewportPosition(after), heading.height() // 2)
    go_to(heading, start, Qt.MouseButton.NoButton)
    assert heading.cursor().shape() is Qt.CursorShape.SplitHCursor
    qtbot.mousePress(heading.viewport(), LEFT, pos=start)
    for part in (by // 2, by):
        go_to(heading, start + QPoint(part, 0), LEFT)
    qtbot.mouseRelease(heading.viewport(), LEFT, pos=start + QPoint(by, 0))


def test_a_line_is_moved_and_only_its_neighbours_change(window, qtbot):
    laid_out(qtbot, window)
    table = table_of(window)
    before, order = widths(table), window.shell.page_of("licences")._state.order
    drag(qtbot, table, LIKENESS, -40)
    now = widths(table)
    assert (now[COMPANY], now[LIKENESS]) == (before[COMPANY] - 40, before[LIKENESS] + 40)
    drag(qtbot, table, COMPANY, 24)
    assert (widths(table)[PROJECT], widths(table)[COMPANY]) == (before[PROJECT] + 24, before[COMPANY] - 64)
    assert widths(table)[ENDS:] == before[ENDS:]
    assert sum(widths(table)) == table.viewport().width()
    assert window.shell.page_of("licences")._state.order == order  # nothing was sorted


def test_no_column_becomes_narrower_than_the_word_of_its_heading(window, qtbot):
    laid_out(qtbot, window)
    table = table_of(window)
    for after, by in ((COMPANY, -900), (LIKENESS, -900), (ENDS, 900), (FEE, 900)):
        drag(qtbot, table, after, by)
        assert all(wide >= table.heading.least(at) for at, wide in enumerate(widths(table)) if at != PERFORMER)
        assert sum(widths(table)) == table.viewport().width()


def test_widths_are_kept_for_their_screen_and_no_other(window, qtbot, again):
    laid_out(qtbot, window)
    window.shell.go("contacts")
    qtbot.waitUntil(lambda: window.shell.page_of("contacts")._state.detail is not None)
    laid_out(qtbot, window)
    usual = widths(table_of(window, "contacts"))
    window.shell.go("licences")
    drag(qtbot, table_of(window), LIKENESS, -40)
    left = widths(table_of(window))
    window = again(window)
    assert widths(table_of(window)) == left
    window.lock()
    window.enter(window.open_office(PASSPHRASE), "licences")
    laid_out(qtbot, window)
    assert widths(table_of(window)) == left
    window.shell.go("contacts")
    qtbot.waitUntil(lambda: window.shell.page_of("contacts")._state.detail is not None)
    laid_out(qtbot, window)
    assert widths(table_of(window, "contacts")) == usual


def test_in_a_small_window_likeness_goes_first_then_company_and_the_wishes_wait(window, qtbot, again):
    laid_out(qtbot, window)
    drag(qtbot, table_of(window), LIKENESS, 60)
    left = widths(table_of(window))
    window = again(window, size=(1024, 640))
    table = table_of(window)
    assert table.isColumnHidden(LIKENESS)
    assert sum(widths(table)) == table.viewport().width()
    shown = [at for at in range(7) if not table.isColumnHidden(at)]
    assert all(table.columnWidth(at) >= table.heading.least(at) for at in shown)
    window.resize(1280, 800)
    laid_out(qtbot, window)
    assert widths(table_of(window)) == left


def test_where_the_room_is_too_small_a_line_still_follows_the_hand(window, qtbot):
    laid_out(qtbot, window)
    table = table_of(window)
    table.wished = {"company": 300, "ends": 200}
    table.lay()
    before = widths(table)
    assert before[COMPANY] < 300
    drag(qtbot, table, ENDS, 30)
    now = widths(table)
    assert (now[LIKENESS], now[ENDS]) == (before[LIKENESS] + 30, before[ENDS] - 30)
    assert now[COMPANY] == pytest.approx(before[COMPANY], abs=2)


def test_they_grow_with_the_text(window, qtbot):
    laid_out(qtbot, window)
    table = table_of(window)
    drag(qtbot, table, LIKENESS, -40)
    wide = table.columnWidth(LIKENESS)
    window.resize(1900, 900)
    window.wish("text-size", "130")
    laid_out(qtbot, window)
    assert table.columnWidth(LIKENESS) == pytest.approx(wide * 1.3, abs=1)
    drag(qtbot, table, LIKENESS, -26)
    assert table.columnWidth(LIKENESS) == pytest.approx(wide * 1.3 + 26, abs=1)
    window.wish("text-size", "100")
    laid_out(qtbot, window)
    assert table.columnWidth(LIKENESS) == pytest.approx(wide + 20, abs=1)


def test_a_screen_that_was_not_opened_keeps_what_it_had(window, qtbot, again):
    laid_out(qtbot, window)
    drag(qtbot, table_of(window), LIKENESS, -40)
    left = widths(table_of(window))
    window = again(window, "contacts")
    window.shell.page_of("contacts")._presenter.sort("role")
    window = again(window, "licences")
    assert widths(table_of(window)) == left


def test_a_double_click_on_a_line_fits_the_column_before_it(window, qtbot):
    laid_out(qtbot, window)
    table = table_of(window)
    heading = table.heading
    at = QPoint(heading.sectionViewportPosition(LIKENESS) + 2, heading.height() // 2)
    qtbot.mouseDClick(heading.viewport(), LEFT, pos=at)
    fitted = table.columnWidth(COMPANY)
    model = table.model()
    words = [str(model.index(row, COMPANY).data()) for row in range(model.rowCount())]
    assert fitted == max(table._needs(COMPANY, one) for one in words) != 156
    at = QPoint(heading.sectionViewportPosition(COMPANY), heading.height() // 2)  # project takes the rest
    table.usual_widths()
    qtbot.mouseDClick(heading.viewport(), LEFT, pos=at)
    assert table.columnWidth(COMPANY) == fitted


def test_the_menu_fits_all_and_gives_the_usual_widths_back(window, qtbot, again):
    laid_out(qtbot, window)
    table, menu = table_of(window), window.shell.page_of("licences")._sorting.menu()
    usual = widths(table)
    entry(menu, "Columns as wide as their words").trigger()
    assert widths(table) != usual
    table.heading.customContextMenuRequested.emit(QPoint(4, 4))
    assert menu.isVisible()
    menu.close()
    window = again(window)
    table, menu = table_of(window), window.shell.page_of("licences")._sorting.menu()
    assert widths(table) != usual
    entry(menu, "Columns in their usual widths").trigger()
    assert widths(table) == usual
    window = again(window)
    assert widths(table_of(window)) == usual


def test_order_and_filters_are_asked_again_and_words_are_not(window, qtbot, again):
    shell = window.shell
    licences, uses, earnings, contacts = (shell.screen_now(one) for one in ("licences", "uses", "earnings", "contacts"))
    laid_out(qtbot, window)
    licences._presenter.sort("fee")
    licences._presenter.toggle_state("draft")
    licences._presenter.narrow("ends", "within-30")
    licences._presenter.search("low")
    uses._presenter.toggle("IN_SCOPE")
    uses._presenter.show_flags("all")
    earnings._presenter.sort("company")
    earnings._presenter.narrow(kind="fee", performer="", company="Tidewrack Pictures Ltd")
    contacts._presenter.sort("name")
    contacts._presenter.toggle_trust("unknown")
    laid_out(qtbot, window)
    asked = {key: shell.page_of(key).left.asked() for key in ("licences", "uses", "earnings", "contacts")}
    window = again(window, "overview")
    for key, one in asked.items():
        window.shell.go(key)
        laid_out(qtbot, window)
        assert window.shell.page_of(key).left.asked() == one, key
    state = window.shell.page_of("licences")._state
    assert (state.order.column, state.words, state.narrow.ends) == ("fee", "", "within-30")
    assert window.shell.page_of("contacts")._state.order.falling
    assert window.shell.page_of("earnings")._company.code() == "Tidewrack Pictures Ltd"


def test_a_filter_that_was_taken_away_stays_away(window, qtbot, again):
    window.shell.page_of("licences")._presenter.toggle_state("draft")
    window = again(window)
    window.shell.page_of("licences")._presenter.toggle_state("draft")
    window = again(window)
    assert window.shell.page_of("licences")._state.chosen_states == frozenset()


def test_a_company_that_owes_nothing_any_more_hides_nothing(window, qtbot, again):
    left = {
        "asked": {
            "states": [],
            "kind": "",
            "performer": "",
            "company": "Nobody",
            "order": {"column": "on", "falling": False},
        }
    }
    window.office.registry.settings.put(SETTING, json.dumps({"earnings": left}))
    window = again(window, "earnings")
    earnings = window.shell.page_of("earnings")
    assert (earnings._state.company, bool(earnings._state.keys)) == ("", True)


@pytest.mark.parametrize("kept", [
    "{", "[1]", '{"licences": 3}', '{"licences": {"widths": [1], "asked": 4}}',
    '{"licences": {"widths": {"company": "wide", "fee": 90000, "shoes": 80, "ends": true}}}',
    '{"licences": {"asked": {"states": ["shoes"], "words": ""}}}', '{"licences": {"asked": {"order": {"column": 4}}}}',
])  # fmt: skip
def test_what_nobody_can_read_is_nothing(window, qtbot, again, kept):
    laid_out(qtbot, window)
    usual, asked = widths(table_of(window)), window.shell.page_of("licences").left.asked()
    window.office.registry.settings.put(SETTING, kept)
    window = again(window)
    assert (widths(table_of(window)), window.shell.page_of("licences").left.asked()) == (usual, asked)


def test_nothing_is_written_where_nothing_was_changed(window, again):
    window = again(window)
    assert window.office.registry.settings.get(SETTING) == ""
