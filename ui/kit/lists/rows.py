"""The one list model: a vector of ids and pages of rows, fetched when they are first looked at.

- The provider gives every id at once (8 bytes each) and rows by id, 256 at a time.
- Display, sort key and accessible text are separate roles; the row itself is `ROW` for delegates.
- Pages live until the next `show`; a page is one query, so scrolling costs one query per 256 rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.kit.words import tr

PAGE = 256
ROW = int(Qt.ItemDataRole.UserRole)
R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(Generic[R]):
    """A column: its heading, its text, and whether it stands right; `name` where it is called by more than that."""

    def __init__(self, heading: str, text: Callable[[R], str], *, right: bool = False, name: str = "") -> None:
        self.heading, self.text, self.right, self.name = heading, text, right, name or heading


class Rows(QAbstractTableModel, Generic[R]):
    """A lazy table over a page provider."""

    def __init__(self, columns: Sequence[Column[R]], spoken: Callable[[R], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._spoken = spoken
        self._ids: Sequence[Any] = ()
        self._fetch: Callable[[Sequence[Any]], Sequence[R]] = lambda _ids: ()
        self._pages: dict[int, Sequence[R]] = {}
        self._order = (-1, False)

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called, in order."""
        return tuple(column.name for column in self._columns)

    def show_order(self, section: int, *, falling: bool) -> None:
        """Say by which column the rows are sorted; -1 is none."""
        if (section, falling) != self._order:
            self._order = (section, falling)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

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
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_heading(section)
        return None

    def _spoken_heading(self, section: int) -> str:
        name, (sorted_by, falling) = self._columns[section].name, self._order
        if section != sorted_by:
            return name
        return tr("{column}, sorted descending", column=name) if falling else tr("{column}, sorted ascending",
                                                                                column=name)  # fmt: skip
