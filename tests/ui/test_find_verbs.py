"""Quick find offers every verb that a header or a menu has, on the open screen and elsewhere, and what was opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests.fakes.offices import PASSPHRASE
from ui.kit.parts.verbs import verbs
from ui.screens.find.state import HERE, LICENCES, RECENT, USES, Target
from ui.screens.find.view import FindDialog
from ui.screens.uses.reports_form import ReportsForm

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PLACES = ("overview", "doubles", "licences", "uses", "earnings", "verify", "contacts", "settings")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def quick(active, qtbot):
    """Give a function that presses Ctrl K and returns the dialog, its first rows read."""

    def opened():
        qtbot.waitUntil(active.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or active, KEY.Key_K, CTRL)
        (dialog,) = [one for one in active.findChildren(FindDialog) if one.isVisible()]
        qtbot.waitUntil(lambda: dialog._presenter._known.here and dialog._presenter._known.there)
        active.jobs.rest()
        qtbot.wait(50)
        return dialog

    return opened


def at(window, qtbot, place):
    window.shell.go(place)
    window.jobs.rest()
    qtbot.wait(150)
    window.jobs.rest()
    qtbot.wait(50)
    return window.shell.page_of(place)


@pytest.mark.parametrize("place", PLACES)
def test_every_verb_of_the_open_screen_is_offered_once(active, qtbot, place):
    at(active, qtbot, place)
    offers = active.shell.doings.offers()
    said = [one.words.rstrip("…") for one in offers]
    codes = {one.code.removeprefix("here-") for one in offers}
    for verb in verbs(active.shell.front):
        assert verb.words.rstrip("…") in said or verb.code in codes, verb.words
    here = [one.words for one in offers if one.group == HERE]
    assert len(here) == len(set(here))


def test_what_a_menu_of_a_licence_holds_is_found_by_its_words(active, quick, qtbot):
    licences = at(active, qtbot, "licences")
    licences.show_licence("2026-0001")
    qtbot.waitUntil(lambda: licences._state.detail is not None and licences._state.detail.number == "2026-0001")
    active.jobs.rest()
    qtbot.wait(50)
    dialog = quick()
    qtbot.keyClicks(dialog._field, "withdraw")
    qtbot.waitUntil(lambda: [row.words for row in dialog._state.rows] == ["Withdraw…"])
    qtbot.keyClick(dialog._field, KEY.Key_Return)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in licences.findChildren(QDialog)))
    next(one for one in licences.findChildren(QDialog) if one.isVisible()).reject()


def test_what_is_greyed_on_the_screen_is_not_offered(active, qtbot):
    earnings = at(active, qtbot, "earnings")
    assert "verb-Save table…" in {one.code for one in active.shell.doings.offers()}
    earnings._search.setText("nobody owes this")
    qtbot.waitUntil(lambda: earnings._state.keys == ())
    assert "verb-Save table…" not in {one.code for one in active.shell.doings.offers()}


def test_a_verb_of_another_screen_is_done_there(active, quick, qtbot):
    at(active, qtbot, "overview")
    dialog = quick()
    qtbot.keyClicks(dialog._field, "imported")
    qtbot.waitUntil(lambda: "Imported reports…" in [row.words for row in dialog._state.rows])
    row = next(row for row in dialog._state.rows if row.words == "Imported reports…")
    assert row.second == "Uses"
    dialog.lead(row.target)
    assert active.shell.here == "uses"
    uses = active.shell.page_of("uses")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in uses.findChildren(ReportsForm)))
    next(one for one in uses.findChildren(ReportsForm) if one.isVisible()).reject()


def test_every_verb_that_is_offered_from_elsewhere_is_there(active, qtbot, monkeypatch):
    """A word that changed on its screen alone would lead to a screen on which nothing is pressed."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for code, one in active.shell.doings._table.items():
        if code.startswith("at-"):
            at(active, qtbot, one.place)
            assert one.words in [verb.words for verb in verbs(active.shell.front)], one.words


def recent_of(dialog):
    return [(row.target.place, row.target.key) for row in dialog._state.rows if row.group == RECENT]


def test_what_was_opened_last_comes_first_and_is_remembered_without_a_name(active, quick, qtbot):
    dialog = quick()
    assert recent_of(dialog) == []
    dialog.reject()
    licences = at(active, qtbot, "licences")
    licences.show_licence("2026-0002")
    qtbot.waitUntil(lambda: licences._state.detail is not None and licences._state.detail.number == "2026-0002")
    uses = at(active, qtbot, "uses")
    shown = uses.shown()
    dialog = quick()
    assert recent_of(dialog) == [(LICENCES, "2026-0002")]  # what is open is no place to go to
    assert dialog._current().group == RECENT
    dialog.reject()
    at(active, qtbot, "overview")
    dialog = quick()
    assert recent_of(dialog) == [(USES, shown), (LICENCES, "2026-0002")]
    qtbot.keyClick(dialog._field, KEY.Key_Down)
    qtbot.keyClick(dialog._field, KEY.Key_Return)
    qtbot.waitUntil(lambda: active.shell.here == "licences" and licences.shown() == "2026-0002")
    active.lock()
    active.enter(active.open_office(PASSPHRASE), "overview")
    active.activateWindow()
    assert recent_of(quick()) == [(LICENCES, "2026-0002"), (USES, shown)]
    kept = active.office.registry.settings.get("opened-last")
    assert "Low Country" not in kept


def test_a_contact_is_remembered_too_whose_card_never_came(active, quick, qtbot):
    for place in ("contacts", "overview"):
        at(active, qtbot, place)
    dialog = quick()
    found = recent_of(dialog)[0]
    assert found[0] == "contacts"
    dialog.lead(Target(*found))
    contacts = active.shell.page_of("contacts")
    qtbot.waitUntil(lambda: contacts.shown() == found[1])
