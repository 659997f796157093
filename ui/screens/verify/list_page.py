"""Several checks: one line each with its answer, how many of which above it; Enter or a click opens one."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.figures import count_text
from ui.kit.keys import with_key
from ui.kit.lists.feed import Feed, FeedItem, FeedModel
from ui.kit.look.badges import state_word
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import FootLine, boxed, column, row
from ui.kit.parts.panes import pane_here
from ui.kit.words import language, tr, tr_n
from ui.screens.verify.state import Item


class ListPage(QWidget):
    """Shows items; `opened` tells which one."""

    opened = Signal(int)
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count, self._answers = label("", "section"), label("", "body", "text2", wrap=True)
        other = Button(tr("Check another"), "folder-open")
        other.setToolTip(with_key(tr("Check another"), "check-another"))
        other.clicked.connect(self.again)
        self._model = FeedModel(self)
        self.feed = pane_here(Feed(self._model, tr("Checked")))
        self.feed.activated.connect(self._open)
        self.feed.clicked.connect(self._open)
        head = row(column(self._count, self._answers, gap=2), None, other, margins=(24, 16, 24, 14))
        head.setStretch(0, 1)
        foot = FootLine(("↑ ↓", tr("move")), ("Enter", tr("read the answer")))
        self.setLayout(column(boxed(head, rule="bottom"), self.feed, foot))

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these checks in their order."""
        self._count.setText(tr_n("{n} check", "{n} checks", n=len(items)))
        found = Counter(item.answer for item in items)
        told = (f"{state_word(answer)}: {count_text(count, language())}" for answer, count in found.most_common())
        self._answers.setText("  ·  ".join(told))
        self._model.show(tuple(_line(place, item) for place, item in enumerate(items)))
        if items and not self.feed.currentIndex().isValid():
            self.feed.setCurrentIndex(self._model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        item = self._model.item(index.row())
        if item is not None:
            self.opened.emit(int(item.id))


def _line(place: int, item: Item) -> FeedItem:
    second = " · ".join(part for part in (item.signer, item.file if item.file != item.title else "") if part)
    return FeedItem(str(place), item.title, second or item.words, item.answer)
