"""The one list model: a vector of ids and pages of rows, fetched when they are first looked at.

- The provider gives every id at once (8 bytes each) and rows by id, 256 at a time.
- Display, sort key and accessible text are separate roles; the row itself is `ROW` for delegates.
- Pages live until the next `show`; a page is one query, so scrolling costs one query per 256 rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

PAGE = 256
ROW = int(Qt.ItemDataRole.UserRole)
R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(Generic[R]):
    """A column: its heading, its text, and whether it stands right."""

    def __init__(self, heading: str, text: Callable[[R], str], *, right: bool = False) -> None:
        self.heading, self.text, self.right = heading, text, right


class Rows(QAbstractTableModel, Generic[R]):
    """A lazy table over a page provider."""

    def __init__(self, columns: Sequence[Column[R]], spoken: Callable[[R], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._spoken = spoken
        self._ids: Sequence[Any] = ()
        self._fetch: Callable[[Sequence[Any]], Sequence[R]] = lambda _ids: ()
        self._pages: dict[int, Sequence[R]] = {}

    def show(self, ids: Sequence[Any], fetch: Callable[[Sequence[Any]], Sequence[R]]) -> None:
        """Show these ids; `fetch(ids)` gives their rows, in the same order."""
        self.beginResetModel()
        self._ids, self._fetch, self._pages = ids, fetch, {}
        self.endResetModel()

    def row(self, number: int) -> R | None:
        """Return a row, fetching its page if need be; None past the end or where a row vanished meanwhile."""
        if not 0 <= number < len(self._ids):
            return None
        page, place = divmod(number, PAGE)
        if page not in self._pages:
            self._pages[page] = self._fetch(self._ids[page * PAGE : (page + 1) * PAGE])
        rows = self._pages[page]
        return rows[place] if place < len(rows) else None

    def id_at(self, number: int) -> Any:
        """Return the id in a row, or None."""
        return self._ids[number] if 0 <= number < len(self._ids) else None

    def place_of(self, wanted: Any) -> int:
        """Return the row of an id, or -1."""
        try:
            return self._ids.index(wanted)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many ids there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Answer Qt for one cell."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[index.column()].text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[index.column()].right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Answer Qt for a heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return None
