"""A field for one word, with a green tick once it is the right one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from ui.kit.fields.new_passphrase import SECRET
from ui.kit.parts.marks import IconMark
from ui.kit.words import tr


class WordField(QLineEdit):
    """`show_right` puts the tick there or takes it away; it is told to screen readers too."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(40)
        self.setInputMethodHints(SECRET)
        self.setTextMargins(0, 0, 24, 0)
        self._tick = IconMark("circle-check", 16, "green")
        self._tick.setParent(self)
        self._tick.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tick.hide()

    def show_right(self, *, is_right: bool) -> None:
        """Say that this is the word, or not yet."""
        self._tick.setVisible(is_right)
        if is_right:
            self.setAccessibleDescription(tr("This is the right word."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tick.move(self.width() - 27, (self.height() - 16) // 2)
