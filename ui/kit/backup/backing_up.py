"""Writing a backup from the window, with how far it is, until it is there or somebody presses Cancel. No Qt.

Afterwards it offers, where none is wished yet, to make one in the same folder every week by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.backups.back_up import back_up
from likeness.acts.backups.backup_wish import backup_wish, choose_backups
from likeness.acts.backups.keep_backup import backup_name
from ui.kit.words import tr


class View(Protocol):
    """Whoever shows it: `backing_up` says what is done, and with empty words that it is over."""

    def backing_up(self, words: str) -> None: ...
    def step(self, done: int, whole: int) -> None: ...
    def fail(self, why: Exception) -> None: ...


class BackingUp:
    """One backup at a time; `then(file)` once it was read back, `weekly(folder)` once they are made by themselves."""

    def __init__(
        self, desk: Any, jobs: Any, view: View, then: Callable[[Path], None], weekly: Callable[[Path], None]
    ) -> None:
        self._desk, self._jobs, self._view, self._then, self._weekly = desk, jobs, view, then, weekly
        self._job: Any = None
        self._folder: Path | None = None  # where the last one went

    def name(self) -> str:
        """Return what a backup of today is called, unless somebody says otherwise."""
        return backup_name(self._desk.desk)

    @property
    def offers(self) -> bool:
        """Whether one was just written and none is made by itself yet."""
        return self._folder is not None and not backup_wish(self._desk.registry).every

    def write(self, file: Path) -> None:
        """Write a backup."""
        self._view.backing_up(tr("Writing the backup"))

        def work(job: Any) -> Any:
            return self._desk.do(back_up, file, progress=job.say, cancelled=job.cancelled)

        def done(_outcome: Any) -> None:
            self._folder = file.absolute().parent
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

    def every_week(self) -> None:
        """Take the offer: make one every week where the last one went."""
        folder = self._folder
        if folder is not None:
            work = lambda _job: self._desk.do(choose_backups, "week", folder)
            self._jobs.submit("write", self._view, work, lambda _outcome: self._weekly(folder), self._view.fail)
