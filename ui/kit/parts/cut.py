"""One line of plain words, cut where there is no room; then the tooltip, and always a screen reader, has them whole."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from ui.kit.look.reading_order import in_our_order
from ui.kit.look.theme import tint
from ui.kit.look.typeface import set_role


class Cut(QLabel):
    """A label that may be as narrow as its place."""

    def __init__(self, text: str = "", role: str = "body", ink: str = "text", *, figures: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._ink = ink
        set_role(self, role, ink, figures=figures)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(in_our_order(text))
        self.setToolTip(f"<span>{escape(text)}</span>" if text else "")  # rich, so that markup is told, not drawn

    def set_ink(self, ink: str) -> None:
        """Say it in another colour."""
        self._ink = ink
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tell nothing twice: words that are whole need no tooltip."""
        if event.type() is QEvent.Type.ToolTip and self._seen() == self.text():
            return False
        return super().event(event)

    def _seen(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(tint(self._ink))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, self._seen())
