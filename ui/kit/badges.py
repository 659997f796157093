"""Badges: icon shape, word and colour of a state, in that order of importance (UX principle 4).

`look(state)` is the one table from a state or verdict to its icon and hue; delegates and widgets paint from it.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from likeness.paper.wording import word
from ui.kit.paint import put_icon, rounded
from ui.kit.theme import tint
from ui.kit.typeface import font
from ui.kit.words import language, tr

HEIGHT, LEFT, RIGHT, GAP, ICON = 22, 6, 8, 5, 14

# State to icon and hue.
LOOKS = {
    "draft": ("circle-dashed", "grey"),
    "offered": ("send", "blue"),
    "in-force": ("circle-check", "green"),
    "suspended": ("circle-pause", "amber"),
    "expired": ("calendar-x", "grey"),
    "withdrawn": ("ban", "red"),
    "replaced": ("history", "grey"),
    "IN_SCOPE": ("circle-check", "green"),
    "OUT_OF_SCOPE": ("circle-x", "red"),
    "NEEDS_REVIEW": ("circle-question-mark", "amber"),
}
# Where the flag of a use stands (`likeness.registry.flags`); the words are the core's.
FLAG_LOOKS = {
    "open": ("circle-alert", "amber"),
    "letter-sent": ("send", "blue"),
    "invoiced": ("receipt", "blue"),
    "settled-paid": ("coins", "green"),
    "settled-withdrawn": ("eye-off", "green"),
    "allowed": ("file-signature", "green"),
    "mistaken": ("circle-minus", "grey"),
}
# What became of a due.
DUE_LOOKS = {
    "due": ("hourglass", "blue"),
    "overdue": ("triangle-alert", "amber"),
    "paid": ("circle-check", "green"),
    "received": ("circle-check", "green"),
    "done": ("circle-check", "green"),
    "waived": ("minus", "grey"),
}


def look(state: str) -> tuple[str, str]:
    """Return (icon, hue) of a licence state, a verdict, the state of a due, or where a flag stands."""
    return LOOKS.get(state) or FLAG_LOOKS.get(state) or DUE_LOOKS.get(state, ("circle", "grey"))


def state_word(state: str) -> str:
    """Return the label of a licence state, a verdict, the state of a due, or where a flag stands."""
    if state in FLAG_LOOKS:
        return word(language(), "flag", state)
    return {
        "draft": tr("Draft"),
        "offered": tr("Offered"),
        "in-force": tr("In force"),
        "suspended": tr("Suspended"),
        "expired": tr("Expired"),
        "withdrawn": tr("Withdrawn"),
        "replaced": tr("Replaced"),
        "IN_SCOPE": tr("In scope"),
        "OUT_OF_SCOPE": tr("Out of scope"),
        "NEEDS_REVIEW": tr("Needs review"),
        "due": tr("Owed"),
        "overdue": tr("Overdue"),
        "paid": tr("Paid"),
        "received": tr("Received"),
        "done": tr("Done"),
        "waived": tr("Waived"),
    }.get(state, state)


@lru_cache(maxsize=128)
def badge_width(text: str) -> int:
    """Return how wide the badge with these words is."""
    return LEFT + ICON + GAP + QFontMetrics(font("label")).horizontalAdvance(text) + RIGHT


def paint_badge(painter: QPainter, at: QPointF, state: str, text: str) -> None:
    """Paint a badge with its top left corner at `at`."""
    icon, hue = look(state)
    box = QRect(int(at.x()), int(at.y()), badge_width(text), HEIGHT)
    rounded(painter, box, HEIGHT / 2, tint(f"{hue}_soft"))
    put_icon(painter, icon, QPointF(box.x() + LEFT, box.y() + (HEIGHT - ICON) / 2), ICON, tint(hue))
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
        return QSize(badge_width(self._text), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, QPointF(0, 0), self._state, self._text)
