"""The one focus ring: 2 px of accent, 2 px outside, only when focus came by key (UX section 6).

Not QFocusFrame: its mask, which the style gives, cuts the upper and lower edge away.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.kit.paint import rounded
from ui.kit.theme import tint

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
OUT = 4


class FocusRing(QWidget):
    """Lies over the window of the focused button and follows it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around: QAbstractButton | None = None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QFocusEvent) and isinstance(watched, QAbstractButton):
            if kind is QEvent.Type.FocusIn and event.reason() in _BY_KEY:
                self._around = watched
                self._follow()
            elif kind is QEvent.Type.FocusOut and watched is self._around:
                self._leave()
        elif watched is self._around and kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif watched is self._around and kind in (QEvent.Type.Hide, QEvent.Type.Destroy, QEvent.Type.DeferredDelete):
            self._leave()
        return False

    def _follow(self) -> None:
        if self._around is None:
            return
        self.setParent(self._around.window())
        corner = self._around.mapTo(self._around.window(), QPoint(0, 0))
        self.setGeometry(QRect(corner, self._around.size()).adjusted(-OUT, -OUT, OUT, OUT))
        self.show()
        self.raise_()

    def _leave(self) -> None:
        # Back to no parent, so that a closing dialog does not take the ring with it.
        self._around = None
        self.hide()
        self.setParent(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), 9, None, tint("accent"), 2.0)
