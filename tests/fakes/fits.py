"""Looking for words that do not fit where they stand: in labels, buttons, fields, headings and cells.

Cutting words short is the design in `Cut`, in rows that are painted (they elide by themselves), in drop-downs, and in
the columns of a table that take what is left; nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QHeaderView, QLabel, QLineEdit, QScrollArea, QWidget

from ui.kit.lists.heading import EDGE, PAD
from ui.kit.lists.table import Table
from ui.kit.look.badges import badge_width, state_word
from ui.kit.look.typeface import font
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import Scroll
from ui.kit.parts.marks import KeyCap
from ui.kit.parts.ticks import Option

WHOLE = ("badge", "figure", "day")  # columns in which nothing may be cut
BREAKS = re.compile(r"[\s/-]")  # where Qt begins another line
FRAME = 10  # pixels that a line edit keeps for its edge and padding, each side


def cut_words(root: QWidget) -> list[str]:
    """Return what does not fit below a widget, as sentences; only what is shown counts."""
    return [f"{type(part).__name__} {said!r}: {why}" for part, said, why in _all(root)]


def _all(root: QWidget) -> Iterator[tuple[QWidget, str, str]]:
    for part in root.findChildren(QWidget):
        if not part.isVisible() or (part.visibleRegion().isEmpty() and _in_no_scroll(part)):
            continue
        if isinstance(part, QLabel) and part.text() and not isinstance(part, Cut):
            yield from ((part, part.text(), why) for why in (*_label(part), *_outside(part)))
        elif isinstance(part, QAbstractButton) and part.text():
            yield from ((part, part.text(), why) for why in (*_held(part), *_outside(part)))
        elif isinstance(part, KeyCap):
            yield from ((part, part._text, why) for why in (*_held(part), *_outside(part)))
        elif isinstance(part, QLineEdit):
            yield from ((part, part.placeholderText(), why) for why in _placeholder(part))
        elif isinstance(part, Table):
            yield from _table(part)
        elif isinstance(part, Scroll) and part.horizontalScrollBar().isVisible():
            yield part, "", f"has to be scrolled across by {part.horizontalScrollBar().maximum()}"


def _in_no_scroll(part: QWidget) -> bool:
    holder = part.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            return False
        holder = holder.parentWidget()
    return True


def _label(part: QLabel) -> Iterator[str]:
    if part.wordWrap():
        words = BREAKS.split(part.text())
        longest = max(QFontMetrics(part.font()).horizontalAdvance(word) for word in words)
        if part.width() < longest:
            yield f"a word of {longest} in {part.width()}"
        needed = part.heightForWidth(part.width())
    else:
        if part.width() < part.sizeHint().width():
            yield f"{part.sizeHint().width()} wide in {part.width()}"
        needed = QFontMetrics(part.font()).height()
    if part.height() < needed:
        yield f"{needed} high in {part.height()}"


def _held(part: QWidget) -> Iterator[str]:
    wanted = part.sizeHint()
    if isinstance(part, Option) and part.width() >= part.minimumSizeHint().width():
        wanted = QSize(part.width(), part.heightForWidth(part.width()))
    if part.width() < wanted.width():
        yield f"{wanted.width()} wide in {part.width()}"
    if part.height() < wanted.height():
        yield f"{wanted.height()} high in {part.height()}"


def _outside(part: QWidget) -> Iterator[str]:
    """Say where a part reaches out of something around it; the inside of a scroll area may, downwards."""
    holder = part.parentWidget()
    while holder is not None and not part.isWindow():
        box = QRect(part.mapTo(holder, QPoint(0, 0)), part.size())
        scrolls = isinstance(holder.parentWidget(), QAbstractScrollArea)
        if box.right() >= holder.width() or box.left() < 0:
            yield f"reaches to {box.right()} of {holder.width()} in a {type(holder).__name__}"
            return
        if not scrolls and (box.bottom() >= holder.height() or box.top() < 0):
            yield f"reaches down to {box.bottom()} of {holder.height()} in a {type(holder).__name__}"
            return
        if scrolls or holder.isWindow():
            return
        holder = holder.parentWidget()


def _placeholder(part: QLineEdit) -> Iterator[str]:
    margins, bare = part.textMargins(), part.property("bare")
    room = part.width() - margins.left() - margins.right() - (0 if bare else 2 * FRAME)
    needed = part.fontMetrics().horizontalAdvance(part.placeholderText())
    if needed > room:
        yield f"a hint of {needed} in {room}"
    if part.height() < part.fontMetrics().height():
        yield f"{part.fontMetrics().height()} high in {part.height()}"


def _table(part: Table) -> Iterator[tuple[QWidget, str, str]]:
    kinds, heads = part.paint_cells._kinds, part.horizontalHeader()
    for column, kind in enumerate(kinds):
        room = part.columnWidth(column) - (EDGE if column == 0 else PAD) - (EDGE if column == len(kinds) - 1 else PAD)
        if part.isColumnHidden(column):
            continue
        yield from _heading(part, heads, column, room)
        for row in range(min(part.model().rowCount(), 40) if kind in WHOLE else 0):
            said = str(part.model().index(row, column).data())
            needed = badge_width(state_word(said)) if kind == "badge" else \
                QFontMetrics(font("body", figures=True)).horizontalAdvance(said)  # fmt: skip
            if needed > room + (PAD if kind == "badge" else 0):
                yield part, said, f"{needed} wide in a column of {room}"


def _heading(part: Table, heads: QHeaderView, column: int, room: int) -> Iterator[tuple[QWidget, str, str]]:
    said = str(part.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
    sorts = 18 if heads.isSortIndicatorShown() and heads.sortIndicatorSection() == column else 0
    needed = QFontMetrics(font("small-medium")).horizontalAdvance(said) + sorts
    if needed > room:
        yield part, said, f"a heading of {needed} in {room}"
