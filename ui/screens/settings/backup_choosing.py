"""Backups in Settings: one by hand now, and how often and where they are made by themselves. No Qt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.backups.back_up import last_backup
from likeness.acts.backups.backup_wish import backup_wish, choose_backups, choose_no_backups, last_trouble, on_own_disk
from likeness.acts.read_attention import BACKUP_AFTER
from likeness.errors import Broken
from likeness.values.days import day_in
from likeness.values.text import shown
from ui.kit.backup.backing_up import BackingUp
from ui.kit.figures import day_text
from ui.kit.trouble import told
from ui.kit.words import language, tr
from ui.screens.settings.own_state import BackupState


class View(Protocol):
    """Whoever draws the section."""

    def draw(self, state: BackupState) -> None: ...
    def backing_up(self, words: str) -> None: ...
    def step(self, done: int, whole: int) -> None: ...
    def ask_folder(self, every: str) -> None: ...
    def tell(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...


class BackupChoosing:
    """Reads what is wished and keeps what is chosen."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = BackupState()
        self.backing = BackingUp(desk, jobs, view, self._written, self._weekly)

    def refresh(self) -> None:
        """Read again."""
        registry = self._desk.registry
        made, today, wish = last_backup(registry), day_in(self._desk.clock.now(), "UTC"), backup_wish(registry)
        day = None if made is None else day_in(made, "UTC")
        trouble = last_trouble(registry) if wish.every else ""
        here = wish.folder if wish.every and wish.folder is not None and wish.folder.is_dir() else None
        self._state = BackupState(
            last=tr("No backup yet") if day is None else tr("Last backup on {day}", day=day_text(day, language())),
            old=day is None or (today - day).days > BACKUP_AFTER,
            every=wish.every,
            folder="" if wish.folder is None else shown(str(wish.folder)),
            same_disk=here is not None and not on_own_disk(here, registry.path),
            trouble=told(Broken(trouble)).strip() if trouble else "",
            offer=self.backing.offers,
        )
        self._view.draw(self._state)

    def choose(self, every: str) -> None:
        """Make one that often; where no folder is known, or it is gone, it is asked for first."""
        folder = backup_wish(self._desk.registry).folder
        if not every:
            self._do(lambda: self._desk.do(choose_no_backups), tr("No backup is made by itself any more"))
        elif folder is None or not folder.is_dir():
            self._view.ask_folder(every)
        else:
            self.put_in(folder, every)

    def put_in(self, folder: Path, every: str = "") -> None:
        """Make them in that folder, as often as was chosen."""
        often = every or self._state.every
        words = tr("A backup is made in {folder} every day", folder=shown(folder.name))
        if often == "week":
            words = tr("A backup is made in {folder} every week", folder=shown(folder.name))
        self._do(lambda: self._desk.do(choose_backups, often, folder), words)

    def let_be(self) -> None:
        """Leave it as it was: no folder was chosen."""
        self._view.draw(replace(self._state))

    def _written(self, file: Path) -> None:
        self._view.tell(tr("Backup written to {file} and read back", file=file.name))
        self.refresh()

    def _weekly(self, folder: Path) -> None:
        self._view.tell(tr("A backup is made in {folder} every week", folder=shown(folder.name)))
        self.refresh()

    def _do(self, work: Any, words: str) -> None:
        def done(_outcome: Any) -> None:
            self.refresh()
            self._view.tell(words)

        def failed(why: Exception) -> None:
            self.refresh()
            self._view.fail(why)

        self._jobs.submit("write", self._view, lambda _job: work(), done, failed)
