"""Whether another hour began while the window is open: somewhere a day began with it, and every screen reads again.

What is in force, overdue or ends soon is read for a day, each licence's in its own zone. A window that is never locked
would still tell of yesterday; a clock that is set right counts, too.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from likeness.values.clock import Clock

EVERY_MS = 60_000


class NewHour(QObject):
    """`began` once the hour is another one than at the last look; it looks as long as its timer goes."""

    began = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._hour = clock, clock.now().replace(minute=0, second=0)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look at the clock."""
        before, self._hour = self._hour, self._clock.now().replace(minute=0, second=0)
        if self._hour != before:
            self.began.emit()
