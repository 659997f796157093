"""One long piece of work at a time: its words, how far it is, Cancel. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Show = Callable[..., None]


class Running:
    """Starts work on a lane and shows it (`doing`, `progress`) until it is over."""

    def __init__(self, jobs: Any, view: Any, show: Show) -> None:
        self._jobs, self._view, self._show = jobs, view, show
        self._job: Any = None

    def start(self, lane: str, what: str, work: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        """Do `work(job)` and give its answer to `then`; what was begun before goes on and is no longer shown."""

        def done(answer: Any) -> None:
            self._show(doing="")
            then(answer)

        def failed(why: Exception) -> None:
            self._show(doing="")
            self._view.fail(why)

        self._show(doing=what, progress=(0, 0))
        self._job = self._jobs.submit(lane, self._view, work, done, failed, self._step)

    def cancel(self) -> None:
        """Stop the work; it leaves no trace."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._show(doing="")

    def _step(self, done: int, whole: int) -> None:
        self._show(progress=(done, whole))
