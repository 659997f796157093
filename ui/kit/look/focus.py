"""The one focus ring: 2 px of accent, 2 px outside, only when focus came by key (UX section 6).

- Not QFocusFrame: its mask, which the style gives, cuts the upper and lower edge away.
- Our buttons ask to be watched; a filter on the whole application would cost Python for every event of the program.
"""

from __future__ import annotations

from functools import lru_cache

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.look.paint import rounded
from ui.kit.look.theme import tint

BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)
OUT = 4


class FocusRing(QWidget):
    """Lies over the window of the focused button and follows it and everything it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around: QWidget | None = None
        self._holders: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            if kind is QEvent.Type.FocusIn and event.reason() in BY_KEY:
                self._go_around(watched)
            elif kind is QEvent.Type.FocusOut and watched is self._around:
                self.leave()
        elif self._around is not None and kind in _MOVES:
            self._follow()
        elif watched is self._around and kind is QEvent.Type.Hide:
            self.leave()
        return False

    def _go_around(self, button: QWidget) -> None:
        self.leave()
        self._around = button
        holder = button.parentWidget()
        while holder is not None and holder is not button.window():
            holder.installEventFilter(self)
            self._holders.append(holder)
            holder = holder.parentWidget()
        self.setParent(button.window())
        self._follow()
        self.show()
        self.raise_()

    def _follow(self) -> None:
        if self._around is not None:
            corner = self._around.mapTo(self._around.window(), QPoint(0, 0))
            self.setGeometry(QRect(corner, self._around.size()).adjusted(-OUT, -OUT, OUT, OUT))

    def leave(self) -> None:
        """Go away; back to no parent, so that a closing dialog does not take the ring with it.

        A dialog that is thrown away while it is open (its screen goes) is half gone when the focus leaves it.
        """
        holders, self._holders, self._around = self._holders, [], None
        self.hide()
        self.setParent(None)
        for holder in holders:
            if shiboken6.isValid(holder):
                holder.removeEventFilter(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), 9, None, tint("accent"), 2.0)


@lru_cache(maxsize=1)
def focus_ring() -> FocusRing:
    """Return the ring of this program."""
    return FocusRing()


def watch_focus(button: QWidget) -> None:
    """Let the ring show when this button gets the focus by key."""
    button.installEventFilter(focus_ring())
