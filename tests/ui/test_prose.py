"""A paragraph that is read: where whoever comes by key begins, and that nobody takes it for a field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.parts.prose import Prose

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def prose(dressed, qtbot):
    page = QWidget()
    words = Prose(name="In plain words")
    words.set_runs([("They may make new dialogue.", "")])
    QVBoxLayout(page).addWidget(words)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield words
    page.close()


@pytest.mark.parametrize(
    ("reason", "wide"),
    [
        (Qt.FocusReason.TabFocusReason, 1),
        (Qt.FocusReason.BacktabFocusReason, 1),
        (Qt.FocusReason.MouseFocusReason, 0),
        (Qt.FocusReason.OtherFocusReason, 0),
    ],
)
def test_the_cursor_shows_to_whoever_came_by_key(prose, qtbot, reason, wide):
    prose.clearFocus()
    prose.setFocus(reason)
    qtbot.waitUntil(prose.hasFocus)
    assert prose.cursorWidth() == wide


def test_reading_begins_at_the_beginning(dressed, qtbot):
    words = Prose()
    qtbot.addWidget(words)
    for told in ("Make new material", "Show the finished work"):
        words.set_runs([(told, "")])
        assert words.textCursor().position() == 0
