"""What concerns all licences: saved at once, those of a year or every one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ui.kit.asking.dialogs import tell
from ui.kit.parts.buttons import Button
from ui.kit.words import tr, tr_n

MOST_TOLD = 12  # licences that could not be saved; the command line tells all of them


class AllButton(Button):
    """Opens the menu; `years` tells which there are, `save(folder, year)` is asked to write them."""

    def __init__(self, years: Callable[[], list[int]], save: Callable[[Path, int | None], None]) -> None:
        super().__init__("", "ellipsis", name=tr("More for all licences"))
        self._years, self._save = years, save
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def _fill(self) -> None:
        self._menu.clear()
        years = self._years()
        for year in years:
            action = self._menu.addAction(tr("Save all licences of {year}…", year=year))
            action.triggered.connect(lambda _on=False, of=year: self._ask(of))
        every = self._menu.addAction(tr("Save every licence…"))
        every.triggered.connect(lambda: self._ask(None))
        every.setEnabled(bool(years))

    def _ask(self, year: int | None) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Where to save the licences"))
        if folder:
            self._save(Path(folder), year)


def tell_failed(parent: QWidget, failed: list[str]) -> None:
    """Say which licences could not be saved, and why."""
    title = tr_n("{n} licence could not be saved", "{n} licences could not be saved", n=len(failed))
    tell(parent, title, "\n".join(failed[:MOST_TOLD]))
