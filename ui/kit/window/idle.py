"""Locking by itself: how long nobody has touched the window, counted by the clock on the wall, too.

A computer that slept counts as one that nobody touched: on Linux the other clock stands still meanwhile. While work is
on its way nothing is locked, for the lock would have to wait for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from likeness.values.clock import Clock

SOON = 60  # seconds before the lock from which it is told
_TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
})  # fmt: skip


class Idle(QObject):
    """`soon` tells the seconds that are left of the last minute, 0 once somebody is there again; `over` says: lock."""

    soon = Signal(int)
    over = Signal()

    def __init__(self, clock: Clock, is_busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._is_busy, self._seconds, self._told = clock, is_busy, 0, 0
        self._since = self._now()
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def wait(self, minutes: int) -> None:
        """Lock after so many minutes from now on; 0 is never."""
        self._seconds = minutes * 60
        self.touch()
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def touch(self) -> None:
        """Somebody is there."""
        self._since = self._now()
        self._tell(0)

    def look(self) -> None:
        """See how long nobody was there."""
        gone = max(now - then for now, then in zip(self._now(), self._since, strict=True))
        left = round(self._seconds - gone)
        if not self._seconds:
            return
        if self._is_busy():
            self.touch()
        elif left <= 0:
            self._timer.stop()
            self._tell(0)
            self.over.emit()
        elif left <= SOON:
            self._tell(left)

    def _watch(self, window: QWindow | None) -> None:
        """Hear the window that has the focus now; each one once."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _tell(self, left: int) -> None:
        if left != self._told:
            self._told = left
            self.soon.emit(left)

    def _now(self) -> tuple[float, float]:
        return time.monotonic(), self._clock.now().timestamp()
