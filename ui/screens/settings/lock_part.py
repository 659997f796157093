"""The section of the lock: after how many minutes without a touch the window locks itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.parts.frames import row
from ui.kit.parts.ticks import Segments
from ui.kit.wishes import LOCK_AFTER, wishes_of
from ui.kit.words import tr, tr_n

MINUTES = (5, 15, 30, 60, 0)


class LockPart(QWidget):
    """One choice; `wished` tells a name of `ui.kit.wishes` and its value."""

    wished = Signal(str, str)

    def __init__(self, desk: Any) -> None:
        super().__init__()
        self._settings = desk.registry.settings
        named = [(str(n), tr_n("{n} minute", "{n} minutes", n) if n else tr("Never")) for n in MINUTES]
        self.choice = Segments(named, tr("Lock by itself"))
        self.choice.chosen.connect(lambda minutes: self.wished.emit(LOCK_AFTER, minutes))
        self.setLayout(row(self.choice, None))
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        self.choice.choose(str(wishes_of(self._settings).lock_after))
