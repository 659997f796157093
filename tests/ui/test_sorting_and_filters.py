"""A click on a heading sorts, a menu does it without a mouse, filters are added and taken away as chips."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.fakes.hands import button, dialog, entry
from ui.kit.asking.pick_one import PickOne
from ui.kit.parts.ticks import InForce
from ui.kit.parts.verbs import verbs
from ui.kit.words import choose_language
from ui.screens.licences.views_menu import NameForm, ViewsButton

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
PROJECT = 2
LISTS = {"licences": PROJECT, "earnings": 3, "contacts": 1}  # a column that they are not sorted by at first
ACROSS = Qt.Orientation.Horizontal


@pytest.fixture
def screen(window, qtbot, request):
    made = window.shell.screen_now(request.param)
    at_rest(window, made, qtbot)
    return made


def at_rest(window, screen, qtbot):
    qtbot.waitUntil(lambda: not window.jobs.busy and screen._state.detail is not None)
    qtbot.wait(20)


def texts(screen, column):
    model = screen._model
    return [str(model.data(model.index(at, column))) for at in range(model.rowCount())]


def click(qtbot, screen, section):
    heading = screen._table.heading
    at = QPoint(heading.sectionViewportPosition(section) + 12, heading.height() // 2)
    qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=at)


def spoken(screen, section):
    return screen._model.headerData(section, ACROSS, Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("screen", LISTS, indirect=True)
def test_a_click_sorts_and_a_second_one_turns_it_round(window, qtbot, screen, request):
    section = LISTS[request.node.callspec.params["screen"]]
    heading, code = screen._table.heading, screen._state.order.column
    qtbot.waitUntil(screen._table.isVisible)
    click(qtbot, screen, section)
    at_rest(window, screen, qtbot)
    first = screen._state.order
    assert first.column != "" or first.column == code
    assert heading.isSortIndicatorShown()
    assert heading.sortIndicatorSection() == section
    assert spoken(screen, section).endswith((", sorted ascending", ", sorted descending"))
    rows = texts(screen, section)
    click(qtbot, screen, section)
    at_rest(window, screen, qtbot)
    assert screen._state.order.falling is not first.falling
    assert texts(screen, section) == rows[::-1]
    assert {spoken(screen, section).rsplit(" ", 1)[1]} <= {"ascending", "descending"}


@pytest.mark.parametrize(("screen", "name"), [("earnings", "Due on"), ("contacts", "Name")], indirect=["screen"])
def test_the_order_of_the_beginning_is_drawn_and_said(screen, name):
    section = screen._model.names.index(name)
    assert (screen._table.heading.sortIndicatorSection(), screen._table.heading.isSortIndicatorShown()) == (
        section,
        True,
    )
    assert spoken(screen, section) == f"{name}, sorted ascending"


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
def test_no_arrow_is_drawn_while_the_newest_stand_first(screen):
    assert not screen._table.heading.isSortIndicatorShown()
    assert spoken(screen, 5) == "Ends"
    assert screen._top._shown.text() == "Newest first"


@pytest.mark.parametrize("screen", LISTS, indirect=True)
def test_the_menu_sorts_without_a_mouse_and_quick_find_offers_it(window, qtbot, screen):
    entries = [one for one in verbs(screen) if one.words.startswith("Sort by: ")]
    assert [one.words.removeprefix("Sort by: ") for one in entries] == [
        one for one in screen._model.names if one != "Performer"
    ]
    here = [one.words for one in window.shell.doings.offers()]
    assert set(here) >= {one.words for one in entries}
    entries[0].press()
    at_rest(window, screen, qtbot)
    assert screen._table.heading.sortIndicatorSection() == 0
    (checked,) = [one.text() for one in screen._sorting.menu().actions() if one.isChecked()]
    assert checked == entries[0].words


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
def test_the_chosen_row_is_still_chosen_and_in_sight(window, qtbot, screen):
    screen.show_licence("2026-0001")
    at_rest(window, screen, qtbot)
    for section in (PROJECT, PROJECT, 6, 0):
        click(qtbot, screen, section)
        at_rest(window, screen, qtbot)
        index = screen._table.currentIndex()
        assert screen._model.row(index.row()).number == "2026-0001" == screen._state.detail.number
        assert screen._table.viewport().rect().intersects(screen._table.visualRect(index))
    entry(screen._sorting.menu(), "Newest first").trigger()
    at_rest(window, screen, qtbot)
    assert not screen._table.heading.isSortIndicatorShown()


def chips(screen):
    return [one for one in screen.findChildren(InForce) if one.isVisible()]


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
def test_f_opens_the_menu_and_a_filter_becomes_a_chip_with_a_cross(active, qtbot, screen):
    screen._table.setFocus()
    qtbot.keyClick(screen._table, Qt.Key.Key_F)
    menu = screen._top.add.menu
    assert menu.isVisible()
    assert menu.activeAction().text() == "Ends: within 30 days"
    menu.close()
    active.activateWindow()
    qtbot.waitUntil(active.isActiveWindow)
    entry(menu, "No end").trigger()
    qtbot.waitUntil(lambda: [one.text() for one in chips(screen)] == ["No end"] and screen._stack.currentIndex() == 2)
    (chip,) = chips(screen)
    assert chip.accessibleName() == "Remove No end"
    assert screen._top._shown.text() == "0 of 2"
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: chips(screen) == [] and screen._stack.currentIndex() == 0)
    assert screen._top.add.hasFocus()


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
@pytest.mark.parametrize("words", ["Clear", "Clear the filters"])
def test_clear_takes_every_filter_away(window, qtbot, screen, words):
    entry(screen._top.add.menu, "No end").trigger()
    entry(screen._top.add.menu, "Money due").trigger()
    qtbot.waitUntil(lambda: len(chips(screen)) == 2 and screen._stack.currentIndex() == 2)
    button(screen, words).click()
    qtbot.waitUntil(lambda: chips(screen) == [] and screen._stack.currentIndex() == 0)
    assert screen._top._shown.text() == "Newest first"


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
def test_a_project_is_picked_by_typing_and_enter(active, qtbot, screen):
    entry(screen._top.add.menu, "Project…").trigger()
    form = dialog(screen, PickOne)
    qtbot.waitUntil(lambda: form._model.rowCount() == 2)
    qtbot.keyClicks(form._field, "low")
    qtbot.waitUntil(lambda: form._model.rowCount() == 1)
    qtbot.keyClick(form._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.text() for one in chips(screen)] == ["Project: The Low Country"])
    qtbot.waitUntil(lambda: texts(screen, PROJECT) == ["The Low Country"])
    entry(screen._top.add.menu, "Project…").trigger()
    form = dialog(screen, PickOne)
    qtbot.waitUntil(lambda: form._model.rowCount() == 2)
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_PageUp, 0)):
        qtbot.keyClick(form._field, key)
        assert form._list.currentIndex().row() == row
    qtbot.keyClick(form._field, Qt.Key.Key_Down)
    form.reject()
    assert texts(screen, PROJECT) == ["The Low Country"]


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
def test_nothing_that_occurs_is_nothing_to_pick(active, qtbot, screen):
    entry(screen._top.add.menu, "Company…").trigger()
    form = dialog(screen, PickOne)
    qtbot.waitUntil(lambda: form._model.rowCount() == 1)
    qtbot.keyClicks(form._field, "zzz")
    qtbot.waitUntil(lambda: form._model.rowCount() == 0)
    assert form._none.isVisible()
    assert not form._take.isEnabled()
    qtbot.keyClick(form._field, Qt.Key.Key_Return)
    assert form.isVisible()
    form.reject()
    assert chips(screen) == []


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
def test_the_rows_of_before_are_shown_until_what_is_asked_for_is_found(window, qtbot, screen, monkeypatch):
    """The window does not wait for the engine."""
    before, asked = texts(screen, PROJECT), []

    def submit(_lane, _owner, work, then, *_told):
        asked.append((work, then))
        return SimpleNamespace(cancel=lambda: None)

    monkeypatch.setattr(window.jobs, "submit", submit)
    screen._presenter.sort("project")
    assert screen._state.finding
    assert (texts(screen, PROJECT), screen._stack.currentIndex()) == (before, 0)
    assert screen._table.heading.sortIndicatorSection() == PROJECT
    work, then = asked[0]
    then(work(None))
    assert (texts(screen, PROJECT), screen._state.finding) == (sorted(before), False)


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
def test_a_long_name_is_cut_on_its_chip_in_french_too(window, qtbot, screen):
    choose_language("fr")
    screen._presenter.narrow("company", "W" * 200)
    qtbot.waitUntil(lambda: len(chips(screen)) == 1)
    assert chips(screen)[0].width() < screen.width() // 2
    choose_language("en")


def views_menu(screen):
    menu = screen._search.findChild(ViewsButton).menu()
    menu.aboutToShow.emit()
    return menu


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
def test_a_view_is_saved_shown_deleted_and_brought_back(active, qtbot, screen):
    assert [one.text() for one in views_menu(screen).actions()] == ["Save this view…"]
    assert not entry(views_menu(screen), "Save this view…").isEnabled()
    screen._search.setText("low")
    qtbot.waitUntil(lambda: texts(screen, PROJECT) == ["The Low Country"])
    screen._presenter.sort("ends")
    qtbot.waitUntil(lambda: not screen._state.finding)
    entry(views_menu(screen), "Save this view…").trigger()
    form = dialog(active, NameForm)
    button(form, "Save view").click()
    assert form.isVisible()  # a view without a name is none
    qtbot.keyClicks(form._name, "Low & <b>late</b>")
    qtbot.keyClick(form._name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(screen._presenter.views.all()) == 1)
    button(screen, "Clear").click()
    qtbot.waitUntil(lambda: screen._model.rowCount() == 2 and screen._search.text() == "")
    entry(views_menu(screen), "Low && <b>late</b>").trigger()
    qtbot.waitUntil(lambda: texts(screen, PROJECT) == ["The Low Country"])
    assert (screen._search.text(), screen._state.order.column) == ("low", "ends")
    qtbot.wait(100)
    assert entry(views_menu(screen), "Low && <b>late</b>").isChecked()
    entry(views_menu(screen), "Delete the view “Low && <b>late</b>”").trigger()
    qtbot.waitUntil(lambda: screen._presenter.views.all() == ())
    qtbot.waitUntil(lambda: len(active.shell.undo._done) == 2)
    active.shell.undo.undo()
    qtbot.waitUntil(lambda: len(screen._presenter.views.all()) == 1)


@pytest.mark.parametrize("screen", ["licences"], indirect=True)
def test_quick_find_offers_the_saved_views(window, screen):
    screen._presenter.narrow("ends", "no-end")
    assert "Save this view…" in [one.words for one in window.shell.doings.offers()]
