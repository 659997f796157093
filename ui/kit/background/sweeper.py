"""Python's garbage, taken away on the thread of the window and on no other.

A widget in a ring of references dies where the collector happens to run. On a lane that is a thread on which Qt must
not destroy it: nothing is seen at once, and the program goes down later, when all widgets are dressed again. So while
any lane lives, Python does not collect by itself; a timer does it here.
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Sweeper(QObject):
    """Sweeps from `begin` to `end`; what is no ring is gone at once anyhow."""

    _sweeping: ClassVar[set[int]] = set()  # by identity: as long as one sweeps, Python must not

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.sweep)

    def begin(self) -> None:
        """Sweep here from now on."""
        if id(self) not in self._sweeping:
            self._sweeping.add(id(self))
            gc.disable()
            self._timer.start()

    def end(self) -> None:
        """Leave it to Python again, once nobody sweeps: there are no lanes any more."""
        self._timer.stop()
        self._sweeping.discard(id(self))
        if not self._sweeping:
            gc.enable()

    def sweep(self) -> None:
        """Collect what is young, and of what is older as much as Python would by now."""
        _, old, oldest = (count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True))
        gc.collect(2 if oldest else 1 if old else 0)
