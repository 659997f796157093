"""Readings that overtake each other: the lane for reading has two threads, and only the newest answer is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Newest:
    """Asks for one thing again and again, for `view`: what was asked before is told to nobody any more."""

    def __init__(self, jobs: Any, view: Any) -> None:
        self._jobs, self._view = jobs, view
        self._job: Any = None

    def read(self, work: Callable[[], Any], then: Callable[[Any], object], fail: Callable[[Exception], None]) -> None:
        """Read off the window's thread; `then` or `fail` hears of it, unless something is asked anew meanwhile."""
        self.forget()
        self._job = self._jobs.submit("look", self._view, lambda _job: work(), then, fail)

    def forget(self) -> None:
        """Let end what is still being read: nobody waits for it."""
        if self._job is not None:
            self._job.cancel()
