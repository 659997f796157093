"""How fast a check goes: rows a second, and seconds left once two seconds were seen; they never jump up. No Qt."""

from __future__ import annotations

import time
from dataclasses import replace

from ui.screens.report.state import Progress

_SURE_AFTER = 2.0


class Pace:
    """Notes progress on the thread of the work; `seen` is what the window shows of it."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.seen = Progress()

    @property
    def seconds(self) -> int:
        """Seconds since it began, at least one."""
        return max(1, round(time.monotonic() - self._began))

    def note(self, done: int, whole: int, rows: int) -> int:
        """Take the bytes done, the bytes in all and the rows so far; return the share in thousandths."""
        gone = max(time.monotonic() - self._began, 0.001)
        share = min(done / whole, 1.0) if whole else 0.0
        left = None
        if gone >= _SURE_AFTER and share > 0:
            left = round(gone / share - gone)
            left = left if self.seen.left is None else min(left, self.seen.left)
        self.seen = Progress(share, rows, round(rows / gone), left)
        return int(share * 1000)

    def note_again(self, done: int, whole: int) -> int:
        """Take how many earlier uses were judged again, and of how many; return the share in thousandths."""
        share = min(done / whole, 1.0) if whole else 0.0
        self.seen = replace(self.seen, share=share, left=None, again=(done, whole))
        return int(share * 1000)
