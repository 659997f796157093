"""Python's garbage, taken away on the thread of the window and on no other.

A widget in a ring of references dies where the collector happens to run. On a lane that is a thread on which Qt must
not destroy it: nothing is seen at once, and the program goes down later, when all widgets are dressed again. So while
a window lives, Python does not collect by itself; a timer does it here.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Sweeper(QObject):
    """Sweeps from `begin` to `end`; what is no ring is gone at once anyhow."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.sweep)

    def begin(self) -> None:
        """Sweep here from now on."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again: there are no lanes any more."""
        self._timer.stop()
        gc.enable()

    def sweep(self) -> None:
        """Collect what is young, and of what is older as much as Python would by now."""
        _, old, oldest = (count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        gc.collect(2 if oldest else 1 if old else 0)
