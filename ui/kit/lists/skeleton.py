"""Skeleton rows: grey bars where rows will be, while a list is read for the first time (UX 1.6, picture 12).

A reading that is quick shows none of it, so nothing flickers; nothing moves in them. Whoever hears the window hears
once that it is reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.look.paint import rounded, row_ground
from ui.kit.look.theme import theme, tint
from ui.kit.parts.blank import Blank
from ui.kit.parts.buttons import Button
from ui.kit.words import tr

AFTER_MS, MOST = 300, 8  # milliseconds before they appear; how many there are at most
ROUND = 10  # pixels, as the edges of a card
_ROWS, _NONE, _NO_MATCH, _STOPPED = range(4)


class Waits(Protocol):
    """A list that knows where its rows will be."""

    def viewport(self) -> QWidget: ...
    def bars(self, number: int) -> tuple[QRect, Iterator[QRect]]:
        """Return the box of a row, empty where it has no ground, and where its words will stand."""


class Skeleton(QObject):
    """Paints the skeleton of a list that is still empty; `shown` says whether it does."""

    def __init__(self, rows: Waits) -> None:
        super().__init__(rows.viewport())
        self._rows, self.shown = rows, False
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._show)
        rows.viewport().installEventFilter(self)

    def wait(self, *, on: bool) -> None:
        """Begin to wait for the first rows, or end it."""
        if on and not (self.shown or self._timer.isActive()):
            self._timer.start()
        elif not on and (self.shown or self._timer.isActive()):
            self._timer.stop()
            self.shown = False
            self._rows.viewport().update()

    def _show(self) -> None:
        self.shown = True
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._rows.viewport(), tr("Reading…")))
        self._rows.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.shown or event.type() is not QEvent.Type.Paint:
            return False
        painter = QPainter(self._rows.viewport())
        ink = tint("border" if theme().tokens.strong else "sunken")
        for number in range(MOST):
            box, bars = self._rows.bars(number)
            row_ground(painter, box, on=False)
            for bar in bars:
                rounded(painter, bar, min(bar.height() / 2, ROUND), ink)
        return True


class ListPages(QStackedWidget):
    """What a list shows: its rows, skeleton rows before the first ones came, or a page that says why there are none.

    `again` asks to read what somebody stopped.
    """

    again = Signal()

    def __init__(self, rows: QWidget, none: QWidget, no_match: QWidget, skeleton: Skeleton) -> None:
        super().__init__()
        self._skeleton, self._came = skeleton, False
        once_more = Button(tr("Read again"), look="main")
        once_more.clicked.connect(self.again)
        stopped = Blank(
            "circle-pause", tr("Not read to the end"), tr("You stopped it. Nothing was changed."), once_more
        )
        for page in (rows, none, no_match, stopped):
            self.addWidget(page)

    def show_list(self, *, rows: bool, hidden: bool, reading: bool, stopped: bool = False) -> None:
        """Show the page that fits: whether there are `rows`, whether some are `hidden`, whether they are being read.

        Where the reading was `stopped`, rows of before stay; without any, nobody knows yet whether there are some.
        """
        self._came = rows or (not stopped and (self._came or not reading))
        reads = self.waiting and not stopped
        self._skeleton.wait(on=reads)
        empty = _STOPPED if stopped else _NO_MATCH if hidden else _NONE
        self.setCurrentIndex(_ROWS if rows or reads else empty)

    @property
    def waiting(self) -> bool:
        """Whether the first rows have not come yet."""
        return not self._came
