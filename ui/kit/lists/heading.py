"""The heading of a table: its words, the arrow of the order, and the lines between columns, which can be moved.

A line is taken hold of within a few pixels, a double click on it fits the column before it; the words between the lines
are pressed to sort.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.kit.lists.column_widths import moved
from ui.kit.look.paint import elided, put_icon
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font, hold

HEAD_HIGH, PAD, EDGE = 32, 8, 24
ARROW = 17  # pixels that the arrow of the order takes beside a heading
REACH = 5  # pixels beside a line within which it is taken hold of


class Heading(QHeaderView):
    """The heading row, painted like the rows; `moved` tells a section and its new width.

    `taken` tells that a line was taken hold of, `fitted` the sections at both sides of one that was pressed twice.
    """

    taken = Signal()
    moved = Signal(int, int)
    fitted = Signal(int, int)

    def __init__(self, kinds: Sequence[str], widths: Sequence[int], parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kinds, self._widths = kinds, widths
        hold(self, tall=HEAD_HIGH + 1)
        self.setMinimumSectionSize(40)
        self.setHighlightSections(False)
        self._held: tuple[int, int, int, int, int] | None = None  # both sections, where the line was, both widths

    def beside(self, section: int) -> tuple[int, int]:
        """Return the pixels before and after the words of a column."""
        return EDGE if section == 0 else PAD, EDGE if section == len(self._kinds) - 1 else PAD

    def least(self, section: int) -> int:
        """Return how wide a column is at least: neither the word of its heading is ever cut, nor a badge in it."""
        word = QFontMetrics(font("small-medium")).horizontalAdvance(self._said(section)) + sum(self.beside(section))
        return max(word, grown(self._widths[section])) if self._kinds[section] == "badge" else word

    def _said(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))

    def _line_at(self, x: int) -> tuple[int, int] | None:
        """Return the columns at both sides of the line there, or None."""
        shown = [at for at in range(self.count()) if not self.isSectionHidden(at)]
        lines = ((abs(self.sectionViewportPosition(after) - x), one, after) for one, after in pairwise(shown))
        away, one, after = min(lines, default=(REACH + 1, 0, 0))
        return (one, after) if away <= REACH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().toPoint().x()) if event.button() is Qt.MouseButton.LeftButton else None
        if line is None:
            super().mousePressEvent(event)
            return
        self.taken.emit()
        one, after = line
        self._held = one, after, event.position().toPoint().x(), self.sectionSize(one), self.sectionSize(after)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().toPoint().x()
        if self._held is not None:
            one, after, begun, left, right = self._held
            widths = moved(left, right, self.least(one), self.least(after), x - begun)
            for section, wide in zip((one, after), widths, strict=True):
                self.moved.emit(section, wide)
        elif self._line_at(x) is not None:
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            super().mouseMoveEvent(event)  # which takes the cursor away

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseReleaseEvent(event)
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position().toPoint().x())
        if line is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.fitted.emit(*line)

    def show_order(self, section: int, *, falling: bool) -> None:
        """Draw the arrow on a heading; -1 is none."""
        self.setSortIndicator(section, Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder)
        self.setSortIndicatorShown(section >= 0)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        painter.fillRect(rect, tint("surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tint("hairline"))
        before, after = self.beside(logicalIndex)
        box, said = rect.adjusted(before, 0, -after, 0), self._said(logicalIndex)
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
