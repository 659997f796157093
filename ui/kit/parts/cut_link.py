"""A link whose words somebody else wrote, of any length: cut where there is no room, whole in the tooltip."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.kit.look.reading_order import in_our_order
from ui.kit.parts.buttons import Button


class CutLink(Button):
    """A small link that may be as narrow as its place; a screen reader has its words whole."""

    def __init__(self, text: str) -> None:
        super().__init__(in_our_order(text), look="link", small=True, name=text)
        self.setToolTip(f"<span>{escape(text)}</span>")  # rich, so that markup is told, not drawn
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for all words: a width in whole pixels may be rounded down, and what is cut is not."""
        return super().sizeHint() + QSize(1, 0)

    def minimumSizeHint(self) -> QSize:
        """Return no width at all: the words may be cut."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the words as there is room for."""
        painter, box = QPainter(self), self.rect().adjusted(1, 0, -1, 0)
        painter.setPen(self._ground(painter))
        painter.setFont(self.font())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
