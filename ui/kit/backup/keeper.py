"""The clock of backups that are made by themselves: some quiet seconds after the first picture, then now and then."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.kit.backup.keeping import Keeping

QUIET_MS, AGAIN_MS = 8_000, 600_000


class Keeper(QObject):
    """`going` tells that a backup is being made, or that none is any more; `warned` once why none could be.

    It looks as long as its timers go. While somebody waits for other work it waits, too.
    """

    going = Signal(bool)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, office: Any, jobs: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.keeping = Keeping(office, jobs, self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.look)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.look)
        for timer in (self._quiet, self._again):
            timer.start()

    def wait(self) -> None:
        """Look soon: something about backups may have changed."""
        self._quiet.start()

    def look(self) -> None:
        """Make a backup if one is due and nobody waits for anything."""
        if self._jobs.busy:
            self._quiet.start()
        else:
            self.keeping.look()

    def show_going(self, going: bool) -> None:
        """Tell whether one is being made."""
        self.going.emit(going)

    def warn(self, words: str) -> None:
        """Say why none could be made."""
        self.warned.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
