"""A layout that puts its items in lines, like words, for chips, options and tokens."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Flow(QLayout):
    """Items from left to right, wrapped where the line ends; `centred` in the middle of each line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._centred = centred
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take every item out and let its widget go."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() + self.spacing() for size in sizes) - self.spacing()
        high = max((size.height() for size in sizes), default=0)
        return QSize(max(wide, 0) + margins.left() + margins.right(), high + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        wide = max((item.minimumSize().width() for item in self._items), default=0)
        high = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(wide + margins.left() + margins.right(), high + margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        box = rect.marginsRemoved(self.contentsMargins())
        x, y, line = box.x(), box.y(), 0
        placed: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if size.width() > box.width() and item.hasHeightForWidth():
                size = QSize(box.width(), item.heightForWidth(box.width()))  # its words wrap
            room = box.right() + 1 - x
            if widget is not None and _grows(widget) and room >= widget.minimumWidth():
                size.setWidth(room)  # a field at the end of a line takes what is left of it
            if x + size.width() > box.right() + 1 and line:
                self._put(placed if move else [], line, box)
                x, y, line, placed = box.x(), y + line + self.spacing(), 0, []
            placed.append((item, QRect(QPoint(x, y), size)))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        self._put(placed if move else [], line, box)
        return y + line - rect.y() + self.contentsMargins().bottom()

    def _put(self, placed: list[tuple[QLayoutItem, QRect]], high: int, box: QRect) -> None:
        """Put the items of a line where they belong, each in the middle of its height."""
        aside = (box.right() - placed[-1][1].right()) // 2 if self._centred and placed else 0
        for item, place in placed:
            item.setGeometry(place.translated(aside, (high - place.height()) // 2))


def flow(*parts: QWidget, gap: int = 8) -> Flow:
    """Put parts side by side, and those for which there is no room below."""
    made = Flow(gap=gap)
    for part in parts:
        made.addWidget(part)
    return made


def _grows(widget: QWidget) -> bool:
    return widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding
