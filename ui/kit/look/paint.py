"""Small strokes that several controls share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ui.kit.look.icons import pixmap
from ui.kit.look.text_size import measured
from ui.kit.look.theme import edge, theme, tint
from ui.kit.look.typeface import font


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


def soft(painter: QPainter, box: QRect | QRectF, radius: float, hue: str) -> None:
    """Paint the soft fill of a hue; under more contrast an edge in the hue itself."""
    rounded(painter, box, radius, tint(f"{hue}_soft"), edge(hue))


def chosen(painter: QPainter, box: QRect | QRectF, radius: float) -> None:
    """Paint the ground of what is chosen; under more contrast with an edge."""
    rounded(painter, box, radius, tint("select"), edge("accent"))


def row_ground(painter: QPainter, box: QRect, *, on: bool, first: bool = True, last: bool = True) -> None:
    """Paint a row, or its cell: the hairline below, and the ground, bar and edges of a chosen one.

    `first` and `last` say whether the cell begins and ends its row.
    """
    if on:
        painter.fillRect(box, tint("select"))
    line = tint("accent" if on and theme().tokens.strong else "hairline")
    painter.fillRect(box.x(), box.bottom(), box.width(), 1, line)
    if on and theme().tokens.strong:
        painter.fillRect(box.x(), box.y(), box.width(), 1, line)
        if last:
            painter.fillRect(box.right(), box.y(), 1, box.height(), line)
    if on and first:
        painter.fillRect(box.x(), box.y(), 3, box.height(), tint("accent"))


def put_icon(painter: QPainter, name: str, at: QPointF, size: int, colour: QColor, pen: float = 0.0) -> None:
    """Paint an icon with its top left corner at `at`."""
    painter.drawPixmap(at, pixmap(name, size, colour, painter.device().devicePixelRatioF(), pen))


@measured(8192)
def elided(text: str, role: str, width: int) -> str:
    """Return the words that fit into `width`, cached."""
    return QFontMetrics(font(role)).elidedText(text, Qt.TextElideMode.ElideRight, width)
