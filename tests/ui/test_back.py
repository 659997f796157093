"""Alt Left goes back to the screen that one came from, and to the thing that was chosen there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.kit.keys import KEYS, back_keys, caps

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def back(window, qtbot):
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def shows(window, qtbot, place, key):
    page = window.shell.page_of(place)
    qtbot.waitUntil(lambda: window.shell.front is page and page.shown() == key, timeout=20_000)


def test_a_link_from_a_use_to_its_licence_and_back(active, qtbot):
    active.shell.go("uses")
    uses = active.shell.page_of("uses")
    qtbot.waitUntil(lambda: bool(uses.shown()), timeout=20_000)
    use = uses.shown()
    uses.licence.emit("2026-0001")
    shows(active, qtbot, "licences", "2026-0001")
    back(active, qtbot)
    shows(active, qtbot, "uses", use)
    back(active, qtbot)
    assert active.shell.here == "licences"  # where the window opened
    back(active, qtbot)
    assert active.shell.here == "licences"


def test_quick_find_leads_to_another_licence_and_back_to_the_first(active, qtbot):
    active.shell.show_thing("licences", "2026-0002")
    shows(active, qtbot, "licences", "2026-0002")
    active.shell.show_thing("licences", "2026-0001")
    shows(active, qtbot, "licences", "2026-0001")
    back(active, qtbot)
    shows(active, qtbot, "licences", "2026-0002")


def test_what_the_screen_was_asked_to_list_stays_on_the_way_back(active, qtbot):
    licences = active.shell.page_of("licences")
    qtbot.keyClicks(licences._search, "low")
    qtbot.waitUntil(lambda: licences.shown() == "2026-0002", timeout=20_000)
    active.shell.go("contacts")
    back(active, qtbot)
    shows(active, qtbot, "licences", "2026-0002")
    assert licences._search.text() == "low"


def test_back_from_the_wizard_keeps_the_draft_and_shows_where_it_was_opened(active, qtbot):
    active.shell.go("overview")
    active.shell.open_wizard()
    back(active, qtbot)
    assert active.shell._wizard is None
    assert active.shell.front is active.shell.page_of("overview")


def test_an_open_import_is_come_back_to(active, qtbot):
    active.shell.go("overview")
    active.shell.open_import()
    report = active.shell.front
    active.shell.go("contacts")
    back(active, qtbot)
    assert active.shell.front is report
    back(active, qtbot)
    assert active.shell.front is active.shell.page_of("overview")
    active.shell.open_import()
    report.leave()
    assert active.shell.here == "uses"
    back(active, qtbot)
    assert active.shell.front is active.shell.page_of("overview")


def test_back_to_a_draft_that_was_thrown_away_is_back_to_its_screen(active, qtbot):
    active.shell.show_thing("licences", "2026-0002")
    shows(active, qtbot, "licences", "2026-0002")
    licences = active.shell.page_of("licences")
    active.shell.go("contacts")
    licences._presenter.changing.throw_away("2026-0002")
    qtbot.waitUntil(lambda: active.office.registry.licences.get("2026-0002", active.office.clock.now()) is None)
    active.shell.go("overview")
    back(active, qtbot)
    back(active, qtbot)
    assert active.shell.here == "licences"
    qtbot.waitUntil(lambda: licences.shown() != "2026-0002")


def test_in_a_dialog_the_key_does_nothing(active, qtbot):
    active.shell.go("overview")
    active.shell.doings.help()
    back(active, qtbot)
    assert active.shell.here == "overview"


def test_quick_find_offers_back_only_where_it_leads_somewhere(active, qtbot):
    codes = lambda: {offer.code for offer in active.shell.doings.offers()}
    assert "back" not in codes()
    active.shell.go("contacts")
    assert "back" in codes()


def test_the_key_is_that_of_the_system():
    assert back_keys("linux") == back_keys("win32") == ("Alt+Left",)
    assert back_keys("darwin") == ("Ctrl+[", "Alt+Left")
    assert KEYS["back"][-1] == "Alt+Left"
    assert "Alt ←" in caps("back")


def test_back_from_a_wizard_that_was_opened_over_an_import_is_back_to_the_import(active, qtbot):
    active.shell.open_import()
    report = active.shell.front
    active.shell.open_wizard()
    back(active, qtbot)
    assert active.shell.front is report
    assert active.shell.here == "uses"


def test_the_keys_of_the_wizard_still_go_where_they_say_and_back_leads_behind_it(active, qtbot):
    active.shell.go("overview")
    active.shell.open_wizard()
    active.shell.go("contacts")  # Ctrl 7 closes it, and keeps the draft
    assert active.shell.here == "contacts"
    back(active, qtbot)
    assert active.shell.front is active.shell.page_of("overview")
