"""Overview, Earnings and Settings in the window: by mouse, by key, and back again with Undo."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from likeness.acts.rules.choose_rules import packs_on
from ui.kit.window.toast import Toast
from ui.screens.overview.bars import HEAD_HIGH, LANE_HIGH, bar_box
from ui.screens.overview.scale import ZOOMS, Scale

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FEE = "fee:2026-0001:once"


@pytest.fixture
def overview(active, qtbot):
    active.shell.go("overview")
    page = active.shell.page_of("overview")
    qtbot.waitUntil(lambda: page._rows.rowCount() == 5)
    return page


@pytest.fixture
def earnings(active, qtbot):
    active.shell.go("earnings")
    page = active.shell.page_of("earnings")
    qtbot.waitUntil(lambda: page._state.detail is not None)
    return page


def press(window, qtbot, key, how=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, how)
    qtbot.wait(20)


def said(window):
    return window.office.registry.dues.all().get(FEE)


def form_of(page):
    return next(one for one in page.findChildren(QDialog) if one.isVisible())


def test_the_window_opens_on_the_overview(window, qtbot):
    window.enter(window.office)
    assert window.shell.here == "overview"
    assert window.windowTitle() == "Likeness, Overview"


@pytest.mark.parametrize(
    ("place", "screen"), [(0, "uses"), (1, "uses"), (2, "earnings"), (3, "settings"), (4, "settings")]
)
def test_enter_on_a_row_leads_to_where_it_is_dealt_with(active, overview, qtbot, place, screen):
    assert overview._list.hasFocus()
    row = overview._rows.row(place)
    for _ in range(place):
        press(active, qtbot, KEY.Key_Down)
    press(active, qtbot, KEY.Key_Return)
    assert active.shell.here == row.screen == screen
    page = active.shell.page_of(screen)
    if screen == "uses":
        qtbot.waitUntil(lambda: page._state.detail is not None and page._state.detail.id == row.key)
    if screen == "earnings":
        qtbot.waitUntil(lambda: page._state.detail is not None and page._state.detail.key == row.key)


def test_a_press_on_a_row_does_the_same(active, overview, qtbot):
    box = overview._list.visualRect(overview._rows.index(2, 0))
    qtbot.mouseClick(overview._list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert active.shell.here == "earnings"


def test_a_row_is_marked_only_where_the_focus_came_by_key(active, overview, qtbot):
    assert not overview._list.by_key
    press(active, qtbot, KEY.Key_Down)
    assert overview._list.by_key


def test_arrows_go_from_bar_to_bar_and_enter_opens_the_licence(active, overview, qtbot):
    line = overview._timeline
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.bar().number == "2026-0001"
    press(active, qtbot, KEY.Key_Right)
    press(active, qtbot, KEY.Key_Down)
    assert line.accessibleDescription() == line.bar().spoken
    press(active, qtbot, KEY.Key_Return)
    assert active.shell.here == "licences"
    assert active.shell.page_of("licences")._state.detail.number == "2026-0001"


def test_zoom_keeps_the_middle_and_ends_at_its_steps(active, overview, qtbot):
    line = overview._timeline
    line.setFocus()
    wide = line._scale.month
    press(active, qtbot, KEY.Key_Plus, CTRL)
    assert line._scale.month == pytest.approx(wide * 2)
    for _ in ZOOMS:
        press(active, qtbot, KEY.Key_Minus, CTRL)
    assert line._scale.month == pytest.approx(wide / 2)
    press(active, qtbot, KEY.Key_0, CTRL)
    assert line._scale.month == pytest.approx(wide)


def test_a_bar_is_found_under_the_mouse_and_nothing_beside_it(overview, qtbot):
    line = overview._timeline
    left, right = bar_box(line._scale, line.bar(), line._offset().x())
    middle = QPoint(round((left + right) / 2), HEAD_HIGH + LANE_HIGH // 2)
    assert line._bar_under(middle) == (0, 0)
    assert line._bar_under(QPoint(20, 46)) is None
    assert line._bar_under(QPoint(round(left) - 9, middle.y())) is None
    assert line._bar_under(middle + QPoint(0, LANE_HIGH)) is None


def test_t_shows_the_timeline_as_a_table_and_t_again_as_a_timeline(active, overview, qtbot):
    overview._timeline.setFocus()
    press(active, qtbot, KEY.Key_T)
    assert overview._stack.currentWidget() is overview._table
    assert overview._table.hasFocus()
    assert overview._bars.rowCount() == 1
    press(active, qtbot, KEY.Key_T)
    assert overview._stack.currentWidget() is overview._timeline


def test_r_asks_what_came_and_undo_takes_it_back(active, earnings, qtbot):
    press(active, qtbot, KEY.Key_R)
    form = form_of(earnings)
    assert (form._sum.text(), form._currency.code()) == ("18000.00", "EUR")
    form._day.setText("11 march 2026")
    form._day.editingFinished.emit()
    form._note.setText("By transfer")
    form._save()
    qtbot.waitUntil(lambda: said(active) is not None)
    qtbot.waitUntil(lambda: FEE not in earnings._state.keys)
    toast = active.shell.findChild(Toast)
    qtbot.waitUntil(toast._undo.isVisible)
    assert toast._words.text() == "Marked as paid"
    active.activateWindow()  # a screen that is not there gives it to nobody when a dialog closes
    qtbot.waitUntil(active.isActiveWindow)
    press(active, qtbot, KEY.Key_Z, CTRL)
    qtbot.waitUntil(lambda: said(active) is None)
    qtbot.waitUntil(lambda: FEE in earnings._state.keys)
    assert toast._words.text() == "Undone: Marked as paid"
    assert not toast._undo.isVisible()
    press(active, qtbot, KEY.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: said(active) is not None)
    qtbot.waitUntil(toast._undo.isVisible)
    qtbot.mouseClick(toast._undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said(active) is None)


def test_the_lock_forgets_what_could_be_undone(active, earnings, qtbot):
    earnings._asked("waive")
    qtbot.waitUntil(lambda: said(active) is not None)
    qtbot.waitUntil(lambda: bool(active._undo._done))
    active.lock()
    assert active._undo._done == []


def test_a_sum_and_a_day_that_cannot_be_read_are_said_at_their_field(earnings, qtbot):
    earnings._asked("settle")
    form = form_of(earnings)
    for text, why in (("a lot", "Write a sum"), ("nan", "Write a sum"), ("7.000", "This may be 7000.00 or 7.00.")):
        form._sum.setText(text)
        form._save()
        assert form.isVisible()
        assert form._sum.accessibleDescription().startswith(why)
    form._sum.setText("")
    form._day.setText("someday")
    form._day.editingFinished.emit()
    form._save()
    assert form._day.accessibleDescription().startswith("Write a day")
    form._day.setText("1 January 2099")
    form._day.editingFinished.emit()
    form._save()
    assert form._day.accessibleDescription().startswith("This day is still to come.")
    assert form.isVisible()
    form.reject()


def test_chips_and_choices_narrow_the_table_and_clear_brings_everything_back(earnings, qtbot):
    qtbot.mouseClick(earnings._chips["overdue"], Qt.MouseButton.LeftButton)
    assert FEE not in earnings._state.keys
    earnings._kind.choose("deletion")
    earnings._kind.activated.emit(earnings._kind.currentIndex())
    assert earnings._state.keys == ("deletion:2026-0001:copies",)
    qtbot.mouseClick(earnings._clear, Qt.MouseButton.LeftButton)
    assert len(earnings._state.keys) == earnings._state.total == 4


@pytest.mark.parametrize(
    ("button", "name", "begin"), [("_dates", "a.ics", b"BEGIN:VCAL"), ("_file", "a.csv", b"Due on")]
)
def test_dates_and_table_are_saved_where_the_person_says(earnings, qtbot, tmp_path, monkeypatch, button, name, begin):
    path = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    qtbot.mouseClick(getattr(earnings, button), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(begin)


def test_a_pack_is_switched_with_the_mouse_and_stays_in_view(active, qtbot):
    active.shell.go("settings")
    page = active.shell.page_of("settings")
    packs = page.rules.packs
    option = packs._options["eu-ai-act"]
    qtbot.mouseClick(option, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "eu-ai-act" in packs_on(active.office.registry))
    assert packs._options["eu-ai-act"] is option
    assert not packs._options["good-practice"].isEnabled()


def test_the_language_is_chosen_in_settings_and_the_screen_stays(active, qtbot):
    before = active.shell
    before.go("licences")
    before.page_of("licences")._row._rest.start()
    before.go("settings")
    page = before.page_of("settings")
    qtbot.mouseClick(page.text.tongue._parts["fr"], Qt.MouseButton.LeftButton)
    assert not any(timer.isActive() for timer in before.findChildren(QTimer))  # it asks nothing more
    assert active.office.registry.settings.get("language") == "fr"
    assert (active.shell.here, active.windowTitle()) == ("settings", "Likeness, Réglages")
    qtbot.mouseClick(active.shell.page_of("settings").look.choice._parts["dark"], Qt.MouseButton.LeftButton)
    assert active.office.registry.settings.get("theme") == "dark"


def test_no_letter_of_a_month_is_written_over_a_year():
    written = Scale(date(2026, 11, 1), 5, 20.0).written(36)
    assert [(day.month, x) for day, x in written] == [(11, 0), (12, 20), (1, 40), (3, 80)]
