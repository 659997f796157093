"""The page of the first backup: what it is for, and one button; then that it is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from likeness.acts.backups.back_up import ENDING
from likeness.values.text import shown
from ui.kit.background.working import Working
from ui.kit.look.typeface import label
from ui.kit.pages.file_names import with_ending
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import boxed, column, empty, icon_row, row
from ui.kit.parts.marks import Drawing
from ui.kit.parts.notes import Note
from ui.kit.words import tr
from ui.screens.first_run.backup_presenter import FirstBackupPresenter, FirstBackupState
from ui.screens.first_run.view import NightArt


class FirstBackupView(QWidget):
    """The page; `done` when she goes on, with a backup or without."""

    done = Signal()
    failed = Signal(object)

    def __init__(self, office: Any, jobs: Any) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter = FirstBackupPresenter(office, jobs, self)
        self.save, self.later = Button("", look="main"), Button(tr("Remind me later"), look="quiet")
        self.save.clicked.connect(self._go_on)
        self.later.clicked.connect(self.done)
        self._working = Working()
        self._working.cancelled.connect(self._presenter.backing.cancel)
        self.setLayout(row(NightArt(), boxed(self._right()), gap=0))
        self._presenter.start()

    def _right(self) -> QVBoxLayout:
        mark = row(Drawing("mark", 30, 23), label("Likeness", "body-strong", "accent"), None, gap=8)
        self._title = label(tr("Keep a backup somewhere else"), "hero", wrap=True)
        lead = tr("If this computer is lost or breaks, one file brings everything back.")
        self._lead = label(lead, "lead", "text2", wrap=True)
        often = tr("Make another one now and then. The foot of the window says how old the last one is.")
        said = (
            ("download", tr("Save it on a disk or a stick that you keep away from this computer.")),
            ("lock", self._presenter.state.opens),
            ("calendar-clock", often),
        )
        points = column(*(icon_row(*one, hue="accent", size=17) for one in said), gap=10)
        self._told = column(margins=(0, 18, 0, 0))
        parts = (None, mark, 32, self._title, 6, self._lead, 22, points, self._told, 22,
                 row(self.later, None, self.save), None)  # fmt: skip
        whole = column(self._working, column(*parts, margins=(88, 0, 88, 0)))
        whole.setStretch(1, 1)
        return whole

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.save.setFocus()

    def _go_on(self) -> None:
        if self._presenter.state.written:
            self.done.emit()
            return
        name = self._presenter.backing.name()
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save a backup"), name, f"*{ENDING}")
        if path:
            self._presenter.backing.write(with_ending(Path(path), ENDING))

    def draw(self, state: FirstBackupState) -> None:
        """Draw the state."""
        self.save.set_look(tr("Continue") if state.written else tr("Save a backup…"))
        self.later.setVisible(not state.written)
        empty(self._told)
        if state.written:
            words = tr("Backup written to {file} and read back", file=state.written)
            self._told.addWidget(Note("green", "circle-check", words, size="body-strong"))
        if state.offered:
            weekly = Button(tr("Make one here every week by itself"), "repeat", small=True)
            weekly.clicked.connect(self._presenter.backing.every_week)
            self._told.addSpacing(10)
            self._told.addLayout(row(weekly, None))
        if state.weekly:
            words = tr("From now on one is made every week in {folder}. Settings, Backups, changes that.",
                       folder=shown(state.weekly))  # fmt: skip
            self._told.addSpacing(10)
            self._told.addLayout(icon_row("repeat", words, hue="accent", size=17))
        self.save.setFocus()

    def backing_up(self, words: str) -> None:
        """Show that the backup is being written, and let it be cancelled; empty words end it."""
        self._working.follow(words)
        for button in (self.save, self.later):
            button.setEnabled(not words)

    def step(self, done: int, whole: int) -> None:
        """Show how far it is, in parts of a hundred."""
        self._working.step(done * 100 // max(whole, 1), 100)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
