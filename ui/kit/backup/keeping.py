"""Backups that are made by themselves while the window is open: when one is due, one at a time, until Cancel. No Qt.

Nobody asked for it at that moment: what goes wrong is never a box. Whoever pressed Cancel is let be until tomorrow, or
until she wishes something else; so is a disk that is full or may not be written to. A folder that is not there is
looked for again and again.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Protocol

from likeness.acts.backups.backup_wish import AWAY, BackupWish, backup_wish, is_due
from likeness.acts.backups.keep_backup import keep_backup_quietly
from likeness.errors import Broken, LikenessError
from likeness.values.days import day_in
from likeness.values.outcome import Outcome
from ui.kit.trouble import told
from ui.kit.words import tr


class View(Protocol):
    """Whoever shows it: `show_going` that one is being made, `warn` once why none could be."""

    def show_going(self, going: bool) -> None: ...
    def warn(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...


class Keeping:
    """Looks whether one is due, and makes it."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._job: Any = None
        self.going = False  # one is being made
        self._asked: tuple[date, BackupWish] | None = None  # when the last one was begun, and what was wished then
        self._let_be: tuple[date, BackupWish] | None = None

    def look(self) -> None:
        """Make one if it is due."""
        registry, today = self._desk.registry, day_in(self._desk.clock.now(), "UTC")
        try:
            now, due = (today, backup_wish(registry)), is_due(registry, today)
        except Broken:
            return  # another program writes at the moment: it is looked again later
        if self.going or now == self._let_be or not due:
            return
        self._asked = now
        self._show(going=True)
        work = lambda job: self._desk.do(keep_backup_quietly, progress=job.say, cancelled=job.cancelled)
        self._job = self._jobs.submit("keep", self._view, work, self._done, self._failed)

    def cancel(self) -> None:
        """Stop; nothing of it is left, and none is begun before tomorrow."""
        if self.going:
            self.put_down()
            self._let_be = self._asked
            self._show(going=False)

    def put_down(self) -> None:
        """Stop without a word: the registry is about to be closed."""
        if self._job is not None:
            self._job.cancel()

    def _done(self, outcome: Outcome[str]) -> None:
        self._show(going=False)
        if outcome.value not in ("", AWAY):
            self._let_be = self._asked
            if outcome.changed:
                self._warn(Broken(outcome.value))

    def _failed(self, why: Exception) -> None:
        """Tell what could not even be written down: the registry's own disk is full, say."""
        self._let_be = self._asked
        self._show(going=False)
        if isinstance(why, LikenessError):
            self._warn(why)
        else:
            self._view.fail(why)

    def _warn(self, why: LikenessError) -> None:
        self._view.warn(tr("No backup could be made. {why}", why=told(why).strip()))

    def _show(self, *, going: bool) -> None:
        self.going = going
        self._view.show_going(going)
