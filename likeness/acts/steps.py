"""How far an act is that looks at many things, uses above all, told while it goes on; and Cancel, asked between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from likeness.errors import Refused

Progress = Callable[[int, int], None]  # things done, things in all
Cancelled = Callable[[], bool]


@dataclass
class Steps:
    """How many uses are done of those that are judged again, and who is told."""

    progress: Progress | None = None
    cancelled: Cancelled | None = None
    whole: float = 0
    done: float = 0

    def expect(self, uses: int, part: float = 1) -> None:
        """Say how many uses there are to come, or a part of them."""
        self.whole = self.done + uses * part

    def take(self, uses: int, part: float = 1) -> None:
        """Go so many uses on, or a part of them; raises Refused ("cancelled") where somebody pressed Cancel."""
        if self.cancelled is not None and self.cancelled():
            raise Refused("cancelled")
        self._tell(self.done + uses * part)

    def end(self) -> None:
        """Say that all is done: of the uses that were expected some may not count."""
        self._tell(self.whole)

    def _tell(self, done: float) -> None:
        self.done = done
        if self.progress is not None and self.whole:
            self.progress(int(done), int(self.whole))
