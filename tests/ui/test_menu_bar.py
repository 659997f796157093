"""The menu bar: there on Alt alone, gone on Esc; it holds what Ctrl K offers, and no key is bound by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenuBar

from ui.kit.keys import cap
from ui.kit.look.theme import Scheme, theme
from ui.kit.shortcuts import Bound
from ui.menu_bar import LAYOUT, lettered

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bar(active, qtbot):
    """The bar of the active window, the focus in the list of licences."""
    active.shell.go("licences")
    qtbot.waitUntil(active.shell.page_of("licences")._table.hasFocus)
    return active.findChild(QMenuBar)


def focused():
    """Return what has the focus, of which there is one in an active window."""
    here = QApplication.focusWidget()
    assert here is not None
    return here


def alt(press=KEY.Key_unknown):
    """Press Alt, perhaps another key while it is held, and let it go."""
    QTest.keyPress(focused(), KEY.Key_Alt, ALT)
    if press is not KEY.Key_unknown:
        QTest.keyClick(focused(), press, ALT)
    QTest.keyRelease(focused(), KEY.Key_Alt)


def menu_of(bar, name):
    menu = bar._menus[name]
    menu.aboutToShow.emit()
    return menu


def entry(bar, name, words):
    (found,) = [one for one in menu_of(bar, name).actions() if one.text().split("\t")[0].rstrip("…") == words]
    return found


def test_alt_alone_shows_it_and_esc_or_alt_takes_it_away(bar, active):
    table = active.shell.page_of("licences")._table
    assert bar.height() == 0
    for leave in (lambda: QTest.keyClick(bar, KEY.Key_Escape), alt):
        alt()
        assert (bar.height() > 20, bar.hasFocus(), bar.activeAction().text()) == (True, True, "&File")
        leave()
        assert (bar.height(), table.hasFocus()) == (0, True)


def test_it_goes_where_the_focus_goes_elsewhere(bar, active, qtbot):
    alt()
    qtbot.mouseClick(active.shell.page_of("licences")._search, Qt.MouseButton.LeftButton)
    assert (bar.height(), active.shell.page_of("licences")._search.hasFocus()) == (0, True)


def test_alt_left_is_the_way_back_and_nothing_else(bar, active, qtbot):
    active.shell.go("contacts")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    alt(KEY.Key_Left)
    assert (active.shell.here, bar.height(), bar.hasFocus()) == ("licences", 0, False)


def test_alt_and_a_letter_opens_a_menu_below_the_bar(bar, active):
    QTest.keyClick(focused(), KEY.Key_G, ALT)
    popup = QApplication.activePopupWidget()
    assert popup is bar._menus["go"]
    assert bar.height() > 20
    assert popup.y() > active.y() + 20
    uses = [one.text() for one in popup.actions()].index(f"Uses\t{cap('go-uses')}")
    popup.setActiveAction(popup.actions()[uses])
    QTest.keyClick(popup, KEY.Key_Return)
    assert (active.shell.here, bar.height()) == ("uses", 0)


def test_every_doing_stands_in_one_menu_and_in_no_other(bar, active):
    table = active.shell.doings.entries()
    laid = [code for codes in LAYOUT.values() for code in codes if code not in ("", "screens")]
    assert len(laid) == len(set(laid))
    assert {code for code in table if not code.startswith(("at-", "go-"))} == set(laid)
    said = [one.text() for one in menu_of(bar, "go").actions()]
    for place in active.shell._places:
        assert f"{place.words}\t{place.keys}" in said


def test_what_cannot_be_done_now_is_grey(bar, active):
    assert not entry(bar, "edit", "Undo").isEnabled()
    assert entry(bar, "file", "New licence").isEnabled()
    active.shell.open_wizard("2026-0002")
    assert not entry(bar, "file", "New licence").isEnabled()
    assert entry(bar, "go", "Overview").isEnabled()
    offered = {one.code for one in active.shell.doings.offers()} | {"find", "next-pane", "last-pane"}
    for name in LAYOUT:
        for one in bar._entries(name):
            assert one is None or (one.code in offered) == entry(bar, name, one.words.rstrip("…")).isEnabled(), one


def test_the_menu_of_a_screen_holds_its_verbs_under_its_name(bar, active, qtbot):
    assert [one.text() for one in bar.actions()][4] == "&Licences"
    active.shell.go("uses")
    qtbot.waitUntil(lambda: active.shell.page_of("uses")._state.detail is not None)
    active.jobs.rest()
    qtbot.wait(50)
    assert [one.text() for one in bar.actions()] == ["&File", "&Edit", "&View", "&Go", "&Uses", "&Help"]
    said = {one.text().split("\t")[0] for one in menu_of(bar, "here").actions()}
    assert {"Judge again", "Next flagged use", "Search this list"} <= said
    assert "Save every licence…" not in said
    entry(bar, "here", "Search this list").trigger()
    assert active.shell.page_of("uses")._search.hasFocus()
    active.shell.open_wizard("2026-0002")
    bar.setFocus()
    assert bar._menus["here"].title().replace("&", "") == active.shell.front.accessibleName()


def test_no_entry_binds_a_key_and_each_key_acts_once(bar, active):
    for name in bar._menus:
        for one in menu_of(bar, name).actions():
            assert one.shortcut().isEmpty(), one.text()
    acted = []
    keys = active.shell.findChildren(Bound, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert len(keys) > 25
    for key in keys:
        key.activated.disconnect()
        key.activatedAmbiguously.disconnect()
        key.activated.connect(lambda code=key.code: acted.append(code))
        key.activatedAmbiguously.connect(lambda code=key.code: acted.append(f"two for {code}"))
    table = active.shell.page_of("licences")._table
    for shown in (False, True):
        for key in keys:
            table.setFocus()
            if shown:
                alt()
            acted.clear()
            QTest.keySequence(focused(), QKeySequence(key.key()))
            assert acted == [key.code], (shown, key.key().toString())


def test_the_wishes_are_those_of_the_menu_under_the_name(bar, active):
    entry(bar, "view", "Dark").trigger()
    assert theme().scheme is Scheme.DARK
    assert entry(bar, "view", "Dark").isChecked()
    entry(bar, "view", "Français").trigger()
    assert [one.text() for one in bar.actions()][:3] == ["&Fichier", "É&dition", "&Affichage"]
    letters = [str(QKeySequence.mnemonic(one.text())) for one in bar.actions()]
    assert len(set(letters)) == len(letters) == 6


def test_a_locked_window_offers_only_what_may_be_done_locked(bar, active, qtbot):
    active.lock()
    said = [[one.text() for one in menu.actions()] for menu in bar._menus.values()]
    assert said == [["Quit Likeness"], ["About Likeness"]]
    entry(bar, "help", "About Likeness").trigger()
    (dialog,) = [one for one in active.findChildren(QDialog) if one.isVisible()]
    dialog.reject()
    entry(bar, "file", "Quit Likeness").trigger()
    assert not active.isVisible()


def test_on_a_mac_three_entries_go_where_that_system_has_them(bar):
    roles = {one.text().split("\t")[0]: one.menuRole() for name in LAYOUT for one in menu_of(bar, name).actions()
             if one.menuRole() not in (QAction.MenuRole.NoRole, QAction.MenuRole.TextHeuristicRole)}  # fmt: skip
    assert roles == {"Quit Likeness": QAction.MenuRole.QuitRole, "About Likeness": QAction.MenuRole.AboutRole,
                     "Settings": QAction.MenuRole.PreferencesRole}  # fmt: skip


def test_whoever_hears_it_hears_names(bar):
    told = QAccessible.queryAccessibleInterface(bar)
    assert told.text(QAccessible.Text.Name) == "Menus"
    assert [told.child(at).text(QAccessible.Text.Name) for at in range(3)] == ["File", "Edit", "View"]


def test_letters_that_open_menus_are_plain_and_differ():
    taken: set[str] = set()
    assert [lettered(one, taken) for one in ("Édition", "Données", "Dé", "É")] == ["É&dition", "D&onnées", "Dé", "É"]
