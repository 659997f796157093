"""The list of what waits: an icon on its soft ground, two lines, one action; Enter or a press does it."""

from __future__ import annotations

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
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.kit.lists.rows import ROW
from ui.kit.look.focus import BY_KEY
from ui.kit.look.paint import chosen, elided, put_icon, rounded, soft
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme, tint
from ui.kit.look.typeface import font
from ui.kit.words import tr
from ui.screens.overview.state import Row

ROW_HIGH, DISC, BUTTON = 51, 28, 28
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class AttentionModel(QAbstractListModel):
    """The rows that are drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these; the same ones again change nothing, so that the focus stays."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, place: int) -> Row | None:
        """Return a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        answers = {
            int(Qt.ItemDataRole.DisplayRole): row.first,
            int(Qt.ItemDataRole.AccessibleTextRole): row.spoken,
            int(Qt.ItemDataRole.ToolTipRole): tr("{action}  Enter", action=row.action),
            ROW: row,
        }
        return answers.get(role)


class AttentionDelegate(QStyledItemDelegate):
    """Paints one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, grown(ROW_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | None = index.data(ROW)
        if row is None:
            return
        box = QRect(option.rect)
        view = self.parent()
        by_key = isinstance(view, AttentionList) and view.by_key
        if by_key and option.state & QStyle.StateFlag.State_HasFocus:
            chosen(painter, box, 0)
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(box.x(), box.bottom(), box.width(), 1, tint("hairline"))
        disc = QRect(box.x() + 14, box.y() + (box.height() - DISC) // 2, DISC, DISC)
        soft(painter, disc, DISC / 2, row.hue)
        put_icon(painter, row.icon, QPointF(disc.x() + 6, disc.y() + 6), 16, tint(row.hue))
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        left = self._paint_action(painter, box, row.action, hover=hover)
        self._paint_words(painter, QRect(disc.right() + 13, box.y(), left - disc.right() - 25, box.height()), row)

    def _paint_action(self, painter: QPainter, box: QRect, words: str, *, hover: bool) -> int:
        """Paint the action like a small button; returns where it begins."""
        wide = QFontMetrics(font("small-medium")).horizontalAdvance(words) + 22
        high = grown(BUTTON)
        button = QRect(box.right() - 10 - wide, box.y() + (box.height() - high) // 2, wide, high)
        rounded(painter, button, 6, tint("raised" if hover else "surface"), tint("border"))
        painter.setPen(tint("text"))
        painter.setFont(font("small-medium"))
        painter.drawText(button, Qt.AlignmentFlag.AlignCenter, words)
        return button.x()

    def _paint_words(self, painter: QPainter, box: QRect, row: Row) -> None:
        for text, role, ink, at, high in (
            (row.first, "body-medium", "text", 8, 18),
            (row.second, "small", "text3", 26, 17),
        ):
            painter.setFont(font(role))
            painter.setPen(tint(ink))
            line = QRect(box.x(), box.y() + grown(at), box.width(), grown(high))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided(text, role, line.width()))


class AttentionList(QListView):
    """As high as its rows; `went` tells which row was taken."""

    went = Signal(object)

    def __init__(self, model: AttentionModel) -> None:
        super().__init__()
        self._rows = model
        self.by_key = False  # a row is marked only where the focus came by key, as everywhere
        self.setModel(model)
        self.setItemDelegate(AttentionDelegate(self))
        self.setAccessibleName(tr("Needs your attention"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._take)
        model.modelReset.connect(self._begin)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(self._rows.rowCount(), 1) * grown(ROW_HIGH))

    def _begin(self) -> None:
        self._fit()
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))

    def _take(self, index: Index) -> None:
        row = self._rows.row(index.row())
        if row is not None:
            self.went.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_key = event.reason() in BY_KEY
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_key = True
        self.viewport().update()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.currentIndex())
        else:
            super().keyPressEvent(event)
