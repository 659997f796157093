"""Two columns term by term: what was allowed and used, or what two rows say. Broken cells are soft red with a cross,
missing ones amber with a question mark, what two rows say differently amber with a pen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from likeness.paper.words.compare import Comparison
from ui.kit.lists.rows import ROW
from ui.kit.look.paint import put_icon, soft
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme, tint
from ui.kit.look.typeface import font, hold
from ui.kit.words import tr

LABEL_WIDE, MOST_WIDE, HEAD, PAD = 104, 150, 33, 12
QUIET = ("kept", "same")  # states that ask for no attention
# State of a cell: icon, its hue, ground, ink.
LOOKS = {
    "kept": ("check", "green", "", "text2"),
    "broken": ("x", "red", "red", "red"),
    "same": ("check", "text3", "", "text2"),
    "changed": ("pen-line", "amber", "amber", "amber"),
    "missing": ("circle-question-mark", "amber", "amber", "amber"),
}
Heads = tuple[str, str]
Spoken = Callable[[Comparison], str]
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ComparisonModel(QAbstractTableModel):
    """Three columns: term, allowed, used; `heads` stand over the last two, `spoken` says a row as a sentence."""

    def __init__(self, heads: Heads, spoken: Spoken, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads, self._spoken = heads, spoken
        self._rows: tuple[Comparison, ...] = ()

    def show(self, rows: Sequence[Comparison]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.label, row.allowed, row.used)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", *self._heads)[section]
        return None


def used_spoken(row: Comparison) -> str:
    """Say what was allowed, what was used, and whether that was kept."""
    return tr("{term}. You allowed {allowed}. They used {used}. {state}.", term=row.label, allowed=row.allowed,
              used=row.used, state=_kept(row.state))  # fmt: skip


def _kept(state: str) -> str:
    return {"kept": tr("Kept"), "broken": tr("Broken"), "missing": tr("Not clear")}[state]


class ComparisonDelegate(QStyledItemDelegate):
    """Paints a cell; words wrap, so a row is as high as its longest cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        wide = view.columnWidth(index.column()) if isinstance(view, QTableView) else 200
        taken = 2 * PAD + (23 if index.column() == 2 else 0)
        row: Comparison | None = index.data(ROW)
        strong = index.column() == 2 and row is not None and row.state not in QUIET
        face = QFontMetrics(font("body-strong" if strong else "body"))
        flags = int(Qt.TextFlag.TextWordWrap)
        high = face.boundingRect(QRect(0, 0, max(wide - taken, 40), 2000), flags, str(index.data())).height()
        return QSize(wide, max(grown(34), high + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        row: Comparison = index.data(ROW)
        column = index.column()
        icon, hue, ground, ink = LOOKS[row.state]
        last = index.row() == index.model().rowCount() - 1
        if not last:
            painter.fillRect(box.x(), box.bottom(), box.width(), 1, tint("hairline"))
        if column:
            painter.fillRect(box.x(), box.y(), 1, box.height(), tint("hairline"))
        if column == 2 and ground:
            soft(painter, _ground(box, last=last), 0, ground)
        words = box.adjusted(PAD, 0, -PAD, 0)
        painter.setFont(font("body-strong" if column == 2 and row.state not in QUIET else "body"))
        painter.setPen(tint(("text3", "text", ink)[column]))
        if column == 2:
            put_icon(painter, icon, QPointF(words.x(), words.y() + (words.height() - 15) // 2), 15, tint(hue), 2.5)
            words.adjust(22, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, str(index.data()))


class ComparisonTable(QTableView):
    """The table, as high as its rows, in a rounded frame; without words of its own it compares a use with a licence."""

    def __init__(self, heads: Heads | None = None, name: str = "", spoken: Spoken = used_spoken) -> None:
        super().__init__()
        self._model = ComparisonModel(heads or (tr("You allowed"), tr("They used")), spoken, self)
        self.setModel(self._model)
        self.setItemDelegate(ComparisonDelegate(self))
        self.setAccessibleName(name or tr("What you allowed, and what they used"))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = ComparisonHead(self)
        self.setHorizontalHeader(head)
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, grown(LABEL_WIDE))
        self._rows: tuple[Comparison, ...] = ()
        theme().changed.connect(self._grow)
        head.geometriesChanged.connect(self._fit)  # the columns are stretched after the table itself

    def show_rows(self, rows: Sequence[Comparison]) -> None:
        """Show the rows of a use."""
        self._model.show(rows)
        self._rows = tuple(rows)
        self._grow()

    def _grow(self) -> None:
        """Give the terms a column in which no word of theirs is cut, and every row its height."""
        face = QFontMetrics(font("body"))
        words = (word for one in self._rows for word in one.label.split())
        longest = max(map(face.horizontalAdvance, words), default=0) + 2 * PAD + 2
        self.setColumnWidth(0, min(max(grown(LABEL_WIDE), longest), grown(MOST_WIDE)))
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        self.setFixedHeight(grown(HEAD) + sum(self.rowHeight(row) for row in range(self._model.rowCount())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), tint("surface"))
        painter.end()
        super().paintEvent(event)


def _ground(box: QRect, *, last: bool) -> QRect:
    """Return where the soft ground of a cell lies: inside its lines, or with an edge of its own in their place."""
    if theme().tokens.strong:
        return box.adjusted(0, -1, 1, int(last))
    return box.adjusted(1, 0, 0, 0 if last else -1)


def reader_table() -> ComparisonTable:
    """Return the table for whoever did not grant the licence: a company, an agent."""
    heads = tr("The licence allowed"), tr("What was used")
    return ComparisonTable(heads, tr("What the licence allowed, and what was used"), _reader_spoken)


def _reader_spoken(row: Comparison) -> str:
    return tr("{term}. The licence allowed {allowed}. What was used: {used}. {state}.", term=row.label,
              allowed=row.allowed, used=row.used, state=_kept(row.state))  # fmt: skip


class ComparisonHead(QHeaderView):
    """The heading of the comparison."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        hold(self, tall=HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        painter.fillRect(rect, tint("raised"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tint("hairline"))
        if logicalIndex:
            painter.fillRect(rect.x(), rect.y(), 1, rect.height(), tint("hairline"))
        words = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.DisplayRole))
        painter.setFont(font("label"))
        painter.setPen(tint("text2"))
        painter.drawText(rect.adjusted(PAD, 0, -PAD, 0), Qt.AlignmentFlag.AlignVCenter, str(words))
