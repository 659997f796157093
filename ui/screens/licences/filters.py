"""Filters of the list that are added one by one: the button with its menu, and those in force as chips with a cross."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from likeness.registry.find_licences import PERFORMER
from ui.kit.keys import with_key
from ui.kit.parts.ticks import Chip, InForce
from ui.kit.words import tr
from ui.screens.licences.narrowing import ENDING, OWING, Filter, ending_words, value_words


class AddFilter(Chip):
    """Opens the menu; `wanted` tells a filter and its value, `asked` one whose value is still to be chosen."""

    wanted = Signal(str, str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Add filter"), "plus", dashed=True)
        self.setToolTip(with_key(tr("Add a filter"), "add-filter"))
        self.menu = QMenu(self)
        for code, words in ending_words().items():
            self._entry(words, ENDING, code)
        self.menu.addSeparator()
        values = {code: self._entry(f"{words}…", code) for code, words in value_words().items()}
        self._performer = values[PERFORMER]
        self.menu.addSeparator()
        self._entry(tr("Money due"), OWING, OWING)
        self.clicked.connect(self.open)

    def offer_performers(self, *, several: bool) -> None:
        """Offer to choose a performer where there are several."""
        self._performer.setVisible(several)

    def _entry(self, words: str, code: str, value: str = "") -> QAction:
        entry = self.menu.addAction(words)
        if value:
            entry.triggered.connect(lambda: self.wanted.emit(code, value))
        else:
            entry.triggered.connect(lambda: self.asked.emit(code))
        return entry

    def open(self) -> None:
        """Open the menu below the button, its first entry ready for Enter."""
        self.menu.setActiveAction(self.menu.actions()[0])
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))


def in_force(filters: Iterable[Filter]) -> dict[str, InForce]:
    """Return a chip for each filter in force, by its code."""
    return {code: InForce(words, tr("Remove {name}", name=words)) for code, words in filters}
