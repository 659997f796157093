"""Q in the list of licences: the code fills the window, sharp enough to be scanned off the screen; Esc closes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtWidgets import QLabel

from likeness.acts.licences.export_licence import bundle_of
from likeness.paper.qr.qr_payload import qr_bytes
from likeness.paper.qr.qr_read import read_codes
from tests.fakes.hands import dialog, entry, gone, laid_out
from ui.kit.look.theme import Scheme, theme
from ui.screens.licences.code_dialog import CodeDialog, show_code

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def licences(active, qtbot):
    screen = active.shell.page_of("licences")
    screen.show_licence("2026-0001")
    laid_out(qtbot, active)
    screen._table.setFocus()
    return screen


def scanned(window):
    """Return what a reader of codes reads off the screen."""
    picture = QBuffer()
    window.grab().toImage().save(picture, "PNG")
    return read_codes(bytes(picture.data().data()))


def opened(qtbot, screen):
    qtbot.waitUntil(lambda: bool(screen.findChildren(CodeDialog)), timeout=20_000)
    form = dialog(screen, CodeDialog)
    qtbot.waitUntil(form.isActiveWindow)
    return form


@pytest.mark.parametrize(("scheme", "size"), [(Scheme.LIGHT, (1280, 800)), (Scheme.DARK, (1024, 640))])
def test_the_code_is_scanned_off_the_screen_and_esc_closes_it(active, qtbot, licences, scheme, size):
    theme().choose(scheme)
    active.resize(*size)
    qtbot.keyClick(licences._table, Qt.Key.Key_Q)
    form = opened(qtbot, licences)
    office = active.office
    row = office.registry.licences.get("2026-0001", office.clock.now())
    assert [qr_bytes(text) for text in scanned(form)] == [bundle_of(office.desk, row).data]
    assert form.height() <= active.height()
    assert "Licence 2026-0001" in [one.text() for one in form.findChildren(QLabel)]
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: gone(form))


def test_the_menu_has_it_with_its_key(qtbot, licences):
    entry(licences._pane._menu, "Show the QR code  Q").trigger()
    assert opened(qtbot, licences).windowTitle() == "Licence 2026-0001"


def test_a_licence_that_is_too_long_for_a_code_says_what_to_send(qtbot, licences):
    show_code(licences, "2026-0001", None)
    words = " ".join(one.text() for one in dialog(licences).findChildren(QLabel))
    assert "send the licence file" in words


def test_a_draft_has_no_code_and_says_why(active, qtbot, licences):
    licences.show_licence("2026-0002")
    laid_out(qtbot, active)
    qtbot.keyClick(licences._table, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: not active.jobs.busy)
    qtbot.wait(20)
    assert "only a draft. Sign it first" in " ".join(one.text() for one in dialog(active.shell).findChildren(QLabel))
