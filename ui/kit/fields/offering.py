"""All that an empty field offers, shown when it or Down is pressed: nobody must guess with which letters to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class Offering(QObject):
    """Watches a field that has a completer; what is typed narrows the list, as without it."""

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.installEventFilter(self)

    def show_all(self) -> None:
        """Show the list, where nothing stands in the field yet."""
        if self._edit.isEnabled() and not self._edit.text():
            self._edit.completer().setCompletionPrefix("")
            self._edit.completer().complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Not when the mouse is pressed: letting it go would close the list again.
        if event.type() is QEvent.Type.MouseButtonRelease or _is_down(event):
            self.show_all()
        return super().eventFilter(watched, event)


def _is_down(event: QEvent) -> bool:
    pressed = event.type() is QEvent.Type.KeyPress
    return pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
