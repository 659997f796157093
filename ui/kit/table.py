"""A table of rows: one delegate, no grid, hairlines below, an accent bar at the left of the chosen row.

Column kinds: `badge`, `strong` (first words of a row), `text` (text2), `figure` (right, tabular), `day` (tabular).
Matches of the search are marked with the accent ground. Nothing is made inside paint but what the caches lack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.kit.badges import badge_high, paint_badge, state_word
from ui.kit.paint import put_icon, row_ground, soft
from ui.kit.rows import ROW
from ui.kit.text_size import grown, measured
from ui.kit.theme import theme, tint
from ui.kit.typeface import font, hold

ROW_HIGH, HEAD_HIGH, PAD, EDGE = 36, 32, 8, 24
ARROW = 17  # pixels that the arrow of the order takes beside a heading
SHARES, BADGE_SHARE = (0.9, 0.62, 1.0, 0.74, 0.84, 0.55), 0.86  # of its room that a bar takes while rows are read
WORD_BAR, BADGE_BAR = 10, 18
_FONTS = {"strong": "body-medium"}


@measured(8192)
def elided(text: str, role: str, width: int) -> str:
    """Return the words that fit into `width`, cached."""
    return QFontMetrics(font(role)).elidedText(text, Qt.TextElideMode.ElideRight, width)


class TableDelegate(QStyledItemDelegate):
    """Paints one cell; `hue(row, column)` may ask for another ink (an end that is near), `marked` is the search."""

    def __init__(self, kinds: Sequence[str], hue: Callable[[Any, int], str], view: QTableView) -> None:
        super().__init__(view)
        self._kinds, self._hue = kinds, hue
        self.marked = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, grown(ROW_HIGH))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box, column = QRect(option.rect), index.column()
        last = len(self._kinds) - 1
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        row_ground(painter, box, on=on, first=column == 0, last=column == last)
        row = index.data(ROW)
        if row is None:
            return
        left = EDGE if column == 0 else PAD
        right = EDGE if column == last else PAD
        self._paint_text(painter, box.adjusted(left, 0, -right, 0), str(index.data()), row, column)

    def _paint_text(self, painter: QPainter, box: QRect, text: str, row: object, column: int) -> None:
        kind = self._kinds[column]
        if kind == "badge":
            paint_badge(painter, QPointF(box.x(), box.y() + (box.height() - badge_high()) // 2), text, state_word(text))
            return
        role = _FONTS.get(kind, "body")
        face = font(role, figures=kind in ("figure", "day"))
        ink = tint(self._hue(row, column) or ("text" if kind in ("strong", "figure") else "text2"))
        words = elided(text, role, box.width())
        align = Qt.AlignmentFlag.AlignRight if kind == "figure" else Qt.AlignmentFlag.AlignLeft
        if self.marked and kind in ("strong", "text"):
            self._paint_marks(painter, box, words, face)
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_marks(self, painter: QPainter, box: QRect, words: str, face: QFont) -> None:
        start = words.casefold().find(self.marked.casefold())
        if start < 0:
            return
        metrics = QFontMetrics(face)
        x = box.x() + metrics.horizontalAdvance(words[:start])
        width = metrics.horizontalAdvance(words[start : start + len(self.marked)])
        high = grown(18)
        ground = QRect(x - 2, box.y() + (box.height() - high) // 2, width + 4, high)
        soft(painter, ground, 0, "accent")


class Table(QTableView):
    """A table view in the look of the house. `widths` 0 takes what is left."""

    def __init__(self, model: QAbstractItemModel, kinds: Sequence[str], widths: Sequence[int],
                 hue: Callable[[Any, int], str], name: str) -> None:  # fmt: skip
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.paint_cells = TableDelegate(kinds, hue, self)
        self.setItemDelegate(self.paint_cells)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.heading = Heading(kinds, self)
        self.setHorizontalHeader(self.heading)
        for section, width in enumerate(widths):
            across = self.horizontalHeader()
            stretch = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            across.setSectionResizeMode(section, stretch)
        self._kinds, self._widths = tuple(kinds), tuple(widths)
        self._grow()
        theme().changed.connect(self._grow)

    def bars(self, number: int) -> tuple[QRect, Iterator[QRect]]:
        """Return the box of a row that is not read yet, and where its words will stand."""
        box = QRect(0, number * grown(ROW_HIGH), self.viewport().width(), grown(ROW_HIGH))
        shown = [at for at in range(len(self._kinds)) if not self.isColumnHidden(at)]
        return box, (self._bar(box, at, number) for at in shown)

    def _bar(self, box: QRect, section: int, number: int) -> QRect:
        kind, last = self._kinds[section], section == len(self._kinds) - 1
        left = self.columnViewportPosition(section) + (EDGE if section == 0 else PAD)
        room = self.columnWidth(section) - PAD - (EDGE if section == 0 or last else PAD)
        wide = round(room * (BADGE_SHARE if kind == "badge" else SHARES[(number + 2 * section) % len(SHARES)]))
        high = grown(BADGE_BAR if kind == "badge" else WORD_BAR)
        return QRect(left + (room - wide if kind == "figure" else 0), box.center().y() - high // 2, wide, high)

    def _grow(self) -> None:
        """Give rows and columns the room that the text size asks for."""
        self.verticalHeader().setDefaultSectionSize(grown(ROW_HIGH))
        for section, width in enumerate(self._widths):
            if width:
                self.setColumnWidth(section, grown(width))


class Heading(QHeaderView):
    """The heading row, painted like the rows, with an arrow on the one that the rows are sorted by."""

    def __init__(self, kinds: Sequence[str], parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kinds = kinds
        hold(self, tall=HEAD_HIGH + 1)
        self.setMinimumSectionSize(40)
        self.setHighlightSections(False)

    def show_order(self, section: int, *, falling: bool) -> None:
        """Draw the arrow on a heading; -1 is none."""
        self.setSortIndicator(section, Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder)
        self.setSortIndicatorShown(section >= 0)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        painter.fillRect(rect, tint("surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tint("hairline"))
        last = len(self._kinds) - 1
        box = rect.adjusted(EDGE if logicalIndex == 0 else PAD, 0, -(EDGE if logicalIndex == last else PAD), 0)
        said = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
        pointed = self.isSortIndicatorShown() and self.sortIndicatorSection() == logicalIndex
        words = elided(said, "small-medium", box.width() - (ARROW if pointed else 0))
        right = self._kinds[logicalIndex] == "figure"
        painter.setFont(font("small-medium"))
        painter.setPen(tint("text3"))
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, words)
        if pointed:
            rising = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            width = QFontMetrics(font("small-medium")).horizontalAdvance(words)
            x = box.right() - width - ARROW if right else box.x() + width + 4
            at = QPointF(x, box.center().y() - 6)
            put_icon(painter, "arrow-up" if rising else "arrow-down", at, 13, tint("text3"))
