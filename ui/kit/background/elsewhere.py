"""Whether somebody else wrote into the registry: another window, or a command. Then every screen reads again.

- Looked at every few seconds and when the window gets the focus: first the file itself, which costs nothing and waits
  for nobody; only where that changed is the engine asked.
- A connection counts what all others wrote. Two of ours write, that of the write lane and that of the window's own
  thread: what both of them counted was written by somebody else.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from likeness.errors import Broken

EVERY_MS = 3000


class Elsewhere(QObject):
    """`wrote` once somebody else has written; it looks as long as its timer goes."""

    wrote = Signal()

    def __init__(self, registry: Any, jobs: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._registry, self._jobs = registry, jobs
        self._file: tuple[int, int] | None = None
        self._counts: tuple[int, int] | None = None  # of the write lane, of this thread
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look at the file, and ask the engine where it is another one than before."""
        file = self._seen()
        if file is None or file == self._file or not self._timer.isActive():
            return
        self._file = file
        self._jobs.submit("write", self, lambda _job: self._registry.others_wrote(), self._heard, self._unheard)

    def _seen(self) -> tuple[int, int] | None:
        try:
            found = self._registry.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def _heard(self, lane: int) -> None:
        try:
            here = self._registry.others_wrote()
        except Broken as why:
            self._unheard(why)
            return
        before, self._counts = self._counts, (lane, here)
        if before is not None and before[0] != lane and before[1] != here:
            self.wrote.emit()

    def _unheard(self, _why: Exception) -> None:
        self._file = None  # somebody is writing at the moment: asked again with the next look
