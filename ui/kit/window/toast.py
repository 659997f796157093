"""What was done, said once above the foot line, with Undo where it can be taken back; one at a time, 6 seconds.

Whoever has it read aloud gets 10, and nobody loses it while the mouse or the focus is on it. It fades in and out.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QWidget

from ui.kit.keys import with_key
from ui.kit.look.motion import TOAST_IN, TOAST_OUT, Motion
from ui.kit.look.paint import rounded
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import row
from ui.kit.parts.marks import IconMark
from ui.kit.parts.panes import pane_here
from ui.kit.words import tr

SHOWN_MS, READ_ALOUD_MS, FROM_FOOT = 6000, 10_000, 50


class Toast(QFrame):
    """A dark slip at the foot of a window; `undo_asked` when its button is pressed."""

    undo_asked = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        pane_here(self)
        self._over = over
        self._words = label("", "body-medium", "surface")
        self._mark = IconMark("check", 16, "surface")
        self._undo = Button(tr("Undo"), look="slip", small=True)
        self._undo.setToolTip(with_key(tr("Undo"), "undo"))
        self._undo.clicked.connect(self._take_back)
        self.setLayout(row(self._mark, self._words, self._undo, gap=12, margins=(14, 0, 16, 0)))
        hold(self, tall=40)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        self._veil = QGraphicsOpacityEffect(self)
        self._veil.setEnabled(False)
        self.setGraphicsEffect(self._veil)
        self._fading = Motion(self._veil, "opacity")
        self._fading.finished.connect(self._faded)
        over.installEventFilter(self)
        self._undo.installEventFilter(self)
        self.hide()

    def say(self, text: str, icon: str = "check", *, undo: bool = False) -> None:
        """Show the words and tell screen readers."""
        self._words.setText(text)
        self._mark.set_icon(icon, "surface")
        self._undo.setVisible(undo)
        self.adjustSize()
        self._place()
        if not self.isVisible():
            self._fade(0.0, 1.0, TOAST_IN)
        self.show()
        self.raise_()
        self._wait()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _fade(self, start: float, end: float, milliseconds: int) -> None:
        self._veil.setEnabled(True)
        self._fading.go(start, end, milliseconds)

    def _faded(self) -> None:
        self._veil.setEnabled(False)  # words are sharper without it
        if not self._veil.opacity():
            self.hide()

    def _leave(self) -> None:
        self._fade(1.0, 0.0, TOAST_OUT)

    def _stay(self) -> None:
        """Come back, if it was about to go."""
        if self._fading.endValue() == 0.0 and self._fading.under_way:
            self._fade(self._veil.opacity(), 1.0, TOAST_IN)

    def _wait(self) -> None:
        """Begin the time again after which it goes, or stop it while somebody is on it."""
        self._stay()
        if self.underMouse() or (self._undo.isVisible() and self._undo.hasFocus()):
            self._timer.stop()
        else:
            self._timer.start(READ_ALOUD_MS if _read_aloud() else SHOWN_MS)

    def _take_back(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _place(self) -> None:
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - grown(FROM_FOOT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self._place()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._wait()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._wait()

    def leaveEvent(self, event: QEvent) -> None:
        self._wait()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), 8, tint("text"))


def _read_aloud() -> bool:
    """Tell whether a screen reader is at work."""
    return QAccessible.isActive()
