"""Small strokes that several controls share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.kit.icons import pixmap


def rounded(painter: QPainter, box: QRect | QRectF, radius: float, fill: QColor | None, edge: QColor | None = None,
            width: float = 1.0, dash: bool = False) -> None:  # fmt: skip
    """Paint a rounded box whose edge lies wholly inside `box`, so that hairlines stay sharp."""
    inset = width / 2 if edge is not None else 0.0
    shape = QRectF(box).adjusted(inset, inset, -inset, -inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(Qt.PenStyle.NoPen)
    if edge is not None:
        pen = QPen(edge, width)
        if dash:
            pen.setDashPattern([3.0, 2.2])
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, radius - inset, radius - inset)


def put_icon(painter: QPainter, name: str, at: QPointF, size: int, colour: QColor, pen: float = 0.0) -> None:
    """Paint an icon with its top left corner at `at`."""
    painter.drawPixmap(at, pixmap(name, size, colour, painter.device().devicePixelRatioF(), pen))
