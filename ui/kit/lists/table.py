"""A table of rows: one delegate, no grid, hairlines below, an accent bar at the left of the chosen row.

Column kinds: `badge`, `strong` (first words of a row), `text` (text2), `figure` (right, tabular), `day` (tabular).
Matches of the search are marked with the accent ground. Nothing is made inside paint but what the caches lack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.kit.lists.column_widths import laid
from ui.kit.lists.heading import EDGE, PAD, Heading
from ui.kit.lists.rows import ROW
from ui.kit.look.badges import badge_high, badge_width, paint_badge, state_word
from ui.kit.look.paint import elided, row_ground, soft
from ui.kit.look.text_size import grown, text_size
from ui.kit.look.theme import theme, tint
from ui.kit.look.typeface import font

ROW_HIGH = 36
SHARES, BADGE_SHARE = (0.9, 0.62, 1.0, 0.74, 0.84, 0.55), 0.86  # of its room that a bar takes while rows are read
WORD_BAR, BADGE_BAR = 10, 18
_FONTS = {"strong": "body-medium"}


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
    """A table view in the look of the house. `widths` 0 takes what is left; `codes` name the columns to be kept."""

    def __init__(self, model: QAbstractItemModel, kinds: Sequence[str], widths: Sequence[int],
                 hue: Callable[[Any, int], str], name: str, codes: Sequence[str]) -> None:  # fmt: skip
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
        self.heading = Heading(kinds, widths, self)
        self.setHorizontalHeader(self.heading)
        for section, width in enumerate(widths):
            across = self.horizontalHeader()
            stretch = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            across.setSectionResizeMode(section, stretch)
        self._kinds, self._widths, self.codes = tuple(kinds), tuple(widths), tuple(codes)
        self.wished: dict[str, int] = {}  # widths that somebody chose, at the usual text size, by the codes of columns
        self.heading.moved.connect(self._wish)
        self.heading.taken.connect(self._wish_all)
        self.heading.fitted.connect(lambda one, after: self.fit_column(one if self._widths[one] else after))
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
        self.lay()

    def lay(self) -> None:
        """Give columns the widths that were chosen, or their usual ones, as far as there is room."""
        shown = [at for at in range(len(self._kinds)) if not self.isColumnHidden(at)]
        wishes = [self._widths[at] and grown(self.wished.get(self.codes[at], self._widths[at])) for at in shown]
        widths = laid(wishes, [self.heading.least(at) for at in shown], self.viewport().width())
        for at, wide in zip(shown, widths, strict=True):
            if wide:
                self.setColumnWidth(at, wide)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:  # a row is one thing: Home and End go to the first and the last, not across it
        ends = {QAbstractItemView.CursorAction.MoveHome: 0,
                QAbstractItemView.CursorAction.MoveEnd: self.model().rowCount() - 1}  # fmt: skip
        if action in ends:
            return self.model().index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def reset(self) -> None:
        """Have no row chosen: left to itself, Qt would quietly take the first one once the table gets the focus."""
        super().reset()
        self.setCurrentIndex(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    def setColumnHidden(self, column: int, hide: bool) -> None:
        super().setColumnHidden(column, hide)
        self.lay()

    def _wish(self, section: int, wide: int) -> None:
        if self._widths[section]:  # the other one takes what is left
            self.wished[self.codes[section]] = round(wide * 100 / text_size())
            self.lay()

    def _wish_all(self) -> None:
        """Wish what is seen, before a line is moved: where the room was too small, other wishes would come back."""
        for section, code in enumerate(self.codes):
            wide = self.columnWidth(section)
            if self._widths[section] and 0 < wide < grown(self.wished.get(code, self._widths[section])):
                self.wished[code] = round(wide * 100 / text_size())

    def fit_column(self, section: int) -> None:
        """Make a column as wide as its heading and the words that are seen of it."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        rows = range(max(first, 0), (last if last >= 0 else self.model().rowCount() - 1) + 1)
        words = (str(self.model().index(row, section).data() or "") for row in rows)
        self._wish(section, max((self._needs(section, one) for one in words), default=0))

    def _needs(self, section: int, words: str) -> int:
        kind = self._kinds[section]
        if kind == "badge":
            wide = badge_width(state_word(words))
        else:
            face = font(_FONTS.get(kind, "body"), figures=kind in ("figure", "day"))
            wide = QFontMetrics(face).horizontalAdvance(words) + 1
        return max(wide + sum(self.heading.beside(section)), self.heading.least(section))

    def fit_all(self) -> None:
        """Make every column but the one that takes the rest as wide as its words."""
        for section in range(len(self._kinds)):
            self.fit_column(section)

    def usual_widths(self) -> None:
        """Forget what was chosen."""
        self.wished = {}
        self.lay()
