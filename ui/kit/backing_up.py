"""Writing a backup from the window, with how far it is, until it is there or somebody presses Cancel. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.back_up import ENDING, back_up
from likeness.values.days import day_in
from ui.kit.words import tr


class View(Protocol):
    """Whoever shows it: `backing_up` says what is done, and with empty words that it is over."""

    def backing_up(self, words: str) -> None: ...
    def step(self, done: int, whole: int) -> None: ...
    def fail(self, why: Exception) -> None: ...


class BackingUp:
    """One backup at a time; `then(file)` once it was read back."""

    def __init__(self, desk: Any, jobs: Any, view: View, then: Callable[[Path], None]) -> None:
        self._desk, self._jobs, self._view, self._then = desk, jobs, view, then
        self._job: Any = None

    def name(self) -> str:
        """Return what a backup of today is called, unless somebody says otherwise."""
        return f"{Path(self._desk.registry.path).stem}-{day_in(self._desk.clock.now(), 'UTC')}{ENDING}"

    def write(self, file: Path) -> None:
        """Write a backup."""
        self._view.backing_up(tr("Writing the backup"))

        def work(job: Any) -> Any:
            return self._desk.do(back_up, file, progress=job.say, cancelled=job.cancelled)

        def done(_outcome: Any) -> None:
            self._view.backing_up("")
            self._then(file)

        def failed(why: Exception) -> None:
            self._view.backing_up("")
            self._view.fail(why)

        self._job = self._jobs.submit("write", self._view, work, done, failed, self._view.step)

    def cancel(self) -> None:
        """Stop; nothing of it is left."""
        if self._job is not None:
            self._job.cancel()
            self._view.backing_up("")
