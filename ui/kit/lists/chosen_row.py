"""The chosen row of a table: what a hand chooses is told once it rests, what the screen chooses is only shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from ui.kit.lists.rows import Rows
from ui.kit.lists.table import Table

REST_MS = 80  # an arrow key that is held down passes rows faster than their panes could be read


class ChosenRow(QObject):
    """Keeps the current row of `table`; `moved` tells the id of the row that somebody moved to."""

    moved = Signal(object)

    def __init__(self, table: Table, model: Rows[Any]) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._showing = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self.moved.emit(self._here()))
        table.selectionModel().currentRowChanged.connect(self._changed)

    def _here(self) -> Any:
        return self._model.id_at(self._table.currentIndex().row())

    def _changed(self) -> None:
        if not self._showing:
            self._rest.start()

    def show(self, ids: Sequence[Any], fetch: Callable[[Sequence[Any]], Sequence[Any]], chosen: Any) -> None:
        """Show other rows, and among them the chosen one."""
        if self._rest.isActive() and self._here() in ids:
            chosen = self._here()  # somebody is just moving on from the one that is chosen
        self._showing = True
        quiet = self._table.selectionModel().blockSignals(True)
        self._model.show(ids, fetch)
        self._table.selectionModel().blockSignals(quiet)
        self._showing = False
        self._point(chosen)

    def follow(self, chosen: Any) -> None:
        """Point at the chosen row, unless somebody is just moving on from there."""
        if not self._rest.isActive():
            self._point(chosen)

    def _point(self, chosen: Any) -> None:
        if self._here() == chosen:
            return
        place = self._model.place_of(chosen)
        self._showing = True
        if place >= 0:
            self._table.selectRow(place)
        else:
            self._table.setCurrentIndex(QModelIndex())  # the pane shows what is not in the list any more
        self._showing = False
