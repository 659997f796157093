"""Quick find and Help beside stored pictures, and that nothing of them is cut: small window, large text, French."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel

from seeds.demo import PASSPHRASE
from tests.fakes.album import unlike, unlike_image
from tests.fakes.over import both
from ui.kit.look.theme import theme
from ui.kit.look.typeface import font
from ui.kit.parts.marks import KeyCap
from ui.pictures import settle
from ui.screens.find import listing
from ui.screens.find.view import FindDialog
from ui.screens.help.view import HelpDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LOOKS = (("light", "en"), ("dark", "en"), ("light", "fr"))
FOLDER = "Documents/Likeness"  # a picture cannot have the folder of a test in it


def entered(window, scheme, tongue, place):
    office = window.open_office(PASSPHRASE)
    office.registry.settings.put("theme", scheme)
    office.registry.settings.put("language", tongue)
    window.enter(office, place)
    window.show()
    settle(window)
    return window


def finding(window, words=""):
    window.shell.doings.find()
    dialog = next(one for one in window.findChildren(FindDialog) if one.isVisible())
    settle(window)
    dialog._field.setText(words)
    settle(window)
    dialog._field.setReadOnly(True)  # a cursor that blinks is no part of the picture
    dialog._field.clearFocus()
    QApplication.processEvents()
    return dialog


def helping(window):
    dialog = HelpDialog(window.shell, replace(window.shell.doings.help_state(), folder=FOLDER))
    dialog.open()
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize(("scheme", "tongue"), LOOKS)
def test_quick_find_looks_as_it_was_drawn(demo_window, qtbot, scheme, tongue):
    window = entered(demo_window, scheme, tongue, "overview")
    dialog = finding(window, "harb")
    wrong = [unlike_image(both(window, dialog), f"find-{scheme}-{tongue}")]
    dialog.reject()
    window.resize(1024, 640)
    dialog = finding(window)
    wrong.append(unlike_image(both(window, dialog), f"find-small-{scheme}-{tongue}"))
    dialog.reject()
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_what_was_opened_last_looks_as_it_was_drawn(demo_window, qtbot, tongue):
    window = entered(demo_window, "light", tongue, "licences")
    for place in ("licences", "uses", "contacts", "doubles"):
        window.shell.go(place)
        page = window.shell.page_of(place)
        qtbot.waitUntil(lambda page=page: bool(page.shown()))
    window.shell.go("overview")
    settle(window)
    dialog = finding(window)
    assert not unlike_image(both(window, dialog), f"find-recent-light-{tongue}")
    dialog.reject()


def test_nothing_found_looks_as_it_was_drawn(demo_window, qtbot):
    window = entered(demo_window, "light", "en", "licences")
    dialog = finding(window, "harbuor nin")
    assert not unlike(dialog, "find-nothing-light-en")
    dialog.reject()


@pytest.mark.parametrize(("scheme", "tongue"), LOOKS)
def test_help_looks_as_it_was_drawn(demo_window, qtbot, scheme, tongue):
    window = entered(demo_window, scheme, tongue, "uses")
    dialog = helping(window)
    assert not unlike(dialog, f"help-{scheme}-{tongue}")
    dialog.reject()


@pytest.fixture(params=[100, 130])
def text_size(dressed, request):
    """Every font of the house at a size, in per cent."""
    theme().choose_type(request.param, system_font=False)
    return request.param


def is_whole(words):
    """Hold that a label has room for all its words."""
    if words.wordWrap():
        assert words.height() >= words.heightForWidth(words.width()), words.text()
    else:
        assert words.width() >= words.sizeHint().width(), words.text()
    assert words.height() >= QFontMetrics(words.font()).height(), words.text()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)], ids=str)
def test_nothing_is_cut_in_french_with_large_text(demo_window, qtbot, text_size, size):
    demo_window.resize(*size)
    window = entered(demo_window, "light", "fr", "uses")
    dialog = finding(window)
    rows = dialog._list
    inside = rows.viewport().width()
    assert dialog.height() <= window.height()
    for place in range(dialog._model.rowCount()):
        row = dialog._model.row(place)
        assert rows.sizeHintForRow(place) >= QFontMetrics(font("body-medium")).height() + 8
        if row is not None:
            needed = listing.advance(row.words, "body-medium") + listing.advance(row.keys, "foot-medium") + 11
            assert needed + 2 * (listing.EDGE + listing.GAP) + listing.ICON + 2 * listing.GAP <= inside, row.words
    for words in dialog.findChildren(QLabel):
        if words.isVisible():
            is_whole(words)
    dialog.reject()
    dialog = helping(window)
    assert dialog.height() <= window.height()
    assert dialog.width() <= window.width()
    across = dialog._keys.viewport().width()
    for part in (*dialog._keys.findChildren(QLabel), *dialog._keys.findChildren(KeyCap)):
        assert part.mapTo(dialog._keys.viewport(), part.rect().topRight()).x() < across
        if isinstance(part, QLabel):
            is_whole(part)
        else:
            assert part.height() >= QFontMetrics(font("foot-medium")).height()
    dialog.reject()
