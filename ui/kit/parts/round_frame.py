"""A rounded frame around a widget that paints its own square corners (a table): the corners are covered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.kit.look.paint import rounded
from ui.kit.look.theme import tint
from ui.kit.parts.frames import column


class RoundFrame(QFrame):
    """Hairline, radius 10; `ground` is the token of what lies around."""

    def __init__(self, inside: QWidget, ground: str) -> None:
        super().__init__()
        self.setLayout(column(inside))
        self._cover = _Cover(self, ground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cover.setGeometry(self.rect())
        self._cover.raise_()


class _Cover(QWidget):
    def __init__(self, parent: QWidget, ground: str) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        whole, hole = QPainterPath(), QPainterPath()
        whole.addRect(box)
        hole.addRoundedRect(box, 10, 10)
        painter.fillPath(whole.subtracted(hole), tint(self._ground))
        rounded(painter, box, 10, None, tint("hairline"))
