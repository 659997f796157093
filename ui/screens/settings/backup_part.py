"""The section of backups: one by hand, how often one is made by itself, and in which folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from likeness.acts.backups.back_up import ENDING
from ui.kit.background.working import Working
from ui.kit.look.typeface import label, set_tint
from ui.kit.pages.file_names import with_ending
from ui.kit.parts.buttons import Button
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.marks import IconMark
from ui.kit.parts.ticks import Segments
from ui.kit.words import tr
from ui.screens.settings.backup_choosing import BackupChoosing
from ui.screens.settings.own_state import BackupState


class BackupPart(QWidget):
    """A line for the last one, a choice, a folder; `said` and `failed` tell what came of it."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self.choosing = BackupChoosing(desk, jobs, self)
        self.last = label("", "body-medium", wrap=True)
        self.save = Button(tr("Back up…"), "database-backup", small=True)
        self.weekly = Button(tr("Make one here every week by itself"), "repeat", small=True)
        often = [("", tr("Never")), ("day", tr("Every day")), ("week", tr("Every week"))]
        self.every = Segments(often, tr("By itself"))
        self.folder, self.change = label("", "body", wrap=True), Button(tr("Choose a folder…"), small=True)
        self.disk = label(tr("This folder is on the same disk as the registry: if that breaks, both are gone."),
                          "small", "amber", wrap=True)  # fmt: skip
        self.trouble = label("", "body", "amber", wrap=True)
        self.save.clicked.connect(self._back_up)
        self.weekly.clicked.connect(self.choosing.backing.every_week)
        self.every.chosen.connect(self.choosing.choose)
        self.change.clicked.connect(lambda: self.ask_folder(""))
        self._working = Working()
        self._working.cancelled.connect(self.choosing.backing.cancel)
        self.setLayout(self._lines())

    def _lines(self) -> Any:
        where = row(IconMark("folder-open"), gap=8)
        where.addWidget(self.folder, 1)
        where.addWidget(self.change)
        kept = tr("The newest five that were made this way stay in the folder. Older ones of them are removed, and"
                  " nothing else.")  # fmt: skip
        self._itself = boxed(column(where, self.disk, self.trouble, label(kept, "small", "text2", wrap=True), gap=6))
        last = row(self.last, self.save)
        last.setStretch(0, 1)
        return column(
            last,
            row(self.weekly, None),
            self._working,
            flow(label(tr("By itself")), self.every, gap=12),
            self._itself,
            gap=10,
        )

    def refresh(self) -> None:
        """Read again."""
        self.choosing.refresh()

    def draw(self, state: BackupState) -> None:
        """Draw the state."""
        self.last.setText(state.last)
        set_tint(self.last, "amber" if state.old else "text")
        self.weekly.setVisible(state.offer)
        self.every.choose(state.every)
        self.folder.setText(state.folder)
        self.disk.setVisible(state.same_disk)
        self.trouble.setText(state.trouble)
        self.trouble.setVisible(bool(state.trouble))
        self._itself.setVisible(bool(state.every))

    def _back_up(self) -> None:
        name = self.choosing.backing.name()
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save a backup"), name, f"*{ENDING}")
        if path:
            self.choosing.backing.write(with_ending(Path(path), ENDING))

    def ask_folder(self, every: str) -> None:
        """Ask for the folder in which they are made from now on."""
        path = QFileDialog.getExistingDirectory(self, tr("Choose a folder for backups"), self.folder.text())
        if path:
            self.choosing.put_in(Path(path), every)
        else:
            self.choosing.let_be()

    def backing_up(self, words: str) -> None:
        """Show that a backup is being written, and let it be cancelled; empty words end it."""
        self._working.follow(words)
        self.save.setEnabled(not words)

    def step(self, done: int, whole: int) -> None:
        """Show how far it is, in parts of a hundred."""
        self._working.step(done * 100 // max(whole, 1), 100)

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
