"""What a field offers is seen without a guess: a press on it, or Down, shows all of it while nothing is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from ui.kit.fields.name_field import NameField
from ui.kit.fields.places import Offer
from ui.kit.fields.tokens_field import TokensField
from ui.kit.parts.frames import column

pytestmark = pytest.mark.qt_log_ignore("does not support")
PAIRS = (("series", "Series"), ("film", "Film"), ("game", "Game"))
LEFT = Qt.MouseButton.LeftButton


def put(around, *fields):
    around.setLayout(column(*fields, None))
    around.activateWindow()
    return fields[0]


def offered(edit):
    """Return what the open list of a field offers; empty where none is open."""
    popup = edit.completer().popup()
    return [popup.model().index(at, 0).data() for at in range(popup.model().rowCount())] if popup.isVisible() else []


@pytest.fixture
def tokens(around):
    return put(around, TokensField(Offer(PAIRS), "For"))


@pytest.mark.parametrize("how", ["press", "press beside", "down"])
def test_an_empty_field_shows_all_that_it_offers(tokens, qtbot, how):
    edit = tokens.findChild(QLineEdit)
    assert edit.placeholderText() == "Choose or type"
    if how == "press":
        qtbot.mouseClick(edit, LEFT)
    elif how == "press beside":
        qtbot.mouseClick(tokens, LEFT, pos=QPoint(2, tokens.height() - 2))
    else:
        edit.setFocus()
        qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert offered(edit) == ["Series", "Film", "Game"]


def test_what_is_chosen_with_the_mouse_alone_is_a_token_and_the_next_can_be_chosen(tokens, qtbot):
    edit = tokens.findChild(QLineEdit)
    for row in (1, 2):
        qtbot.mouseClick(edit, LEFT)
        popup = edit.completer().popup()
        assert popup.isVisible()
        qtbot.mouseClick(popup.viewport(), LEFT, pos=popup.visualRect(popup.model().index(row, 0)).center())
        qtbot.waitUntil(lambda wanted=row: len(tokens.codes()) == wanted)
        assert not popup.isVisible()
    assert tokens.codes() == ("film", "game")
    assert edit.placeholderText() == ""


def test_what_is_typed_narrows_it_and_a_press_then_shows_no_more(tokens, qtbot):
    edit = tokens.findChild(QLineEdit)
    qtbot.keyClicks(edit, "a")
    assert offered(edit) == ["Game"]
    edit.completer().popup().hide()
    qtbot.mouseClick(edit, LEFT)
    assert offered(edit) == []


def test_a_name_that_is_known_need_not_be_guessed(around, qtbot):
    field = put(around, NameField((("tidewrack", "Tidewrack Pictures Ltd"), ("oxbow", "Oxbow Interactive"))))
    qtbot.mouseClick(field, LEFT)
    assert offered(field) == ["Tidewrack Pictures Ltd", "Oxbow Interactive"]


def test_where_nothing_is_known_nothing_opens(around, qtbot):
    field = put(around, NameField(()))
    qtbot.mouseClick(field, LEFT)
    assert offered(field) == []
