"""A list of two-line rows under date headings: icon, title, verdict; a second line and its mark; one call a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.lists.rows import ROW
from ui.kit.lists.table import SHARES, WORD_BAR
from ui.kit.look.badges import look, state_word
from ui.kit.look.paint import elided, put_icon, row_ground
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font

ITEM_HIGH, HEAD_HIGH = 53, 35
MARK, MARK_GAP = 13, 10
NEAR_END = 400  # pixels before the end at which the next page is read
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class FeedItem:
    """One row; a heading has a title alone and cannot be chosen. `mark` is a state that stands in the second line."""

    id: str
    title: str
    second: str = ""
    state: str = ""
    mark: str = ""

    @property
    def heading(self) -> bool:
        """Tell whether this is a date heading."""
        return not self.id

    @property
    def spoken(self) -> str:
        """Return the whole row as a sentence for screen readers."""
        if self.heading:
            return self.title
        said = (state_word(self.state), self.title, self.second, state_word(self.mark) if self.mark else "")
        return ". ".join(part for part in said if part)


class FeedModel(QAbstractListModel):
    """The items of a feed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[FeedItem, ...] = ()

    def show(self, items: tuple[FeedItem, ...]) -> None:
        """Show these; the selection stays where the rows are the same ones, or more were added at the end."""
        old = self._items
        if items == old:
            return
        if [item.id for item in items] == [item.id for item in old]:
            self._items = items
            self.dataChanged.emit(self.index(0, 0), self.index(len(items) - 1, 0))
        elif old and items[: len(old)] == old:
            self.beginInsertRows(QModelIndex(), len(old), len(items) - 1)
            self._items = items
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._items = items
            self.endResetModel()

    def place_of(self, wanted: str) -> int:
        """Return the row of an id, or -1."""
        return next((place for place, item in enumerate(self._items) if item.id and item.id == wanted), -1)

    def item(self, place: int) -> FeedItem | None:
        """Return the item in a row."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        item = self.item(index.row())
        if item is None or item.heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        item = self.item(index.row())
        if item is None:
            return None
        answers = {
            int(Qt.ItemDataRole.DisplayRole): item.title,
            int(Qt.ItemDataRole.AccessibleTextRole): item.spoken,
            ROW: item,
        }
        return answers.get(role)


class FeedDelegate(QStyledItemDelegate):
    """Paints a heading or a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(ROW)
        return QSize(200, grown(HEAD_HIGH if item is not None and item.heading else ITEM_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: FeedItem | None = index.data(ROW)
        if item is None:
            return
        box = QRect(option.rect)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        row_ground(painter, box, on=on)
        if item.heading:
            painter.setFont(font("small-medium"))
            painter.setPen(tint("text3"))
            painter.drawText(box.adjusted(24, 4, 0, 0), Qt.AlignmentFlag.AlignVCenter, item.title)
        else:
            self._paint_item(painter, box, item, on=on)

    def _paint_item(self, painter: QPainter, box: QRect, item: FeedItem, *, on: bool) -> None:
        icon, hue = look(item.state)
        put_icon(painter, icon, QPointF(box.x() + 24, box.y() + grown(17) - 8), 18, tint(hue))
        word = state_word(item.state)
        wide = QFontMetrics(font("label")).horizontalAdvance(word) + 1
        painter.setPen(tint(hue))
        painter.setFont(font("label"))
        first = QRect(box.x() + 54, box.y() + grown(8), box.width() - 54 - 20, grown(18))
        painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
        painter.setPen(tint("text"))
        painter.setFont(font("body-medium"))
        title = elided(item.title, "body-medium", first.width() - wide - 12)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(tint("text2") if on else tint("text3"))
        painter.setFont(font("small"))
        second = first.translated(0, first.height())
        if item.mark:
            second.setRight(self._paint_mark(painter, second, item.mark) - MARK_GAP)
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, elided(item.second, "small", second.width()))

    def _paint_mark(self, painter: QPainter, box: QRect, mark: str) -> int:
        """Paint icon and word of a state at the right end of a line; return where it begins."""
        (icon, hue), word, ink = look(mark), state_word(mark), painter.pen()
        left = box.right() - QFontMetrics(font("small")).horizontalAdvance(word) - 1
        painter.setPen(tint(hue))
        painter.drawText(box.adjusted(left - box.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)
        left -= MARK + 5
        put_icon(painter, icon, QPointF(left, box.y() + (box.height() - MARK) // 2), MARK, tint(hue))
        painter.setPen(ink)
        return left


class Feed(QListView):
    """The view of a feed; `near_end` while it is scrolled to where more of it may be read."""

    near_end = Signal()

    def __init__(self, model: FeedModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(FeedDelegate(self))
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def bars(self, number: int) -> tuple[QRect, Iterator[QRect]]:
        """Return the box of a row that is not read yet, and where its icon and words will stand."""
        high, wide = grown(ITEM_HIGH), self.viewport().width()
        box = QRect(0, number * high, wide, high)
        room, first, second = wide - 54 - 20, box.y() + grown(12), box.y() + grown(31)
        share = SHARES[number % len(SHARES)]
        return box, iter((
            QRect(24, first, 18, 18),
            QRect(54, first, round(room * share * 0.6), grown(WORD_BAR)),
            QRect(wide - 20 - grown(70), first, grown(70), grown(WORD_BAR)),
            QRect(54, second, round(room * (1.2 - share) * 0.6), grown(WORD_BAR)),
        ))  # fmt: skip

    def _scrolled(self, value: int) -> None:
        if value > self.verticalScrollBar().maximum() - NEAR_END:
            self.near_end.emit()

    def reset(self) -> None:
        """Have no row chosen: left to itself, Qt would quietly take the first one once the list gets the focus."""
        super().reset()
        self.setCurrentIndex(QModelIndex())
