from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QWidget,
)

from tests.fakes.offices import PASSPHRASE
from ui.kit.look.theme import Scheme, theme
from ui.kit.words import choose_language
from ui.pictures import settle
from ui.screens.unlock.view import UnlockView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SCREENS = ("overview", "doubles", "licences", "uses", "earnings", "verify", "contacts", "settings")


def settled(window, qtbot, wait=120):
    qtbot.wait(wait)
    window.jobs.rest()
    qtbot.wait(30)


def screen(window, name):
    window.shell.go(name)
    return window.shell.page_of(name)


def nameless(root):
    """Return every visible widget that takes the focus and has no name; the inside of a control has its owner's."""
    for widget in root.findChildren(QWidget):
        takes = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisibleTo(root)
        inner = isinstance(widget.parent(), (QComboBox, QAbstractItemView, QAbstractSpinBox))
        if takes and not inner and not widget.objectName().startswith("qt_") and not widget.accessibleName():
            yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_that_rests_asks_nothing(window, qtbot, name, monkeypatch):
    """An answer that was drawn as new rows once asked for the same answer again, ten times a second, for ever."""
    screen(window, name)
    settle(window)
    asked: list[Any] = []
    monkeypatch.setattr(window.jobs, "submit", lambda *words: asked.append(words))
    qtbot.wait(300)
    assert asked == []


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_of_a_screen_has_a_name(window, qtbot, name):
    screen(window, name)
    settled(window, qtbot)
    assert list(nameless(window)) == []


def test_every_control_of_the_wizard_has_a_name(window, qtbot):
    window.shell.open_wizard("2026-0002")
    for step in range(7):
        window.shell._wizard.jump(step)
        assert list(nameless(window)) == []


def test_every_control_of_a_dialog_has_a_name(window, qtbot):
    licences = screen(window, "licences")
    licences.show_licence("2026-0001")
    openers = [(licences, lambda: licences._asked("suspend")), (licences, lambda: licences._asked("withdraw"))]
    openers += [(page, page.open_form) for page in (window.shell.page_of("doubles"), window.shell.page_of("uses"))]
    for page, opener in openers:
        opener()
        dialog = next(one for one in page.findChildren(QDialog) if one.isVisibleTo(page))
        assert dialog.windowTitle()
        assert list(nameless(dialog)) == []
        dialog.reject()


def test_the_comparison_marks_what_was_broken(window, qtbot):
    uses = screen(window, "uses")
    settled(window, qtbot)
    detail = uses._pane._shown
    assert detail.verdict in ("OUT_OF_SCOPE", "NEEDS_REVIEW")
    uses._next_open(1)
    settled(window, qtbot)
    broken = {row.term for row in uses._pane._shown.rows if row.state == "broken"}
    assert {"purpose", "territory", "language"} <= broken


def test_search_chips_and_detail_of_licences(window, qtbot):
    licences = screen(window, "licences")
    settled(window, qtbot)
    assert licences._model.rowCount() == 2
    qtbot.keyClicks(licences._search, "low country")
    qtbot.waitUntil(lambda: licences._model.rowCount() == 1)
    qtbot.waitUntil(lambda: licences._state.detail is not None and licences._state.detail.title == "The Low Country")
    qtbot.mouseClick(licences._top.clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: licences._model.rowCount() == 2)


def test_a_licence_is_signed_with_the_keyboard_and_the_passphrase(window, qtbot):
    window.shell.open_wizard("2026-0002")
    wizard = window.shell._wizard
    assert wizard._stack.currentIndex() == 6
    side = wizard._side
    side._sentence.setText(wizard._presenter._state.accept_word)
    side._pass.setText("wrong")
    qtbot.mouseClick(side._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(side._problem.text()))
    side._pass.setText(PASSPHRASE)
    qtbot.keyClick(side._pass, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell._wizard is None)
    row = window.office.registry.licences.get("2026-0002", window.office.clock.now())
    assert row.state == "offered"


def test_a_paper_is_checked_in_the_window(window, qtbot, registry):
    _office, folder, _clock = registry
    verify = screen(window, "verify")
    verify.check_paths((next((folder / "back").glob("*.pdf")),))
    qtbot.waitUntil(lambda: verify._state.shown is not None, timeout=30_000)
    assert verify._state.shown.answer == "valid"
    assert verify._plan.isVisible()


def test_a_use_is_logged_through_the_form(window, qtbot):
    uses = screen(window, "uses")
    uses.open_form()
    form = next(w for w in uses.findChildren(QDialog) if w.isVisible())
    form._company.setText("Tidewrack Pictures Ltd")
    form._likeness.choose("liora-voice-2025")
    form._act.choose("train")
    form._day.setText("9 april 2026")
    form._day.editingFinished.emit()
    form._save()
    qtbot.waitUntil(lambda: window.office.registry.uses.counts()["OUT_OF_SCOPE"] == 2)
    qtbot.waitUntil(lambda: uses._pane._shown is not None and uses._pane._shown.verdict == "OUT_OF_SCOPE")


def test_the_lock_closes_the_registry_and_the_passphrase_opens_it(window, qtbot):
    window.lock()
    assert window.office is None
    assert window.windowTitle() == "Likeness"
    page = window.centralWidget()
    assert isinstance(page, UnlockView)
    page._field.setText("wrong")
    page._try()
    qtbot.waitUntil(lambda: bool(page._problem.text()))
    page._field.setText(PASSPHRASE)
    page._try()
    qtbot.waitUntil(lambda: window.office is not None)
    assert window.shell is not None


def test_theme_and_language_switch_live(window, qtbot):
    settled(window, qtbot)
    light = window.grab().toImage().pixelColor(5, 400)
    theme().choose(Scheme.DARK)
    dark = window.grab().toImage().pixelColor(5, 400)
    assert light.lightness() > 200
    assert dark.lightness() < 60
    window.wish("language", "fr")
    assert window.office.registry.settings.get("language") == "fr"
    assert window.shell._navigation._lines["doubles"].text() == "Doubles"
    choose_language("en")


def nothing_is_cut(window):
    """Hold that every button shows all its words; asked again for a moment, for answers may still be on their way."""
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and type(button).__name__ in ("Button", "Chip", "Option"):
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.mapTo(window, button.rect().bottomRight()).x() <= window.width(), button.text()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1600, 1000)])
def test_no_button_is_cut_in_french(window, qtbot, size):
    window.wish("language", "fr")
    window.resize(*size)
    for name in SCREENS:
        screen(window, name)
        settled(window, qtbot, 40)
        qtbot.waitUntil(lambda: nothing_is_cut(window))


def test_the_ring_shows_for_keys_and_goes_with_the_focus(window, qtbot):
    from ui.kit.look.focus import focus_ring

    licences = screen(window, "licences")
    window.activateWindow()
    ring = focus_ring()
    licences._top.new.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()
    licences._top.take.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert ring.geometry().contains(licences._top.take.mapTo(window, licences._top.take.rect().center()))
    licences._search.setFocus(Qt.FocusReason.TabFocusReason)
    assert not ring.isVisible()
