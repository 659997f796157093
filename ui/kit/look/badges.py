"""Badges: icon shape, word and colour of a state, in that order of importance (UX principle 4).

Which icon, hue and word a state has stands in `ui.kit.look.looks`; here it is painted.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.look.looks import LOOKS, look, state_word
from ui.kit.look.paint import put_icon, soft
from ui.kit.look.text_size import grown, measured
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font

__all__ = ["LOOKS", "Badge", "badge_high", "badge_width", "look", "paint_badge", "state_word"]

HEIGHT, LEFT, RIGHT, GAP, ICON = 22, 6, 8, 5, 14


def badge_high() -> int:
    """Return how high every badge is."""
    return grown(HEIGHT)


@measured(128)
def badge_width(text: str) -> int:
    """Return how wide the badge with these words is."""
    return LEFT + ICON + GAP + QFontMetrics(font("label")).horizontalAdvance(text) + RIGHT


def paint_badge(painter: QPainter, at: QPointF, state: str, text: str) -> None:
    """Paint a badge with its top left corner at `at`."""
    icon, hue = look(state)
    high = badge_high()
    box = QRect(int(at.x()), int(at.y()), badge_width(text), high)
    soft(painter, box, high / 2, hue)
    put_icon(painter, icon, QPointF(box.x() + LEFT, box.y() + (high - ICON) / 2), ICON, tint(hue))
    painter.setPen(tint(hue))
    painter.setFont(font("label"))
    words = box.adjusted(LEFT + ICON + GAP, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)


class Badge(QWidget):
    """A badge that stands by itself."""

    def __init__(self, state: str = "draft", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: str) -> None:
        """Show another state."""
        self._state, self._text = state, state_word(state)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._text), badge_high())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, QPointF(0, 0), self._state, self._text)
