"""The section of the data: where the registry lies, how large it is, and what can be done with all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit.background.working import Working
from ui.kit.look.typeface import label
from ui.kit.pages.file_names import with_ending
from ui.kit.parts.buttons import Button
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import column, empty, row
from ui.kit.parts.marks import IconMark
from ui.kit.parts.notes import Note
from ui.kit.words import tr
from ui.screens.settings.own_registry import OwnRegistry
from ui.screens.settings.own_state import DataState


class DataPart(QWidget):
    """A few lines and three buttons; `said` and `failed` tell what came of it."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._own = OwnRegistry(desk, jobs, self)
        self._state = DataState()
        self._files, self._begun = label("", "body-medium", wrap=True), label("", "body", "text2", wrap=True)
        self._folder = label("", "body", wrap=True)
        self.show_folder = Button(tr("Show the folder"), "folder-open", small=True)
        self.save = Button(tr("Save all uses…"), "download", small=True)
        self.check = Button(tr("Check everything"), "list-checks", small=True)
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._state.folder)))
        self.save.clicked.connect(self._save)
        self.check.clicked.connect(self._own.check)
        self._working = Working()
        self._working.cancelled.connect(self._own.cancel)
        self.answer = column()
        lines = (("file-text", self._files), ("folder-open", self._folder), ("history", self._begun))
        parts = [row(IconMark(icon), words) for icon, words in lines]
        for part in parts:
            part.setStretch(1, 1)
        buttons = flow(self.show_folder, self.save, self.check)
        self.setLayout(column(*parts, self._working, self.answer, buttons, gap=10))

    def refresh(self) -> None:
        """Read again."""
        self._own.refresh()

    def draw(self, state: DataState) -> None:
        """Draw the state."""
        before, self._state = self._state, state
        self._files.setText(" · ".join((*state.files, state.size)))
        self._folder.setText(state.folder)
        self._begun.setText(state.begun)
        self._working.follow(state.doing, *state.far)
        for button in (self.save, self.check):
            button.setEnabled(not state.doing)
        if (before.answer, before.found) != (state.answer, state.found):
            self._draw_answer(state)

    def _draw_answer(self, state: DataState) -> None:
        empty(self.answer)
        if state.answer:
            hue, icon = ("green", "circle-check") if state.sound else ("red", "octagon-alert")
            self.answer.addWidget(Note(hue, icon, state.answer, "\n".join(state.found), size="body-strong"))

    def _save(self) -> None:
        title, kinds = tr("Save all uses…"), "CSV (*.csv);;Excel (*.xlsx)"
        path, kind = QFileDialog.getSaveFileName(self, title, "likeness-uses.csv", kinds)
        if path:
            self._own.save_uses(with_ending(Path(path), ".xlsx" if "xlsx" in kind else ".csv"))

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
