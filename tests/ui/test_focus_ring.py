"""The ring around what has the focus outlives what it is around, however that goes."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.look.focus import focus_ring
from ui.kit.parts.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")


def test_a_dialog_that_is_thrown_away_while_it_is_open_leaves_the_ring(dressed, qtbot):
    """As when the window locks itself and its screens go: it ended the program where the focus had come by key."""
    holder = QWidget()
    qtbot.addWidget(holder)
    screen = QWidget(holder)
    holder.show()
    dialog, part, button = Dialog(screen, "Title"), QWidget(), Button("Inside")
    button.setParent(part)
    dialog.add(part)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: focus_ring().parentWidget() is dialog)
    shiboken6.delete(screen)
    assert (shiboken6.isValid(dialog), shiboken6.isValid(focus_ring())) == (False, True)
    assert (focus_ring().isVisible(), focus_ring().parentWidget()) == (False, None)
