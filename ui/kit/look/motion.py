"""Motion, only to explain (UX section 11): how long each takes, and the ways it is made.

- What is shown is so at once; what moves is only how it looks. No key, no reading and no answer waits for an animation.
- Nothing moves before `begin_motion`: the program calls it for the window that somebody looks at. Pictures and tests
  never do, and so never see anything half faded. With "Less motion" every duration is 0.
- An animation is a child of what it moves and goes with it.
Qt has no word for the system's own wish before 6.12, which we cannot use (decisions 0005 and 0025).
"""

from __future__ import annotations

from PySide6.QtCore import Property, QEasingCurve, QObject, QPropertyAnimation, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.look.theme import theme

DETAIL, TOAST_IN, TOAST_OUT, RAIL, NEW_WORDS = 90, 140, 100, 140, 1200  # milliseconds
_begun = [False]


def begin_motion(*, wanted: bool = True) -> None:
    """Let things move from now on, or not."""
    _begun[0] = wanted


def lasting(milliseconds: int) -> int:
    """Return how long a motion of that length takes now: 0 where nothing is to move."""
    return milliseconds if _begun[0] and not theme().less_motion else 0


class Motion(QPropertyAnimation):
    """Moves one property of `moved`, again and again; what is under way gives way to what comes after it."""

    def __init__(self, moved: QObject, name: str, parent: QObject | None = None) -> None:
        super().__init__(moved, name.encode(), parent or moved)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)

    def go(self, start: float, end: float, milliseconds: int) -> None:
        """Move from one value to the other; at once, where nothing is to move."""
        self.stop()
        self.setStartValue(start)
        self.setEndValue(end)
        self.setDuration(lasting(milliseconds))
        self.start()

    @property
    def under_way(self) -> bool:
        """Whether it moves."""
        return self.state() is QPropertyAnimation.State.Running


class _OldLook(QWidget):
    """How a part looked a moment ago, over it, going; it takes neither the mouse nor the focus."""

    def __init__(self, part: QWidget) -> None:
        look = part.grab()
        super().__init__(part)
        self._look, self._opacity = look, 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(part.rect())
        going = Motion(self, "opacity")
        going.finished.connect(self.deleteLater)
        self.show()
        self.raise_()
        going.go(1.0, 0.0, DETAIL)

    def _read(self) -> float:
        return self._opacity

    def _write(self, opacity: float) -> None:
        self._opacity = opacity
        self.update()

    opacity = Property(float, _read, _write)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.drawPixmap(0, 0, self._look)


def cross_fade(part: QWidget, *, wanted: bool = True) -> None:
    """Let the look that a part has now fade over the one that it is about to get, in this same turn.

    Where that is not `wanted`, what was still going is gone, too.
    """
    for one in part.findChildren(_OldLook):
        one.hide()  # what was itself still going is no look of the part
        one.deleteLater()
    if wanted and lasting(DETAIL) and part.isVisible():
        _OldLook(part)
